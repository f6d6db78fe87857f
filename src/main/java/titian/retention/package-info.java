/**
 * How long what is known of people is kept, and how they are forgotten (UU 27/2022 art. 8, 42-44).
 *
 * <p>It promises that every kind of record about people has a time and a law, that what is too old goes in the night, and
 * that whoever asked to be forgotten is forgotten in every module: a week later, all but what a hold keeps, once, and also
 * if the program dies in between (docs/adr/0086).
 *
 * <ul>
 *   <li>Door: {@link titian.retention.ErasureDesk}; {@link titian.retention.RunRetention} is the command
 *   <li>Asks: every module that {@link titian.platform.ForgetsPeople}
 *   <li>Owns: schema {@code retention}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Retention",
        allowedDependencies = {"shared", "platform", "application"})
package titian.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
