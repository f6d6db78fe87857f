package titian.office;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import titian.shared.Channel;

/**
 * What an office can do on a day of the week: its hours, how many counters serve, how long one person takes, and how
 * the places are divided. A row of data with a validity date, as the rules ({@link Policy}) are.
 *
 * @param counters   how many counters serve people who booked; none means no service
 * @param service    how long a counter needs for one person
 * @param window     how long a window is: the hour people are asked to come in
 * @param opens      when the first window begins, in the office's time
 * @param closes     when the last window ends; midnight is the end of the day
 * @param lunchFrom  no window overlaps lunch
 * @param split      how each window's places are divided among the channels
 */
public record Template(
        int counters,
        Duration service,
        Duration window,
        LocalTime opens,
        LocalTime closes,
        LocalTime lunchFrom,
        LocalTime lunchUntil,
        Split split) {

    private static final int DAY = 24 * 60;

    public Template {
        if (counters < 0 || service.toMinutes() < 1 || window.toMinutes() < 1) {
            throw new IllegalArgumentException("a window and a service take a minute at least");
        }
        if (minute(opens) >= end(closes)) {
            throw new IllegalArgumentException("an office closes after it opens");
        }
        if (lunchUntil.isBefore(lunchFrom)) {
            throw new IllegalArgumentException("lunch ends after it begins");
        }
    }

    /** How many people a window takes. */
    public int places() {
        return Math.toIntExact(counters * window.toMinutes() / service.toMinutes());
    }

    /** How many people a window takes of that channel. */
    public int places(Channel channel) {
        return split.of(places()).getOrDefault(channel, 0);
    }

    /** How many people a day takes. */
    public int placesADay() {
        return places() * windows().size();
    }

    /**
     * When each window of the day begins, in the office's time. Whole windows only: one that would run into lunch
     * begins after it, one that would run past closing is left out.
     */
    public List<LocalTime> windows() {
        var windows = new ArrayList<LocalTime>();
        // Counted in minutes since midnight: a LocalTime begins anew after 24 hours.
        var length = Math.toIntExact(window.toMinutes());
        var start = minute(opens);
        while (start + length <= end(closes)) {
            if (start < minute(lunchUntil) && start + length > minute(lunchFrom)) {
                start = minute(lunchUntil);
            } else {
                windows.add(LocalTime.ofSecondOfDay(start * 60L));
                start += length;
            }
        }
        return List.copyOf(windows);
    }

    /** The same day with no more places than these: with fewer counters, if need be. */
    Template within(int placesADay) {
        var within = this;
        while (within.placesADay() > placesADay) {
            within = within.with(within.counters() - 1);
        }
        return within;
    }

    /** The same day with another number of counters. */
    public Template with(int otherCounters) {
        return new Template(otherCounters, service, window, opens, closes, lunchFrom, lunchUntil, split);
    }

    private static int minute(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }

    private static int end(LocalTime time) {
        return time.equals(LocalTime.MIDNIGHT) ? DAY : minute(time);
    }
}
