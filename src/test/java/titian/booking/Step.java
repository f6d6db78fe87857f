package titian.booking;

import java.time.Duration;
import java.util.List;

/**
 * Something that happens to a few people and windows, each known by a small number. What the number of an appointment
 * means depends on how many there are by then.
 */
sealed interface Step {

    /**
     * Somebody asks for places.
     *
     * @param second  the window beside it, or the same for none
     * @param scoped  whether they may only book in the office's public windows
     * @param offered whether they come with the last offer made for this window
     */
    record Book(
            int account,
            int key,
            List<Integer> people,
            int window,
            int second,
            boolean confirmed,
            int daysBetween,
            int minutesNotice,
            int groupLimit,
            boolean scoped,
            boolean offered)
            implements Step {}

    /** Several ask at the same moment and are decided together. */
    record BookTogether(List<Book> requests) implements Step {}

    record BookAgain(int appointment, int key) implements Step {}

    record Reschedule(int appointment, int window, int key) implements Step {}

    record Claim(int appointment) implements Step {}

    record Confirm(int appointment) implements Step {}

    record Release(int appointment) implements Step {}

    record Cancel(int appointment) implements Step {}

    record CheckIn(int appointment) implements Step {}

    record Finish(int appointment) implements Step {}

    record Miss(int appointment) implements Step {}

    /** Somebody on the waiting list would like so many of the next places that come back to this window. */
    record Wish(int window, int places) implements Step {}

    record Later(Duration time) implements Step {}

    /** Holds nobody claimed in time end. */
    record Expire() implements Step {}

    /** Places that have rested come back. */
    record BringBack() implements Step {}
}
