/**
 * Institutions with an agreement, a hospital or a school, that have places at one office for the people they send.
 *
 * <p>It promises that a partner belongs to one office, whose administrator names it and ends it, and that whoever acts for
 * a partner is no officer of that office.
 *
 * <ul>
 *   <li>Door: {@link titian.partner.PartnerDesk}
 *   <li>Announces: {@link titian.shared.Act}
 *   <li>Owns: schema {@code partner}
 *   <li>Why: docs/adr/0113-a-partner-is-a-place-of-its-own.md
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Partner",
        allowedDependencies = {"shared", "web", "office", "queue"})
package titian.partner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
