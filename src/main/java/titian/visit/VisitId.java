package titian.visit;

import java.util.UUID;

/** Names a visit for which one to five people come together. */
public record VisitId(UUID value) {

    static VisitId next() {
        return new VisitId(UUID.randomUUID());
    }

    public static VisitId of(String text) {
        return new VisitId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
