/**
 * The day at the office: check-in at the door, tickets, calls, counters and displays.
 *
 * <p>It promises that two officers never get the same person, and that a call is seen on the display at once.
 *
 * <ul>
 *   <li>Door: {@link titian.queue.QueueDesk}
 *   <li>Owns: schema {@code queue}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Queue",
        allowedDependencies = {"shared", "platform", "live", "web", "office", "booking", "application", "form", "seal"})
package titian.queue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
