package titian.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.transaction.support.TransactionTemplate;
import titian.TitianTest;

/** Reasons that were typed before they were sealed: the migration takes them along, and the first start seals them. */
@TitianTest
class OldReasonsTest {

    private static final String TYPED = "setoran Bapak Wayan";

    @Autowired
    Seals seals;

    @Autowired
    List<HoldsSealed> holders;

    @Autowired
    JdbcClient db;

    @Autowired
    DataSource database;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aReasonInTheBooksIsTakenAlongAndSealed() {
        transaction.executeWithoutResult(then -> {
            then.setRollbackOnly();
            db.sql("DROP TABLE treasury.reason").update();
            db.sql("ALTER TABLE treasury.entry ADD COLUMN why text NOT NULL DEFAULT ''")
                    .update();
            var reasoned = booked(TYPED);
            var without = booked("");

            migrate("treasury/V23_8__sealed_reasons.sql");
            assertThat(reasons(reasoned)).as("before the first start").containsExactly(TYPED);
            walk("treasury.reason");

            assertThat(reasons(reasoned)).singleElement().satisfies(this::isSealed);
            assertThat(seals.open(reasons(reasoned).getFirst(), "treasury.reason.why"))
                    .isEqualTo(TYPED);
            assertThat(reasons(without)).isEmpty();
            db.sql("ALTER TABLE treasury.reason VALIDATE CONSTRAINT a_reason_stands_sealed")
                    .update();
        });
    }

    @Test
    void aReasonOfALineIsTakenAlongAndSealed() {
        transaction.executeWithoutResult(then -> {
            then.setRollbackOnly();
            db.sql("""
                    ALTER TABLE reconciliation.line
                        DROP CONSTRAINT what_has_a_reason_has_a_number,
                        DROP CONSTRAINT a_reason_stands_sealed,
                        DROP COLUMN settlement
                    """).update();
            var file = file();
            db.sql("""
                            INSERT INTO reconciliation.line (
                                file, line, source, billing_code, ntpn, ntb, amount, day, state, officer, why, settled_at)
                            VALUES (:file, 1, 'BANK', '', '', '', 650000, '2025-05-06', 'SET_ASIDE', gen_random_uuid(),
                                    :why, now()),
                                   (:file, 2, 'BANK', '', '', '', 650000, '2025-05-06', 'UNKNOWN', NULL, '', NULL)
                            """).param("file", file).param("why", TYPED).update();

            migrate("reconciliation/V24_2__sealed_reasons.sql");
            walk("reconciliation.line");

            var lies = db.sql("SELECT why FROM reconciliation.line WHERE file = :file ORDER BY line")
                    .param("file", file)
                    .query(String.class)
                    .list();
            assertThat(lies).hasSize(2).last().isEqualTo("");
            isSealed(lies.getFirst());
            assertThat(seals.open(lies.getFirst(), "reconciliation.line.why")).isEqualTo(TYPED);
            db.sql("ALTER TABLE reconciliation.line VALIDATE CONSTRAINT a_reason_stands_sealed")
                    .update();
        });
    }

    private void isSealed(String lies) {
        assertThat(lies).startsWith("§").doesNotContain("Wayan");
    }

    private long booked(String why) {
        var entry = db.sql("""
                        INSERT INTO treasury.entry (what, subject, at, day, why)
                        VALUES ('COUNTERED', gen_random_uuid()::text, now(), '2025-05-06', :why)
                        RETURNING id
                        """).param("why", why).query(Long.class).single();
        db.sql("""
                        INSERT INTO treasury.posting (entry, line, account, amount, currency)
                        SELECT :entry, number, account, amount, 'IDR'
                          FROM (SELECT min(account), max(account) FROM treasury.account) AS ends (one, other)
                         CROSS JOIN LATERAL (VALUES (1, one, 650000), (2, other, -650000))
                                         AS leg (number, account, amount)
                        """).param("entry", entry).update();
        db.sql("SET CONSTRAINTS ALL IMMEDIATE").update();
        db.sql("SET CONSTRAINTS ALL DEFERRED").update();
        return entry;
    }

    private List<String> reasons(long entry) {
        return db.sql("SELECT why FROM treasury.reason WHERE entry = :entry")
                .param("entry", entry)
                .query((row, _) -> Objects.requireNonNull(row.getString("why")))
                .list();
    }

    private UUID file() {
        return db.sql("""
                        INSERT INTO reconciliation.file (id, name, source, office, state, received_at)
                        VALUES (gen_random_uuid(), 'lama.csv', 'BANK', 'kanim-lama', 'ARRIVING', now())
                        RETURNING id
                        """).query(UUID.class).single();
    }

    /** As it was landed, word for word. */
    private void migrate(String file) {
        var connection = DataSourceUtils.getConnection(database);
        ScriptUtils.executeSqlScript(connection, new ClassPathResource("db/migration/" + file));
    }

    private void walk(String table) {
        var holder = holders.stream()
                .filter(one -> one.table().equals(table))
                .findFirst()
                .orElseThrow();
        var reached = new UUID(0, 0);
        for (var some = holder.sealAnew(reached, 2); !some.isEmpty(); some = holder.sealAnew(reached, 2)) {
            reached = Objects.requireNonNull(some.getLast());
        }
    }
}
