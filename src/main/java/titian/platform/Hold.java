package titian.platform;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import titian.shared.ApplicationId;

/**
 * Something that has to be kept although its person wants it forgotten.
 *
 * @param application the application it is about, if it is about one
 * @param until       when that ends, if a day can be named
 */
public record Hold(
        Reason reason,
        @Nullable ApplicationId application,
        @Nullable Instant until) {

    /** Why. Each has its plain words, {@code privacy.hold.…}. */
    public enum Reason {
        UNDER_WAY(Effect.WAITS),
        RECENT_VISIT(Effect.WAITS),
        BILL_OPEN(Effect.WAITS),
        MONEY_ON_ITS_WAY(Effect.WAITS),
        COMPLAINT(Effect.WAITS),
        ORDERED(Effect.WAITS),
        PASSPORT_RECORD(Effect.KEEPS_APPLICATION),
        BOOK_KEEPING(Effect.KEEPS_ROWS);

        private final Effect effect;

        Reason(Effect effect) {
            this.effect = effect;
        }

        public Effect effect() {
            return effect;
        }
    }

    /** What becomes of the wish to be forgotten. */
    public enum Effect {
        /** Nothing is forgotten while this lasts. */
        WAITS,
        /** All but this application is forgotten. */
        KEEPS_APPLICATION,
        /** All is forgotten but what the module that says so keeps. */
        KEEPS_ROWS
    }

    /** Whether nothing at all may be forgotten yet. */
    public boolean waits() {
        return reason.effect() == Effect.WAITS;
    }
}
