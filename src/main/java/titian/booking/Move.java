package titian.booking;

import java.time.Instant;

/** One change of an appointment's time: when it was before, when it was afterwards, and when that was decided. */
public record Move(Instant former, Instant later, Instant movedAt) {}
