package titian.booking;

import static titian.booking.AppointmentState.CANCELLED;
import static titian.booking.AppointmentState.CHECKED_IN;
import static titian.booking.AppointmentState.CONFIRMED;
import static titian.booking.AppointmentState.DONE;
import static titian.booking.AppointmentState.EXPIRED;
import static titian.booking.AppointmentState.HELD;
import static titian.booking.AppointmentState.NO_SHOW;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import titian.live.LiveEvents;
import titian.office.OfficeDesk;
import titian.shared.AccountId;
import titian.shared.OfficeId;
import titian.shared.PartyId;
import titian.slot.CalendarDesk;
import titian.slot.Day;
import titian.slot.Slot;
import titian.slot.SlotId;
import titian.slot.Wishes;

/**
 * Where places are taken and given back. Every step may be asked twice: the second time nothing happens.
 *
 * <p>Taking and changing places goes through the engine and commits by itself, so it is done outside a transaction; what
 * becomes of an appointment then goes with the caller's.
 */
@Service
@Transactional
public class BookingDesk {

    private final Bookings bookings;
    private final Appointments appointments;
    private final Moves moves;
    private final Resting resting;
    private final CalendarDesk calendars;
    private final OfficeDesk offices;
    private final LiveEvents live;
    private final Clock clock;

    BookingDesk(
            Bookings bookings,
            Appointments appointments,
            Moves moves,
            Resting resting,
            CalendarDesk calendars,
            OfficeDesk offices,
            LiveEvents live,
            Clock clock) {
        this.bookings = bookings;
        this.appointments = appointments;
        this.moves = moves;
        this.resting = resting;
        this.calendars = calendars;
        this.offices = offices;
        this.live = live;
        this.clock = clock;
    }

    /**
     * Books places for all who are named, or for none. A hold is a lease: unless it is claimed in time, it goes back by
     * itself. The same key gives the same answer.
     *
     * @throws BookingRefused saying why not
     */
    @Transactional(propagation = Propagation.NEVER)
    public Booked book(BookingRequest request) {
        return bookings.book(request);
    }

    /**
     * Books the same place once more for somebody whose appointment ended: the one they had, if it still rests, or
     * another of the same window.
     *
     * @throws BookingRefused saying why not
     */
    @Transactional(propagation = Propagation.NEVER)
    public AppointmentId bookAgain(AppointmentId ended, String key, Instant heldUntil) {
        return bookings.bookAgain(ended, key, heldUntil);
    }

    /**
     * Books the earliest place within the wishes for all who are named; should it be taken meanwhile, the next.
     *
     * @throws BookingRefused.NoPlaceFound if there is none
     */
    @Transactional(propagation = Propagation.NEVER)
    public Booked assign(String key, AccountId account, List<BookingRequest.Member> party, Wishes wishes, Terms terms) {
        return bookings.assign(key, account, party, wishes, terms);
    }

    /**
     * Changes the window of a confirmed appointment: it has the new place and not the old, or the old and not the new.
     * Its code and pass stay.
     *
     * @throws BookingRefused if the rules do not allow it or the window has no place left
     */
    @Transactional(propagation = Propagation.NEVER)
    public Appointment reschedule(AppointmentId appointment, SlotId slot, String key) {
        return bookings.reschedule(appointment, slot, key);
    }

    /** Whether the rules let this appointment be moved now, and until when. */
    @Transactional(readOnly = true)
    public ChangeRule changeRule(Appointment appointment) {
        return bookings.changeRule(appointment);
    }

    /**
     * Makes a held place its holder's until then, in the caller's transaction: from now on it goes back only when it is
     * released.
     *
     * @return false if it has gone back before
     */
    public boolean claim(AppointmentId appointment, Instant until) {
        return appointments.claim(appointment, until);
    }

    /**
     * Makes a held place the person's.
     *
     * @return whether the place is the person's; false if it had been given back before
     */
    public boolean confirm(AppointmentId appointment) {
        return appointments.move(appointment, HELD, CONFIRMED)
                || switch (appointments.find(appointment).orElseThrow().state()) {
                    case HELD, EXPIRED, CANCELLED -> false;
                    case CONFIRMED, CHECKED_IN, DONE, NO_SHOW -> true;
                };
    }

    /** Gives a held place back; a confirmed one stays. The place rests before others may have it. */
    public void release(AppointmentId appointment) {
        leave(appointment, HELD, EXPIRED);
    }

    /**
     * Gives a confirmed place back, as long as the rules allow; cancelled already, it stays so.
     *
     * @throws BookingRefused.TooLate if the visit is too near
     * @throws BookingRefused.NotConfirmed if there is nothing to cancel
     */
    public void cancel(AppointmentId appointment) {
        var found = appointments.find(appointment).orElseThrow();
        if (found.state() == CANCELLED) {
            return;
        }
        if (found.state() != CONFIRMED) {
            throw new BookingRefused.NotConfirmed(found.state());
        }
        if (!bookings.changeRule(found).inTime()) {
            throw new BookingRefused.TooLate();
        }
        if (!leave(appointment, CONFIRMED, CANCELLED)) {
            cancel(appointment); // somebody else was quicker: what it has become decides
        }
    }

