package titian.capacity;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import titian.application.ApplicationDesk;
import titian.booking.Appointment;
import titian.office.OfficeDesk;
import titian.office.SameDayDesk;
import titian.shared.ApplicationId;
import titian.shared.Speed;
import titian.slot.Slot;

/** Whether people who were promised their passport for the day of the visit can still have it then from another window. */
@Component
class SameDayPeople {

    private final ApplicationDesk applications;
    private final OfficeDesk offices;
    private final SameDayDesk sameDays;

    SameDayPeople(ApplicationDesk applications, OfficeDesk offices, SameDayDesk sameDays) {
        this.applications = applications;
        this.offices = offices;
        this.sameDays = sameDays;
    }

    /** One of them to whom it was promised. */
    Optional<ApplicationId> among(List<Appointment> people) {
        return people.stream()
                .flatMap(one -> applications.summary(one.application()).stream())
                .filter(summary -> summary.speed() == Speed.SAME_DAY)
                .map(ApplicationDesk.Summary::id)
                .findFirst();
    }

    /** Whether this window is too late an hour for it, or its office does it no longer. */
    boolean isTooLate(Slot to) {
        var zone = offices.find(to.office()).orElseThrow().zone();
        return !sameDays.isMadeFor(to.office(), to.startsAt().atZone(zone));
    }
}
