package titian.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import titian.shared.OfficeId;

/**
 * A file of bank or biller, and how far it has been read.
 *
 * @param position so many bytes are read and written down
 * @param line     so many lines
 * @param balance  what an account statement came to so far; nothing for other files
 */
record DailyFile(
        FileId id,
        String name,
        Source source,
        OfficeId office,
        State state,
        long bytes,
        long position,
        long line,
        @Nullable Long balance,
        Counts counts,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        Instant receivedAt) {

    /** How far a file has come. */
    enum State {
        ARRIVING,
        READING,
        DONE,
        /** Nothing we can read. */
        REFUSED
    }

    /** What became of its lines. */
    record Counts(long matched, long repeated, long outgoing, long unmatched, long malformed) {}

    /** How much of it is read, of a hundred. */
    int percent() {
        return bytes == 0 ? 100 : (int) (position * 100 / bytes);
    }
}
