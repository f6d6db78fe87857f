/**
 * Fees that may be lost, and warnings before they are.
 *
 * <p>It promises that whoever may lose a fee is warned in time, once for each warning, whichever node dies
 * (docs/adr/0079).
 *
 * <ul>
 *   <li>Door: {@link titian.forfeit.ForfeitDesk}, by which other modules guard a fee; letters and the home tell of it
 *   <li>Announces: {@link titian.forfeit.ForfeitNear}
 *   <li>Listens to: {@link titian.payment.BillIssued}, {@link titian.payment.BillMoved}
 *   <li>Owns: schema {@code forfeit}, whose tables came from {@code payment}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Forfeit",
        allowedDependencies = {"shared", "platform", "payment"})
package titian.forfeit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
