package titian.walkin;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import titian.booking.AppointmentId;
import titian.queue.TicketId;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;

/**
 * Somebody an officer gives a place, from the first press on. It names no person: the application does.
 *
 * @param account     whose application it is; for whoever has none a name nobody signs in by
 * @param appointment the place, once it is certain
 * @param ticket      the number, for whoever was let in at once
 */
record WalkIn(
        UUID id,
        OfficeId office,
        AccountId account,
        ApplicationId application,
        @Nullable AppointmentId appointment,
        @Nullable TicketId ticket) {

    boolean isSettled() {
        return appointment != null;
    }
}
