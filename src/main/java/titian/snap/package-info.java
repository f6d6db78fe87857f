/**
 * Paying through a bank by the national standard for payments (SNAP BI): a virtual account or a QRIS code for each bill,
 * beside its billing code.
 *
 * <p>It promises that a bank is believed only under its signature, at the time it says, once for each message, and even
 * then only after it has answered our own question. Without a bank set it offers nothing (docs/adr/0076).
 *
 * <ul>
 *   <li>Follows: {@link titian.payment.BillIssued}, {@link titian.payment.BillMoved}
 *   <li>Owns: schema {@code snap}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "SNAP BI",
        allowedDependencies = {"shared", "platform", "payment"})
package titian.snap;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
