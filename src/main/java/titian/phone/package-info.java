/**
 * Short messages to telephones, by the gateway a ministry has an agreement with: SMS or WhatsApp.
 *
 * <p>It promises an answer in bounded time: the gateway took the message, will never take it, or was not to be reached.
 * The same message handed in twice reaches its reader once. Numbers stand in no log.
 *
 * <ul>
 *   <li>Door: {@link titian.phone.Gateway}
 *   <li>Owns: nothing; whoever has a message to send keeps it until it is taken
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Phone",
        allowedDependencies = {"platform"})
package titian.phone;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
