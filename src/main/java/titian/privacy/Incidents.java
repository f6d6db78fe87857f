package titian.privacy;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.platform.ForgetsPeople;
import titian.platform.KeepsPersonalData;
import titian.platform.Kept;
import titian.privacy.Incident.Facts;
import titian.privacy.Incident.Source;
import titian.seal.HoldsSealed;
import titian.seal.SealedColumns;
import titian.seal.Seals;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** Breaches, and whom each concerns. */
@Repository
class Incidents implements KeepsPersonalData, ForgetsPeople, HoldsSealed {

    private static final String WHAT = "incident.what";
    private static final String HANDLING = "incident.handling";

    private static final SealedColumns SEALED =
            new SealedColumns("privacy.incident", "id", Map.of("what", WHAT, "handling", HANDLING));
    private static final int MOST = 50;
    private static final Period KEPT = Period.ofYears(5);

    private final JdbcClient db;
    private final Seals seals;

    Incidents(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    void open(UUID id, Facts facts, Instant reportBy, AccountId officer) {
        db.sql("""
                        INSERT INTO privacy.incident (id, what, handling, happened_from, happened_until, known_at,
                               report_by, source, source_name, opened_by)
                        VALUES (:id, :what, :handling, :from, :until, :known, :reportBy, :source, :name, :officer)
                        """)
                .param("id", id)
                .param("what", seals.seal(facts.what(), WHAT))
                .param("handling", seals.seal(facts.handling(), HANDLING))
                .param("from", facts.from().atOffset(UTC))
                .param("until", facts.until().atOffset(UTC))
                .param("known", facts.knownAt().atOffset(UTC))
                .param("reportBy", reportBy.atOffset(UTC))
                .param("source", facts.source().name())
                .param("name", facts.sourceName())
                .param("officer", officer.value())
                .update();
    }

    void concern(UUID incident, Collection<AccountId> accounts) {
        db.sql("""
                        INSERT INTO privacy.affected (id, incident, account)
                        SELECT gen_random_uuid(), :incident, account FROM unnest(CAST(:accounts AS uuid[])) AS account
                            ON CONFLICT ON CONSTRAINT concerned_once DO NOTHING
                        """)
                .param("incident", incident)
                .param("accounts", accounts.stream().map(AccountId::value).toArray(UUID[]::new))
                .update();
    }

    List<Incident> all() {
        return db.sql("""
                        SELECT i.*, count(a.account) AS affected, count(a.told_at) AS told
                          FROM privacy.incident i
                          LEFT JOIN privacy.affected a ON a.incident = i.id
                         GROUP BY i.id
                         ORDER BY i.known_at DESC
                         LIMIT :most
                        """).param("most", MOST).query(this::incident).list();
    }

    Optional<Incident> find(UUID id) {
        return db.sql("""
                        SELECT i.*, count(a.account) AS affected, count(a.told_at) AS told
                          FROM privacy.incident i
                          LEFT JOIN privacy.affected a ON a.incident = i.id
                         WHERE i.id = :id
                         GROUP BY i.id
                        """).param("id", id).query(this::incident).optional();
    }

    /** Those it concerns, beyond one that was read before, in the order of their ids. */
    List<AccountId> affected(UUID incident, @Nullable AccountId after, int most) {
        return db.sql("""
                        SELECT account
                          FROM privacy.affected
                         WHERE incident = :incident AND account > :after
                         ORDER BY account
                         LIMIT :most
                        """)
                .param("incident", incident)
                .param("after", after == null ? new UUID(0, 0) : after.value())
                .param("most", most)
                .query((row, _) -> new AccountId(row.getObject("account", UUID.class)))
                .list();
    }

    boolean report(UUID id, Instant now) {
        return db.sql("UPDATE privacy.incident SET reported_at = :now WHERE id = :id AND reported_at IS NULL")
                        .param("id", id)
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    void beginLetters(UUID id, Instant now) {
        db.sql("UPDATE privacy.incident SET letters_at = :now WHERE id = :id AND letters_at IS NULL")
                .param("id", id)
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** Takes some of those nobody has told yet. */
    List<BreachTold> takeUntold(UUID incident, int most, Instant now) {
        return db.sql("""
                        UPDATE privacy.affected
                           SET told_at = :now
                         WHERE id = ANY (ARRAY(
                             SELECT id
                               FROM privacy.affected
                              WHERE incident = :incident AND told_at IS NULL
                              LIMIT :most
                                FOR UPDATE SKIP LOCKED))
                        RETURNING id, account
                        """)
                .param("incident", incident)
                .param("most", most)
                .param("now", now.atOffset(UTC))
                .query((row, _) -> new BreachTold(
                        row.getObject("id", UUID.class), new AccountId(row.getObject("account", UUID.class))))
                .list();
    }

    /** What one of those it concerns is told. */
    Optional<IncidentDesk.Told> told(UUID affected) {
        return db.sql("""
                        SELECT a.account, i.what, i.handling, i.happened_from, i.happened_until
                          FROM privacy.affected a
                          JOIN privacy.incident i ON i.id = a.incident
                         WHERE a.id = :affected
                        """)
                .param("affected", affected)
                .query((row, _) -> new IncidentDesk.Told(
                        new AccountId(row.getObject("account", UUID.class)),
                        seals.open(row.getString("what"), WHAT),
                        seals.open(row.getString("handling"), HANDLING),
                        at(row, "happened_from"),
                        at(row, "happened_until")))
                .optional();
    }

    @Override
    public String table() {
        return SEALED.table();
    }

    @Override
    public List<UUID> sealAnew(UUID after, int most) {
        return SEALED.anew(db, seals, after, most);
    }

    @Override
    public String subject() {
        return "incidents";
    }

    @Override
    public List<Map<String, Object>> about(AccountId account, List<ApplicationId> applications) {
        return db.sql("""
                        SELECT i.what, i.handling, a.told_at
                          FROM privacy.affected a
                          JOIN privacy.incident i ON i.id = a.incident
                         WHERE a.account = :account AND a.told_at IS NOT NULL
                         ORDER BY a.told_at
                         LIMIT :most
                        """)
                .param("account", account.value())
                .param("most", MOST)
                .query((row, _) -> Map.<String, Object>of(
                        "what", seals.open(row.getString("what"), WHAT),
                        "handling", seals.open(row.getString("handling"), HANDLING),
                        "told_at",
                                row.getObject("told_at", OffsetDateTime.class)
                                        .toInstant()
                                        .toString()))
                .list();
    }

    @Override
    public List<Kept> kept() {
        return List.of(Kept.swept(
                "incidents",
                KEPT,
                Kept.Basis.ACCOUNTABILITY,
                new Kept.Rows(
                        "privacy.affected", "incident IN (SELECT id FROM privacy.incident WHERE known_at < :before)"),
                new Kept.Rows("privacy.incident", "known_at < :before")));
    }

    @Override
    public void forget(AccountId account) {
        db.sql("DELETE FROM privacy.affected WHERE account = :account")
                .param("account", account.value())
                .update();
    }

    private Incident incident(ResultSet row, int number) throws SQLException {
        return new Incident(
                row.getObject("id", UUID.class),
                new Facts(
                        seals.open(row.getString("what"), WHAT),
                        seals.open(row.getString("handling"), HANDLING),
                        at(row, "happened_from"),
                        at(row, "happened_until"),
                        at(row, "known_at"),
                        Source.valueOf(row.getString("source")),
                        row.getString("source_name")),
                at(row, "report_by"),
                atIfAny(row, "reported_at"),
                atIfAny(row, "letters_at"),
                row.getLong("affected"),
                row.getLong("told"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant atIfAny(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
