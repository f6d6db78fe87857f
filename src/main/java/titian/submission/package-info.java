/**
 * Where a form goes in: the office, the hour, the price, everything once more in words, and then all of it or nothing.
 *
 * <p>It promises that handing in twice is handing in once, that a place is claimed in the transaction that writes its bill,
 * and that nobody books around a waiting room.
 *
 * <ul>
 *   <li>Doors: {@link titian.submission.SubmissionDesk}; {@link titian.submission.ReadyDesk} and
 *       {@link titian.submission.PlacedDesk} for whoever has places to give; {@link titian.submission.KeptDesk} for whoever
 *       paid late
 *   <li>Owns: nothing; answers are the form's, and what came of it stands in the application. Its texts stand with those of
 *       {@code form}, of which its pages are steps
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Submission",
        allowedDependencies = {
            "shared",
            "web",
            "office",
            "booking",
            "slot",
            "schedule",
            "waitingroom",
            "payment",
            "tariff",
            "counterfee",
            "requirement",
            "application",
            "form"
        })
package titian.submission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
