package titian.document;

import org.jspecify.annotations.Nullable;
import titian.shared.UploadId;

/**
 * A file on its way in: how much of it was promised, how much has come, and what became of it once it was handed in with
 * a form.
 */
record Arrival(
        UploadId id, long bytes, long arrived, @Nullable UploadId upload) {

    boolean isWhole() {
        return arrived == bytes;
    }

    long lacks() {
        return bytes - arrived;
    }

    Arrival after(int more) {
        return new Arrival(id, bytes, arrived + more, upload);
    }
}
