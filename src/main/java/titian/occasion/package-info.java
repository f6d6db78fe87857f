/**
 * What somebody comes for, and what is special about their case: the errand, the questionnaire, the passport there was, a
 * child's parents, a group, who fetches a passport, and circumstances.
 *
 * <p>It promises that a renewal typed as new is caught before it is paid for, and that a case is asked only what concerns it.
 *
 * <ul>
 *   <li>Door: none; its pages are steps of the {@code form}, in the frame of {@link titian.form.Questions}
 *   <li>Owns: nothing; answers are the form's, and so are the texts. What they amount to says {@code questionnaire}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Occasion",
        allowedDependencies = {
            "shared",
            "web",
            "account",
            "payment",
            "requirement",
            "questionnaire",
            "application",
            "form"
        })
package titian.occasion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
