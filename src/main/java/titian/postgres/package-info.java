/**
 * PostgreSQL for whoever names none: the real server, unpacked and started beside the application.
 *
 * <p>It promises that two commands suffice on a fresh machine, that a damaged or foreign data folder is told in a
 * sentence, and that production does without unless its operator says otherwise (docs/adr/0004).
 *
 * <ul>
 *   <li>Door: {@link titian.postgres.EmbeddedPostgres}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "PostgreSQL",
        allowedDependencies = {"shared", "platform"})
package titian.postgres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
