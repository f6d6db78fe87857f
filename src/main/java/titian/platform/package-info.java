/**
 * What every module stands on: the clock, tasks that must happen, data files, sessions, lines to systems outside, and
 * what each says about the personal data it keeps.
 *
 * <p>It promises that a task recorded in a transaction happens if and only if that transaction commits. Each edition of
 * a data file is loaded once, before the first request. What many ask at once is written in batches, and each asker is
 * answered only when their own line is on disk.
 *
 * <ul>
 *   <li>Doors: {@link titian.platform.Tasks}, {@link titian.platform.DataFiles}, {@link titian.platform.Sessions},
 *       {@link titian.platform.GroupCommit}, {@link titian.platform.OutsideLines}
 *   <li>Owns: schema {@code platform} (scheduled tasks, sessions, data files)
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Platform",
        allowedDependencies = {"shared"})
package titian.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
