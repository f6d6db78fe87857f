package titian.shared;

import java.io.Serializable;
import java.util.UUID;

/** Names one request for one passport. */
public record ApplicationId(UUID value) implements Serializable {

    public static ApplicationId next() {
        return new ApplicationId(UUID.randomUUID());
    }

    public static ApplicationId of(String text) {
        return new ApplicationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
