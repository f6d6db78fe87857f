/**
 * What every module stands on: the clock, PostgreSQL for whoever has none, the page engine, tasks that must happen,
 * and live events that tell open screens to look again.
 *
 * <p>It promises that a task recorded in a transaction happens if and only if that transaction commits, and that a
 * live event reaches every open screen on every node, or is replayed when the screen comes back. Each edition of a data
 * file is loaded once, before the first request. What many ask at once is written in batches, and each asker is
 * answered only when their own line is on disk.
 *
 * <ul>
 *   <li>Doors: {@link titian.platform.Tasks}, {@link titian.platform.LiveEvents}, {@link titian.platform.DataFiles},
 *       {@link titian.platform.Sessions}, {@link titian.platform.GroupCommit}
 *   <li>Owns: schema {@code platform} (scheduled tasks, live events, sessions, data files)
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Platform",
        allowedDependencies = {"shared"})
package titian.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
