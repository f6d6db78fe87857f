/**
 * What a person's answers amount to: which service they ask for, which circumstances make further papers necessary, and
 * how their name will stand in the passport.
 *
 * <p>It promises that whoever only looks up what to bring and whoever fills in the form are told the same, that a renewal
 * is not taken for a first passport, and that names are written as ICAO Doc 9303 says (docs/adr/0098, 0099).
 *
 * <ul>
 *   <li>Doors: {@link titian.questionnaire.Situation}; {@link titian.questionnaire.PassportNames}
 *   <li>Owns: nothing; answers are kept by whoever asked
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Questionnaire",
        allowedDependencies = {"shared", "web", "requirement"})
package titian.questionnaire;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
