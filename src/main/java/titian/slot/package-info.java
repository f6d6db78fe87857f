/**
 * Slots: the windows of an office's day, how they come into being, and how many of their places are left.
 *
 * <p>It promises that a day is opened once, by whoever looks at it first, in the office's own time zone; that a changed
 * plan cuts the days that are open once more without dropping anybody who booked; that what partners leave is everyone's
 * from the time announced on (docs/adr/0111); and that whoever looks at what is free
 * costs nobody who books anything. Places are taken by {@code booking} alone: windows and appointments are decided by one
 * statement (docs/adr/0030), so both stand in the schema {@code booking} (docs/adr/0110).
 *
 * <ul>
 *   <li>Doors: {@link titian.slot.CalendarDesk}; for plans {@link titian.slot.SlotDesk}; for places set aside
 *       {@link titian.slot.SetAsideDesk}; for whoever sends what is free {@link titian.slot.Availability}
 *   <li>Tells whoever looks after them: {@link titian.slot.DisplacedPeople}
 *   <li>Owns: in schema {@code booking} the tables {@code slot}, {@code opened_day} and {@code day_to_cut}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Slot",
        allowedDependencies = {"shared", "platform", "live", "office", "waitingroom"})
package titian.slot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
