package titian.booking;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import titian.office.OfficeDesk;

/** Where somebody whose place has gone gets the nearest that is as good. */
@Service
public class NearestDesk {

    private final Bookings bookings;
    private final Appointments appointments;
    private final NearestSlots nearest;
    private final OfficeDesk offices;
    private final Clock clock;

    NearestDesk(Bookings bookings, Appointments appointments, NearestSlots nearest, OfficeDesk offices, Clock clock) {
        this.bookings = bookings;
        this.appointments = appointments;
        this.nearest = nearest;
        this.offices = offices;
        this.clock = clock;
    }

    /**
     * Holds a place for somebody whose appointment ended: at the same office, for the same service, as near to the hour
     * they had as there is one that begins when the hold is over, so that it can be answered until the end. Unclaimed, it
     * goes back by itself. The same key gives the same answer.
     *
     * @throws BookingRefused saying why not
     */
    @Transactional(propagation = Propagation.NEVER)
    public Appointment hold(AppointmentId ended, String key, Instant until) {
        var had = appointments.find(ended).orElseThrow();
        var now = clock.instant();
        var zone = offices.find(had.office()).orElseThrow().zone();
        var notice =
                offices.policy(had.office(), LocalDate.ofInstant(now, zone)).minimumNotice();
        var soonest = now.plus(notice);
        for (var slot : nearest.to(had, now, soonest.isAfter(until) ? soonest : until)) {
            try {
                return appointments
                        .find(bookings.bookInstead(
                                had, slot, key, Terms.heldUntil(until).minimumNotice(notice)))
                        .orElseThrow();
            } catch (BookingRefused.SlotFull | BookingRefused.TooLate _) {
                // the next may have room
            }
        }
        throw new BookingRefused.NoPlaceFound();
    }
}
