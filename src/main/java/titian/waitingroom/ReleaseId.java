package titian.waitingroom;

import java.util.UUID;

/** Names a release of places. */
public record ReleaseId(UUID value) {

    static ReleaseId next() {
        return new ReleaseId(UUID.randomUUID());
    }

    public static ReleaseId of(String text) {
        return new ReleaseId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
