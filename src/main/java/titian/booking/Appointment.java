package titian.booking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Channel;
import titian.shared.OfficeId;
import titian.shared.PartyId;
import titian.shared.ServiceLane;
import titian.slot.SlotId;

/**
 * A booked visit: who comes where and when, and how far it has come.
 *
 * @param moves how often its window was changed
 */
public record Appointment(
        AppointmentId id,
        PartyId party,
        BookingCode code,
        AccountId account,
        ApplicationId application,
        PersonMark person,
        SlotId slot,
        OfficeId office,
        ServiceLane lane,
        Channel channel,
        Instant startsAt,
        Instant endsAt,
        AppointmentState state,
        Instant heldUntil,
        boolean claimed,
        int moves,
        Instant bookedAt,
        @Nullable Instant checkedInAt) {

    @Override
    public String toString() {
        return "appointment " + id + " " + state;
    }
}
