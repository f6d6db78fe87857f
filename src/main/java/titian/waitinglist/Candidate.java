package titian.waitinglist;

/**
 * Somebody who waits and could come at a window that has places again.
 *
 * @param passed how often younger ones were preferred since the latest offer
 */
record Candidate(WishId wish, int people, int passed) {}
