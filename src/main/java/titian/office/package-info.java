/**
 * Offices, their units and missions abroad; regions; counters; calendars; the services offered and by which policy.
 *
 * <p>It promises that every office is listed, with the reason when it cannot serve, and that a day is cut in the
 * office&#39;s own time zone.
 *
 * <ul>
 *   <li>Door: {@link titian.office.OfficeDesk}
 *   <li>Owns: schema {@code office}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Office",
        allowedDependencies = {"shared", "platform", "web"})
package titian.office;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
