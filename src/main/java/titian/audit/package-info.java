/**
 * Who did what: every act of officers, every look of theirs at people, every change of an application, a bill or a
 * number.
 *
 * <p>It promises that an act and its entry are written together or not at all, that nothing written is changed, and that
 * whoever changes it all the same is found out (docs/adr/0060, 0061).
 *
 * <ul>
 *   <li>Door: {@link titian.audit.LookDesk}, for whoever must know what an officer saw; else it only listens, to
 *       {@link titian.shared.Act} and to people signing in and out
 *   <li>Owns: schema {@code audit}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"shared", "platform", "seal", "web", "account", "office"})
package titian.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
