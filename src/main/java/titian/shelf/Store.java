package titian.shelf;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import titian.inspection.FileType;
import titian.inspection.Inspection;
import titian.inspection.UploadRefused;
import titian.shared.UploadId;

/**
 * Where files lie, each sealed, under its upload's id and with its small picture beside it: in a folder, or in the bucket
 * that is named (docs/adr/0102). What comes in lies aside on this machine's disk until it is looked at.
 */
@Component
public class Store {

    private static final Logger LOG = LoggerFactory.getLogger(Store.class);
    private static final int CHUNK = 64 * 1024;
    private static final String PREVIEW = ".kecil";

    private final Shelf shelf;
    private final Aside aside;

    Store(Shelf shelf, Aside aside) {
        this.shelf = shelf;
        this.aside = aside;
    }

    /** A file that came in and lies aside until it is kept; closing it throws away what was not kept. */
    public record Incoming(Path path, long bytes, byte[] sha256, byte[] head) implements AutoCloseable {

        public InputStream open() throws IOException {
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
    public Incoming receive(InputStream content) {
        try {
            return write(content, aside.place());
        } catch (IOException e) {
            throw new UploadRefused.NotStored("an upload could not be written", e);
        }
    }

    private static Incoming write(InputStream content, Path aside) throws IOException {
        var digest = sha256();
        var head = new byte[0];
        long bytes = 0;
        boolean whole = false;
        try (var file = FileChannel.open(aside, CREATE_NEW, WRITE)) {
            var chunk = new byte[CHUNK];
            for (int read; (read = read(content, chunk)) > 0; bytes += read) {
                if (bytes + read > Inspection.MOST_BYTES) {
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
    public void keep(UploadId id, FileKey key, byte[] content, byte @Nullable [] preview) {
        SequencedMap<String, byte[]> files = new LinkedHashMap<>();
        try {
            if (preview != null) {
                files.put(previewName(id), sealed(key, preview, previewName(id)));
            }
            files.put(name(id), sealed(key, content, name(id)));
            shelf.put(files);
        } catch (IOException e) {
            remove(id);
            throw new UploadRefused.NotStored("upload " + id + " could not be put in its place", e);
        } catch (UploadRefused.NotStored full) {
            remove(id);
            throw full;
        }
    }

    private static byte[] sealed(FileKey key, byte[] content, String name) throws IOException {
        var sealed = new ByteArrayOutputStream(content.length + content.length / CHUNK * FileKey.OVERHEAD + CHUNK);
        try (var sealing = key.sealing(sealed, bound(name))) {
            sealing.write(content);
        }
        return sealed.toByteArray();
    }

    /** Takes away both. What cannot be taken away now is nobody's: there is no row and no key of it. */
    public void remove(UploadId id) {
        for (var name : List.of(name(id), previewName(id))) {
            try {
                shelf.remove(name);
            } catch (IOException e) {
                LOG.warn("A file could not be removed: {}", name, e);
            }
        }
    }

    /**
     * Takes away both for good.
     *
     * @throws StoreUnavailable if that cannot be done now
     */
    public void forget(UploadId id) {
        try {
            shelf.remove(name(id));
            shelf.remove(previewName(id));
        } catch (IOException e) {
            throw new StoreUnavailable("upload " + id + " cannot be forgotten", e);
        }
    }

    /** The file opened by its key; one that came before keys lies open. */
    public InputStream open(UploadId id, @Nullable FileKey key) {
        return open(name(id), key);
    }

    public InputStream openPreview(UploadId id, FileKey key) {
        return open(previewName(id), key);
    }

    private InputStream open(String name, @Nullable FileKey key) {
        try {
            var sealed = shelf.get(name);
            return key == null ? sealed : key.opening(sealed, bound(name));
        } catch (IOException e) {
            throw new StoreUnavailable("upload " + name + " cannot be read", e);
        }
    }

    private static byte[] bound(String name) {
        return name.getBytes(US_ASCII);
    }

    private static String previewName(UploadId id) {
        return name(id) + PREVIEW;
    }

    private static String name(UploadId id) {
        return id.toString().replace("-", "");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
