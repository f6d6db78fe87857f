/**
 * Messages to people. It only listens: it writes down, in the transaction that makes the news, that a letter must go
 * out, and sends it afterwards until the post has taken it.
 *
 * <ul>
 *   <li>Owns: schema {@code notification}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Notification",
        allowedDependencies = {"shared", "platform", "web", "account", "office", "booking", "payment", "application"})
package titian.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
