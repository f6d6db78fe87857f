package titian.waitinglist;

/**
 * Somebody who waits and could come at a window that has places again.
 *
 * @param rank   the order of joining
 * @param passed how often younger ones were preferred since the latest offer
 */
record Candidate(WishId wish, long rank, int people, int passed) {}
