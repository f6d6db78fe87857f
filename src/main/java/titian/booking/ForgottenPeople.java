package titian.booking;

import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.platform.ForgetsPeople;
import titian.platform.Kept;
import titian.shared.ApplicationId;

/** Places stay counted when whoever took them is forgotten: the appointment is nobody's then. */
@Repository
class ForgottenPeople implements ForgetsPeople {

    private final JdbcClient db;

    ForgottenPeople(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Kept> kept() {
        var over = "state IN ('DONE', 'NO_SHOW', 'CANCELLED', 'EXPIRED') AND booked_at < :before";
        return List.of(Kept.swept(
                "appointments",
                Period.ofYears(2),
                Kept.Basis.PASSPORT_SERVICE,
                new Kept.Rows("booking.move", "moved_at < :before"),
                new Kept.Rows("booking.appointment", over)));
    }

    @Override
    public void forget(List<ApplicationId> applications) {
        db.sql("""
                        UPDATE booking.appointment
                           SET person = gen_random_uuid(), account = gen_random_uuid(), application = gen_random_uuid()
                         WHERE application = ANY (:applications)
                           AND state IN ('DONE', 'NO_SHOW', 'CANCELLED', 'EXPIRED')
                        """)
                .param(
                        "applications",
                        applications.stream().map(ApplicationId::value).toArray(UUID[]::new))
                .update();
    }
}
