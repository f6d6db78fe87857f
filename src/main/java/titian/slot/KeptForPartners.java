package titian.slot;

import java.time.Instant;

/** Places of a day that are kept for partners, and from when on what is left of them is everyone's. */
public record KeptForPartners(Instant until, int places) {}
