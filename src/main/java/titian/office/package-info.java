/**
 * Offices, their units and missions abroad; regions; counters; calendars; the services offered and by which policy.
 *
 * <p>It promises that every office is listed, with the reason when it cannot serve; that each serves by the rules
 * decided for it, or by M-Paspor's until somebody decides, with the capacity planned for it, or its tier's; and that
 * loading new data never undoes a decision (docs/adr/0010, 0011, 0035).
 *
 * <ul>
 *   <li>Door: {@link titian.office.OfficeDesk}, {@link titian.office.SameDayDesk}
 *   <li>Owns: schema {@code office}; the files {@code data/} that docs/data.md assigns to it
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Office",
        allowedDependencies = {"shared", "platform", "web"})
package titian.office;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
