package titian.privacy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import titian.shared.AccountId;

/**
 * What somebody asks to have put right.
 *
 * @param dueAt  until when it is to be answered
 * @param answer what was answered, and when; nothing as long as it was not
 */
record Correction(
        UUID id,
        AccountId account,
        About about,
        String wanted,
        Instant askedAt,
        Instant dueAt,
        State state,
        @Nullable Answer answer) {

    enum About {
        APPLICANT,
        FORM,
        DOCUMENT,
        PAYMENT,
        OTHER
    }

    enum State {
        ASKED,
        DONE,
        REFUSED,
        WITHDRAWN
    }

    record Answer(String text, Instant at) {

        @Override
        public String toString() {
            return "an answer";
        }
    }

    boolean isOpen() {
        return state == State.ASKED;
    }

    boolean isOverdue(Instant now) {
        return isOpen() && now.isAfter(dueAt);
    }

    @Override
    public String toString() {
        return "correction " + id + " " + state;
    }
}