    private boolean leave(AppointmentId appointment, AppointmentState from, AppointmentState to) {
        var left = appointments.leave(appointment, from, to);
        left.ifPresent(place -> resting.lay(List.of(place), List.of(bookings.backAt(place.office()))));
        return left.isPresent();
    }

    /** Gives up an offer before its deadline: its places come back now. */
    public void giveBack(OfferId offer) {
        resting.keepUntil(offer, clock.instant());
    }

    /** Keeps the places of an offer until then, while whoever accepted it books them; false if they are gone. */
    public boolean keepUntil(OfferId offer, Instant until) {
        return resting.keepUntil(offer, until);
    }

    /** Whether places are kept for an offer, once everybody who is about them has decided. */
    public boolean isKept(OfferId offer) {
        return resting.isKept(offer);
    }

    /**
     * Lets the person with this code in, at any hour of the day of the visit as the office's calendar counts days.
     *
     * @throws BookingRefused saying why not: unknown, wrong office, wrong day, used, not confirmed
     */
    public Appointment checkIn(BookingCode code, OfficeId office) {
        var appointment = appointments.find(code).orElseThrow(BookingRefused.CodeUnknown::new);
        if (!appointment.office().equals(office)) {
            throw new BookingRefused.WrongOffice(appointment.office());
        }
        refuseUnlessConfirmed(appointment);
        var now = clock.instant();
        var zone = offices.find(office).orElseThrow().zone();
        if (!LocalDate.ofInstant(appointment.startsAt(), zone).equals(LocalDate.ofInstant(now, zone))) {
            throw new BookingRefused.WrongDay(appointment.startsAt());
        }
        if (!appointments.checkIn(appointment.id(), now)) {
            refuseUnlessConfirmed(appointments.find(code).orElseThrow());
        }
        live.changed("office:" + office);
        return appointments.find(code).orElseThrow();
    }

    private static void refuseUnlessConfirmed(Appointment appointment) {
        switch (appointment.state()) {
            case CONFIRMED -> {}
            case CHECKED_IN, DONE ->
                throw new BookingRefused.AlreadyUsed(Objects.requireNonNull(appointment.checkedInAt()));
            case HELD, NO_SHOW, CANCELLED, EXPIRED -> throw new BookingRefused.NotConfirmed(appointment.state());
        }
    }

    /** The person was served. */
    public void finish(AppointmentId appointment) {
        if (appointments.move(appointment, CHECKED_IN, DONE)) {
            announce(appointment);
        }
    }

    /** The person did not come when called. */
    public void miss(AppointmentId appointment) {
        if (appointments.move(appointment, CHECKED_IN, NO_SHOW) || appointments.move(appointment, CONFIRMED, NO_SHOW)) {
            announce(appointment);
        }
    }

    private void announce(AppointmentId appointment) {
        live.changed("office:" + appointments.find(appointment).orElseThrow().office());
    }

    public Optional<Appointment> find(AppointmentId appointment) {
        return appointments.find(appointment);
    }

    /** How the time of an appointment was changed, the first change first. */
    @Transactional(readOnly = true)
    public List<Move> moves(AppointmentId appointment) {
        return moves.of(appointment);
    }

    /** Those who were booked together. */
    @Transactional(readOnly = true)
    public List<Appointment> together(PartyId party) {
        return appointments.together(party);
    }

    /** Who has places by this request of the account's, as long as they have them. */
    @Transactional(readOnly = true)
    public Optional<PartyId> answered(AccountId account, String key) {
        return appointments.answered(Ask.key(account, key));
    }

    public Optional<Slot> slot(SlotId slot) {
        return calendars.find(slot);
    }

    /** The windows of an office's day that have not begun, full ones too, in order. */
    public List<Slot> day(OfficeId office, LocalDate day) {
        return calendars.day(office, day, clock.instant());
    }

    /** The days of a month as an applicant sees them. */
    public List<Day> month(OfficeId office, YearMonth month) {
        return calendars.month(office, month, clock.instant());
    }

    /** On each of the earliest days with a place left, the first window that has one. */
    public List<Slot> earliest(OfficeId office, int limit) {
        return calendars.earliest(office, limit, clock.instant());
    }

    /** The confirmed appointments of an office's day and what became of them, in order of the hour: for the door. */
    @Transactional(readOnly = true)
    public List<Appointment> arrivals(OfficeId office, LocalDate day) {
        return offices.find(office)
                .map(open -> appointments.arrivals(
                        office,
                        day.atStartOfDay(open.zone()).toInstant(),
                        day.plusDays(1).atStartOfDay(open.zone()).toInstant()))
                .orElse(List.of());
    }

    /** Opens the days of an office's calendar that people may book by now. Looking at a calendar does so too. */
    public void openDays(OfficeId office) {
        calendars.opened(office, clock.instant());
    }
}
