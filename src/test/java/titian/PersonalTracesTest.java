package titian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import titian.account.AccountDesk;
import titian.application.Paid;
import titian.form.FilledIn;

/** Whatever tests have done so far, no table of this house says who anybody is. */
@TitianTest
class PersonalTracesTest {

    @Autowired
    DataSource house;

    @Autowired
    AccountDesk accounts;

    @Autowired
    BeanFactory beans;

    @Test
    void noTableSaysWhoAnybodyIs() throws SQLException {
        var someone = People.someone();
        var applicant = SignedInPeople.applicant(accounts, someone);
        var forms = new FilledIn(beans);
        var form = forms.form(applicant.account(), someone, forms.slot(1));
        forms.submit(form, applicant.account());
        Paid.now(beans, form);
        try (var database = house.getConnection();
                var statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.execute("SET LOCAL statement_timeout = '2min'");
            assertThat(PersonalTraces.tables(database))
                    .hasSizeGreaterThan(50)
                    .containsKeys("account.account", "form.answers");
            assertThat(PersonalTraces.inTables(database)).isEmpty();
            database.rollback();
            database.setAutoCommit(true);
        }
    }

    @Test
    void whatStandsOpenIsFound() throws SQLException {
        try (var database = house.getConnection();
                var statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.execute("SET LOCAL statement_timeout = '2min'");
            statement.execute("CREATE SCHEMA planted");
            var planted = new ArrayList<String>();
            for (var open : marked()) {
                var text = "planted.text_" + planted.size();
                var bytes = "planted.bytes_" + planted.size();
                statement.execute("CREATE TABLE %s (nothing int, said text)".formatted(text));
                statement.execute("CREATE TABLE %s (said bytea)".formatted(bytes));
                statement.execute("INSERT INTO %s VALUES (NULL, 'to %s.')".formatted(text, open));
                statement.execute("INSERT INTO %s VALUES ('<%s>'::bytea)".formatted(bytes, open));
                planted.addAll(List.of(text, bytes));
            }

            assertThat(PersonalTraces.inTables(database, name -> name.startsWith("planted.")))
                    .containsOnlyKeys(planted);

            database.rollback();
            database.setAutoCommit(true);
        }
    }

    @Test
    void whatALogGivesAwayIsFound(@TempDir Path folder) throws IOException {
        var someone = People.someone();
        var log = folder.resolve("titian.log");
        for (var open : new String[] {
            someone.nik().value(), someone.name(), someone.email(), "+6281234567890", "jembatan-abcdefgh"
        }) {
            Files.writeString(log, "INFO house opened\nWARN no letter to %s.\nINFO day is over\n".formatted(open));
            assertThat(PersonalTraces.inLog(log)).containsExactly("WARN no letter to %s.".formatted(open));
        }
        Files.writeString(log, "2026-11-30 INFO house opened\n1970-01-01 INFO day is over\n");
        assertThat(PersonalTraces.inLog(log)).isEmpty();
    }

    @Test
    void whatTheLogOfAFormerLifeGivesAwayIsFound(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("titian-1.log"),
                "WARN killed while " + People.someone().name() + " paid\n");
        Files.writeString(folder.resolve("titian.log"), "INFO house opened\n");
        Files.writeString(
                folder.resolve("outside.log"), "INFO " + People.someone().name() + " is known here\n");

        assertThat(PersonalTraces.inLogs(folder)).singleElement().asString().startsWith("WARN killed");
    }

    private static List<String> marked() {
        var someone = People.someone();
        var born = someone.birthDate();
        return List.of(
                someone.nik().value(),
                someone.name(),
                someone.email(),
                born.toString(),
                born.format(DateTimeFormatter.ofPattern("dd-MM-yyyy")),
                born.format(DateTimeFormatter.ofPattern("dd/MM/yyyy")),
                "+6281234567890",
                "jembatan-abcdefgh",
                "SITI PRAMUDYAWAN",
                "Jalan Kenangasari 5",
                "RAWAJEMBATAN");
    }
}
