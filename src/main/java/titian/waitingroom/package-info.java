/**
 * Releases of places, announced beforehand, and the waiting room around each.
 *
 * <p>It promises that a release is announced with the fingerprint of its draw, that an account has one ticket, that
 * tickets taken before the opening are drawn once by a seed nobody could know or change (docs/adr/0039 to 0042), that later
 * comers follow in order of arrival, that people are let in at a set rate, and that nobody books around the room while
 * it is open. All of it stands in rows: any node may be killed at any time, and a place in the line stays.
 *
 * <ul>
 *   <li>Door: {@link titian.waitingroom.WaitingRoomDesk}
 *   <li>Asks, while a room is open: {@link titian.waitingroom.PlacesLeft}
 *   <li>Announces: {@link titian.waitingroom.ReleaseApproaching}
 *   <li>Owns: schema {@code waitingroom}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Waiting room",
        allowedDependencies = {"shared", "platform", "web", "office"})
package titian.waitingroom;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
