package titian.waitinglist;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import titian.shared.OfficeId;

/** Where and when somebody could come: any of these offices, on these weekdays between two days, at these hours. */
public record Wanted(
        List<OfficeId> offices, LocalDate firstDay, LocalDate lastDay, Set<DayOfWeek> weekdays, Hours hours) {

    public static final int MOST_OFFICES = 10;

    public Wanted {
        offices = offices.stream().distinct().toList();
        weekdays = Set.copyOf(weekdays);
        if (offices.isEmpty() || offices.size() > MOST_OFFICES) {
            throw new IllegalArgumentException("between one and " + MOST_OFFICES + " offices: " + offices.size());
        }
        if (lastDay.isBefore(firstDay) || weekdays.isEmpty()) {
            throw new IllegalArgumentException("no day is wanted");
        }
    }

    /** Whether any day of the span is one of the weekdays. */
    boolean hasADay() {
        return firstDay.datesUntil(lastDay.plusDays(1)).limit(7).anyMatch(day -> weekdays.contains(day.getDayOfWeek()));
    }

    boolean includes(LocalDate day, Hours part) {
        return !day.isBefore(firstDay)
                && !day.isAfter(lastDay)
                && weekdays.contains(day.getDayOfWeek())
                && hours.include(part);
    }

    /** The weekdays as bits, Monday the lowest. */
    int bits() {
        return weekdays.stream().mapToInt(Wanted::bit).sum();
    }

    static int bit(DayOfWeek day) {
        return 1 << (day.getValue() - 1);
    }

    static Set<DayOfWeek> weekdays(int bits) {
        return Stream.of(DayOfWeek.values())
                .filter(day -> (bits & bit(day)) != 0)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
    }
}
