package titian.booking;

import java.io.Serializable;
import java.util.UUID;

/** Names places that were given back and are kept for somebody for a while. */
public record OfferId(UUID value) implements Serializable {

    public static OfferId next() {
        return new OfferId(UUID.randomUUID());
    }

    public static OfferId of(String text) {
        return new OfferId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
