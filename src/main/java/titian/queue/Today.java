package titian.queue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.shared.OfficeId;

/** What day and hour it is at an office, by its own calendar. */
@Component
class Today {

    /** An office at this moment. */
    record At(Office office, LocalDate day, Instant now) {}

    private final OfficeDesk offices;
    private final Clock clock;

    Today(OfficeDesk offices, Clock clock) {
        this.offices = offices;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    At at(OfficeId office) {
        var found = offices.find(office).orElseThrow(() -> new IllegalStateException("no office " + office));
        var now = now();
        return new At(found, now.atZone(found.zone()).toLocalDate(), now);
    }
}
