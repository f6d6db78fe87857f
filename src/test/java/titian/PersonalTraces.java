package titian;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Looks through every table and log of a house for what the invented people of tests and journeys are called, numbered,
 * reached and let in by, and who their families are. Run by itself it looks through a house of bin/run that is up, and
 * through the logs of its former lives: its argument is the data folder.
 */
final class PersonalTraces {

    /**
     * A NIK of theirs, a name, an address of the post or of a home, a phone, a password, what their families are called, where
     * and when they were born; digits count where no longer number or id goes on.
     */
    static final String MARKS = "(SITI|WARGA) [A-Z]{8}|PRAMUDYAWAN|[a-z]{8,10}@warga[.]example|jembatan-[a-z]{8}"
            + "|[Kk]enangasari|KENANGASARI|[Rr]awajembatan|RAWAJEMBATAN"
            + "|(?<![0-9a-z-])(3174[0-9]{12}|[+]62812[0-9]{8}|0812[0-9]{8})(?![0-9a-z])"
            + "|(?<![0-9])(?!1970-01-01)19[6-9][0-9]-[01][0-9]-[0-3][0-9](?![0-9])"
            + "|(?<![0-9])[0-3][0-9][-/][01][0-9][-/]19[6-9][0-9](?![0-9])";

    private PersonalTraces() {}

    /** The tables with rows that give somebody away, and the first of those rows. */
    static Map<String, String> inTables(Connection database) throws SQLException {
        return inTables(database, _ -> true);
    }

    /** Those of them whose name is looked for. */
    static Map<String, String> inTables(Connection database, Predicate<String> names) throws SQLException {
        var found = new LinkedHashMap<String, String>();
        for (var table : tables(database).entrySet()) {
            if (!names.test(table.getKey())) {
                continue;
            }
            try (var statement = database.prepareStatement("SELECT left(%1$s, 500) FROM %2$s WHERE %1$s ~ ? LIMIT 1"
                    .formatted(String.join(" || ' ' || ", table.getValue()), table.getKey()))) {
                statement.setString(1, MARKS);
                try (var rows = statement.executeQuery()) {
                    if (rows.next()) {
                        found.put(table.getKey(), rows.getString(1));
                    }
                }
            }
        }
        return found;
    }

    /** Every table, and its columns as text; bytes as the text that is in them. */
    static Map<String, List<String>> tables(Connection database) throws SQLException {
        var tables = new LinkedHashMap<String, List<String>>();
        try (var statement = database.prepareStatement("""
                        SELECT quote_ident(table_schema) || '.' || quote_ident(table_name), quote_ident(column_name), data_type
                          FROM information_schema.columns
                          JOIN information_schema.tables USING (table_schema, table_name)
                         WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'
                         ORDER BY table_schema, table_name, ordinal_position
                        """);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                var text = rows.getString(3).equals("bytea") ? "encode(%s, 'escape')" : "%s::text";
                tables.computeIfAbsent(rows.getString(1), _ -> new ArrayList<>())
                        .add("coalesce(" + text.formatted(rows.getString(2)) + ", '')");
            }
        }
        return tables;
    }

    static List<String> inLog(Path log) throws IOException {
        var marks = Pattern.compile(MARKS);
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> marks.matcher(line).find()).limit(10).toList();
        }
    }

    /** What all logs of a house say, that of its present life and those that were kept of the ones before. */
    static List<String> inLogs(Path data) throws IOException {
        var found = new ArrayList<String>();
        for (var log : logs(data)) {
            found.addAll(inLog(log));
        }
        return found;
    }

    private static List<Path> logs(Path data) throws IOException {
        try (var files = Files.list(data)) {
            return files.filter(file -> file.getFileName().toString().matches("titian(-[0-9]+)?[.]log"))
                    .sorted()
                    .toList();
        }
    }

    public static void main(String... args) throws IOException, SQLException {
        var data = Path.of(args[0]);
        var postgres = data.resolve("postgres");
        var port = Files.readAllLines(postgres.resolve("cluster/postmaster.pid"))
                .get(3)
                .strip();
        var password = Files.readString(postgres.resolve("password")).strip();
        try (var database = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", password)) {
            var tables = inTables(database);
            var lines = inLogs(data);
            System.out.println("Looked through %d tables and %d logs for what is personal: %d give somebody away."
                    .formatted(tables(database).size(), logs(data).size(), tables.size() + lines.size()));
            tables.forEach((table, row) -> System.out.println(table + ": " + row));
            System.out.print(lines.stream().map(line -> "log: " + line + "\n").collect(Collectors.joining()));
            System.exit(tables.isEmpty() && lines.isEmpty() ? 0 : 1);
        }
    }
}
