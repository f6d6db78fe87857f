/**
 * Messages to people. It only listens: it writes down, in the transaction that makes the news, that a letter must go
 * out, and sends it afterwards until the post has taken it.
 *
 * <p>It promises that there is a letter for every piece of news that was committed and none for news that was not,
 * that a letter the post has taken is not sent again, and that a letter overtaken by events is not sent at all.
 *
 * <ul>
 *   <li>Door: none, nobody calls it
 *   <li>Listens to: {@link titian.account.CodeAsked}, {@link titian.account.RegistrationRepeated}, {@link titian.account.ServiceEnded},
 *       {@link titian.recovery.PasswordForgotten}, {@link titian.entry.PasswordChanged},
 *       {@link titian.recovery.SignInCodeAsked}, {@link titian.passkey.PasskeyAdded},
 *       {@link titian.officer.OfficerInvited}, {@link titian.officer.ProofReset},
 *       {@link titian.contact.ContactNews}, {@link titian.external.ExternalLinked}, {@link titian.document.DocumentWithheld},
 *       {@link titian.payment.BillIssued}, {@link titian.treasury.RefundMoved}, {@link titian.payment.PaidTwice},
 *       {@link titian.forfeit.ForfeitNear},
 *       {@link titian.application.ApplicationPaidTwice}, {@link titian.application.ApplicationScheduled},
 *       {@link titian.application.ApplicationTurnedDown}, {@link titian.interview.ExaminationDecided},
 *       {@link titian.casework.PapersReturned}, {@link titian.casework.PapersUnmended}, {@link titian.casework.PapersReady},
 *       {@link titian.application.ApplicationExpired}, {@link titian.application.ApplicationPaidLate},
 *       {@link titian.change.VisitMoved}, {@link titian.change.VisitApproaching},
 *       {@link titian.application.ApplicationCancelled}, {@link titian.waitingroom.ReleaseApproaching},
 *       {@link titian.capacity.MoveProposed}, {@link titian.capacity.MoveNotNeeded},
 *       {@link titian.capacity.PeopleMoved},
 *       {@link titian.waitinglist.PlaceOffered}, {@link titian.waitinglist.OfferEnding},
 *       {@link titian.waitinglist.OfferMissed}, {@link titian.waitinglist.WishPaused},
 *       {@link titian.waitinglist.WishEnded}
 *       Also: {@link titian.retention.ErasureAsked}, {@link titian.privacy.CorrectionAnswered},
 *       {@link titian.privacy.BreachTold}
 *   <li>Owns: schema {@code notification}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Notification",
        allowedDependencies = {
            "shared",
            "platform",
            "web",
            "account",
            "entry",
            "recovery",
            "phone",
            "passkey",
            "officer",
            "contact",
            "external",
            "document",
            "office",
            "booking",
            "slot",
            "waitingroom",
            "tariff",
            "payment",
            "forfeit",
            "treasury",
            "application",
            "pass",
            "privacy",
            "retention",
            "capacity",
            "casework",
            "interview",
            "change",
            "waitinglist"
        })
package titian.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
