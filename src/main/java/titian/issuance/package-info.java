/**
 * Finished passports at the office, as far as the house knows of them: that one is being made, that it lies ready, that
 * it was handed over. How they are made comes with its own issue.
 *
 * <p>It promises that nobody's passport lies ready without its applicant being told, and warned before the days to fetch
 * it are over.
 *
 * <ul>
 *   <li>Door: none, nobody calls it
 *   <li>Listens to: {@link titian.application.VisitEnded}
 *   <li>Owns: schema {@code issuance}
 *   <li>Why: docs/adr/0079-fees-are-guarded.md
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Issuance",
        allowedDependencies = {
            "shared",
            "platform",
            "web",
            "office",
            "booking",
            "forfeit",
            "requirement",
            "application",
            "queue"
        })
package titian.issuance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
