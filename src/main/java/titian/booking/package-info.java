/**
 * Booking hands out the limited places of an office&#39;s day.
 *
 * <p>It promises that a slot is never overbooked and that a person holds one live appointment at a time, and the
 * database keeps both.
 *
 * <ul>
 *   <li>Door: {@link titian.booking.BookingDesk}
 *   <li>Owns: schema {@code booking}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Booking",
        allowedDependencies = {"shared", "platform", "live", "web", "office", "slot", "seal"})
package titian.booking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
