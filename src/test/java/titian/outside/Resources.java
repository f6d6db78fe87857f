package titian.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The files that come with the outside world, and the look it borrows from Titian. */
final class Resources {

    private Resources() {}

    /** A file of the outside world's own. */
    static byte[] read(String name) {
        return find("/outside/" + name).orElseThrow(() -> new IllegalStateException("outside/" + name + " is missing"));
    }

    /** A style sheet, font or icon: Titian's, or ours where Titian has none. */
    static Optional<byte[]> asset(String name) {
        return find("/static/aset/" + name).or(() -> find("/outside/aset/" + name));
    }

    private static Optional<byte[]> find(String path) {
        try (var stream = Resources.class.getResourceAsStream(path)) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
