package titian.office;

import java.time.Duration;
import java.time.LocalTime;

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
 */
public record Policy(
        int places,
        Duration window,
        LocalTime opens,
        LocalTime closes,
        LocalTime lunchFrom,
        LocalTime lunchUntil,
        int horizon,
        Duration hold) {}
