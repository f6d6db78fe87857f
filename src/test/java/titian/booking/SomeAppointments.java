package titian.booking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Channel;
import titian.shared.OfficeId;
import titian.shared.PartyId;
import titian.shared.ServiceLane;
import titian.slot.SlotId;

/** Appointments that no table knows, for tests of what is shown. */
public final class SomeAppointments {

    private SomeAppointments() {}

    public static Appointment of(
            ApplicationId application,
            OfficeId office,
            Instant startsAt,
            Instant endsAt,
            AppointmentState state,
            Instant heldUntil,
            @Nullable Instant checkedInAt) {
        var id = AppointmentId.next();
        return new Appointment(
                id,
                new PartyId(id.value()),
                BookingCode.next(),
                AccountId.next(),
                application,
                new PersonMark(UUID.randomUUID()),
                SlotId.next(),
                office,
                ServiceLane.PASSPORT,
                Channel.PUBLIC,
                startsAt,
                endsAt,
                state,
                heldUntil,
                true,
                0,
                heldUntil,
                checkedInAt);
    }
}
