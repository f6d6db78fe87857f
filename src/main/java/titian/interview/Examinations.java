package titian.interview;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.interview.Examination.Cause;
import titian.interview.Examination.Minutes;
import titian.interview.Examination.State;
import titian.interview.Examination.Subject;
import titian.interview.Examination.View;
import titian.seal.HoldsSealed;
import titian.seal.SealedColumns;
import titian.seal.Seals;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;

/** The table of examinations. */
@Repository
class Examinations implements HoldsSealed {

    private static final String RECORD = "interview.record";
    private static final String OPINION = "interview.opinion";
    private static final String REASONS = "interview.reasons";

    private static final SealedColumns SEALED = new SealedColumns(
            "interview.examination", "application", Map.of("record", RECORD, "opinion", OPINION, "reasons", REASONS));

    private final JdbcClient db;
    private final Seals seals;

    Examinations(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    /** False if there is one already. */
    boolean add(Examination examination) {
        return db.sql("""
                        INSERT INTO interview.examination
                               (application, office, subject, cause, record, recorded_by, recorded_at, state)
                        VALUES (:application, :office, :subject, :cause, :record, :by, :at, 'RECORDED')
                        ON CONFLICT (application) DO NOTHING
                        """)
                        .param("application", examination.application().value())
                        .param("office", examination.office().value())
                        .param("subject", examination.subject().name())
                        .param("cause", examination.cause().name())
                        .param("record", seals.seal(examination.minutes().text(), RECORD))
                        .param("by", examination.minutes().officer().value())
                        .param("at", examination.minutes().at().atOffset(UTC))
                        .update()
                == 1;
    }

    Optional<Examination> find(ApplicationId application) {
        return db.sql("SELECT * FROM interview.examination WHERE application = :application")
                .param("application", application.value())
                .query(this::read)
                .optional();
    }

    /** Finds it and keeps everyone else from moving it until the transaction ends. */
    Optional<Examination> lock(ApplicationId application) {
        return db.sql("SELECT * FROM interview.examination WHERE application = :application FOR UPDATE")
                .param("application", application.value())
                .query(this::read)
                .optional();
    }

    /** Those that wait for an opinion, or for the decision; the oldest first. */
    List<Examination> waiting(OfficeId office, ExaminationStep step, int most) {
        return db.sql("""
                        SELECT *
                          FROM interview.examination
                         WHERE office = :office AND state = :state
                         ORDER BY recorded_at
                         LIMIT :most
                        """)
                .param("office", office.value())
                .param(
                        "state",
                        switch (step) {
                            case OPINE -> "RECORDED";
                            case DECIDE -> "OPINED";
                        })
                .param("most", most)
                .query(this::read)
                .list();
    }

    boolean opine(ApplicationId application, View opinion) {
        return db.sql("""
                        UPDATE interview.examination
                           SET state = 'OPINED', proposed = :outcome, proposed_months = :months, opinion = :why,
                               opined_by = :by, opined_at = :at
                         WHERE application = :application AND state = 'RECORDED'
                        """)
                        .param("application", application.value())
                        .param("outcome", opinion.outcome().name())
                        .param("months", opinion.outcome().monthsIfAny())
                        .param("why", seals.seal(opinion.why(), OPINION))
                        .param("by", opinion.officer().value())
                        .param("at", opinion.at().atOffset(UTC))
                        .update()
                == 1;
    }

    /** @param until when a suspension ends */
    boolean decide(ApplicationId application, View decision, @Nullable Instant until) {
        return db.sql("""
                        UPDATE interview.examination
                           SET state = 'DECIDED', decision = :outcome, months = :months, reasons = :why,
                               decided_by = :by, decided_at = :at, until = :until
                         WHERE application = :application AND state = 'OPINED'
                        """)
                        .param("application", application.value())
                        .param("outcome", decision.outcome().name())
                        .param("months", decision.outcome().monthsIfAny())
                        .param("why", seals.seal(decision.why(), REASONS))
                        .param("by", decision.officer().value())
                        .param("at", decision.at().atOffset(UTC))
                        .param("until", until == null ? null : until.atOffset(UTC))
                        .update()
                == 1;
    }

    /** Some whose months are over; each is taken once. */
    List<ApplicationId> takeOver(Instant now, int most) {
        return db.sql("""
                        UPDATE interview.examination
                           SET resumed_at = :now
                         WHERE application = ANY (ARRAY(
                             SELECT application
                               FROM interview.examination
                              WHERE until <= :now AND resumed_at IS NULL
                              ORDER BY until
                              LIMIT :most
                                FOR UPDATE SKIP LOCKED))
                        RETURNING application
                        """)
                .param("now", now.atOffset(UTC))
                .param("most", most)
                .query((row, _) -> new ApplicationId(row.getObject("application", UUID.class)))
                .list();
    }

    @Override
    public String table() {
        return SEALED.table();
    }

    @Override
    public List<UUID> sealAnew(UUID after, int most) {
        return SEALED.anew(db, seals, after, most);
    }

    private Examination read(ResultSet row, int number) throws SQLException {
        return new Examination(
                new ApplicationId(row.getObject("application", UUID.class)),
                new OfficeId(row.getString("office")),
                Subject.valueOf(row.getString("subject")),
                Cause.valueOf(row.getString("cause")),
                new Minutes(
                        seals.open(row.getString("record"), RECORD),
                        account(row, "recorded_by"),
                        instant(row, "recorded_at")),
                state(row));
    }

    private State state(ResultSet row) throws SQLException {
        var state = row.getString("state");
        return switch (state) {
            case "RECORDED" -> new State.Recorded();
            case "OPINED" -> new State.Opined(opinion(row));
            case "DECIDED" -> new State.Decided(opinion(row), decision(row));
            default -> throw new IllegalStateException("the table holds a state nobody knows: " + state);
        };
    }

    private View opinion(ResultSet row) throws SQLException {
        return new View(
                Outcome.of(row.getString("proposed"), row.getObject("proposed_months", Integer.class)),
                seals.open(row.getString("opinion"), OPINION),
                account(row, "opined_by"),
                instant(row, "opined_at"));
    }

    private View decision(ResultSet row) throws SQLException {
        return new View(
                Outcome.of(row.getString("decision"), row.getObject("months", Integer.class)),
                seals.open(row.getString("reasons"), REASONS),
                account(row, "decided_by"),
                instant(row, "decided_at"));
    }

    private static AccountId account(ResultSet row, String column) throws SQLException {
        return new AccountId(row.getObject(column, UUID.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
