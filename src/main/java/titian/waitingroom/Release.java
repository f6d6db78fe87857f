package titian.waitingroom;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import titian.shared.OfficeId;
import titian.shared.ServiceLane;

/**
 * A release of an office's places as it was announced: when it opens which days, and how its draw can be checked.
 *
 * @param opensAt     before this moment nobody books a place of these days
 * @param roomOpensAt from when on people may take a ticket
 * @param fingerprint the SHA-256 of the draw's seed, told with the announcement
 * @param seed        the seed itself, told with the draw
 * @param drawn       how many tickets were drawn
 * @param line        the line after the draw
 */
public record Release(
        ReleaseId id,
        OfficeId office,
        ServiceLane lane,
        Instant opensAt,
        Instant roomOpensAt,
        LocalDate firstDay,
        LocalDate lastDay,
        int admissionsPerMinute,
        String fingerprint,
        @Nullable String seed,
        @Nullable Instant drawnAt,
        int drawn,
        @Nullable Line line,
        @Nullable Instant closedAt,
        boolean withdrawn) {

    /** How long before its waiting room opens people are reminded. */
    static final Duration REMINDED_BEFORE = Duration.ofMinutes(30);

    /** How far a release has come. */
    public enum Phase {
        /** Announced, nothing to do yet but ask for a reminder. */
        ANNOUNCED,
        /** The waiting room is open: tickets taken now are drawn at the opening. */
        GATHERING,
        /** The places are open and the draw is about to be done. */
        DRAWING,
        /** People are let in, one after the other. */
        ADMITTING,
        /** Nobody waits any more, or nothing is left: whoever wants a place books without waiting. */
        CLOSED,
        /** The office decided otherwise before the waiting room opened. */
        WITHDRAWN
    }

    public Phase phase(Instant now) {
        if (withdrawn) {
            return Phase.WITHDRAWN;
        }
        if (closedAt != null) {
            return Phase.CLOSED;
        }
        if (drawnAt != null) {
            return Phase.ADMITTING;
        }
        if (!now.isBefore(opensAt)) {
            return Phase.DRAWING;
        }
        return now.isBefore(roomOpensAt) ? Phase.ANNOUNCED : Phase.GATHERING;
    }

    /** Where people wait. */
    public String address() {
        return address(id);
    }

    static String address(ReleaseId id) {
        return "/antrean-rilis/" + id;
    }

    /** Whether a reminder still comes in time. */
    public boolean remindsAt(Instant now) {
        return phase(now) == Phase.ANNOUNCED;
    }

    Optional<Line> standing() {
        return Optional.ofNullable(line);
    }
}
