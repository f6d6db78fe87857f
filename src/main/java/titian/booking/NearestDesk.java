package titian.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import titian.booking.NearestSlots.Near;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.office.SameDayDesk;
import titian.shared.Speed;

/** Where somebody whose place has gone gets the nearest that is as good. */
@Service
public class NearestDesk {

    private static final int TRIED = 10;

    private final Bookings bookings;
    private final Appointments appointments;
    private final NearestSlots nearest;
    private final OfficeDesk offices;
    private final SameDayDesk sameDays;
    private final Clock clock;

    NearestDesk(
            Bookings bookings,
            Appointments appointments,
            NearestSlots nearest,
            OfficeDesk offices,
            SameDayDesk sameDays,
            Clock clock) {
        this.bookings = bookings;
        this.appointments = appointments;
        this.nearest = nearest;
        this.offices = offices;
        this.sameDays = sameDays;
        this.clock = clock;
    }

    /**
     * Holds a place for somebody whose appointment ended: at the same office, for the same service, as near to the hour
     * they had as there is one that begins when the hold is over, so that it can be answered until the end. Unclaimed, it
     * goes back by itself. The same key gives the same answer.
     *
     * @param promised how soon the passport was promised: an hour from which that cannot be kept is not as good
     * @throws BookingRefused saying why not
     */
    @Transactional(propagation = Propagation.NEVER)
    public Appointment hold(AppointmentId ended, String key, Instant until, Speed promised) {
        var had = appointments.find(ended).orElseThrow();
        var now = clock.instant();
        var office = offices.find(had.office()).orElseThrow();
        var notice = offices.policy(office.id(), office.day(now)).minimumNotice();
        var soonest = now.plus(notice);
        var equal = nearest.to(had, now, soonest.isAfter(until) ? soonest : until).stream()
                .filter(keeps(promised, office))
                .limit(TRIED)
                .toList();
        for (var near : equal) {
            try {
                return appointments
                        .find(bookings.bookInstead(
                                had, near.slot(), key, Terms.heldUntil(until).minimumNotice(notice)))
                        .orElseThrow();
            } catch (BookingRefused.SlotFull | BookingRefused.TooLate _) {
                // the next may have room
            }
        }
        throw new BookingRefused.NoPlaceFound();
    }

    private Predicate<Near> keeps(Speed promised, Office office) {
        return near -> promised == Speed.REGULAR
                || sameDays.isMadeFor(office.id(), near.startsAt().atZone(office.zone()));
    }
}
