/**
 * The schedule everyone may see before signing in: which offices there are, why one has no place, and the calendar of
 * each; and the parts of pages on which somebody chooses a time.
 *
 * <p>It promises that every office is listed, with its next free place or the reason why it has none and where to go
 * instead.
 *
 * <ul>
 *   <li>Door: {@link titian.schedule.Timetable}
 *   <li>Owns: no tables
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Schedule",
        allowedDependencies = {"shared", "web", "office", "slot", "waitingroom"})
package titian.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
