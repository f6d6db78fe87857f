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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.application.Fee.Billed;
import titian.application.Fee.NotBilled;
import titian.application.Stage.Booked;
import titian.application.Stage.Cancelled;
import titian.application.Stage.CheckedIn;
import titian.application.Stage.Draft;
import titian.application.Stage.Expired;
import titian.application.Stage.InService;
import titian.application.Stage.Interviewed;
import titian.application.Stage.NoShow;
import titian.application.Stage.Scheduled;
import titian.application.Stage.Submitted;
import titian.booking.AppointmentId;
import titian.payment.BillId;
import titian.requirement.RequestedService;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Nik;

/** The table of applications. */
@Repository
class Applications {

    /** More than an account may have under way, for those that have ended are listed too. */
    private static final int MOST_LISTED = 50;

    private final JdbcClient db;

    Applications(JdbcClient db) {
        this.db = db;
    }

    /** Adds an application that has just begun; false if its reference number is another's. */
    boolean add(PassportApplication begun) {
        return db.sql("""
                        INSERT INTO application.application
                               (id, reference, account, service, intake, language, applicant, nik, appointment,
                                started_at, stage, stage_at)
                        VALUES (:id, :reference, :account, :service, :intake, :language, :applicant, :nik, :appointment,
                                :startedAt, :stage, :startedAt)
                        ON CONFLICT (reference) DO NOTHING
                        """)
                        .param("id", begun.id().value())
                        .param("reference", begun.reference().value())
                        .param("account", begun.account().value())
                        .param("service", begun.service().name())
                        .param("intake", begun.intake().name())
                        .param("language", begun.language().getLanguage())
                        .param("applicant", begun.applicant())
                        .param("nik", begun.nik() == null ? null : begun.nik().value())
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
                .query(Applications::read)
                .optional();
    }

    Optional<PassportApplication> find(ApplicationId id, AccountId account) {
        return db.sql("SELECT * FROM application.application WHERE id = :id AND account = :account")
                .param("id", id.value())
                .param("account", account.value())
                .query(Applications::read)
                .optional();
    }

    /** Finds it and keeps everyone else from moving it until the transaction ends. */
    Optional<PassportApplication> lock(ApplicationId id) {
        return db.sql("SELECT * FROM application.application WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query(Applications::read)
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
                .query(Applications::read)
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
                         WHERE nik = :nik
                           AND (stage IN ('SUBMITTED', 'SCHEDULED', 'CHECKED_IN', 'IN_SERVICE')
                                OR stage = 'INTERVIEWED' AND intake = 'FORM')
                        """)
                .param("nik", nik.value())
                .query(UUID.class)
                .optional()
                .map(ApplicationId::new);
    }

    /** Writes where the application now stands, unless someone else moved it from there first. */
    boolean move(Stage from, PassportApplication to) {
        var booked = to.stage() instanceof Booked b ? b : null;
        return db.sql("""
                        UPDATE application.application
                           SET stage = :stage, stage_at = :at, nik = :nik, appointment = :appointment, bill = :bill,
                               pay_by = :payBy, paid_late = :paidLate, asked_at = NULL
                         WHERE id = :id AND stage = :from AND stage_at = :since
                        """)
                        .param("id", to.id().value())
                        .param("from", from.name())
                        .param("since", from.at().atOffset(UTC))
                        .param("stage", to.stage().name())
                        .param("at", to.stage().at().atOffset(UTC))
                        .param("nik", to.nik() == null ? null : to.nik().value())
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
                        .param("paidLate", to.stage() instanceof Expired e ? e.paidLate() : null)
                        .update()
                == 1;
    }

    /**
     * Takes some of those whose time to pay is over and about whom nobody asked lately. Whoever takes one has until
     * {@code askedBefore} moves past it; should that node die, another takes it then.
     */
    List<ApplicationId> takeOverdue(Instant now, Instant askedBefore, int limit) {
        return db.sql("""
                        UPDATE application.application
                           SET asked_at = :now
                         WHERE id = ANY (ARRAY(
                             SELECT id
                               FROM application.application
                              WHERE stage = 'SUBMITTED' AND pay_by <= :now
                                AND (asked_at IS NULL OR asked_at <= :askedBefore)
                              ORDER BY pay_by
                              LIMIT :limit
                                FOR UPDATE SKIP LOCKED))
                        RETURNING id
                        """)
                .param("now", now.atOffset(UTC))
                .param("askedBefore", askedBefore.atOffset(UTC))
                .param("limit", limit)
                .query((row, _) -> new ApplicationId(row.getObject("id", UUID.class)))
                .list();
    }

    void name(ApplicationId id, String applicant) {
        db.sql("UPDATE application.application SET applicant = :applicant WHERE id = :id")
                .param("id", id.value())
                .param("applicant", applicant)
                .update();
    }

    /** Forgets a draft; false if it is no draft or not the account's. */
    boolean discard(ApplicationId id, AccountId account) {
        return db.sql("DELETE FROM application.application WHERE id = :id AND account = :account AND stage = 'DRAFT'")
                        .param("id", id.value())
                        .param("account", account.value())
                        .update()
                == 1;
    }

    private static PassportApplication read(ResultSet row, int number) throws SQLException {
        var nik = row.getString("nik");
        return new PassportApplication(
                new ApplicationId(row.getObject("id", UUID.class)),
                new Reference(row.getString("reference")),
                new AccountId(row.getObject("account", UUID.class)),
                RequestedService.valueOf(row.getString("service")),
                Intake.valueOf(row.getString("intake")),
                Locale.of(row.getString("language")),
                row.getString("applicant"),
                nik == null ? null : new Nik(nik),
                instant(row, "started_at"),
                stage(row));
    }

    private static Stage stage(ResultSet row) throws SQLException {
        var at = instant(row, "stage_at");
        var stage = row.getString("stage");
        if (stage.equals("DRAFT")) {
            return new Draft(at);
        }
        var appointment = new AppointmentId(row.getObject("appointment", UUID.class));
        return switch (stage) {
            case "SUBMITTED" -> new Submitted(appointment, bill(row), instant(row, "pay_by"), at);
            case "SCHEDULED" -> new Scheduled(appointment, fee(row), at);
            case "CHECKED_IN" -> new CheckedIn(appointment, fee(row), at);
            case "IN_SERVICE" -> new InService(appointment, fee(row), at);
            case "INTERVIEWED" -> new Interviewed(appointment, fee(row), at);
            case "NO_SHOW" -> new NoShow(appointment, fee(row), at);
            case "CANCELLED" -> new Cancelled(appointment, fee(row), at);
            case "EXPIRED" -> new Expired(appointment, bill(row), row.getBoolean("paid_late"), at);
            default -> throw new IllegalStateException("the table holds a stage nobody knows: " + stage);
        };
    }

    private static BillId bill(ResultSet row) throws SQLException {
        return new BillId(row.getObject("bill", UUID.class));
    }

    private static Fee fee(ResultSet row) throws SQLException {
        return row.getObject("bill") == null ? new NotBilled() : new Billed(bill(row));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
