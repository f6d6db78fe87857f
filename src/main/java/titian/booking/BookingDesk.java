package titian.booking;

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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.booking.Day.Openness;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.platform.LiveEvents;
import titian.shared.ApplicationId;
import titian.shared.Nik;
import titian.shared.OfficeId;

/** Where places are taken and given back. Every step may be asked twice: the second time nothing happens. */
@Service
@Transactional
public class BookingDesk {

    private final Appointments appointments;
    private final Slots slots;
    private final Calendars calendars;
    private final OfficeDesk offices;
    private final LiveEvents live;
    private final Clock clock;

    BookingDesk(
            Appointments appointments,
            Slots slots,
            Calendars calendars,
            OfficeDesk offices,
            LiveEvents live,
            Clock clock) {
        this.appointments = appointments;
        this.slots = slots;
        this.calendars = calendars;
        this.offices = offices;
        this.live = live;
        this.clock = clock;
    }

    /**
     * Holds a place for the person until then. Asking again for the same application and slot gives the same
     * appointment.
     *
     * <p>The place comes before the appointment, so that the row everybody wants decides at once; of one person's two
     * simultaneous requests, the database lets one through.
     *
     * @throws BookingRefused.SlotFull if no place is left or the window has begun
     * @throws BookingRefused.AlreadyBooked if the person holds a live appointment for something else
     */
    public Appointment hold(SlotId slot, ApplicationId application, Nik nik, Instant until) {
        var had = appointments.live(nik);
        if (had.isPresent()) {
            return sameOrRefused(had.get(), slot, application);
        }
        var now = clock.instant();
        if (!slots.takePlace(slot, now)) {
            throw new BookingRefused.SlotFull(slot);
        }
        var mine = AppointmentId.next();
        var standing = appointments.add(mine, slot, application, nik, until, now);
        var appointment = appointments.find(standing).orElseThrow();
        if (standing.equals(mine)) {
            return appointment;
        }
        slots.givePlaceBack(slot);
        return sameOrRefused(appointment, slot, application);
    }

    private static Appointment sameOrRefused(Appointment had, SlotId slot, ApplicationId application) {
        if (had.slot().equals(slot) && had.application().equals(application)) {
            return had;
        }
        throw new BookingRefused.AlreadyBooked(had);
    }

    /**
     * Makes a held place the person's.
     *
     * @return whether the place is the person's; false if it had been given back before
     */
    public boolean confirm(AppointmentId appointment) {
        return appointments.move(appointment, HELD, CONFIRMED)
                || appointments.find(appointment).orElseThrow().state() != EXPIRED;
    }

    /** Gives a held place back; a confirmed one stays. */
    public void release(AppointmentId appointment) {
        slots.lockSlotOf(appointment);
        if (appointments.move(appointment, HELD, EXPIRED)) {
            slots.givePlaceBack(appointments.find(appointment).orElseThrow().slot());
        }
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
            case HELD, NO_SHOW, EXPIRED -> throw new BookingRefused.NotConfirmed(appointment.state());
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

    public Optional<Slot> slot(SlotId slot) {
        return slots.find(slot);
    }

    /** The windows of an office's day that have not begun, full ones too, in order. */
    public List<Slot> day(OfficeId office, LocalDate day) {
        var now = clock.instant();
        return opened(office, now)
                .map(open -> slots.ahead(
                        office,
                        day.atStartOfDay(open.zone()).toInstant(),
                        day.plusDays(1).atStartOfDay(open.zone()).toInstant(),
                        now))
                .orElse(List.of());
    }

    /** The days of a month as an applicant sees them. */
    public List<Day> month(OfficeId office, YearMonth month) {
        var now = clock.instant();
        return opened(office, now).map(open -> month(open, month, now)).orElse(List.of());
    }

    private List<Day> month(Office office, YearMonth month, Instant now) {
        var today = LocalDate.ofInstant(now, office.zone());
        var known = slots.month(office.id(), month, now, office.zone()).stream()
                .map(day -> day.seen(today))
                .collect(Collectors.toMap(Day::date, Function.identity()));
        if (!month.isBefore(YearMonth.from(today)) && known.size() < month.lengthOfMonth()) {
            calendars
                    .notYetOpen(office, month.atDay(1), month.atEndOfMonth())
                    .forEach(day -> known.putIfAbsent(day.date(), day));
        }
        return IntStream.rangeClosed(1, month.lengthOfMonth())
                .mapToObj(month::atDay)
                .map(date -> date.isBefore(today) ? new Day(date, Openness.PAST, 0) : known.get(date))
                .toList();
    }

    /** On each of the earliest days with a place left, the first window that has one. */
    public List<Slot> earliest(OfficeId office, int limit) {
        var now = clock.instant();
        return opened(office, now)
                .map(open -> slots.earliest(office, now, open.zone(), limit))
                .orElse(List.of());
    }

    /** For each office that has any place left, when its next one is. One query for all of them. */
    @Transactional(readOnly = true)
    public Map<OfficeId, Instant> nextFree() {
        return slots.nextFree(clock.instant());
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
        opened(office, clock.instant());
    }

    private Optional<Office> opened(OfficeId office, Instant now) {
        var found = offices.find(office);
        found.ifPresent(open -> calendars.open(open, LocalDate.ofInstant(now, open.zone())));
        return found;
    }
}
