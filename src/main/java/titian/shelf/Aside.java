package titian.shelf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import titian.inspection.UploadRefused;

/** The folder of what is being written: nothing in it counts, and what a killed node left there is swept. */
@Component
class Aside {

    /** As much must stay free that what is being written now finds room. */
    private static final long ROOM = 100L * 1024 * 1024;

    private static final Duration LEFT_BEHIND = Duration.ofHours(1);

    private final Path folder;
    private final long room;

    @Autowired
    Aside(@Value("${titian.data}") Path data) {
        this(data, ROOM);
    }

    Aside(Path data, long room) {
        this.folder = data.toAbsolutePath().resolve("documents").resolve("incoming");
        this.room = room;
    }

    /**
     * A place nothing lies in yet.
     *
     * @throws UploadRefused.NotStored if there is no room
     */
    Path place() throws IOException {
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).getUsableSpace() < room) {
            throw new UploadRefused.NotStored("the disk of the document store is full", null);
        }
        return folder.resolve(UUID.randomUUID().toString());
    }

    /** What a killed node left an hour ago or earlier, by the clock of the disk. */
    int sweep() {
        try {
            var now = Files.createTempFile(Files.createDirectories(folder), "clock", "");
            var old = Files.getLastModifiedTime(now).toInstant().minus(LEFT_BEHIND);
            Files.delete(now);
            int swept = 0;
            try (var files = Files.newDirectoryStream(folder)) {
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
}
