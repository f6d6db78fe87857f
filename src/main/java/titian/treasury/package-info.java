/**
 * The treasury keeps the books: what was billed, received and given back, in double entry.
 *
 * <p>It promises that every bill, payment, refund and correction is booked once, in the transaction that makes it; that
 * every entry sums to zero and is never changed; that each night the books are proven against the bills and payments
 * themselves (docs/adr/0072); that whoever is shown a receipt can see whether it is
 * genuine; that no money goes back unless two people say so (docs/adr/0074); and that what was paid twice waits for a
 * treasurer until it is asked back.
 *
 * <ul>
 *   <li>Doors: {@link titian.treasury.BookDesk}, {@link titian.treasury.RefundDesk}
 *   <li>Announces: {@link titian.treasury.RefundMoved}
 *   <li>Listens to: {@link titian.payment.BillMoved}, {@link titian.payment.PaidTwice},
 *       {@link titian.counterfee.CounterFeeTaken}, {@link titian.application.ApplicationSubmitted},
 *       {@link titian.application.ApplicationPaidTwice}
 *   <li>Owns: schema {@code treasury}; the file {@code data/accounts.csv}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Treasury",
        allowedDependencies = {
            "shared",
            "platform",
            "web",
            "office",
            "booking",
            "tariff",
            "payment",
            "counterfee",
            "application",
            "account",
            "seal"
        })
package titian.treasury;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
