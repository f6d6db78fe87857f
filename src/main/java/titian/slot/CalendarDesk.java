package titian.slot;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.office.Office;
import titian.office.OfficeDay;
import titian.office.OfficeDesk;
import titian.shared.OfficeId;
import titian.shared.ServiceLane;
import titian.slot.Day.Openness;

/**
 * Opens the days of offices for booking, each day once: whoever looks at a calendar opens what is missing from it, and
 * a sweep opens the rest. A day is cut in the office's own time zone.
 */
@Service
@Transactional
public class CalendarDesk {

    /** Days off in a row never last longer: an office that has none but such days serves nobody. */
    private static final int LONGEST_BREAK = 21;

    private final OfficeDesk offices;
    private final OpenedDays days;
    private final DaysToCut toCut;
    private final Cutting cutting;
    private final Slots slots;
    private final WishedWindows wished;
    private final SetAside setAside;

    CalendarDesk(
            OfficeDesk offices,
            OpenedDays days,
            DaysToCut toCut,
            Cutting cutting,
            Slots slots,
            WishedWindows wished,
            SetAside setAside) {
        this.offices = offices;
        this.days = days;
        this.toCut = toCut;
        this.cutting = cutting;
        this.slots = slots;
        this.wished = wished;
        this.setAside = setAside;
    }

    /**
     * Opens every day people may book today that has not been opened. Two nodes may do so at once: the second waits for
     * the first and then finds nothing missing. A plan that is being changed meanwhile is waited for, too.
     */
    private void open(Office office, Instant now) {
        var today = office.day(now);
        var last = offices.policy(office.id(), today).lastDay(today);
        if (days.missing(office.id(), today, last).isEmpty() || !serves(office, today)) {
            return;
        }
        toCut.oneAtATime(office.id());
        var missing = days.missing(office.id(), today, last);
        if (missing.isEmpty()) {
            return;
        }
        var cut = cutting.cut(office, missing.getFirst(), missing.getLast());
        cut.outcomes().keySet().retainAll(missing);
        days.add(office.id(), cut.outcomes());
        slots.add(office.id(), cut.windows(), now);
    }

    @Transactional(readOnly = true)
    public Optional<Slot> find(SlotId slot) {
        return slots.find(slot);
    }

    /** For each office that has any place left, when its next one is. One query for all of them. */
    @Transactional(readOnly = true)
    public Map<OfficeId, Instant> nextFree(Instant now) {
        return slots.nextFree(now);
    }

    /** The windows of an office's day that have not begun, full ones too, in order. */
    public List<Slot> day(OfficeId office, LocalDate day, Instant now) {
        return opened(office, now)
                .map(open -> slots.ahead(
                        office,
                        day.atStartOfDay(open.zone()).toInstant(),
                        day.plusDays(1).atStartOfDay(open.zone()).toInstant(),
                        now))
                .orElse(List.of());
    }

    /** What is kept for partners on that day, if it becomes everyone's some time. */
    @Transactional(readOnly = true)
    public Optional<KeptForPartners> keptForPartners(Office office, LocalDate day, Instant now) {
        return setAside.partners(
                office.id(),
                day.atStartOfDay(office.zone()).toInstant(),
                day.plusDays(1).atStartOfDay(office.zone()).toInstant(),
                now);
    }

    /** The days of a month as an applicant sees them. */
    public List<Day> month(OfficeId office, YearMonth month, Instant now) {
        return opened(office, now).map(open -> month(open, month, now)).orElse(List.of());
    }

    private List<Day> month(Office office, YearMonth month, Instant now) {
        var today = office.day(now);
        var known = slots.month(office.id(), month, now, office.zone()).stream()
                .map(day -> day.seen(today))
                .collect(Collectors.toMap(Day::date, Function.identity()));
        if (!month.isBefore(YearMonth.from(today)) && known.size() < month.lengthOfMonth()) {
            notYetOpen(office, month.atDay(1), month.atEndOfMonth()).forEach(day -> known.putIfAbsent(day.date(), day));
        }
        return IntStream.rangeClosed(1, month.lengthOfMonth())
                .mapToObj(month::atDay)
                .map(date -> date.isBefore(today) ? new Day(date, Openness.PAST, 0) : known.get(date))
                .toList();
    }

    /** On each of the earliest days with a place left, the first window that has one. */
    public List<Slot> earliest(OfficeId office, int limit, Instant now) {
        return opened(office, now)
                .map(open -> slots.earliest(office, now, open.zone(), limit))
                .orElse(List.of());
    }

    /** The earliest windows within the wishes, with room for so many who are told so long before. */
    public List<Room> within(Wishes wishes, int people, Duration notice, int limit, Instant now) {
        return opened(wishes.office(), now)
                .map(open -> wished.within(wishes, people, now, now.plus(notice), open.zone(), limit))
                .orElse(List.of());
    }

    /** Opens the days of an office that people may book by now. */
    public Optional<Office> opened(OfficeId office, Instant now) {
        var found = offices.find(office);
        found.ifPresent(open -> open(open, now));
        return found;
    }

    /** How a day that nobody may book yet will be, as far as it is known. */
    private List<Day> notYetOpen(Office office, LocalDate from, LocalDate until) {
        return offices.calendar(office.id(), from, until).stream()
                .map(day -> new Day(
                        day.date(),
                        switch (Cutting.outcome(day)) {
                            case OPEN -> Openness.NOT_YET_OPEN;
                            case CLOSED -> Openness.CLOSED;
                            case HOLIDAY -> Openness.HOLIDAY;
                        },
                        0))
                .toList();
    }

    private boolean serves(Office office, LocalDate today) {
        return Stream.of(ServiceLane.values())
                .flatMap(lane -> offices.calendar(office.id(), lane, today, today.plusDays(LONGEST_BREAK)).stream())
                .anyMatch(OfficeDay.Serving.class::isInstance);
    }
}
