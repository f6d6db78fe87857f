/**
 * The conversation at the counter: originals beside what was handed in, guided notes, and the examination (BAP) of
 * passports lost or damaged and of data that differ, up to the decision of the head of the office.
 *
 * <p>It promises that notes, minutes and what differs are kept while they are typed, that three people see an examination
 * and none of them twice, and that what was decided happens and is told.
 *
 * <ul>
 *   <li>Door: {@link titian.interview.DecisionDesk}, for what is decided and its paper
 *   <li>Announces, inside the transaction that decides: {@link titian.interview.ExaminationDecided}
 *   <li>Owns: schema {@code interview}
 *   <li>Why: docs/adr/0097-three-people-see-an-examination.md
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Interview",
        allowedDependencies = {
            "shared",
            "platform",
            "web",
            "seal",
            "account",
            "office",
            "booking",
            "document",
            "shelf",
            "requirement",
            "application",
            "form",
            "casework",
            "queue",
            "home"
        })
package titian.interview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
