/**
 * What one browser's session holds: the code it waits for, what to say next, then who signed in; and when it ends.
 *
 * <p>It promises that signing in gives a session a new name, that no session lasts for ever however much it is used, and
 * that its holder can see and end it from elsewhere.
 *
 * <ul>
 *   <li>Door: {@link titian.session.Session} for the browser at hand, {@link titian.session.SessionDesk} for the others
 *   <li>Owns: nothing; the rows of sessions are the {@code platform}'s, its texts stand with those of {@code account}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Session",
        allowedDependencies = {"shared", "platform", "web", "allowance"})
package titian.session;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
