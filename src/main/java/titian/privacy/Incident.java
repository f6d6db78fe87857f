package titian.privacy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody saw what they should not have, or it was lost.
 *
 * @param reportBy  until when the authority and those it concerns are to be told
 * @param affected  whom it concerns, in numbers
 * @param told      how many of them have been written to
 */
record Incident(
        UUID id,
        Facts facts,
        Instant reportBy,
        @Nullable Instant reportedAt,
        @Nullable Instant lettersAt,
        long affected,
        long told) {

    /** Where to look for those it concerns. */
    enum Source {
        /** Records of a kind: everybody who had some by then. */
        KIND,
        /** An officer: everybody they looked at or did something to. */
        OFFICER
    }

    /** What is known of it. It prints without saying it. */
    record Facts(
            String what,
            String handling,
            Instant from,
            Instant until,
            Instant knownAt,
            Source source,
            String sourceName) {

        @Override
        public String toString() {
            return "what is known of an incident";
        }
    }

    boolean isOverdue(Instant now) {
        return reportedAt == null && now.isAfter(reportBy);
    }
}
