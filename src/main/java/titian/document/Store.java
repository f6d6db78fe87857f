package titian.document;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The folder the files lie in, each under its upload's id: {@code ab/cd/abcd….}. A file is written aside, forced to
 * the disk and then moved to its place in one step, so that whatever lies in its place is whole.
 */
@Component
class Store {

    private static final Logger LOG = LoggerFactory.getLogger(Store.class);
    private static final int CHUNK = 64 * 1024;

    private final Path root;

    Store(@Value("${titian.data}") Path data) {
        this.root = data.resolve("documents");
    }

    /** A file that came in and lies aside until it is kept; closing it throws away what was not kept. */
    record Incoming(Path path, long bytes, byte[] sha256, byte[] head) implements AutoCloseable {

        @Override
        public void close() {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                LOG.warn("A file that was not kept could not be removed: {}", path, e);
            }
        }
    }

    /**
     * Writes what comes in aside, and stops as soon as it is too much.
     *
     * @throws UploadRefused if there is nothing, or more than a file may hold
     */
    Incoming receive(InputStream content) {
        var aside = root.resolve("incoming").resolve(UUID.randomUUID().toString());
        try {
            Files.createDirectories(aside.getParent());
            return write(content, aside);
        } catch (IOException e) {
            throw new StoreUnavailable("an upload could not be written", e);
        }
    }

    private static Incoming write(InputStream content, Path aside) throws IOException {
        var digest = sha256();
        var head = new byte[0];
        long bytes = 0;
        boolean whole = false;
        try (var file = FileChannel.open(aside, CREATE_NEW, WRITE)) {
            var chunk = new byte[CHUNK];
            for (int read; (read = content.readNBytes(chunk, 0, CHUNK)) > 0; bytes += read) {
                if (bytes + read > DocumentDesk.MOST_BYTES) {
                    throw new UploadRefused.TooLarge();
                }
                if (bytes == 0) {
                    head = Arrays.copyOf(chunk, Math.min(read, FileType.HEAD));
                }
                digest.update(chunk, 0, read);
                for (var rest = ByteBuffer.wrap(chunk, 0, read); rest.hasRemaining(); ) {
                    file.write(rest);
                }
            }
            if (bytes == 0) {
                throw new UploadRefused.Empty();
            }
            file.force(true);
            whole = true;
            return new Incoming(aside, bytes, digest.digest(), head);
        } finally {
            if (!whole) {
                Files.deleteIfExists(aside);
            }
        }
    }

    /** Puts the file in its place, for good. */
    void keep(Incoming incoming, UploadId id) {
        var name = name(id);
        var outer = root.resolve(name.substring(0, 2));
        var inner = outer.resolve(name.substring(2, 4));
        try {
            Files.createDirectories(inner);
            Files.move(incoming.path(), inner.resolve(name), ATOMIC_MOVE);
            for (var folder : List.of(inner, outer, root)) {
                force(folder);
            }
        } catch (IOException e) {
            throw new StoreUnavailable("upload " + id + " could not be put in its place", e);
        }
    }

    InputStream open(UploadId id) {
        try {
            return Files.newInputStream(place(id));
        } catch (IOException e) {
            throw new StoreUnavailable("upload " + id + " cannot be read", e);
        }
    }

    private Path place(UploadId id) {
        var name = name(id);
        return root.resolve(name.substring(0, 2)).resolve(name.substring(2, 4)).resolve(name);
    }

    private static String name(UploadId id) {
        return id.toString().replace("-", "");
    }

    /** A name in a folder lasts only when the folder too has reached the disk. */
    private static void force(Path folder) throws IOException {
        try (var names = FileChannel.open(folder, READ)) {
            names.force(true);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
