/**
 * The outside world for development and tests: the civil registry, the state's billing, a little bank, a post office
 * and a clock, each a real server behind a real socket.
 *
 * <p>It promises what a real neighbour would: an answer once given is kept through a kill and a restart, and every
 * neighbour can fall ill on request (slow, down, wrong, doubled, out of order). It stands outside Titian and knows
 * nothing of its code.
 *
 * <ul>
 *   <li>Door: {@link titian.outside.World}
 *   <li>Clock for whoever lives in the same time: {@link titian.outside.MovableClock}
 *   <li>Owns: one data folder of append-only files
 * </ul>
 */
@NullMarked
package titian.outside;

import org.jspecify.annotations.NullMarked;
