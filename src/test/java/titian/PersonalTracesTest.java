package titian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import titian.account.AccountDesk;

/** Whatever tests have done so far, no table of this house says who anybody is. */
@TitianTest
class PersonalTracesTest {

    @Autowired
    DataSource house;

    @Autowired
    AccountDesk accounts;

    @Test
    void noTableSaysWhoAnybodyIs() throws SQLException {
        var someone = People.someone();
        SignedInPeople.applicant(accounts, someone);
        try (var database = house.getConnection()) {
            assertThat(PersonalTraces.tables(database))
                    .hasSizeGreaterThan(50)
                    .containsKeys("account.account", "form.answers");
            assertThat(PersonalTraces.inTables(database)).isEmpty();
        }
    }

    @Test
    void whatStandsOpenIsFound() throws SQLException {
        var someone = People.someone();
        for (var open : new String[] {
            someone.nik().value(), someone.name(), someone.email(), "+6281234567890", "jembatan-abcdefgh"
        }) {
            try (var database = house.getConnection();
                    var statement = database.createStatement()) {
                database.setAutoCommit(false);
                statement.execute("CREATE SCHEMA planted");
                statement.execute("CREATE TABLE planted.open_text (nothing int, said text)");
                statement.execute("CREATE TABLE planted.open_bytes (said bytea)");
                statement.execute("INSERT INTO planted.open_text VALUES (NULL, 'to %s.')".formatted(open));
                statement.execute("INSERT INTO planted.open_bytes VALUES ('<%s>'::bytea)".formatted(open));
                assertThat(PersonalTraces.inTables(database))
                        .containsOnlyKeys("planted.open_bytes", "planted.open_text");
                database.rollback();
                database.setAutoCommit(true);
            }
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
        Files.writeString(log, "INFO house opened\nINFO day is over\n");
        assertThat(PersonalTraces.inLog(log)).isEmpty();
    }
}
