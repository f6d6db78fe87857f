package titian.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;

/**
 * A folder for the time of one run and everything that runs in it. Closing stops all of it, last in first out, and
 * leaves nothing; so does Ctrl-C.
 */
final class Yard implements AutoCloseable {

    private final Path folder;
    private final Deque<AutoCloseable> inside = new ArrayDeque<>();
    private final Thread atInterrupt = new Thread(this::clear, "clear the yard");

    private Yard(Path folder) {
        this.folder = folder;
    }

    static Yard open() throws IOException {
        var yard = new Yard(Files.createTempDirectory("titian-bench-"));
        Runtime.getRuntime().addShutdownHook(yard.atInterrupt);
        return yard;
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    synchronized <T extends AutoCloseable> T keep(T thing) {
        inside.push(thing);
        return thing;
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        clear();
        Runtime.getRuntime().removeShutdownHook(atInterrupt);
    }

    private synchronized void clear() {
        while (!inside.isEmpty()) {
            var thing = inside.pop();
            try {
                thing.close();
            } catch (Exception e) {
                System.err.println("Could not stop " + thing + ": " + e.getMessage());
            }
        }
        delete();
    }

    private void delete() {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            System.err.println("Could not delete " + folder + ": " + e.getMessage());
        }
    }
}
