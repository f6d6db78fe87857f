/**
 * Officers: who may invite whom, what they show beside a password, and how long they serve.
 *
 * <p>It promises that nobody acts for an office on a password alone, that a code of an authenticator counts once, and
 * that whatever is done to an officer is written down (docs/adr/0064, 0065).
 *
 * <ul>
 *   <li>Door: {@link titian.officer.ProofDesk}, {@link titian.officer.InvitationDesk}
 *   <li>Announces: {@link titian.officer.OfficerInvited}
 *   <li>Owns: schema {@code officer}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Officer",
        allowedDependencies = {
            "shared",
            "platform",
            "web",
            "seal",
            "office",
            "partner",
            "account",
            "entry",
            "session",
            "passkey",
            "queue"
        })
package titian.officer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
