/**
 * The life of an application: from a draft to the counter, or to where it ended.
 *
 * <p>It promises that a person has one live application, that what is submitted holds its place and its bill or
 * neither, and that whoever paid keeps what was paid for, however late.
 *
 * <ul>
 *   <li>Doors: {@link titian.application.ApplicationDesk}; {@link titian.application.DraftDesk} until the form has gone
 *       in; {@link titian.application.VisitorDesk} for those who hand everything over at the counter
 *   <li>Announces, inside the transaction that moves it: {@link titian.application.ApplicationSubmitted},
 *       {@link titian.application.ApplicationScheduled}, {@link titian.application.ApplicationExpired},
 *       {@link titian.application.ApplicationPaidLate}, {@link titian.application.ApplicationCancelled},
 *       {@link titian.application.ApplicationDiscarded}, {@link titian.application.ApplicationPaidTwice},
 *       {@link titian.application.VisitEnded},
 *       {@link titian.application.ApplicationTurnedDown}
 *   <li>Follows: {@link titian.payment.PaymentDesk#BILL_PAID}
 *   <li>Owns: schema {@code application}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Application",
        allowedDependencies = {"shared", "platform", "live", "web", "booking", "payment", "requirement", "seal"})
package titian.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
