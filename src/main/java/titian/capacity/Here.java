package titian.capacity;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.queue.Officer;
import titian.shared.SignedIn;

/** Where an administrator works, and what day it is there: the days of a plan are counted by the office's own clock. */
@Component
class Here {

    /** An administrator's own office today. */
    record At(Office office, LocalDate today) {}

    private final OfficeDesk offices;
    private final Clock clock;

    Here(OfficeDesk offices, Clock clock) {
        this.offices = offices;
        this.clock = clock;
    }

    At of(SignedIn me) {
        var office = offices.find(Officer.of(me).office()).orElseThrow();
        return new At(office, office.day(clock.instant()));
    }
}
