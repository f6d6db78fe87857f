/**
 * Where files lie for good, each sealed by a key of its own: in a folder, or in the bucket that is named.
 *
 * <p>It promises that a file lies there whole or not at all, that none passes for another, and that whoever has the disk
 * and the database but not the master keys has nothing. Why: ADRs 81 and 102.
 *
 * <ul>
 *   <li>Doors: {@link titian.shelf.Store}; {@link titian.shelf.MasterKeys}, which seal the keys of files
 *   <li>Owns: no schema, but the files below {@code documents} in the data folder or the bucket; which there are is known
 *       to whoever keeps their keys
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Shelf",
        allowedDependencies = {"shared", "platform", "inspection"})
package titian.shelf;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
