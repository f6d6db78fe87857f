package titian.visit;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import titian.platform.KeepsPersonalData;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** Whom an account named for its visits. */
@Component
class OwnVisits implements KeepsPersonalData {

    private final Visits visits;

    OwnVisits(Visits visits) {
        this.visits = visits;
    }

    @Override
    public String subject() {
        return "visits";
    }

    @Override
    public List<Map<String, Object>> about(AccountId account, List<ApplicationId> applications) {
        return visits.of(account).stream().flatMap(OwnVisits::told).toList();
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
