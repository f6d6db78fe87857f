package titian.booking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;

/** A booked visit: who comes where and when, and how far it has come. */
public record Appointment(
        AppointmentId id,
        BookingCode code,
        ApplicationId application,
        SlotId slot,
        OfficeId office,
        Instant startsAt,
        Instant endsAt,
        AppointmentState state,
        Instant heldUntil,
        @Nullable Instant checkedInAt) {}
