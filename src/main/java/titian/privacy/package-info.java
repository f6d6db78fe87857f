/**
 * What people may ask of us about what we know of them (UU 27/2022).
 *
 * <p>It promises that whoever asks gets everything every module keeps about the people of their account, and nothing of
 * anybody else's.
 *
 * <ul>
 *   <li>Asks: every module that {@link titian.platform.KeepsPersonalData}
 *   <li>Owns: no table
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Privacy",
        allowedDependencies = {"shared", "platform", "web", "application"})
package titian.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
