package titian.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * A file of facts, one JSON object a line, only ever added to. A fact is on the disk when {@link #write} returns; a
 * line cut short by a kill was never answered for and is dropped on the next opening.
 */
final class Journal implements AutoCloseable {

    private final FileChannel file;

    private Journal(FileChannel file) {
        this.file = file;
    }

    /** Opens the journal, telling every fact it holds in the order they happened. */
    static Journal open(Path path, Consumer<JsonNode> teller) {
        try {
            var whole = Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
            var end = endOfLastLine(whole);
            tell(new String(whole, 0, end, StandardCharsets.UTF_8), path, teller);
            var file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            file.truncate(end);
            file.position(end);
            return new Journal(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void tell(String facts, Path path, Consumer<JsonNode> teller) {
        try {
            facts.lines().map(Json::read).forEach(teller);
        } catch (BadRequest notWritten) {
            throw new IllegalStateException(
                    path + " is damaged. Restore it, or move it away to begin with an empty one.", notWritten);
        }
    }

    synchronized void write(JsonNode fact) {
        try {
            var line = ByteBuffer.wrap((fact + "\n").getBytes(StandardCharsets.UTF_8));
            while (line.hasRemaining()) {
                file.write(line);
            }
            file.force(false);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int endOfLastLine(byte[] whole) {
        var end = whole.length;
        while (end > 0 && whole[end - 1] != '\n') {
            end--;
        }
        return end;
    }
}
