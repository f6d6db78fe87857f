/**
 * Signing in by way of another provider of identities, as OpenID Connect has it. It is there if such a provider is
 * configured (docs/adr/0090).
 *
 * <p>It promises that a provider opens only an account whose holder has linked the two, by the password, after the
 * provider said that the account's address is theirs; that a token somebody else signed, or that was made for another
 * moment or another service, opens nothing; and that a provider that is away costs nobody more than a message.
 *
 * <ul>
 *   <li>Door: none
 *   <li>Announces: {@link titian.external.ExternalLinked}
 *   <li>Owns: schema {@code external}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "External sign-in",
        allowedDependencies = {"shared", "platform", "web", "seal", "account", "allowance", "entry", "session"})
package titian.external;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
