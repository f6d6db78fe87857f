/**
 * People who come without a booking, and places that officers give: those set aside for whom the law lets go first are
 * given at the door, those for whom somebody helps at customer service, those of partners by whoever acts for one.
 *
 * <p>It promises that such a place is taken by the same rules as any other, that whoever is told of one has it, and that
 * pressing twice gives one. Who acts for a partner looks for nobody, and is told nothing of anybody.
 *
 * <ul>
 *   <li>Door: none; officers come by its pages
 *   <li>Announces: {@link titian.shared.Act}
 *   <li>Owns: schema {@code walkin}
 *   <li>Why: docs/adr/0108-whoever-comes-unbooked-takes-a-place-set-aside.md,
 *       docs/adr/0113-a-partner-is-a-place-of-its-own.md
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Walk-in",
        allowedDependencies = {
            "shared",
            "platform",
            "web",
            "allowance",
            "office",
            "registry",
            "booking",
            "slot",
            "requirement",
            "application",
            "form",
            "submission",
            "queue",
            "partner"
        })
package titian.walkin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
