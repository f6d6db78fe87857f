/**
 * Coming in, and looking after it: signing in by a password, confirming an address, showing once more who one is, one's
 * own password and devices.
 *
 * <p>It promises that a wrong password, a wrong address and one tried too often are answered alike and take as long, and
 * that an officer's password alone opens nothing of an office. It refuses as {@link titian.account.AccountRefused} says.
 *
 * <ul>
 *   <li>Door: {@link titian.entry.EntryDesk} for other ways to prove who one is, {@link titian.entry.ProofDesk} to prove it
 *       once more, {@link titian.entry.OwnPassword} to change one's password; {@link titian.entry.OtherWayIn} is what
 *       another way in offers below the password
 *   <li>Announces: {@link titian.entry.PasswordChanged}
 *   <li>Owns: nothing; its texts stand with those of {@code account}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Entry",
        allowedDependencies = {"shared", "platform", "web", "allowance", "session", "account"})
package titian.entry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
