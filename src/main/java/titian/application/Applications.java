package titian.application;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.application.Stage.Booked;
import titian.application.Stage.Expired;
import titian.application.Stage.Submitted;
import titian.application.Stage.Suspended;
import titian.payment.BillId;
import titian.requirement.RequestedService;
import titian.seal.HoldsSealed;
import titian.seal.Seals;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Nik;
import titian.shared.Speed;

/** The table of applications. */
@Repository
class Applications implements HoldsSealed {

    /** More than an account may have under way, for those that have ended are listed too. */
    private static final int MOST_LISTED = 50;

    private static final String APPLICANT = "application.applicant";
    private static final String NIK = "application.nik";

    private final JdbcClient db;
    private final Seals seals;

    Applications(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    /** Adds an application that has just begun; false if its reference number is another's. */
    boolean add(PassportApplication begun) {
        return db.sql("""
                        INSERT INTO application.application
                               (id, reference, account, service, intake, language, applicant, nik, nik_mark,
                                appointment, started_at, stage, stage_at)
                        VALUES (:id, :reference, :account, :service, :intake, :language, :applicant, :nik, :nikMark,
                                :appointment, :startedAt, :stage, :startedAt)
                        ON CONFLICT (reference) DO NOTHING
                        """)
                        .param("id", begun.id().value())
                        .param("reference", begun.reference().value())
                        .param("account", begun.account().value())
                        .param("service", begun.service().name())
                        .param("intake", begun.intake().name())
                        .param("language", begun.language().getLanguage())
                        .param("applicant", seals.seal(begun.applicant(), APPLICANT))
                        .param("nik", sealed(begun.nik()))
                        .param("nikMark", mark(begun.nik()), Types.OTHER)
                        .param(
                                "appointment",
                                begun.stage() instanceof Booked booked
                                        ? booked.appointment().value()
                                        : null,
                                Types.OTHER)
                        .param("startedAt", begun.startedAt().atOffset(UTC))
                        .param("stage", begun.stage().name())
                        .update()
                == 1;
    }

    Optional<PassportApplication> find(ApplicationId id) {
        return db.sql("SELECT * FROM application.application WHERE id = :id")
                .param("id", id.value())
                .query(this::read)
                .optional();
    }

    Optional<PassportApplication> find(ApplicationId id, AccountId account) {
        return db.sql("SELECT * FROM application.application WHERE id = :id AND account = :account")
                .param("id", id.value())
                .param("account", account.value())
                .query(this::read)
                .optional();
    }

    /** Finds it and keeps everyone else from moving it until the transaction ends. */
    Optional<PassportApplication> lock(ApplicationId id) {
        return db.sql("SELECT * FROM application.application WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query(this::read)
                .optional();
    }

    Optional<PassportApplication> lock(ApplicationId id, AccountId account) {
        return lock(id).filter(application -> application.account().equals(account));
    }

    /** An account's applications, the latest first. */
    List<PassportApplication> of(AccountId account) {
        return db.sql("""
                        SELECT * FROM application.application
                         WHERE account = :account
                         ORDER BY started_at DESC, id
                         LIMIT :limit
                        """)
                .param("account", account.value())
                .param("limit", MOST_LISTED)
                .query(this::read)
                .list();
    }

    /** The account's own row to wait at, so that two requests of one account do not both take the last place. */
    void waitForTurn(AccountId account) {
        db.sql("SELECT pg_advisory_xact_lock(hashtextextended(:account, 8))::text")
                .param("account", account.toString())
                .query(String.class)
                .optional();
    }

    /** The application under way for this person, if any. */
    Optional<ApplicationId> live(Nik nik) {
        return db.sql("""
                        SELECT id FROM application.application
                         WHERE nik_mark = :nik
                           AND service NOT IN ('EAZY_PASSPORT', 'PICKUP_SELF', 'PICKUP_FAMILY', 'PICKUP_PROXY')
                           AND (stage IN ('SUBMITTED', 'SCHEDULED', 'CHECKED_IN', 'IN_SERVICE', 'SUSPENDED')
                                OR stage = 'INTERVIEWED' AND intake = 'FORM')
                        """).param("nik", mark(nik)).query(UUID.class).optional().map(ApplicationId::new);
    }

    /** Writes where the application now stands, unless someone else moved it from there first. */
    boolean move(Stage from, PassportApplication to) {
        var booked = to.stage() instanceof Booked b ? b : null;
        return db.sql("""
                        UPDATE application.application
                           SET stage = :stage, stage_at = :at, nik = :nik, nik_mark = :nikMark, appointment = :appointment,
                               bill = :bill, pay_by = :payBy, paid_late = :paidLate,
                               suspended_until = :suspendedUntil, asked_at = NULL, speed = :speed
                         WHERE id = :id AND stage = :from AND stage_at = :since
                        """)
                        .param("id", to.id().value())
                        .param("from", from.name())
                        .param("since", from.at().atOffset(UTC))
                        .param("stage", to.stage().name())
                        .param("at", to.stage().at().atOffset(UTC))
                        .param("nik", sealed(to.nik()))
                        .param("nikMark", mark(to.nik()), Types.OTHER)
                        .param(
                                "appointment",
                                booked == null ? null : booked.appointment().value())
                        .param(
                                "bill",
                                booked == null
                                        ? null
                                        : booked.billed().map(BillId::value).orElse(null),
                                Types.OTHER)
                        .param(
                                "payBy",
                                to.stage() instanceof Submitted s ? s.payBy().atOffset(UTC) : null)
                        .param(
                                "suspendedUntil",
                                to.stage() instanceof Suspended s ? s.until().atOffset(UTC) : null)
                        .param("speed", to.speed().name())
                        .param("paidLate", to.stage() instanceof Expired e ? e.paidLate() : null)
                        .update()
                == 1;
    }

    /**
     * Takes some of those who had to pay by then and about whom nobody asked lately. Whoever takes one has until
     * {@code askedBefore} moves past it; should that node die, another takes it then.
     */
    List<ApplicationId> takeOverdue(Instant paidBy, Instant now, Instant askedBefore, int limit) {
        return db.sql("""
                        UPDATE application.application
                           SET asked_at = :now
                         WHERE id = ANY (ARRAY(
                             SELECT id
                               FROM application.application
                              WHERE stage = 'SUBMITTED' AND pay_by <= :paidBy
                                AND (asked_at IS NULL OR asked_at <= :askedBefore)
                              ORDER BY pay_by
                              LIMIT :limit
                                FOR UPDATE SKIP LOCKED))
                        RETURNING id
                        """)
                .param("paidBy", paidBy.atOffset(UTC))
                .param("now", now.atOffset(UTC))
                .param("askedBefore", askedBefore.atOffset(UTC))
                .param("limit", limit)
                .query((row, _) -> new ApplicationId(row.getObject("id", UUID.class)))
                .list();
    }

    void name(ApplicationId id, String applicant) {
        db.sql("UPDATE application.application SET applicant = :applicant WHERE id = :id")
                .param("id", id.value())
                .param("applicant", seals.seal(applicant, APPLICANT))
                .update();
    }

    void ask(ApplicationId id, RequestedService service) {
        db.sql("""
                        UPDATE application.application
                           SET service = :service
                         WHERE id = :id AND intake = 'FORM' AND service <> :service
                        """).param("id", id.value()).param("service", service.name()).update();
    }

    /** Forgets a draft; false if it is no draft or not the account's. */
    boolean discard(ApplicationId id, AccountId account) {
        return db.sql("DELETE FROM application.application WHERE id = :id AND account = :account AND stage = 'DRAFT'")
                        .param("id", id.value())
                        .param("account", account.value())
                        .update()
                == 1;
    }

    @Override
    public String table() {
        return "application.application";
    }

    @Override
    public List<UUID> sealAnew(UUID after, int most) {
        return db.sql("""
                        SELECT id, applicant, nik
                          FROM application.application
                         WHERE id > :after
                         ORDER BY id
                         LIMIT :most
                           FOR NO KEY UPDATE
                        """)
                .param("after", after)
                .param("most", most)
                .query((row, _) -> {
                    sealAnew(row);
                    return row.getObject("id", UUID.class);
                })
                .list();
    }

    private void sealAnew(ResultSet row) throws SQLException {
        var nik = nik(row);
        db.sql("""
                        UPDATE application.application
                           SET applicant = :applicant, nik = :nik, nik_mark = :nikMark
                         WHERE id = :id
                        """)
                .param("id", row.getObject("id", UUID.class))
                .param("applicant", seals.seal(seals.open(row.getString("applicant"), APPLICANT), APPLICANT))
                .param("nik", sealed(nik))
                .param("nikMark", mark(nik), Types.OTHER)
                .update();
    }

    private @Nullable Nik nik(ResultSet row) throws SQLException {
        var nik = seals.openIfAny(row.getString("nik"), NIK);
        return nik == null ? null : new Nik(nik);
    }

    private @Nullable String sealed(@Nullable Nik nik) {
        return nik == null ? null : seals.seal(nik.value(), NIK);
    }

    private @Nullable UUID mark(@Nullable Nik nik) {
        return nik == null ? null : seals.mark("nik", nik.value());
    }

    private PassportApplication read(ResultSet row, int number) throws SQLException {
        return new PassportApplication(
                new ApplicationId(row.getObject("id", UUID.class)),
                new Reference(row.getString("reference")),
                new AccountId(row.getObject("account", UUID.class)),
                RequestedService.valueOf(row.getString("service")),
                Speed.valueOf(row.getString("speed")),
                Intake.valueOf(row.getString("intake")),
                Locale.of(row.getString("language")),
                seals.open(row.getString("applicant"), APPLICANT),
                nik(row),
                instant(row, "started_at"),
                StageColumns.read(row));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
