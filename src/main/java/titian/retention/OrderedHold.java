package titian.retention;

import java.time.Instant;
import java.util.UUID;
import titian.shared.AccountId;

/** An officer's order that nothing of an account may be forgotten until it is lifted. */
public record OrderedHold(UUID id, Order order, Instant placedAt) {

    /** Why something is ordered to be kept. */
    public enum Reason {
        INVESTIGATION,
        COURT,
        COMPLAINT,
        INSPECTION
    }

    /** What is ordered, and by which letter. */
    public record Order(AccountId account, Reason reason, String letter) {

        /** What a letter's number looks like. */
        public static final String LETTER = "[A-Za-z0-9./-]{1,60}";

        public Order {
            if (!letter.matches(LETTER)) {
                throw new IllegalArgumentException("a letter is named by its number");
            }
        }
    }
}
