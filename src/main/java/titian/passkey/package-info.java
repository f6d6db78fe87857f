/**
 * Passkeys: signing in by the lock of one's own phone or computer, without a password.
 *
 * <p>It promises that a passkey opens only the account it was made in, that it was unlocked by its holder each time it
 * is used, and that there is nothing here worth stealing: public keys only (docs/adr/0069).
 *
 * <ul>
 *   <li>Door: {@link titian.passkey.PasskeyDesk}, for officers who show a passkey beside the password; applicants come by
 *       its pages
 *   <li>Announces: {@link titian.passkey.PasskeyAdded}
 *   <li>Owns: schema {@code passkey}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Passkey",
        allowedDependencies = {"shared", "platform", "web", "account", "allowance", "entry", "session"})
package titian.passkey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
