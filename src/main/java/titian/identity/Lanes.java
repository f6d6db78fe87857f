package titian.identity;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.platform.KeepsPersonalData;
import titian.registry.RegistryAnswer.Field;
import titian.seal.HoldsSealed;
import titian.seal.SealedColumns;
import titian.seal.Seals;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;

/** The table of numbers in doubt. It holds no number: that stays among the answers of the form. */
@Repository
class Lanes implements HoldsSealed, KeepsPersonalData {

    private static final String NOTE = "identity.note";

    private static final SealedColumns SEALED = new SealedColumns("identity.lane", "application", Map.of("note", NOTE));

    private final JdbcClient db;
    private final Seals seals;

    Lanes(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    /** A place in the list of an office, from which it goes on. */
    record After(Instant visitAt, ApplicationId application) {

        private static final ApplicationId NOBODY = new ApplicationId(new UUID(0, 0));

        /** Between whoever came before that time and whoever comes from then on. */
        static After before(Instant time) {
            return new After(time, NOBODY);
        }
    }

    /** The registry did not say yes. The second time the row is brought up to date. */
    void open(ApplicationId application, String outcome, Set<Field> differing, Instant at) {
        db.sql("""
                        INSERT INTO identity.lane (application, outcome, differing, since, next_try_at)
                        VALUES (:application, :outcome, :differing, :at, :next)
                        ON CONFLICT (application) DO UPDATE
                           SET outcome = excluded.outcome, differing = excluded.differing,
                               settled_at = NULL, settled_by = NULL, reason = NULL, note = NULL
                        """)
                .param("application", application.value())
                .param("outcome", outcome)
                .param("differing", differing.stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("at", at.atOffset(UTC))
                .param("next", at.plus(Lane.pause(0)).atOffset(UTC))
                .update();
    }

    /** The registry has said yes. */
    void confirm(ApplicationId application, String outcome, Instant at) {
        db.sql("""
                        UPDATE identity.lane
                           SET outcome = :outcome, differing = '{}', settled_at = :at
                         WHERE application = :application AND settled_at IS NULL
                        """)
                .param("application", application.value())
                .param("outcome", outcome)
                .param("at", at.atOffset(UTC))
                .update();
    }

    /** An officer has settled it; false if somebody was quicker. */
    boolean settle(
            ApplicationId application, AccountId officer, SettlingReason reason, @Nullable String note, Instant at) {
        return db.sql("""
                        UPDATE identity.lane
                           SET settled_at = :at, settled_by = :officer, reason = :reason, note = :note
                         WHERE application = :application AND settled_at IS NULL
                        """)
                        .param("application", application.value())
                        .param("officer", officer.value())
                        .param("reason", reason.name())
                        .param("note", seals.sealIfAny(note, NOTE))
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    /** Where and when the applicant is expected. */
    void expect(ApplicationId application, OfficeId office, Instant visitAt) {
        db.sql("""
                        UPDATE identity.lane SET office = :office, visit_at = :visit WHERE application = :application
                        """)
                .param("application", application.value())
                .param("office", office.value())
                .param("visit", visitAt.atOffset(UTC))
                .update();
    }

    void forget(ApplicationId application) {
        db.sql("DELETE FROM identity.lane WHERE application = :application")
                .param("application", application.value())
                .update();
    }

    Optional<Lane> find(ApplicationId application) {
        return db.sql("SELECT * FROM identity.lane WHERE application = :application")
                .param("application", application.value())
                .query((row, _) -> lane(row))
                .optional();
    }

    /** What is open at an office for whoever comes after that place, the next visit on top. */
    List<Lane> coming(OfficeId office, After after, int most) {
        return db.sql("""
                        SELECT * FROM identity.lane
                         WHERE office = :office AND settled_at IS NULL
                           AND (visit_at, application) > (:at, :application)
                         ORDER BY visit_at, application
                         LIMIT :most
                        """)
                .param("office", office.value())
                .param("at", after.visitAt().atOffset(UTC))
                .param("application", after.application().value())
                .param("most", most)
                .query((row, _) -> lane(row))
                .list();
    }

    /** What is open at an office for whoever was expected before that place, the last visit on top. */
    List<Lane> past(OfficeId office, Instant from, After after, int most) {
        return db.sql("""
                        SELECT * FROM identity.lane
                         WHERE office = :office AND settled_at IS NULL AND visit_at >= :from
                           AND (visit_at, application) < (:at, :application)
                         ORDER BY visit_at DESC, application DESC
                         LIMIT :most
                        """)
                .param("office", office.value())
                .param("from", from.atOffset(UTC))
                .param("at", after.visitAt().atOffset(UTC))
                .param("application", after.application().value())
                .param("most", most)
                .query((row, _) -> lane(row))
                .list();
    }

    /** Takes some that are due to be asked about again; whoever takes one has put it off already. */
    List<Lane> takeDue(Instant now, int most) {
        var due = db.sql("""
                        SELECT * FROM identity.lane
                         WHERE settled_at IS NULL AND next_try_at <= :now
                         ORDER BY next_try_at
                         LIMIT :most
                           FOR UPDATE SKIP LOCKED
                        """)
                .param("now", now.atOffset(UTC))
                .param("most", most)
                .query((row, _) -> lane(row))
                .list();
        due.forEach(lane -> putOff(lane, now));
        return due;
    }

    private void putOff(Lane lane, Instant now) {
        db.sql("""
                        UPDATE identity.lane
                           SET tries = tries + 1, next_try_at = :next
                         WHERE application = :application
                        """)
                .param("application", lane.application().value())
                .param("next", now.plus(Lane.pause(lane.tries() + 1)).atOffset(UTC))
                .update();
    }

    private static Lane lane(ResultSet row) throws SQLException {
        var office = row.getString("office");
        return new Lane(
                new ApplicationId(row.getObject("application", UUID.class)),
                row.getString("outcome"),
                Stream.of((String[]) row.getArray("differing").getArray())
                        .map(Field::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                office == null ? null : new OfficeId(office),
                instant(row, "visit_at"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getInt("tries"),
                instant(row, "settled_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    @Override
    public String subject() {
        return "identity";
    }

    @Override
    public List<Map<String, Object>> about(AccountId account, List<ApplicationId> applications) {
        return applications.stream()
                .flatMap(application -> db
                        .sql("SELECT * FROM identity.lane WHERE application = :application")
                        .param("application", application.value())
                        .query((row, _) -> Map.<String, Object>of(
                                "application",
                                application.toString(),
                                "outcome",
                                row.getString("outcome"),
                                "reason",
                                String.valueOf(row.getString("reason")),
                                "note",
                                String.valueOf(seals.openIfAny(row.getString("note"), NOTE))))
                        .list()
                        .stream())
                .toList();
    }

    @Override
    public String table() {
        return SEALED.table();
    }

    @Override
    public List<UUID> sealAnew(UUID after, int most) {
        return SEALED.anew(db, seals, after, most);
    }
}
