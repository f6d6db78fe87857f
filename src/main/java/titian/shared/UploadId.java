package titian.shared;

import java.io.Serializable;
import java.util.UUID;

/** Names one uploaded file. */
public record UploadId(UUID value) implements Serializable {

    public static UploadId next() {
        return new UploadId(UUID.randomUUID());
    }

    public static UploadId of(String text) {
        return new UploadId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
