package titian.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder of files, when things go wrong under it. */
class StoreTest {

    @TempDir
    Path data;

    @Test
    void whatWasNotKeptIsThrownAway() throws IOException {
        var store = new Store(data);
        try (var incoming = store.receive(Samples.stream(Samples.jpeg()))) {
            assertThat(incoming.path()).exists();
        }
        assertThat(files()).isZero();
    }

    @Test
    void whatWasKeptStays() throws IOException {
        var store = new Store(data);
        var id = UploadId.next();
        var photo = Samples.jpeg();
        try (var incoming = store.receive(Samples.stream(photo))) {
            store.keep(incoming, id);
        }
        assertThat(store.open(id).readAllBytes()).isEqualTo(photo);
        assertThat(files()).isOne();
    }

    @Test
    void aSenderWhoGoesAwayHalfWayLeavesNothing() throws IOException {
        var broken = new SequenceInputStream(Samples.stream(new byte[200_000]), new Broken());
        assertThatThrownBy(() -> new Store(data).receive(broken)).isInstanceOf(StoreUnavailable.class);
        assertThat(files()).isZero();
    }

    @Test
    void tooMuchIsNotReadToItsEnd() throws IOException {
        assertThatThrownBy(() -> new Store(data).receive(new Endless())).isInstanceOf(UploadRefused.TooLarge.class);
        assertThat(files()).isZero();
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() throws IOException {
        Files.writeString(data.resolve("documents"), "a file where the folder should be");
        var photo = Samples.stream(Samples.jpeg());
        assertThatThrownBy(() -> new Store(data).receive(photo)).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> new Store(data).open(UploadId.next())).isInstanceOf(StoreUnavailable.class);
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
