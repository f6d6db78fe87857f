package titian.waitinglist;

/** The last day somebody could come has passed without a place for them. */
public record WishEnded(WishId wish) {}
