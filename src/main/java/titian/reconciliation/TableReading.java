package titian.reconciliation;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import titian.reconciliation.Line.Item;
import titian.reconciliation.Line.Malformed;
import titian.reconciliation.Line.Malformed.Why;

/**
 * A table whose first line names the columns, as the biller sends it each day: separated by commas, semicolons, bars or
 * tabs.
 */
final class TableReading implements Reading {

    private static final Map<String, String> MEANING = Map.ofEntries(
            Map.entry("kode_billing", "code"),
            Map.entry("billing_code", "code"),
            Map.entry("ntpn", "ntpn"),
            Map.entry("ntb", "ntb"),
            Map.entry("tgl_bayar", "day"),
            Map.entry("tanggal", "day"),
            Map.entry("tanggal_bayar", "day"),
            Map.entry("date", "day"),
            Map.entry("jumlah", "amount"),
            Map.entry("total", "amount"),
            Map.entry("nominal", "amount"),
            Map.entry("amount", "amount"),
            Map.entry("mata_uang", "currency"),
            Map.entry("currency", "currency"));
    private static final Pattern CODE = Pattern.compile("\\d{15}");
    private static final Pattern NTPN = Pattern.compile("[0-9A-Za-z]{16}");
    private static final Pattern NTB = Pattern.compile("[0-9A-Za-z]{1,20}");
    static final Pattern AMOUNT = Pattern.compile("([1-9]\\d{0,14})([.,]0{0,2})?");
    private static final Pattern RUPIAH = Pattern.compile("\\s*(?i:IDR|RP)?\\s*");
    private static final List<DateTimeFormatter> DAYS = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("dd-MM-uuuu"),
            DateTimeFormatter.ofPattern("dd/MM/uuuu"),
            DateTimeFormatter.BASIC_ISO_DATE);

    private final RawLines lines;
    private final Columns columns;

    /** Where in a line what stands. */
    record Columns(char separator, int count, int code, int ntpn, int ntb, int day, int amount, int currency) {}

    TableReading(RawLines lines, Columns columns) {
        this.lines = lines;
        this.columns = columns;
    }

    /** The columns of a table that begins so; empty if it is none of those we know. */
    static Optional<Columns> columns(String heading) {
        for (char separator : new char[] {',', ';', '|', '\t'}) {
            var names = cells(heading, separator).stream()
                    .map(name -> MEANING.getOrDefault(
                            name.strip().toLowerCase(Locale.ROOT).replace(' ', '_'), ""))
                    .toList();
            if (names.contains("day")
                    && names.contains("amount")
                    && (names.contains("ntpn") || names.contains("code"))) {
                return Optional.of(new Columns(
                        separator,
                        names.size(),
                        names.indexOf("code"),
                        names.indexOf("ntpn"),
                        names.indexOf("ntb"),
                        names.indexOf("day"),
                        names.indexOf("amount"),
                        names.indexOf("currency")));
            }
        }
        return Optional.empty();
    }

    @Override
    public @Nullable Line next() throws IOException {
        for (var raw = lines.next(); raw != null; raw = lines.next()) {
            if (!raw.text().isBlank()) {
                return read(raw);
            }
        }
        return null;
    }

    private Line read(RawLines.Raw raw) {
        if (!raw.whole()) {
            return new Malformed(raw.number(), Why.TOO_LONG, raw.text());
        }
        var cells = cells(raw.text(), columns.separator());
        if (cells.size() != columns.count()) {
            return new Malformed(raw.number(), Why.COLUMNS, raw.text());
        }
        if (columns.currency() >= 0
                && !RUPIAH.matcher(cells.get(columns.currency())).matches()) {
            return new Malformed(raw.number(), Why.CURRENCY, raw.text());
        }
        var amount = AMOUNT.matcher(cells.get(columns.amount()).strip());
        if (!amount.matches()) {
            return new Malformed(raw.number(), Why.AMOUNT, raw.text());
        }
        var day = day(cells.get(columns.day()).strip());
        if (day == null) {
            return new Malformed(raw.number(), Why.DAY, raw.text());
        }
        var code = cell(cells, columns.code(), CODE);
        var ntpn = cell(cells, columns.ntpn(), NTPN);
        if (code.isEmpty() && ntpn.isEmpty()) {
            return new Malformed(raw.number(), Why.NUMBERS, raw.text());
        }
        return new Item(
                raw.number(), code, ntpn, cell(cells, columns.ntb(), NTB), Long.parseLong(amount.group(1)), day, false);
    }

    private static String cell(List<String> cells, int column, Pattern format) {
        var text = column < 0 ? "" : cells.get(column).strip();
        return format.matcher(text).matches() ? text.toUpperCase(Locale.ROOT) : "";
    }

    /** A day, with or without an hour after it. */
    private static @Nullable LocalDate day(String text) {
        var day = text.split("[ T]", 2)[0];
        for (var format : DAYS) {
            try {
                return LocalDate.parse(day, format);
            } catch (DateTimeException _) {
                // Perhaps it is written the next way.
            }
        }
        return null;
    }

    /** The cells of a line; one in quotes may hold the separator, and a quote written twice. */
    static List<String> cells(String line, char separator) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (int i = 0; i < line.length(); i++) {
            var letter = line.charAt(i);
            if (quoted && letter == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (letter == '"' && (quoted || cell.isEmpty())) {
                quoted = !quoted;
            } else if (letter == separator && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(letter);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    @Override
    public long position() {
        return lines.position();
    }

    @Override
    public long line() {
        return lines.number();
    }

    @Override
    public @Nullable Long balance() {
        return null;
    }
}
