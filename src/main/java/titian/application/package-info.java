/**
 * The application: its form, its requirements, its life.
 *
 * <p>It promises that nothing typed or uploaded is lost, that a person has one live application, and that what is
 * submitted holds its place and its bill or neither.
 *
 * <ul>
 *   <li>Doors: {@link titian.application.ApplicationDesk}; {@link titian.application.VisitorDesk} for those who hand
 *       everything over at the counter; {@link titian.application.ReadyDesk} and
 *       {@link titian.application.PlacedDesk} for whoever has places to give
 *   <li>Announces, inside the transaction that moves it: {@link titian.application.ApplicationSubmitted},
 *       {@link titian.application.ApplicationScheduled}, {@link titian.application.ApplicationExpired},
 *       {@link titian.application.ApplicationPaidLate}, {@link titian.application.ApplicationCancelled},
 *       {@link titian.application.ApplicationDiscarded}
 *   <li>Follows: {@link titian.payment.PaymentDesk#BILL_PAID}
 *   <li>Owns: schema {@code application}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Application",
        allowedDependencies = {
            "shared",
            "platform",
            "web",
            "account",
            "office",
            "registry",
            "booking",
            "waitingroom",
            "document",
            "payment"
        })
package titian.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
