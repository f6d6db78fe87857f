package titian.visit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
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
import titian.slot.CalendarDesk;
import titian.waitingroom.Passage;
import titian.waitingroom.WaitingRoomDesk;

/** What every page of a visit needs to know of its office: which it is, by which rules, and whether one has to wait. */
@Component
class Arranging {

    private static final int MOST_OFFICES = 200;

    private final OfficeDesk offices;
    private final CalendarDesk calendars;
    private final WaitingRoomDesk rooms;
    private final Clock clock;

    Arranging(OfficeDesk offices, CalendarDesk calendars, WaitingRoomDesk rooms, Clock clock) {
        this.offices = offices;
        this.calendars = calendars;
        this.rooms = rooms;
        this.clock = clock;
    }

    Office office(OfficeId id) {
        return offices.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    LocalDate today(Office office) {
        return office.day(clock.instant());
    }

    Policy policy(Office office) {
        return offices.policy(office.id(), today(office));
    }

    /** Whether people may come to this office with nothing but a place in its queue. */
    boolean takesVisits(Office office) {
        return offices.closed(office.id(), today(office)).isEmpty()
                && policy(office).documents() == DocumentsTime.AT_OFFICE;
    }

    /** An office where people book nothing but a place in the queue, and when its next one is free. */
    record QueueOffice(
            Office office, Policy policy, @Nullable Instant nextFree) {}

    List<QueueOffice> offices() {
        var now = clock.instant();
        var nextFree = calendars.nextFree(now);
        return offices.takingPapersAtTheCounter(LocalDate.ofInstant(now, ZoneOffset.UTC)).stream()
                .flatMap(id -> offices.find(id).stream())
                .filter(this::takesVisits)
                .sorted(Comparator.comparing(Office::city).thenComparing(Office::name))
                .limit(MOST_OFFICES)
                .map(office -> new QueueOffice(office, policy(office), nextFree.get(office.id())))
                .toList();
    }

    /** Whether a waiting room is open at the office that has not let this person in, or until when it has. */
    Passage passage(Visit visit, @Nullable String admission) {
        return rooms.mayBook(visit.account(), visit.office(), ServiceLane.PASSPORT, admission);
    }
}
