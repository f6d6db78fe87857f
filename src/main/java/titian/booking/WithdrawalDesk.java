package titian.booking;

import static titian.booking.AppointmentState.CANCELLED;
import static titian.booking.AppointmentState.CONFIRMED;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where an office takes a visit back that will not lead to anything: no rule about a person's own changes is asked. */
@Service
@Transactional
public class WithdrawalDesk {

    private final Appointments appointments;
    private final Bookings bookings;
    private final Resting resting;

    WithdrawalDesk(Appointments appointments, Bookings bookings, Resting resting) {
        this.appointments = appointments;
        this.bookings = bookings;
        this.resting = resting;
    }

    /** Gives a confirmed place back; false if the visit has begun or is over. */
    public boolean withdraw(AppointmentId appointment) {
        var left = appointments.leave(appointment, CONFIRMED, CANCELLED);
        left.ifPresent(place -> resting.lay(List.of(place), List.of(bookings.backAt(place.office()))));
        return left.isPresent();
    }
}
