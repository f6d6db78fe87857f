package titian.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import titian.TitianTest;
import titian.platform.ForgetsPeople;
import titian.platform.Kept;

/** Of every table it is known whether it is about people, how long that is kept and why; and the register says so. */
@TitianTest
class ProcessingTest {

    private static final Path REGISTER = Path.of("docs/processing.md");
    private static final Path IMPERSONAL = Path.of("src/test/resources/tables-about-nobody.txt");

    /** Columns that name somebody, or belong to somebody. */
    private static final List<String> PERSONAL = List.of(
            "account",
            "application",
            "officer",
            "person",
            "nik",
            "email",
            "phone",
            "applicant",
            "payer",
            "guest",
            "nik_mark",
            "email_mark",
            "phone_mark",
            "birth_date",
            "account_id",
            "recipient",
            "taken_by",
            "placed_by");

    @Autowired
    List<ForgetsPeople> modules;

    @Autowired
    JdbcClient db;

    @Test
    void ofEveryTableItIsKnownWhetherItIsAboutPeople() throws IOException {
        var kept = new TreeMap<String, String>();
        kinds().forEach(kind -> kind.rows()
                .forEach(table -> kept.merge(table.table(), kind.kind(), (one, other) -> one + ", " + other)));
        var impersonal = impersonal();
        var tables = tables();
        var unknown = new TreeSet<>(tables.keySet());
        unknown.removeAll(kept.keySet());
        unknown.removeAll(impersonal);

        assertThat(tables).hasSizeGreaterThan(50);
        assertThat(unknown).as("""
                        These tables are new. If one keeps anything about people, let its module's bean that implements
                        titian.platform.ForgetsPeople name it in kept(), as titian/notification/ForgottenPeople does, and
                        forget it there; then docs/processing.md needs a line for its kind. If it keeps nothing about
                        anybody, add its name as a line of %s
                        """, IMPERSONAL).isEmpty();
        assertThat(tables.keySet())
                .as("tables that are listed as kept, or as about nobody, but are not there")
                .containsAll(kept.keySet())
                .containsAll(impersonal);
        assertThat(impersonal)
                .as("tables said to be about nobody, which a module says it keeps about people")
                .doesNotContainAnyElementsOf(kept.keySet());
    }

    @Test
    void noTableAboutNobodyNamesSomebody() throws IOException {
        var tables = tables();
        assertThat(impersonal())
                .allSatisfy(table -> assertThat(tables.getOrDefault(table, List.of()))
                        .as("""
                        The table %s is said to be about nobody and has a column that names somebody. Take its line out of
                        %s and name it in kept() of its module's bean that implements ForgetsPeople.""", table, IMPERSONAL)
                        .doesNotContainAnyElementsOf(PERSONAL));
    }

    @Test
    void theRegisterSaysOfEveryKindWhereHowLongAndByWhichLaw() throws IOException {
        var register = Files.readAllLines(REGISTER);
        var lines = register.stream().filter(line -> line.startsWith("| `")).toList();
        assertThat(lines).hasSizeGreaterThan(20);
        for (var kind : kinds()) {
            var end = "| %s | %s | %s |".formatted(kind.basis(), time(kind), where(kind));
            assertThat(lines)
                    .as("""
                            docs/processing.md lacks the line of the kind "%s", or its end has changed. It is to read
                            | `%s` | what is kept, of whom | what for | given to whom %s
                            """, kind.kind(), kind.kind(), end)
                    .anyMatch(line -> line.startsWith("| `" + kind.kind() + "` |") && line.endsWith(end));
        }
        assertThat(lines)
                .as("docs/processing.md has lines of kinds that no module keeps")
                .hasSameSizeAs(kinds());
    }

    private static String time(Kept kind) {
        return switch (kind.going()) {
            case SWEPT -> time(kind.time());
            case APPLICATIONS -> time(kind.time()) + ", then with all that belongs to it";
            case ACCOUNTS -> time(kind.time()) + " without signing in, then with all that belongs to it";
            case WITH_APPLICATION -> "with its application";
            case WITH_ACCOUNT -> "with its account";
            case PASSING -> "while it lasts";
            case STAYS -> time(kind.time()) + ", unchanged";
        };
    }

    private static String time(Period time) {
        var years = time.getYears() > 0;
        var number = years ? time.getYears() : time.getDays();
        return number + (years ? " year" : " day") + (number == 1 ? "" : "s");
    }

    private static String where(Kept kind) {
        return kind.rows().stream().map(Kept.Rows::table).collect(Collectors.joining(", "));
    }

    private List<Kept> kinds() {
        return modules.stream().flatMap(module -> module.kept().stream()).toList();
    }

    private static List<String> impersonal() throws IOException {
        return named(IMPERSONAL);
    }

    private static List<String> named(Path list) throws IOException {
        try (Stream<String> lines = Files.lines(list)) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        }
    }

    private Map<String, List<String>> tables() {
        var tables = new TreeMap<String, List<String>>();
        db.sql("""
                        SELECT table_schema || '.' || table_name AS name,
                               string_agg(column_name, ' ' ORDER BY ordinal_position) AS columns
                          FROM information_schema.columns
                          JOIN information_schema.tables USING (table_schema, table_name)
                         WHERE table_type = 'BASE TABLE'
                           AND table_schema NOT IN ('pg_catalog', 'information_schema', 'planted', 'public')
                         GROUP BY 1
                        """).query(row -> {
            tables.put(row.getString("name"), List.of(row.getString("columns").split(" ")));
        });
        return tables;
    }
}
