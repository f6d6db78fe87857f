/**
 * Live events: open screens are told that something changed and look again.
 *
 * <p>It promises that what is announced in a transaction reaches every open screen on every node if and only if that
 * transaction commits, or is replayed when the screen comes back; and that an event says where to look, never what.
 *
 * <ul>
 *   <li>Door: {@link titian.live.LiveEvents}; whoever wants to hear on every node is a {@link titian.live.LiveEar}
 *   <li>Owns: schema {@code live}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Live events",
        allowedDependencies = {"shared", "platform"})
package titian.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
