package titian.document;

import java.time.Instant;
import titian.shared.ApplicationId;

/** One stored file: what it proves, what it really is, how big it is. */
public record Upload(
        UploadId id,
        ApplicationId application,
        DocumentKind kind,
        String fileName,
        String mediaType,
        long bytes,
        Instant at) {}
