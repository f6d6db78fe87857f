package titian.booking;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import titian.shared.Channel;
import titian.shared.OfficeId;
import titian.shared.ServiceLane;
import titian.slot.Slot;

/**
 * On what terms places are given. The rules themselves are the office's policy; here they are as far as booking keeps
 * them.
 *
 * @param heldUntil how long the place waits to be claimed; without it the appointment is confirmed at once
 * @param daysBetween how long a person waits between one application and the next
 * @param minimumNotice how long before a window begins it can no longer be booked; below zero, how long after
 * @param groupLimit how many may come together
 * @param within where the window must be, if whoever asks may not book just anywhere
 * @param kept a place that was kept: offered from the waiting list, or the one the person had before
 * @param onlyKept whether no other place will do
 */
public record Terms(
        @Nullable Instant heldUntil,
        int daysBetween,
        Duration minimumNotice,
        int groupLimit,
        @Nullable Scope within,
        @Nullable OfferId kept,
        boolean onlyKept) {

    /** No rule anywhere lets more people come together. */
    public static final int MOST_TOGETHER = 5;

    private static final Duration LONGEST_WINDOW = Duration.ofDays(1);

    /** Where somebody may book: one office, one lane, one channel. */
    public record Scope(OfficeId office, ServiceLane lane, Channel channel) {}

    public Terms {
        if (groupLimit < 1
                || groupLimit > MOST_TOGETHER
                || daysBetween < 0
                || minimumNotice.plus(LONGEST_WINDOW).isNegative()) {
            throw new IllegalArgumentException("no office has such rules");
        }
    }

    /** The place is held until then; unclaimed, it goes back by itself. */
    public static Terms heldUntil(Instant until) {
        return new Terms(until, 0, Duration.ZERO, MOST_TOGETHER, null, null, false);
    }

    /** The appointment stands at once: nothing is to be paid before. */
    public static Terms confirmed() {
        return new Terms(null, 0, Duration.ZERO, MOST_TOGETHER, null, null, false);
    }

    public Terms daysBetween(int days) {
        return new Terms(heldUntil, days, minimumNotice, groupLimit, within, kept, onlyKept);
    }

    public Terms minimumNotice(Duration notice) {
        return new Terms(heldUntil, daysBetween, notice, groupLimit, within, kept, onlyKept);
    }

    /** This window may be booked until it is over: whoever asks is there already. */
    public Terms untilItEnds(Slot window) {
        return minimumNotice(Duration.between(window.endsAt(), window.startsAt()));
    }

    public Terms groupLimit(int people) {
        return new Terms(heldUntil, daysBetween, minimumNotice, people, within, kept, onlyKept);
    }

    public Terms within(OfficeId office, ServiceLane lane, Channel channel) {
        return new Terms(
                heldUntil, daysBetween, minimumNotice, groupLimit, new Scope(office, lane, channel), kept, onlyKept);
    }

    /** The places were offered and are kept for whoever comes with this offer. */
    public Terms fromOffer(OfferId offer) {
        return new Terms(heldUntil, daysBetween, minimumNotice, groupLimit, within, offer, true);
    }

    /** The places kept under this name, if they still are; else any that are free. */
    Terms preferring(OfferId offer) {
        return new Terms(heldUntil, daysBetween, minimumNotice, groupLimit, within, offer, false);
    }

    /** The place this appointment had, if it still rests; else any that is free. */
    Terms again(AppointmentId had) {
        return new Terms(heldUntil, daysBetween, minimumNotice, groupLimit, within, new OfferId(had.value()), false);
    }
}
