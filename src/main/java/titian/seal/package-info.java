/**
 * What is personal is unreadable to whoever has the database alone.
 *
 * <p>It promises that a sealed value opens only in the column it was sealed for, that equal values can be found by
 * their marks and by nothing else, and that keys change while everybody works on.
 *
 * <ul>
 *   <li>Door: {@link titian.seal.Seals}; {@link titian.seal.HoldsSealed} is what a table with sealed columns can do
 *   <li>Owns: schema {@code seal}
 *   <li>Why: docs/adr/0070-what-is-personal-stands-sealed.md
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Seal",
        allowedDependencies = {"shared", "platform"})
package titian.seal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
