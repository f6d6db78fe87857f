/**
 * The form: nine steps as M-Paspor numbers them, a page for each question or tight group, until it goes in.
 *
 * <p>It promises that nothing typed is lost, and that the form outlives the place chosen in it.
 *
 * <ul>
 *   <li>Doors: {@link titian.form.FormDesk} and {@link titian.form.Forms}
 *   <li>Frame of its pages, for steps that other modules ask: {@link titian.form.Questions}
 *   <li>Door for the office's day: {@link titian.form.PrecedenceDesk}, whether somebody said that they go first
 *   <li>Doors for numbers in doubt: {@link titian.form.NumberDesk}
 *   <li>Announces, inside the transaction that writes it: {@link titian.form.NumberChecked}
 *   <li>Owns: schema {@code form}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Form",
        allowedDependencies = {
            "shared",
            "platform",
            "live",
            "web",
            "account",
            "allowance",
            "office",
            "registry",
            "booking",
            "slot",
            "schedule",
            "waitingroom",
            "document",
            "tariff",
            "inspection",
            "reading",
            "payment",
            "counterfee",
            "requirement",
            "questionnaire",
            "application",
            "seal"
        })
package titian.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
