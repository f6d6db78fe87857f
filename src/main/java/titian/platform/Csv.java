package titian.platform;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * A file of real data that comes with the program: comma-separated, UTF-8, its first line naming the columns. What is
 * wrong in it is said with file, line and column, for whoever edits it has nothing but an editor.
 */
public final class Csv {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final String name;
    private final byte[] bytes;

    private Csv(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    /** A file of the program, as in {@code data/offices.csv}. */
    public static Csv of(String name) {
        try (var in = Csv.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw broken("The data file " + name + " is missing.");
            }
            return of(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file already read. */
    public static Csv of(String name, byte[] bytes) {
        return new Csv(name, bytes.clone());
    }

    public String name() {
        return name;
    }

    /** The fingerprint by which one edition of the file differs from another. */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    public List<Row> rows() {
        var rows = new ArrayList<Row>();
        try (var parser = FORMAT.parse(new StringReader(text()))) {
            var records = parser.iterator();
            var line = parser.getCurrentLineNumber() + 1;
            while (records.hasNext()) {
                var row = new Row(line, records.next());
                if (!row.values.isConsistent()) {
                    throw broken("%s, line %d: %d columns instead of %d"
                            .formatted(
                                    name,
                                    line,
                                    row.values.size(),
                                    parser.getHeaderNames().size()));
                }
                rows.add(row);
                line = parser.getCurrentLineNumber() + 1;
            }
            return rows;
        } catch (UncheckedIOException | CSVException | IllegalArgumentException e) {
            throw broken("%s, after line %d: not comma-separated values"
                    .formatted(name, rows.isEmpty() ? 1 : rows.getLast().line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw broken(name + ": not UTF-8");
        }
    }

    private static CannotStart broken(String why) {
        return new CannotStart(why, "Mend the file, or take it anew from the release.");
    }

    /** One line of the file. A blank cell is an absent one. */
    public final class Row {

        private final long line;
        private final CSVRecord values;

        private Row(long line, CSVRecord values) {
            this.line = line;
            this.values = values;
        }

        public String get(String column) {
            return optional(column).orElseThrow(() -> wrong(column, "is blank"));
        }

        public Optional<String> optional(String column) {
            if (!values.isMapped(column)) {
                throw broken("%s, line 1: no column %s".formatted(name, column));
            }
            return Optional.of(values.get(column).strip()).filter(text -> !text.isEmpty());
        }

        public LocalDate date(String column) {
            return as(column, LocalDate::parse);
        }

        public int integer(String column) {
            return as(column, Integer::valueOf);
        }

        /** What the cell says, read by a function that throws when it makes no sense. */
        public <T> T as(String column, Function<String, T> reading) {
            return read(column, get(column), reading);
        }

        /** As {@link #as}, where the cell may be blank. */
        public <T> Optional<T> optionalAs(String column, Function<String, T> reading) {
            return optional(column).map(text -> read(column, text, reading));
        }

        private <T> T read(String column, String text, Function<String, T> reading) {
            try {
                return reading.apply(text);
            } catch (IllegalArgumentException | DateTimeException e) {
                throw wrong(column, "cannot be \"" + text + "\"");
            }
        }

        private CannotStart wrong(String column, String what) {
            return broken("%s, line %d, column %s: %s".formatted(name, line, column, what));
        }
    }
}
