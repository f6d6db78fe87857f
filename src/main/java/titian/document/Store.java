package titian.document;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The folder the files lie in, each sealed, under its upload's id: {@code ab/cd/abcd….}. A file is written aside,
 * forced to the disk and then moved to its place in one step, so that whatever lies in its place is whole.
 */
@Component
class Store {

    private static final Logger LOG = LoggerFactory.getLogger(Store.class);
    private static final int CHUNK = 64 * 1024;

    /** As much must stay free that what is being written now finds room. */
    private static final long ROOM = 100L * 1024 * 1024;

    private static final Duration LEFT_BEHIND = Duration.ofHours(1);

    private final Path root;
    private final long room;

    @Autowired
    Store(@Value("${titian.data}") Path data) {
        this(data, ROOM);
    }

    Store(Path data, long room) {
        this.root = data.toAbsolutePath().resolve("documents");
        this.room = room;
    }

    /** A file that came in and lies aside until it is kept; closing it throws away what was not kept. */
    record Incoming(Path path, long bytes, byte[] sha256, byte[] head) implements AutoCloseable {

        InputStream open() throws IOException {
            return Files.newInputStream(path);
        }

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
     * @throws UploadRefused if there is nothing, more than a file may hold, or no room for it
     */
    Incoming receive(InputStream content) {
        try {
            return write(content, aside());
        } catch (IOException e) {
            throw new UploadRefused.NotStored("an upload could not be written", e);
        }
    }

    private Path aside() throws IOException {
        var aside = Files.createDirectories(root.resolve("incoming"));
        if (Files.getFileStore(aside).getUsableSpace() < room) {
            throw new UploadRefused.NotStored("the disk of the document store is full", null);
        }
        return aside.resolve(UUID.randomUUID().toString());
    }

    private static Incoming write(InputStream content, Path aside) throws IOException {
        var digest = sha256();
        var head = new byte[0];
        long bytes = 0;
        boolean whole = false;
        try (var file = FileChannel.open(aside, CREATE_NEW, WRITE)) {
            var chunk = new byte[CHUNK];
            for (int read; (read = read(content, chunk)) > 0; bytes += read) {
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
            whole = true;
            return new Incoming(aside, bytes, digest.digest(), head);
        } finally {
            if (!whole) {
                Files.deleteIfExists(aside);
            }
        }
    }

    private static int read(InputStream content, byte[] chunk) {
        try {
            return content.readNBytes(chunk, 0, CHUNK);
        } catch (IOException e) {
            throw new StoreUnavailable("whoever sent an upload has gone away", e);
        }
    }

    /**
     * Seals the file and puts it in its place, for good; its small picture comes first, so that where the file is, all is.
     *
     * @throws UploadRefused.NotStored if that cannot be done; then nothing is there
     */
    void keep(UploadId id, FileKey key, byte[] content, byte @Nullable [] preview) {
        try {
            Files.createDirectories(folder(id));
            if (preview != null) {
                seal(key, preview, previewPlace(id));
            }
            seal(key, content, place(id));
            for (var folder : List.of(folder(id), folder(id).resolve(".."), root)) {
                force(folder);
            }
        } catch (IOException e) {
            remove(id);
            throw new UploadRefused.NotStored("upload " + id + " could not be put in its place", e);
        }
    }

    private void seal(FileKey key, byte[] content, Path place) throws IOException {
        var aside = aside();
        try (var file = FileChannel.open(aside, CREATE_NEW, WRITE)) {
            // closing it writes the last piece; what reaches the disk is asked for after that
            try (var sealing = key.sealing(Channels.newOutputStream(new StaysOpen(file)), bound(place))) {
                sealing.write(content);
            }
            file.force(true);
            Files.move(aside, place, ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    /** Takes away both; whoever is reading them reads to the end. */
    void remove(UploadId id) {
        for (var place : List.of(place(id), previewPlace(id))) {
            try {
                Files.deleteIfExists(place);
            } catch (IOException e) {
                LOG.warn("A file could not be removed: {}", place, e);
            }
        }
    }

    /**
     * Takes away both for good.
     *
     * @throws StoreUnavailable if that cannot be done now
     */
    void forget(UploadId id) {
        try {
            Files.deleteIfExists(place(id));
            Files.deleteIfExists(previewPlace(id));
        } catch (IOException e) {
            throw new StoreUnavailable("upload " + id + " cannot be forgotten", e);
        }
    }

    /** What a killed node left aside an hour ago or earlier, by the clock of the disk. */
    int sweepAside() {
        try {
            var now = Files.createTempFile(Files.createDirectories(root.resolve("incoming")), "clock", "");
            var old = Files.getLastModifiedTime(now).toInstant().minus(LEFT_BEHIND);
            Files.delete(now);
            int swept = 0;
            try (var files = Files.newDirectoryStream(now.getParent())) {
                for (var file : files) {
                    if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
                        Files.deleteIfExists(file);
                        swept++;
                    }
                }
            }
            return swept;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file opened by its key; one that came before keys lies open. */
    InputStream open(UploadId id, @Nullable FileKey key) {
        return open(place(id), key);
    }

    InputStream openPreview(UploadId id, FileKey key) {
        return open(previewPlace(id), key);
    }

    private static InputStream open(Path place, @Nullable FileKey key) {
        try {
            var sealed = Files.newInputStream(place);
            return key == null ? sealed : key.opening(sealed, bound(place));
        } catch (IOException e) {
            throw new StoreUnavailable("upload " + place.getFileName() + " cannot be read", e);
        }
    }

    private static byte[] bound(Path place) {
        return place.getFileName().toString().getBytes(US_ASCII);
    }

    private Path previewPlace(UploadId id) {
        return folder(id).resolve(name(id) + ".kecil");
    }

    private Path place(UploadId id) {
        return folder(id).resolve(name(id));
    }

    private Path folder(UploadId id) {
        var name = name(id);
        return root.resolve(name.substring(0, 2)).resolve(name.substring(2, 4));
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

    /** Lets a stream end without closing the file below it. */
    private record StaysOpen(FileChannel file) implements WritableByteChannel {

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            return file.write(bytes);
        }

        @Override
        public boolean isOpen() {
            return file.isOpen();
        }

        @Override
        public void close() {}
    }
}
