package titian.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import titian.office.DocumentsTime;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.office.Policy;
import titian.shared.OfficeId;
import titian.shared.ServiceLane;
import titian.waitingroom.Passage;
import titian.waitingroom.WaitingRoomDesk;

/** What every page of a visit needs to know of its office: which it is, by which rules, and whether one has to wait. */
@Component
class Arranging {

    private final OfficeDesk offices;
    private final WaitingRoomDesk rooms;
    private final Clock clock;

    Arranging(OfficeDesk offices, WaitingRoomDesk rooms, Clock clock) {
        this.offices = offices;
        this.rooms = rooms;
        this.clock = clock;
    }

    Office office(OfficeId id) {
        return offices.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    LocalDate today(Office office) {
        return LocalDate.ofInstant(clock.instant(), office.zone());
    }

    Policy policy(Office office) {
        return offices.policy(office.id(), today(office));
    }

    /** Whether people may come to this office with nothing but a place in its queue. */
    boolean takesVisits(Office office) {
        return offices.closed(office.id(), today(office)).isEmpty()
                && policy(office).documents() == DocumentsTime.AT_OFFICE;
    }

    /** Where to wait first, while a waiting room is open that has not let this person in. */
    Optional<String> detour(Visit visit, @Nullable String admission) {
        return switch (rooms.mayBook(visit.account(), visit.office(), ServiceLane.PASSPORT, admission)) {
            case Passage.NotNeeded _, Passage.Admitted _ -> Optional.empty();
            case Passage.Wait wait -> Optional.of(wait.andComeBackTo(visit.address("/waktu")));
        };
    }
}
