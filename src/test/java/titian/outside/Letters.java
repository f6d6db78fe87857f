package titian.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Every letter that ever arrived, kept on disk as it was sent. */
final class Letters implements AutoCloseable {

    private final List<Letter> letters = new ArrayList<>();
    private final Path folder;
    private final Clock clock;
    private final Journal journal;

    Letters(Path data, Clock clock) {
        this.clock = clock;
        folder = data.resolve("surat");
        try {
            Files.createDirectories(folder);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        journal = Journal.open(data.resolve("surat.jsonl"), this::remember);
    }

    synchronized void keep(String to, String from, String subject, byte[] raw) {
        var last = letters.isEmpty() ? 0 : letters.getLast().id();
        var letter = new Letter(last + 1, to.toLowerCase(Locale.ROOT), from, subject, clock.instant());
        write(file(letter), raw);
        journal.write(Json.MAPPER.valueToTree(letter));
        letters.add(letter);
    }

    /** The newest first, for one address or, with an empty one, for all. */
    synchronized List<Letter> newest(String to, int atMost) {
        var address = to.toLowerCase(Locale.ROOT);
        return letters.reversed().stream()
                .filter(letter -> address.isEmpty() || letter.to().equals(address))
                .limit(atMost)
                .toList();
    }

    synchronized Optional<Letter> find(String id) {
        return letters.stream()
                .filter(letter -> Long.toString(letter.id()).equals(id))
                .findAny();
    }

    LetterContent content(Letter letter) {
        try {
            return LetterContent.read(Files.readAllBytes(file(letter)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        journal.close();
    }

    private Path file(Letter letter) {
        return folder.resolve(letter.id() + ".eml");
    }

    private static void write(Path file, byte[] raw) {
        try (var written = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(raw);
            while (bytes.hasRemaining()) {
                written.write(bytes);
            }
            written.force(true);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void remember(JsonNode fact) {
        letters.add(Json.MAPPER.treeToValue(fact, Letter.class));
    }
}
