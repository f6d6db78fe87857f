package titian.slot;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import titian.shared.Channel;
import titian.shared.OfficeId;
import titian.shared.ServiceLane;

/**
 * When somebody would like to come, where the office gives the hour: the earliest place within the wishes is theirs.
 *
 * @param first    the first day that suits, as the office's calendar counts days
 * @param weekdays none means any
 */
public record Wishes(
        OfficeId office,
        ServiceLane lane,
        Channel channel,
        LocalDate first,
        LocalDate last,
        Set<DayOfWeek> weekdays,
        TimeOfDay timeOfDay) {

    /** Before or after noon where the office is. */
    public enum TimeOfDay {
        ANY,
        MORNING,
        AFTERNOON
    }

    public Wishes {
        weekdays = Set.copyOf(weekdays);
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("the last day comes after the first");
        }
    }
}
