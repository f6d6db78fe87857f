package titian.document;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import titian.inspection.Hint;
import titian.shared.ApplicationId;
import titian.shared.UploadId;
import titian.web.Words;

/** One stored file: what it proves, what it is, how big it is, and what may make it hard to read. */
public record Upload(
        UploadId id,
        ApplicationId application,
        DocumentKind kind,
        String fileName,
        String mediaType,
        long bytes,
        Instant at,
        boolean hasPreview,
        List<Hint> hints) {

    private static final int KILO = 1000;

    public Upload {
        hints = List.copyOf(hints);
    }

    public boolean isPicture() {
        return mediaType.startsWith("image/");
    }

    /** Where the person who handed it in can look at it. */
    public String address() {
        return "/dokumen/" + application + "/" + id;
    }

    /** Where a small picture of it is, if there is one. */
    public String previewAddress() {
        return address() + "/kecil";
    }

    /** As people say it: 340 kB; 1,2 MB in Indonesian, 1.2 MB in English. */
    public String size(Words words) {
        return bytes < KILO * KILO
                ? Math.ceilDiv(bytes, KILO) + " kB"
                : String.format(words.areIndonesian() ? Locale.of("id", "ID") : Locale.UK, "%.1f MB", bytes / 1e6);
    }

    /** Without the name: people call files by their own names and numbers. */
    @Override
    public String toString() {
        return "upload " + id + " " + kind;
    }
}
