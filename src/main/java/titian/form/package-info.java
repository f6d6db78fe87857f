/**
 * The form: nine steps as M-Paspor numbers them, a page for each question or tight group, until it goes in.
 *
 * <p>It promises that nothing typed is lost, that the form outlives the place chosen in it, and that handing in twice is
 * handing in once.
 *
 * <ul>
 *   <li>Doors: {@link titian.form.FormDesk}; {@link titian.form.ReadyDesk} and {@link titian.form.PlacedDesk} for
 *       whoever has places to give
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
