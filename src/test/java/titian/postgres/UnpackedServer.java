package titian.postgres;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/**
 * The database's programs, unpacked once for all houses that tests open: each would take seconds over it. Journeys take them
 * from here too (e2e/lane).
 */
public final class UnpackedServer {

    private static final Path TARGET = Path.of("target");
    private static final Path KEPT = TARGET.resolve("postgres-" + EmbeddedPostgres.VERSION);

    private UnpackedServer() {}

    /** Puts them where the house with this data looks for them. */
    public static void into(Path data) throws IOException {
        try (var file = FileChannel.open(TARGET.resolve("postgres.lock"), CREATE, WRITE);
                var _ = file.lock()) {
            if (Files.notExists(KEPT)) {
                unpack();
            }
        }
        link(data.resolve("postgres").resolve("server-" + EmbeddedPostgres.VERSION));
    }

    private static void unpack() throws IOException {
        var unfinished = Files.createTempDirectory(TARGET, "unpacking-");
        var archive = UnpackedServer.class.getResourceAsStream("/postgres-linux-x86_64.txz");
        try (var stream = new BufferedInputStream(Objects.requireNonNull(archive))) {
            Archive.unpackTxz(stream, unfinished);
        }
        Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(unfinished, KEPT);
    }

    private static void link(Path place) throws IOException {
        Files.createDirectories(place.getParent());
        try (var all = Files.walk(KEPT)) {
            for (var from : (Iterable<Path>) all::iterator) {
                var to = place.resolve(KEPT.relativize(from).toString());
                if (Files.isDirectory(from, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectory(to);
                } else if (Files.isSymbolicLink(from)) {
                    Files.createSymbolicLink(to, Files.readSymbolicLink(from));
                } else {
                    Files.createLink(to, from);
                }
            }
        }
    }
}
