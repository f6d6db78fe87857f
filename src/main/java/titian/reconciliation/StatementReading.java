package titian.reconciliation;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import titian.reconciliation.Line.Item;
import titian.reconciliation.Line.Malformed;
import titian.reconciliation.Line.Malformed.Why;

/**
 * An account statement as banks send it, like SWIFT's MT940: each movement a line {@code :61:} with what it was for in
 * {@code :86:} below, between an opening and a closing balance that must agree.
 */
final class StatementReading implements Reading {

    private static final Pattern MOVEMENT = Pattern.compile(
            ":61:(\\d{6})(?:\\d{4})?(R?[CD])[A-Z]?(\\d{1,15}),(\\d{0,2})[A-Z][A-Z0-9]{3}([^/]{0,16})(?://(.{0,16}))?.*");
    private static final Pattern BALANCE = Pattern.compile(":6[02][FM]:([CD])\\d{6}([A-Z]{3})(\\d{1,15}),(\\d{0,2})");
    private static final Pattern TAG = Pattern.compile(":\\d{2}[A-Z]?:.*");
    private static final Pattern BROKEN_TAG = Pattern.compile("\\s*:?\\d{2}[A-Z]?:.*");
    private static final Pattern NTPN = Pattern.compile("(?i)NTPN[^0-9A-Z]{0,3}([0-9A-Z]{16})(?![0-9A-Z])");
    private static final Pattern NTB = Pattern.compile("(?i)NTB[^0-9A-Z]{0,3}([0-9A-Z]{1,20})(?![0-9A-Z])");
    private static final Pattern CODE = Pattern.compile("(?<![0-9A-Za-z])(\\d{15})(?![0-9A-Za-z])");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuMMdd");
    private static final int LONGEST_INFORMATION = 8;
    private static final String RUPIAH = "IDR";

    /** Stands in place of a balance where movements are in another currency; no balance is so low. */
    private static final long FOREIGN = Long.MIN_VALUE;

    private final RawLines lines;
    private @Nullable Long balance;

    /** @param balance what was counted where the reading was left */
    StatementReading(RawLines lines, @Nullable Long balance) {
        this.lines = lines;
        this.balance = balance;
    }

    static boolean begins(String heading) {
        return heading.startsWith(":20:") || heading.startsWith("{1:");
    }

    @Override
    public @Nullable Line next() throws IOException {
        for (var raw = lines.next(); raw != null; raw = lines.next()) {
            var text = raw.text();
            if (!raw.whole()) {
                return new Malformed(raw.number(), Why.TOO_LONG, text);
            }
            if (text.startsWith(":61:")) {
                return movement(raw);
            }
            if (text.startsWith(":60") || text.startsWith(":62")) {
                var wrong = balance(raw);
                if (wrong != null) {
                    return wrong;
                }
            } else if (!text.isBlank() && !isFrame(text)) {
                return new Malformed(raw.number(), Why.TAG, text);
            }
        }
        return null;
    }

    /** What stands around the movements and says nothing about them. */
    private static boolean isFrame(String text) {
        return TAG.matcher(text).matches() || text.startsWith("{") || text.equals("-") || text.startsWith("-}");
    }

    private Line movement(RawLines.Raw raw) throws IOException {
        var information = information();
        var movement = MOVEMENT.matcher(raw.text());
        if (!movement.matches()) {
            return new Malformed(raw.number(), Why.TAG, raw.text());
        }
        if (balance != null && balance == FOREIGN) {
            return new Malformed(raw.number(), Why.CURRENCY, raw.text());
        }
        if (!movement.group(4).replace("0", "").isEmpty() || Long.parseLong(movement.group(3)) == 0) {
            return new Malformed(raw.number(), Why.AMOUNT, raw.text());
        }
        LocalDate day;
        try {
            day = LocalDate.parse(movement.group(1), DAY);
        } catch (DateTimeException _) {
            return new Malformed(raw.number(), Why.DAY, raw.text());
        }
        var amount = Long.parseLong(movement.group(3));
        var outgoing = movement.group(2).equals("D") || movement.group(2).equals("RC");
        balance = balance == null ? null : balance + (outgoing ? -amount : amount);
        var said = movement.group(5) + " " + (movement.group(6) == null ? "" : movement.group(6)) + " " + information;
        return new Item(raw.number(), found(CODE, said), found(NTPN, said), found(NTB, said), amount, day, outgoing);
    }

    /** What stands below a movement: a line more about it, then {@code :86:} and the lines that go on with it. */
    private String information() throws IOException {
        var text = new StringBuilder();
        int taken = 0;
        for (var raw = lines.next(); raw != null; raw = lines.next()) {
            var goesOn = raw.whole()
                    && taken < LONGEST_INFORMATION
                    && (raw.text().startsWith(":86:")
                            || !isFrame(raw.text())
                                    && !BROKEN_TAG.matcher(raw.text()).matches());
            if (!goesOn) {
                lines.pushBack(raw);
                break;
            }
            text.append(raw.text()).append(' ');
            taken++;
        }
        return text.toString();
    }

    /** The opening begins the count; what the closing says must be what was counted. */
    private @Nullable Line balance(RawLines.Raw raw) {
        var said = BALANCE.matcher(raw.text());
        if (said.matches() && !said.group(2).equals(RUPIAH)) {
            balance = FOREIGN;
            return new Malformed(raw.number(), Why.CURRENCY, raw.text());
        }
        if (!said.matches() || !said.group(4).replace("0", "").isEmpty()) {
            return new Malformed(raw.number(), Why.BALANCE, raw.text());
        }
        var amount = Long.parseLong(said.group(3)) * (said.group(1).equals("D") ? -1 : 1);
        var counted = balance;
        balance = amount;
        return raw.text().startsWith(":62") && counted != null && counted != FOREIGN && counted != amount
                ? new Malformed(raw.number(), Why.BALANCE, raw.text())
                : null;
    }

    private static String found(Pattern what, String text) {
        var found = what.matcher(text);
        return found.find() ? found.group(1).toUpperCase(Locale.ROOT) : "";
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
        return balance;
    }
}
