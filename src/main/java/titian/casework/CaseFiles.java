package titian.casework;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.casework.CaseFile.Claim;
import titian.casework.Standing.Closed;
import titian.casework.Standing.Moved;
import titian.casework.Standing.Paused;
import titian.casework.Standing.Ready;
import titian.casework.Standing.RefusalProposed;
import titian.casework.Standing.Refused;
import titian.casework.Standing.Repaired;
import titian.casework.Standing.Returned;
import titian.casework.Standing.Waiting;
import titian.seal.HoldsSealed;
import titian.seal.SealedColumns;
import titian.seal.Seals;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;

/** The table of files. */
@Repository
class CaseFiles implements HoldsSealed {

    private static final String WHY = "casework.why";

    private static final SealedColumns SEALED = new SealedColumns("casework.file", "application", Map.of("why", WHY));

    private final JdbcClient db;
    private final Seals seals;

    CaseFiles(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    /** A file that begins. */
    record Begun(
            ApplicationId application,
            AccountId account,
            OfficeId office,
            String service,
            Instant openedAt,
            Instant visitAt,
            Instant dueAt,
            @Nullable UUID person,
            @Nullable UUID nik) {

        @Override
        public String toString() {
            return "file of application " + application + ", begun";
        }
    }

    /** False if there is one already. */
    boolean open(Begun begun) {
        return db.sql("""
                        INSERT INTO casework.file
                               (application, account, office, service, opened_at, visit_at, due_at, person_mark,
                                nik_mark, standing, standing_at)
                        VALUES (:application, :account, :office, :service, :openedAt, :visitAt, :dueAt, :person,
                                :nik, 'WAITING', :openedAt)
                        ON CONFLICT (application) DO NOTHING
                        """)
                        .param("application", begun.application().value())
                        .param("account", begun.account().value())
                        .param("office", begun.office().value())
                        .param("service", begun.service())
                        .param("openedAt", begun.openedAt().atOffset(UTC))
                        .param("visitAt", begun.visitAt().atOffset(UTC))
                        .param("dueAt", begun.dueAt().atOffset(UTC))
                        .param("person", begun.person(), Types.OTHER)
                        .param("nik", begun.nik(), Types.OTHER)
                        .update()
                == 1;
    }

    /**
     * The visit has another time, and perhaps another office.
     *
     * @param repairBy by when its papers are to be mended, if they went back
     */
    void follow(
            ApplicationId application, OfficeId office, Instant visitAt, Instant dueAt, @Nullable Instant repairBy) {
        db.sql("""
                        UPDATE casework.file
                           SET office = :office, visit_at = :visitAt, due_at = :dueAt, repair_by = :repairBy,
                               escalated_at = CASE standing WHEN 'RETURNED' THEN escalated_at END,
                               claimed_by = CASE office WHEN :office THEN claimed_by END,
                               claimed_until = CASE office WHEN :office THEN claimed_until END
                         WHERE application = :application
                        """)
                .param("application", application.value())
                .param("office", office.value())
                .param("visitAt", visitAt.atOffset(UTC))
                .param("dueAt", dueAt.atOffset(UTC))
                .param("repairBy", repairBy == null ? null : repairBy.atOffset(UTC))
                .update();
    }

    Optional<CaseFile> find(ApplicationId application) {
        return db.sql("SELECT * FROM casework.file WHERE application = :application")
                .param("application", application.value())
                .query(this::read)
                .optional();
    }

    Optional<CaseFile> find(ApplicationId application, OfficeId office) {
        return db.sql("SELECT * FROM casework.file WHERE application = :application AND office = :office")
                .param("application", application.value())
                .param("office", office.value())
                .query(this::read)
                .optional();
    }

    /** Finds it and keeps everyone else from moving it until the transaction ends. */
    Optional<CaseFile> lock(ApplicationId application) {
        return db.sql("SELECT * FROM casework.file WHERE application = :application FOR UPDATE")
                .param("application", application.value())
                .query(this::read)
                .optional();
    }

    /** The account's files that wait for papers to be mended, what is most urgent first. */
    List<CaseFile> toMend(AccountId account) {
        return db.sql("""
                        SELECT *
                          FROM casework.file
                         WHERE account = :account AND standing = 'RETURNED'
                         ORDER BY repair_by
                         LIMIT 10
                        """).param("account", account.value()).query(this::read).list();
    }

    /** Lends it to this officer, or lends it on; false if a colleague has it or there is nothing to check. */
    boolean claim(ApplicationId application, AccountId officer, Instant now, Instant until) {
        return db.sql("""
                        UPDATE casework.file
                           SET claimed_by = :officer, claimed_until = :until
                         WHERE application = :application
                           AND standing IN ('WAITING', 'REPAIRED')
                           AND (claimed_by IS NULL OR claimed_by = :officer OR claimed_until <= :now)
                        """)
                        .param("application", application.value())
                        .param("officer", officer.value())
                        .param("until", until.atOffset(UTC))
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    /** Lends it to this officer in place of that colleague; false if that colleague no longer has it. */
    boolean takeOver(ApplicationId application, AccountId officer, AccountId from, Instant until) {
        return db.sql("""
                        UPDATE casework.file
                           SET claimed_by = :officer, claimed_until = :until
                         WHERE application = :application AND claimed_by = :from
                           AND standing IN ('WAITING', 'REPAIRED')
                        """)
                        .param("application", application.value())
                        .param("officer", officer.value())
                        .param("from", from.value())
                        .param("until", until.atOffset(UTC))
                        .update()
                == 1;
    }

    /** Takes it back from this officer; false if they do not have it. */
    boolean release(ApplicationId application, AccountId officer) {
        return db.sql("""
                        UPDATE casework.file
                           SET claimed_by = NULL, claimed_until = NULL
                         WHERE application = :application AND claimed_by = :officer
                        """)
                        .param("application", application.value())
                        .param("officer", officer.value())
                        .update()
                == 1;
    }

    /** Writes where the file now stands, in nobody's hand, unless someone else moved it from there first. */
    boolean move(CaseFile from, CaseFile to) {
        var next = to.standing();
        var grounds = next.refusal().orElse(null);
        return db.sql("""
                        UPDATE casework.file
                           SET standing = :standing, standing_at = :at, due_at = :dueAt, officer = :officer,
                               second = :second, repair_by = :repairBy, paused_for = :pausedFor, ground = :ground,
                               why = :why, escalated_at = NULL,
                               claimed_by = NULL, claimed_until = NULL
                         WHERE application = :application AND standing = :from AND standing_at = :since
                        """)
                        .param("application", to.application().value())
                        .param("from", from.standing().name())
                        .param("since", from.standing().at().atOffset(UTC))
                        .param("standing", next.name())
                        .param("at", next.at().atOffset(UTC))
                        .param("dueAt", to.dueAt().atOffset(UTC))
                        .param(
                                "officer",
                                next instanceof Moved moved ? moved.officer().value() : null,
                                Types.OTHER)
                        .param(
                                "second",
                                next instanceof Refused refused
                                        ? refused.second().value()
                                        : null,
                                Types.OTHER)
                        .param(
                                "repairBy",
                                next instanceof Returned returned
                                        ? returned.repairBy().atOffset(UTC)
                                        : null)
                        .param(
                                "pausedFor",
                                next instanceof Paused paused ? paused.why().name() : null)
                        .param(
                                "ground",
                                grounds == null ? null : grounds.ground().name())
                        .param("why", grounds == null ? null : seals.seal(grounds.why(), WHY))
                        .update()
                == 1;
    }

    @Override
    public String table() {
        return SEALED.table();
    }

    @Override
    public List<UUID> sealAnew(UUID after, int most) {
        return SEALED.anew(db, seals, after, most);
    }

    private CaseFile read(ResultSet row, int number) throws SQLException {
        var claimedBy = row.getObject("claimed_by", UUID.class);
        return new CaseFile(
                new ApplicationId(row.getObject("application", UUID.class)),
                new AccountId(row.getObject("account", UUID.class)),
                new OfficeId(row.getString("office")),
                instant(row, "opened_at"),
                instant(row, "visit_at"),
                instant(row, "due_at"),
                standing(row),
                claimedBy == null ? null : new Claim(new AccountId(claimedBy), instant(row, "claimed_until")));
    }

    private Standing standing(ResultSet row) throws SQLException {
        var at = instant(row, "standing_at");
        var standing = row.getString("standing");
        return switch (standing) {
            case "WAITING" -> new Waiting(at);
            case "RETURNED" -> new Returned(account(row, "officer"), instant(row, "repair_by"), at);
            case "REPAIRED" -> new Repaired(account(row, "officer"), at);
            case "PAUSED" -> new Paused(account(row, "officer"), Pauses.Why.valueOf(row.getString("paused_for")), at);
            case "READY" -> new Ready(account(row, "officer"), at);
            case "REFUSAL_PROPOSED" -> new RefusalProposed(account(row, "officer"), grounds(row), at);
            case "REFUSED" -> new Refused(account(row, "officer"), account(row, "second"), grounds(row), at);
            case "CLOSED" -> new Closed(at);
            default -> throw new IllegalStateException("the table holds a standing nobody knows: " + standing);
        };
    }

    private Grounds grounds(ResultSet row) throws SQLException {
        return new Grounds(Grounds.Ground.valueOf(row.getString("ground")), seals.open(row.getString("why"), WHY));
    }

    private static AccountId account(ResultSet row, String column) throws SQLException {
        return new AccountId(row.getObject(column, UUID.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
