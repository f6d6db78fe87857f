/**
 * How often something may be tried, and the work that doors ask for while robots are at them.
 *
 * <p>It promises that a try counts before its outcome is known, so that trying many at once gains nothing; that whoever
 * tried stands here under a keyed digest only; and that nobody is asked for work as long as no crowd of robots comes.
 *
 * <ul>
 *   <li>Door: {@link titian.allowance.Limits}, and for what may be tried elsewhere {@link titian.allowance.UploadAllowance},
 *       {@link titian.allowance.RegistryAllowance}, {@link titian.allowance.LookUpAllowance}; what is one too many ends
 *       in {@link titian.allowance.TooManyAttempts}
 *   <li>Announces: nothing
 *   <li>Owns: schema {@code allowance}
 *   <li>Why: docs/adr/0093-forms-bring-work-while-robots-come.md
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Allowance",
        allowedDependencies = {"shared", "platform", "web"})
package titian.allowance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
