/**
 * The civil registry (Dukcapil): is this NIK this person?
 *
 * <p>It promises an answer in bounded time: the registry&#39;s, or that it could not be reached. Every question and
 * answer is recorded, secrets left out.
 *
 * <ul>
 *   <li>Door: {@link titian.registry.RegistryDesk}; {@link titian.registry.ClaimDesk} for who account holders are;
 *   {@link titian.registry.RecordDesk} for what it has of a person
 *   <li>Owns: schema {@code registry}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Civil registry",
        allowedDependencies = {"shared", "platform", "seal"})
package titian.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
