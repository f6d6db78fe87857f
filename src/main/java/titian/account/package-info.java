/**
 * People and officers who sign in, and what they may do where.
 *
 * <p>It promises that an account belongs to whoever reads its e-mail address, that a password is never readable, that
 * nobody learns here who has an account, and that an officer acts for one office only.
 *
 * <ul>
 *   <li>Door: {@link titian.account.AccountDesk}, {@link titian.account.RecoveryDesk},
 *       {@link titian.account.PostDesk} for appointments of officers;
 *       {@link titian.account.EntryDesk} for other ways to prove who one is;
 *       {@link titian.account.ProofDesk} to prove it once more, {@link titian.account.ReachDesk} to be reached otherwise
 *   <li>Announces: {@link titian.account.CodeAsked}, {@link titian.account.RegistrationRepeated},
 *       {@link titian.account.PasswordForgotten}, {@link titian.account.PasswordChanged},
 *       {@link titian.account.SessionsEnded}, {@link titian.account.SignInCodeAsked}
 *   <li>Owns: schema {@code account}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Account",
        allowedDependencies = {"shared", "platform", "web", "office", "seal", "phone", "registry"})
package titian.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
