/**
 * What people may ask of us about what we know of them (UU 27/2022).
 *
 * <p>It promises that whoever asks gets everything every module keeps about the people of their account, and nothing of
 * anybody else's; that what they agreed to is kept with its version and time; and that whatever they ask to have put right is
 * answered within three times 24 hours, or stands first on the list of those who answer.
 *
 * <ul>
 *   <li>Asks: every module that {@link titian.platform.KeepsPersonalData}; {@link titian.retention.ErasureDesk} to forget
 *   <li>Doors: {@link titian.privacy.ConsentDesk}, {@link titian.privacy.IncidentDesk}
 *   <li>Announces: {@link titian.privacy.CorrectionAnswered}, {@link titian.privacy.BreachTold}
 *   <li>Why: docs/adr/0087-what-officers-see-they-say-what-for.md
 *   <li>Owns: schema {@code privacy}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Privacy",
        allowedDependencies = {
            "shared",
            "platform",
            "web",
            "account",
            "application",
            "audit",
            "home",
            "retention",
            "seal"
        })
package titian.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
