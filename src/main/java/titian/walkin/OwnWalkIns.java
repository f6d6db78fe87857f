package titian.walkin;

import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.platform.ForgetsPeople;
import titian.platform.KeepsPersonalData;
import titian.platform.Kept;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** Why somebody went first says something of their health or age: it is kept apart, and not for long. */
@Repository
class OwnWalkIns implements KeepsPersonalData, ForgetsPeople {

    private final JdbcClient db;

    OwnWalkIns(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String subject() {
        return "walk-ins";
    }

    @Override
    public List<Map<String, Object>> about(AccountId account, List<ApplicationId> applications) {
        return db.sql("""
                        SELECT application, office, partner, channel, priority_group, begun_at
                          FROM walkin.walk_in
                         WHERE application = ANY (:applications) AND appointment IS NOT NULL
                        """)
                .param("applications", ids(applications))
                .query((row, _) -> Map.<String, Object>of(
                        "application", row.getString("application"),
                        "office", row.getString("office"),
                        "partner", row.getString("partner") == null ? "" : row.getString("partner"),
                        "channel", row.getString("channel"),
                        "priority_group",
                                row.getString("priority_group") == null ? "" : row.getString("priority_group"),
                        "at", row.getTimestamp("begun_at").toInstant().toString()))
                .list();
    }

    @Override
    public List<Kept> kept() {
        return List.of(Kept.swept(
                "walk-ins",
                Period.ofDays(90),
                Kept.Basis.PASSPORT_SERVICE,
                new Kept.Rows("walkin.walk_in", "begun_at < :before")));
    }

    @Override
    public void forget(List<ApplicationId> applications) {
        db.sql("DELETE FROM walkin.walk_in WHERE application = ANY (:applications)")
                .param("applications", ids(applications))
                .update();
    }

    private static UUID[] ids(List<ApplicationId> applications) {
        return applications.stream().map(ApplicationId::value).toArray(UUID[]::new);
    }
}
