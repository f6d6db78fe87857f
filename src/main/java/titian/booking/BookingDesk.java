package titian.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import titian.shared.ApplicationId;
import titian.shared.Nik;
import titian.shared.OfficeId;

/** Where places are taken and given back. Every step may be asked twice: the second time nothing happens. */
@Service
public class BookingDesk {

    /**
     * Holds a place for the person until then. Asking again for the same application and slot gives the same
     * appointment.
     *
     * @throws BookingRefused.SlotFull if no place is left or the window has begun
     * @throws BookingRefused.AlreadyBooked if the person holds a live appointment for something else
     */
    public Appointment hold(SlotId slot, ApplicationId application, Nik nik, Instant until) {
        throw new UnsupportedOperationException("not yet built: " + slot + application + nik + until);
    }

    /** Makes a held place the person's. */
    public void confirm(AppointmentId appointment) {
        throw new UnsupportedOperationException("not yet built: " + appointment);
    }

    /** Gives a held place back; a confirmed one stays. */
    public void release(AppointmentId appointment) {
        throw new UnsupportedOperationException("not yet built: " + appointment);
    }

    /**
     * Lets the person with this code in.
     *
     * @throws BookingRefused saying why not: unknown, wrong office, wrong day, used, not confirmed
     */
    public Appointment checkIn(BookingCode code, OfficeId office) {
        throw new UnsupportedOperationException("not yet built: " + code + office);
    }

    /** The person was served. */
    public void finish(AppointmentId appointment) {
        throw new UnsupportedOperationException("not yet built: " + appointment);
    }

    /** The person did not come when called. */
    public void miss(AppointmentId appointment) {
        throw new UnsupportedOperationException("not yet built: " + appointment);
    }

    public Optional<Appointment> find(AppointmentId appointment) {
        throw new UnsupportedOperationException("not yet built: " + appointment);
    }

    public Optional<Slot> slot(SlotId slot) {
        throw new UnsupportedOperationException("not yet built: " + slot);
    }

    /** The windows of an office's day that have not begun, full ones too, in order. */
    public List<Slot> day(OfficeId office, LocalDate day) {
        throw new UnsupportedOperationException("not yet built: " + office + day);
    }

    /** The days of a month as an applicant sees them. */
    public List<Day> month(OfficeId office, YearMonth month) {
        throw new UnsupportedOperationException("not yet built: " + office + month);
    }

    /** The earliest windows with a place left. */
    public List<Slot> earliest(OfficeId office, int limit) {
        throw new UnsupportedOperationException("not yet built: " + office + limit);
    }

    /** For each office that has any place left, when its next one is. One query for all of them. */
    public Map<OfficeId, Instant> nextFree() {
        throw new UnsupportedOperationException("not yet built");
    }

    /** The appointments of an office's day, in order of the hour: for the door's list. */
    public List<Appointment> arrivals(OfficeId office, LocalDate day) {
        throw new UnsupportedOperationException("not yet built: " + office + day);
    }
}
