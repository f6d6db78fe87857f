/**
 * The ways back in for whoever has no password at hand: digits sent to an address or a phone, to sign in by or to choose
 * another password by.
 *
 * <p>It promises that an address or a phone without an account is answered as one that has, in words and in time; that
 * digits count once, for what they were asked for, and for a quarter of an hour; and that no officer acts for an office
 * by digits alone. It refuses as {@link titian.account.AccountRefused} says.
 *
 * <ul>
 *   <li>Door: {@link titian.recovery.RecoveryDesk}, for the letter that carries the digits
 *   <li>Announces: {@link titian.recovery.PasswordForgotten}, {@link titian.recovery.SignInCodeAsked}
 *   <li>Owns: schema {@code recovery}; its texts stand with those of {@code account}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Recovery",
        allowedDependencies = {"shared", "platform", "web", "phone", "allowance", "session", "account", "entry"})
package titian.recovery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
