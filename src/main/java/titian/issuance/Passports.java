package titian.issuance;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.issuance.Passport.State;
import titian.platform.ForgetsPeople;
import titian.platform.Kept;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;
import titian.shared.Speed;

/** The table of passports that are being made, lie ready or were handed over. */
@Repository
class Passports implements ForgetsPeople {

    private final JdbcClient db;

    Passports(JdbcClient db) {
        this.db = db;
    }

    /** It is being made from now on; the second time nothing happens. */
    void begin(ApplicationId application, OfficeId office, Speed speed, Instant now) {
        db.sql("""
                        INSERT INTO issuance.passport (application, office, state, same_day, begun_at)
                        VALUES (:application, :office, 'MADE', :sameDay, :now)
                        ON CONFLICT (application) DO NOTHING
                        """)
                .param("application", application.value())
                .param("office", office.value())
                .param("sameDay", speed == Speed.SAME_DAY)
                .param("now", now.atOffset(UTC))
                .update();
    }

    Optional<Passport> find(ApplicationId application, OfficeId office) {
        return db.sql("SELECT * FROM issuance.passport WHERE application = :application AND office = :office")
                .param("application", application.value())
                .param("office", office.value())
                .query(Passports::passport)
                .optional();
    }

    /** Those of an office in this state: what is promised for the same day, then whichever came to it first. */
    List<Passport> of(OfficeId office, State state, int most) {
        return db.sql("""
                        SELECT *
                          FROM issuance.passport
                         WHERE office = :office AND state = :state
                         ORDER BY same_day DESC, coalesce(ready_at, begun_at), application
                         LIMIT :most
                        """)
                .param("office", office.value())
                .param("state", state.name())
                .param("most", most)
                .query(Passports::passport)
                .list();
    }

    boolean ready(ApplicationId application, AccountId officer, Instant now) {
        return db.sql("""
                        UPDATE issuance.passport
                           SET state = 'READY', ready_at = :now, ready_by = :officer
                         WHERE application = :application AND state = 'MADE'
                        """)
                        .param("application", application.value())
                        .param("officer", officer.value())
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    boolean handOver(ApplicationId application, AccountId officer, Instant now) {
        return db.sql("""
                        UPDATE issuance.passport
                           SET state = 'HANDED_OVER', handed_over_at = :now, handed_over_by = :officer
                         WHERE application = :application AND state = 'READY'
                        """)
                        .param("application", application.value())
                        .param("officer", officer.value())
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    @Override
    public List<Kept> kept() {
        return List.of(Kept.withApplication("finished-passports", Kept.Basis.PASSPORT_SERVICE, "issuance.passport"));
    }

    @Override
    public void forget(List<ApplicationId> applications) {
        db.sql("DELETE FROM issuance.passport WHERE application = ANY (:ids)")
                .param("ids", applications.stream().map(ApplicationId::value).toArray(UUID[]::new))
                .update();
    }

    private static Passport passport(ResultSet row, int number) throws SQLException {
        var readyAt = row.getObject("ready_at", OffsetDateTime.class);
        return new Passport(
                new ApplicationId(row.getObject("application", UUID.class)),
                OfficeId.of(row.getString("office")),
                State.valueOf(row.getString("state")),
                readyAt == null ? null : readyAt.toInstant());
    }
}
