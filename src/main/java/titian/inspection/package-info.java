/**
 * Files looked at: whether they are what they begin like, what can be told of a photograph, and one made anew of each.
 *
 * <p>It promises that what is made anew looks as what was sent and holds nothing else, that opening a file takes bounded
 * memory and time whatever is in it, and that every refusal says what is wrong. Why: ADRs 80 and 82.
 *
 * <ul>
 *   <li>Door: {@link titian.inspection.Inspection}, which gives a {@link titian.inspection.Safe} or says
 *       {@link titian.inspection.UploadRefused}
 *   <li>Owns: nothing; its texts stand with those of {@code document}, whose pages show them
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Inspection",
        allowedDependencies = {})
package titian.inspection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
