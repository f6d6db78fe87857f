package titian.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import titian.inspection.Samples;
import titian.inspection.UploadRefused;
import titian.shared.UploadId;

/** The folder of files, when things go wrong under it. */
class StoreTest {

    @TempDir
    Path data;

    @Test
    void whatWasNotKeptIsThrownAway() throws IOException {
        var store = store(0);
        try (var incoming = store.receive(Samples.stream(Samples.jpeg()))) {
            assertThat(incoming.path()).exists();
        }
        assertThat(files()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 50, 70_000, 299_999})
    void aFileTamperedWithIsNotGivenOutAsWhole(int at) throws IOException {
        var store = store(0);
        var id = UploadId.next();
        var key = FileKey.fresh();
        store.keep(id, key, bytes(300_000), null);
        try (var file = new RandomAccessFile(place().toFile(), "rw")) {
            file.seek(at);
            var was = file.read();
            file.seek(at);
            file.write(was ^ 1);
        }
        assertThatThrownBy(() -> store.open(id, key).readAllBytes()).isInstanceOf(IOException.class);
    }

    @Test
    void aFileCutShortIsNotGivenOutAsWhole() throws IOException {
        var store = store(0);
        var id = UploadId.next();
        var key = FileKey.fresh();
        store.keep(id, key, bytes(300_000), null);
        try (var file = new RandomAccessFile(place().toFile(), "rw")) {
            file.setLength(65_536 * 2);
        }
        assertThatThrownBy(() -> store.open(id, key).readAllBytes()).isInstanceOf(IOException.class);
    }

    @Test
    void aSenderWhoGoesAwayHalfWayLeavesNothing() throws IOException {
        var broken = new SequenceInputStream(Samples.stream(new byte[200_000]), new Broken());
        assertThatThrownBy(() -> store(0).receive(broken)).isInstanceOf(StoreUnavailable.class);
        assertThat(files()).isZero();
    }

    @Test
    void tooMuchIsNotReadToItsEnd() throws IOException {
        assertThatThrownBy(() -> store(0).receive(new Endless())).isInstanceOf(UploadRefused.TooLarge.class);
        assertThat(files()).isZero();
    }

    @Test
    void aFullDiskIsSaidBeforeAnythingIsWritten() throws IOException {
        var full = store(Long.MAX_VALUE);
        var photo = Samples.stream(Samples.jpeg());
        assertThatThrownBy(() -> full.receive(photo)).isInstanceOf(UploadRefused.NotStored.class);
        assertThatThrownBy(() -> full.keep(UploadId.next(), FileKey.fresh(), bytes(10), bytes(10)))
                .isInstanceOf(UploadRefused.NotStored.class);
        assertThat(files()).isZero();
    }

    @Test
    void aPlaceThatCannotBeWrittenLeavesNothingOfTheFile() throws IOException {
        var store = store(0);
        var id = UploadId.next();
        var name = id.toString().replace("-", "");
        var inner = data.resolve("documents").resolve(name.substring(0, 2)).resolve(name.substring(2, 4));
        Files.createDirectories(inner.resolve(name).resolve("a folder where the file should be"));
        assertThatThrownBy(() -> store.keep(id, FileKey.fresh(), bytes(10), bytes(10)))
                .isInstanceOf(UploadRefused.NotStored.class);
        assertThat(files()).isZero();
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() throws IOException {
        Files.writeString(data.resolve("documents"), "a file where the folder should be");
        var photo = Samples.stream(Samples.jpeg());
        assertThatThrownBy(() -> store(0).receive(photo)).isInstanceOf(UploadRefused.NotStored.class);
        assertThatThrownBy(() -> store(0).open(UploadId.next(), null)).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void whatAKilledNodeLeftAsideIsSweptAndWhatIsComingInIsNot() throws IOException {
        var store = store(0);
        try (var incoming = store.receive(Samples.stream(Samples.jpeg()))) {
            var left = Files.write(incoming.path().resolveSibling("left"), bytes(10));
            Files.setLastModifiedTime(left, FileTime.from(Instant.EPOCH));
            assertThat(new Aside(data).sweep()).isOne();
            assertThat(incoming.path()).exists();
            assertThat(left).doesNotExist();
        }
    }

    private Store store(long room) {
        var aside = new Aside(data, room);
        return new Store(new FolderShelf(data, aside), aside);
    }

    private Path place() throws IOException {
        try (var all = Files.walk(data)) {
            return all.filter(file -> file.getFileName().toString().matches("[0-9a-f]{32}"))
                    .findAny()
                    .orElseThrow();
        }
    }

    private static byte[] bytes(int count) {
        var bytes = new byte[count];
        ThreadLocalRandom.current().nextBytes(bytes);
        return bytes;
    }

    private long files() throws IOException {
        try (var all = Files.walk(data)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    private static final class Broken extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("the connection is gone");
        }
    }

    private static final class Endless extends InputStream {
        @Override
        public int read() {
            return 'x';
        }
    }
}
