package titian.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import titian.TitianTest;
import titian.shared.AccountId;
import titian.shared.Act;

/** By the role that docs/operating.md describes, a node adds to the audit and can change nothing of it. */
@TitianTest
class ServingRoleTest {

    @Autowired
    AuditDesk desk;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    /** The owner is no superuser either, as in production. */
    @Test
    void itAddsToTheAuditAndChangesNothingOfIt() throws IOException {
        var described = described();
        transaction.executeWithoutResult(tried -> {
            db.sql("CREATE ROLE titian_owns").update();
            db.sql("GRANT USAGE, CREATE ON SCHEMA audit TO titian_owns").update();
            db.sql("ALTER TABLE audit.entry OWNER TO titian_owns").update();
            db.sql(described).update();
            db.sql("SET LOCAL ROLE titian_serves").update();
            desk.write(Act.of("NUMBER_CALLED", "account", AccountId.next()), null);
            assertThat(db.sql("""
                            INSERT INTO audit.link (seq, entry, day, hash)
                            SELECT 9000000000, max(id), '1999-01-01', sha256('x') FROM audit.entry
                            """).update()).isOne();
            assertThat(db.sql("INSERT INTO audit.head VALUES ('1999-01-01', 9000000000, sha256('x'), 'x', now())")
                            .update())
                    .isOne();
            for (var change : List.of(
                    "UPDATE audit.entry SET why = 'x'",
                    "DELETE FROM audit.entry",
                    "TRUNCATE audit.entry CASCADE",
                    "UPDATE audit.link SET day = day",
                    "DELETE FROM audit.link",
                    "TRUNCATE audit.link",
                    "UPDATE audit.head SET hash = hash",
                    "DELETE FROM audit.head",
                    "TRUNCATE audit.head",
                    "DROP TRIGGER entries_are_never_changed ON audit.entry",
                    "ALTER TABLE audit.entry DISABLE TRIGGER ALL",
                    "DROP TABLE audit.head")) {
                var before = tried.createSavepoint();
                assertThatThrownBy(() -> db.sql(change).update())
                        .as(change)
                        .rootCause()
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
                tried.rollbackToSavepoint(before);
            }
            tried.setRollbackOnly();
        });
    }

    /** A reference is looked up in the name of its table's owner, which takes the right to update. */
    @Test
    void whateverIsReferredToItsOwnerMayLookUp() {
        assertThat(db.sql("""
                        SELECT DISTINCT referred.oid::regclass::text
                          FROM pg_catalog.pg_constraint AS reference
                          JOIN pg_catalog.pg_class AS referred ON referred.oid = reference.confrelid
                         WHERE reference.contype = 'f' AND referred.relacl IS NOT NULL
                           AND NOT EXISTS (SELECT
                                             FROM aclexplode(referred.relacl) AS may
                                            WHERE may.grantee = referred.relowner AND may.privilege_type = 'UPDATE')
                        """).query(String.class).list()).isEmpty();
    }

    private static String described() throws IOException {
        var page = Files.readString(Path.of("docs/operating.md"));
        var begin = page.indexOf("```sql\n") + "```sql\n".length();
        return page.substring(begin, page.indexOf("```", begin));
    }
}
