/**
 * Who the passport is for: family, whom to call, which book, what the identity card says, and where they live.
 *
 * <p>It promises that what somebody said in an earlier application need not be typed again, and that each page takes all of
 * its answers or says what is wrong with which. What the civil registry has is told on request, and overwrites nothing.
 *
 * <ul>
 *   <li>Door: none; its pages are steps of the {@code form}, in the frame of {@link titian.form.Questions}
 *   <li>Owns: nothing; answers are the form's, and so are the texts
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Applicant",
        allowedDependencies = {
            "shared",
            "web",
            "account",
            "allowance",
            "office",
            "payment",
            "tariff",
            "requirement",
            "registry",
            "application",
            "form"
        })
package titian.applicant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
