/**
 * Tariffs, bills and payments.
 *
 * <p>It promises that paid is paid: a bill is paid at most once, and no bill is closed before the biller has been
 * asked.
 *
 * <ul>
 *   <li>Door: {@link titian.payment.PaymentDesk}
 *   <li>Asks of others: a handler for {@link titian.payment.PaymentDesk#BILL_PAID}
 *   <li>Owns: schema {@code payment}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Payment",
        allowedDependencies = {"shared", "platform", "web"})
package titian.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
