package titian.visit;

import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.platform.ForgetsPeople;
import titian.platform.KeepsPersonalData;
import titian.platform.Kept;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** Whom an account named for its visits. */
@Repository
class OwnVisits implements KeepsPersonalData, ForgetsPeople {

    private final Visits visits;
    private final JdbcClient db;

    OwnVisits(Visits visits, JdbcClient db) {
        this.visits = visits;
        this.db = db;
    }

    @Override
    public String subject() {
        return "visits";
    }

    @Override
    public List<Map<String, Object>> about(AccountId account, List<ApplicationId> applications) {
        return visits.of(account).stream().flatMap(OwnVisits::told).toList();
    }

    @Override
    public List<Kept> kept() {
        return List.of(Kept.swept(
                "visits",
                Period.ofDays(90),
                Kept.Basis.PASSPORT_SERVICE,
                new Kept.Rows("visit.guest", "visit IN (SELECT id FROM visit.visit WHERE begun_at < :before)"),
                new Kept.Rows("visit.visit", "begun_at < :before")));
    }

    @Override
    public void forget(List<ApplicationId> applications) {
        db.sql("DELETE FROM visit.guest WHERE application = ANY (:applications)")
                .param(
                        "applications",
                        applications.stream().map(ApplicationId::value).toArray(UUID[]::new))
                .update();
    }

    @Override
    public void forget(AccountId account) {
        db.sql("DELETE FROM visit.visit WHERE account = :account")
                .param("account", account.value())
                .update();
    }

    private static Stream<Map<String, Object>> told(Visit visit) {
        return visit.guests().stream()
                .map(guest -> Map.of(
                        "office", visit.office().value(),
                        "booked", visit.booked(),
                        "name", guest.name(),
                        "nik", guest.nik().value(),
                        "birth_date", guest.birthDate().toString(),
                        "service", guest.service().name()));
    }
}
