package titian.shared;

import java.io.Serializable;
import java.util.UUID;

/** Names someone who signs in, applicant or officer. */
public record AccountId(UUID value) implements Serializable {

    public static AccountId next() {
        return new AccountId(UUID.randomUUID());
    }

    public static AccountId of(String text) {
        return new AccountId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
