package titian.schedule;

import static java.util.Comparator.comparing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.time.temporal.ValueRange;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import titian.office.Office;
import titian.shared.ServiceLane;
import titian.slot.CalendarDesk;
import titian.slot.Day;
import titian.slot.Slot;
import titian.slot.SlotId;
import titian.waitingroom.Release;
import titian.waitingroom.WaitingRoomDesk;

/** What an office has to choose from, opened where the reader is: for every page on which somebody chooses a time. */
@Component
public class Timetable {

    private static final int QUICK = 3;
    private static final int TO_COMPARE = 60;
    private static final ValueRange YEARS = ValueRange.of(2020, 2100);

    private final CalendarDesk calendars;
    private final WaitingRoomDesk rooms;
    private final Clock clock;

    Timetable(CalendarDesk calendars, WaitingRoomDesk rooms, Clock clock) {
        this.calendars = calendars;
        this.rooms = rooms;
        this.clock = clock;
    }

    /** Where in the calendar the reader is, as the address says it: all may be absent. */
    public record At(
            @Nullable String bulan,
            @Nullable String tanggal,
            @Nullable String slot) {

        /** Where a reader is who has not turned a page yet. */
        public static final At BEGINNING = new At(null, null, null);
    }

    /**
     * What there is to choose from.
     *
     * @param quick the three to offer first: the earliest, or the nearest to a time that was taken meanwhile
     * @param day the day whose hours are shown, if any
     * @param gone the time that was wanted and is no longer free
     * @param releases those of the office that are announced
     */
    public record Times(
            Office office,
            List<Day> month,
            List<Slot> quick,
            @Nullable LocalDate day,
            List<Slot> hours,
            @Nullable SlotId selected,
            @Nullable Instant gone,
            List<Release> releases,
            Instant now) {}

    /** @param wanted a time that was chosen before; should it be gone, the nearest ones are offered first */
    public Times open(Office office, At at, Optional<Slot> wanted) {
        var chosen = slot(at.slot()).or(() -> at.tanggal() == null && at.bulan() == null ? wanted : Optional.empty());
        var gone = wanted.filter(slot -> !canBeTaken(slot)).map(Slot::startsAt);
        var day = date(at.tanggal()).or(() -> chosen.map(slot -> office.day(slot.startsAt())));
        var earliest = calendars.earliest(office.id(), gone.isPresent() ? TO_COMPARE : QUICK, clock.instant());
        var quick = gone.map(time -> nearestTo(time, earliest, office)).orElse(earliest);
        return new Times(
                office,
                calendars.month(office.id(), month(at, day.orElse(null), quick, office), clock.instant()),
                quick,
                day.orElse(null),
                day.map(date -> calendars.day(office.id(), date, clock.instant()))
                        .orElse(List.of()),
                chosen.filter(this::canBeTaken).map(Slot::id).orElse(null),
                gone.orElse(null),
                rooms.coming(office.id(), ServiceLane.PASSPORT),
                clock.instant());
    }

    /** The free times nearest to the one wanted: of that day first of all, then of any. */
    private List<Slot> nearestTo(Instant wanted, List<Slot> earliest, Office office) {
        var sameDay = calendars.day(office.id(), office.day(wanted), clock.instant());
        return Stream.concat(sameDay.stream(), earliest.stream())
                .filter(this::canBeTaken)
                .distinct()
                .sorted(comparing((Slot slot) ->
                                Duration.between(wanted, slot.startsAt()).abs())
                        .thenComparing(Slot::startsAt))
                .limit(QUICK)
                .sorted(comparing(Slot::startsAt))
                .toList();
    }

    /** The month asked for, else that of the day shown, else that of the first time offered, else this one. */
    private YearMonth month(At at, @Nullable LocalDate day, List<Slot> quick, Office office) {
        var shown = quick.isEmpty() ? clock.instant() : quick.getFirst().startsAt();
        return month(at.bulan())
                .or(() -> Optional.ofNullable(day).map(YearMonth::from))
                .orElseGet(() -> YearMonth.from(shown.atZone(office.zone())));
    }

    public boolean canBeTaken(Slot slot) {
        return slot.canBeTaken(clock.instant());
    }

    /** The window an address names, if it names one there is. What cannot be read is a bad request. */
    public Optional<Slot> slot(@Nullable String typed) {
        try {
            return typed == null || typed.isEmpty()
                    ? Optional.empty()
                    : calendars.find(new SlotId(UUID.fromString(typed)));
        } catch (IllegalArgumentException _) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }

    /** The day an address names, if it names one. What cannot be read is a bad request. */
    public static Optional<LocalDate> date(@Nullable String typed) {
        return typed == null ? Optional.empty() : Optional.of(sensible(() -> LocalDate.parse(typed)));
    }

    private static Optional<YearMonth> month(@Nullable String typed) {
        return typed == null ? Optional.empty() : Optional.of(sensible(() -> YearMonth.parse(typed)));
    }

    /** A day or month no calendar of ours reaches is as malformed as one that cannot be read. */
    private static <T extends Temporal> T sensible(Supplier<T> parse) {
        try {
            var read = parse.get();
            if (YEARS.isValidValue(read.get(ChronoField.YEAR))) {
                return read;
            }
        } catch (DateTimeParseException _) {
            // answered below
        }
        throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
}
