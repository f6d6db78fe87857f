/**
 * People who have an account and officers who serve: who they are, how they are reached, what they may do where.
 *
 * <p>It promises that an account belongs to whoever reads its e-mail address, that a password is never readable, that
 * nobody learns here who has an account, and that an officer acts for one office only.
 *
 * <ul>
 *   <li>Door: {@link titian.account.AccountDesk}, {@link titian.account.HolderDesk} for those who let people in,
 *       {@link titian.account.PostDesk} for appointments of officers, {@link titian.account.ReachDesk} to be reached
 *       otherwise, {@link titian.account.CrowdDesk} for what many accounts have in common;
 *       {@link titian.account.WayBack} is what closes when an account comes to be reached otherwise,
 *       {@link titian.account.AddedWay} what is put away when an account is taken back
 *   <li>Announces: {@link titian.account.CodeAsked}, {@link titian.account.RegistrationRepeated},
 *       {@link titian.account.ServiceEnded}
 *   <li>Owns: schema {@code account}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Account",
        allowedDependencies = {
            "shared",
            "platform",
            "web",
            "office",
            "seal",
            "phone",
            "registry",
            "allowance",
            "session"
        })
package titian.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
