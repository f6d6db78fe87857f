/**
 * Tariffs, bills and payments.
 *
 * <p>It promises that paid is paid: a bill is paid at most once, no payment is lost however often a node is killed, and
 * a bill that may have been paid is not closed.
 *
 * <ul>
 *   <li>Door: {@link titian.payment.PaymentDesk}
 *   <li>Announces: {@link titian.payment.BillIssued}
 *   <li>Asks of others: a handler for {@link titian.payment.PaymentDesk#BILL_PAID}
 *   <li>Owns: schema {@code payment}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Payment",
        allowedDependencies = {"shared", "platform", "web", "seal"})
package titian.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
