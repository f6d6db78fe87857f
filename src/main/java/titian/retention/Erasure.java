package titian.retention;

import java.time.Instant;
import java.util.UUID;
import titian.shared.AccountId;

/** Somebody's wish to be forgotten, and when it is carried out. */
public record Erasure(UUID id, AccountId account, Instant askedAt, Instant dueAt, State state) {

    /** How far it has come. */
    public enum State {
        /** The person may still change their mind. */
        ASKED,
        WITHDRAWN,
        /** It is being carried out. */
        DUE,
        DONE
    }
}
