/**
 * By what an account is reached, and how that changes: another e-mail address or another phone.
 *
 * <p>It promises that both ends agree: the new one by the digits sent there, the old one by digits of its own or by
 * letting three days pass in which it can stop everything. An address that belongs to somebody else is treated alike, and
 * its owner is told by letter. The change itself, the codes and the sessions of before are one transaction.
 *
 * <p>Whoever reads none of their ends any more comes to the counter: a customer service officer checks who they are and has
 * an invitation sent to a new end. The old ones hear of it and can stop it for a day; all of it is on record.
 *
 * <ul>
 *   <li>Door: {@link titian.contact.ChangeDesk}
 *   <li>Announces: {@link titian.contact.ContactNews}
 *   <li>Owns: schema {@code contact}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Contact",
        allowedDependencies = {
            "shared",
            "platform",
            "web",
            "seal",
            "phone",
            "account",
            "allowance",
            "entry",
            "office",
            "registry",
            "queue"
        })
package titian.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
