package titian.officer;

import java.util.Objects;
import org.springframework.stereotype.Component;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.office.PlanningDesk;
import titian.shared.OfficeId;
import titian.shared.SignedIn;
import titian.web.Words;

/** What the places are called where officers serve: offices, and the regional offices above them. */
@Component
class Places {

    private final OfficeDesk offices;
    private final PlanningDesk planning;

    Places(OfficeDesk offices, PlanningDesk planning) {
        this.offices = offices;
        this.planning = planning;
    }

    String name(SignedIn officer, Words words) {
        return name(Objects.requireNonNull(officer.office(), "only officers come here"), words);
    }

    String name(OfficeId place, Words words) {
        return offices.find(place)
                .map(Office::name)
                .or(() -> planning.regionalOffice(place)
                        .map(region ->
                                words.text("officer.region", region.province().name())))
                .orElseGet(place::value);
    }
}
