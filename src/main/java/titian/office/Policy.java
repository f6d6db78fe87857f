package titian.office;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules by which an office serves on a day: a row of data with a validity date, never a constant in code.
 *
 * @param places     how many people each window takes
 * @param window     how long a window is
 * @param opens      when the first window begins, in the office's time
 * @param closes     when the last window ends
 * @param lunchFrom  no window overlaps lunch
 * @param horizon    how many days ahead people may book
 * @param hold       how long an unpaid place is kept (120 minutes in M-Paspor)
 * @param reschedules           how often a person may move an appointment (once in M-Paspor)
 * @param rescheduleDaysBefore  the latest day for it, counted back from the appointment (H-1 in M-Paspor)
 * @param daysBetweenApplications how long after one application a person may make the next
 */
public record Policy(
        int places,
        Duration window,
        LocalTime opens,
        LocalTime closes,
        LocalTime lunchFrom,
        LocalTime lunchUntil,
        int horizon,
        Duration hold,
        int reschedules,
        int rescheduleDaysBefore,
        int daysBetweenApplications) {

    /** When each window of the day begins, in the office's time. */
    public List<LocalTime> windows() {
        var windows = new ArrayList<LocalTime>();
        // Counted in minutes since midnight: a LocalTime begins anew after 24 hours.
        var length = Math.toIntExact(window.toMinutes());
        var last = closes.toSecondOfDay() / 60 - length;
        for (int start = opens.toSecondOfDay() / 60; start <= last; start += length) {
            var from = LocalTime.ofSecondOfDay(start * 60L);
            var until = start + length;
            var beforeLunch = until <= lunchFrom.toSecondOfDay() / 60;
            var afterLunch = !from.isBefore(lunchUntil);
            if (beforeLunch || afterLunch) {
                windows.add(from);
            }
        }
        return List.copyOf(windows);
    }
}
