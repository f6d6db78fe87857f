package titian.shared;

import java.io.Serializable;
import java.util.UUID;

/** Names those who were booked together: one person, or a group of up to five. */
public record PartyId(UUID value) implements Serializable {

    public static PartyId of(String text) {
        return new PartyId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
