/**
 * The office's files: papers checked before the visit, sent back to be mended, found ready, or refused by two.
 *
 * <p>It promises that one officer at a time has a file in hand, that exactly the papers found bad go back and the place
 * stays, that nobody is refused by one person alone, and that nothing an officer typed is lost.
 *
 * <ul>
 *   <li>Doors: {@link titian.casework.ProspectDesk} says how somebody's papers stand; {@link titian.casework.Timeline}
 *       tells what happened
 *   <li>Announces, inside the transaction that moves the file: {@link titian.casework.PapersReturned}
 *       (again, should a moved visit leave fewer days),
 *       {@link titian.casework.PapersReady}; and {@link titian.casework.PapersUnmended}
 *   <li>Listens to: {@link titian.application.ApplicationScheduled}, {@link titian.change.VisitMoved},
 *       {@link titian.capacity.PeopleMoved}, {@link titian.application.VisitEnded},
 *       {@link titian.form.NumberChecked}, {@link titian.document.DocumentHandedIn},
 *       {@link titian.document.DocumentWithheld}, {@link titian.shared.Act}
 *   <li>Owns: schema {@code casework}
 *   <li>Why: docs/adr/0094-a-file-has-a-life-of-its-own.md, docs/adr/0095-a-file-is-lent-not-locked.md,
 *       docs/adr/0104-the-pace-of-a-check-is-a-dated-row.md
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Casework",
        allowedDependencies = {
            "shared",
            "platform",
            "live",
            "web",
            "seal",
            "account",
            "office",
            "payment",
            "forfeit",
            "booking",
            "document",
            "inspection",
            "shelf",
            "reading",
            "requirement",
            "application",
            "form",
            "change",
            "capacity",
            "queue"
        })
package titian.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
