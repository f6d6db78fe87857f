package titian.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * What a form brings: a file, or the number of one that came before it piece by piece, and what it is called.
 *
 * @param berkas   the file, from a page without scripts or whose scripts could not send it by pieces
 * @param unggahan the number of one that has come
 * @param nama     what that one is called
 */
public record Brought(
        @Nullable MultipartFile berkas,
        @Nullable UUID unggahan,
        @Nullable String nama) {

    boolean cameBefore() {
        return unggahan != null;
    }

    String name() {
        var name = berkas == null ? nama : berkas.getOriginalFilename();
        return name == null ? "" : name;
    }

    InputStream content() throws IOException {
        return berkas == null ? InputStream.nullInputStream() : berkas.getInputStream();
    }

    /** Without the name: people call files by their own names and numbers. */
    @Override
    public String toString() {
        return "a file brought";
    }
}
