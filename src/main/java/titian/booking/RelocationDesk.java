package titian.booking;

import static titian.booking.AppointmentState.CANCELLED;
import static titian.booking.AppointmentState.CONFIRMED;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import titian.office.OfficeDesk;
import titian.shared.PartyId;
import titian.slot.Slot;
import titian.slot.SlotId;

/**
 * Where an office moves people it cannot receive when it said: to an equal window, kept for them while they think about
 * it. What the office asks for never counts as a person's own change, and no rule about changes stands in its way.
 */
@Service
@Transactional
public class RelocationDesk {

    private final Bookings bookings;
    private final Appointments appointments;
    private final Moves moves;
    private final EqualWindows windows;
    private final Resting resting;
    private final Rests rests;
    private final OfficeDesk offices;
    private final Clock clock;

    RelocationDesk(
            Bookings bookings,
            Appointments appointments,
            Moves moves,
            EqualWindows windows,
            Resting resting,
            Rests rests,
            OfficeDesk offices,
            Clock clock) {
        this.bookings = bookings;
        this.appointments = appointments;
        this.moves = moves;
        this.windows = windows;
        this.resting = resting;
        this.rests = rests;
        this.offices = offices;
        this.clock = clock;
    }

    /** Those of a party who have this window and are still to come. */
    @Transactional(readOnly = true)
    public List<Appointment> people(PartyId party, SlotId slot) {
        return appointments.together(party).stream()
                .filter(one -> one.slot().equals(slot))
                .filter(one -> one.state() == AppointmentState.HELD || one.state() == CONFIRMED)
                .toList();
    }

    /** Those of a party whom their office moved from this window, and who are to come at the time it moved them to. */
    @Transactional(readOnly = true)
    public List<Appointment> moved(PartyId party, SlotId from) {
        return appointments.together(party).stream()
                .filter(one -> one.state() == CONFIRMED && one.moves() > 0)
                .filter(one -> moves.byOffice(one.id(), from, one.slot()))
                .toList();
    }

    /** Whether the window still has more people than its office's plan. */
    @Transactional(readOnly = true)
    public boolean isCrowded(SlotId slot) {
        return windows.isCrowded(slot);
    }

    /** Windows of the same office, lane and channel with room for so many, the nearest day and hour first. */
    @Transactional(readOnly = true)
    public List<Slot> nearest(SlotId slot, int people, Instant notBefore, int limit) {
        return windows.find(slot).stream()
                .flatMap(
                        from -> windows
                                .nearest(
                                        from,
                                        people,
                                        notBefore,
                                        offices.find(from.office())
                                                .orElseThrow()
                                                .zone(),
                                        limit)
                                .stream())
                .toList();
    }

    /** Keeps free places of a window for somebody until then; false if there are too few. */
    public boolean keep(OfferId offer, SlotId slot, int places, Instant until) {
        var reserved = resting.reserve(slot, places);
        if (reserved) {
            resting.keep(slot, new FreedPlaces.Kept(offer, places, until));
        }
        return reserved;
    }

    /** Places that were kept come back now. */
    public void letGo(OfferId offer) {
        resting.keepUntil(offer, clock.instant());
    }

    /**
     * Moves all of them, who have one account, to another window: to the places kept for them, if they still are.
     *
     * @throws BookingRefused if there are too few places
     */
    @Transactional(propagation = Propagation.NEVER)
    public void move(List<Appointment> people, SlotId slot, @Nullable OfferId kept, String key) {
        bookings.moveForOffice(people, slot, kept, key);
    }

    /** The person will not come, since the office changed its plan: the place is given back, however near the visit. */
    public boolean cancel(AppointmentId appointment) {
        var left = appointments.leave(appointment, CONFIRMED, CANCELLED);
        left.ifPresent(one -> resting.lay(List.of(one), List.of(rests.backAt(one.office(), clock.instant()))));
        return left.isPresent();
    }
}
