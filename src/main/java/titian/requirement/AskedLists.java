package titian.requirement;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.platform.KeepsPersonalData;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import tools.jackson.databind.json.JsonMapper;

/** The table of lists as they were when an application went in. */
@Repository
class AskedLists implements KeepsPersonalData {

    private final JdbcClient db;
    private final JsonMapper json;

    AskedLists(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** Going in again, as with another time, is being asked anew. */
    void fix(ApplicationId application, Needs needs, Instant at) {
        db.sql("""
                        INSERT INTO requirement.asked (application, service, needs, fixed_at)
                        VALUES (:application, :service, :needs::jsonb, :at)
                        ON CONFLICT (application) DO UPDATE
                           SET service = excluded.service, needs = excluded.needs, fixed_at = excluded.fixed_at
                        """)
                .param("application", application.value())
                .param("service", needs.service().name())
                .param("needs", json.writeValueAsString(needs.all()))
                .param("at", at.atOffset(UTC))
                .update();
    }

    Optional<Needs> find(ApplicationId application) {
        return db.sql("""
                        SELECT service, needs::text AS needs
                          FROM requirement.asked
                         WHERE application = :application
                        """)
                .param("application", application.value())
                .query((row, _) -> new Needs(
                        RequestedService.valueOf(row.getString("service")),
                        List.of(json.readValue(row.getString("needs"), Need[].class))))
                .optional();
    }

    /** How many applications have gone in with such a list. */
    long count(RequestedService service) {
        return db.sql("SELECT count(*) FROM requirement.asked WHERE service = :service")
                .param("service", service.name())
                .query(Long.class)
                .single();
    }

    @Override
    public String subject() {
        return "papers";
    }

    @Override
    public List<Map<String, Object>> about(AccountId account, List<ApplicationId> applications) {
        return applications.stream()
                .flatMap(application -> find(application).stream()
                        .map(needs -> Map.<String, Object>of(
                                "application",
                                application.toString(),
                                "service",
                                needs.service().name(),
                                "papers",
                                needs.must().stream()
                                        .map(need -> need.anyOf().getFirst().nameId())
                                        .toList())))
                .toList();
    }
}
