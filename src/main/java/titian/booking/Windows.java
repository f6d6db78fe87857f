package titian.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import titian.office.Policy;

/** Cuts an office's day into the windows in which people are received. */
final class Windows {

    /** From when until when, on the world's clock. */
    record Window(Instant startsAt, Instant endsAt) {}

    private Windows() {}

    /** Whole windows only: one that would run into lunch begins after it, one that would run past closing is left out. */
    static List<Window> of(Policy policy, LocalDate day, ZoneId zone) {
        if (!policy.window().isPositive()) {
            throw new IllegalStateException("a window lasts longer than nothing");
        }
        var windows = new ArrayList<Window>();
        var lunchFrom = day.atTime(policy.lunchFrom());
        var lunchUntil = day.atTime(policy.lunchUntil());
        var closes = policy.closes().equals(LocalTime.MIDNIGHT)
                ? day.plusDays(1).atStartOfDay()
                : day.atTime(policy.closes());
        var from = day.atTime(policy.opens());
        while (!from.plus(policy.window()).isAfter(closes)) {
            var until = from.plus(policy.window());
            if (from.isBefore(lunchUntil) && until.isAfter(lunchFrom)) {
                from = lunchUntil;
            } else {
                windows.add(new Window(
                        from.atZone(zone).toInstant(), until.atZone(zone).toInstant()));
                from = until;
            }
        }
        return List.copyOf(windows);
    }
}
