/**
 * Reconciliation compares what the house booked with what bank and biller say in their daily files.
 *
 * <p>It promises that a file of any size is read in bounded memory; that the same file, or the same payment named again,
 * counts once; that a reading cut off goes on where it was; and that no line is lost: each is matched, or stands in a
 * list for a person, or is reported with its number (docs/adr/0073).
 *
 * <ul>
 *   <li>Owns: schema {@code reconciliation}; the folder {@code titian.reconciliation.folder}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Reconciliation",
        allowedDependencies = {"shared", "platform", "web", "seal", "office", "payment", "treasury"})
package titian.reconciliation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
