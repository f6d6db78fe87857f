package titian.waitinglist;

/** Somebody keeps their position but gets no offers until they say that they still wait. */
public record WishPaused(WishId wish) {}
