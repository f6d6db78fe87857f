package titian.queue;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import titian.booking.AppointmentId;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;

/**
 * A queue number (nomor antrean) of an office's day, and how far its holder has come. It names no person: whoever may
 * know the name asks the application.
 *
 * @param service text key of the service asked for
 * @param dueAt   when the booked window begins: the order of calling, before the order of arrival
 * @param calls   how often the number was called
 */
public record Ticket(
        TicketId id,
        OfficeId office,
        LocalDate day,
        String letter,
        int number,
        AppointmentId appointment,
        ApplicationId application,
        String service,
        Instant dueAt,
        Instant arrivedAt,
        TicketState state,
        int calls,
        @Nullable Integer counter,
        @Nullable AccountId officer,
        @Nullable Instant calledAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    /** As printed and called: {@code A-047}. */
    public String label() {
        return letter + "-" + digits();
    }

    public String digits() {
        return "%03d".formatted(number);
    }
}
