/**
 * Bills and payments.
 *
 * <p>It promises that paid is paid: a bill is paid at most once, no payment is lost however often a node is killed, and
 * a bill that may have been paid is not closed.
 *
 * <ul>
 *   <li>Doors: {@link titian.payment.PaymentDesk}; {@link titian.payment.NoticeDesk} for what banks tell unasked;
 *       {@link titian.payment.DoubtDesk} for what a person must decide; {@link titian.payment.PaymentRecord}, to read
 *   <li>Announces: {@link titian.payment.BillIssued}, {@link titian.payment.BillMoved}, {@link titian.payment.PaidTwice}
 *   <li>Asks of others: a handler for {@link titian.payment.PaymentDesk#BILL_PAID}, and
 *       {@link titian.payment.OtherWay}s to pay, if there are any
 *   <li>Owns: schema {@code payment}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Payment",
        allowedDependencies = {"shared", "platform", "web", "seal", "tariff", "simponi"})
package titian.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
