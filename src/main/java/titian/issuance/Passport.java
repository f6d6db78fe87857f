package titian.issuance;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import titian.office.Office;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;

/**
 * A passport that is made for somebody who was at the counter.
 *
 * @param readyAt since when it lies ready; nothing as long as it is being made
 */
record Passport(
        ApplicationId application,
        OfficeId office,
        State state,
        @Nullable Instant readyAt) {

    /** What is not fetched within so many days is cancelled, and its fee lost (docs/adr/0079). */
    static final int DAYS_TO_FETCH = 30;

    enum State {
        MADE,
        READY,
        HANDED_OVER
    }

    /** The last day on which it can be fetched, where the office is. */
    static LocalDate lastDay(Instant readyAt, Office office) {
        return office.day(readyAt).plusDays(DAYS_TO_FETCH);
    }
}
