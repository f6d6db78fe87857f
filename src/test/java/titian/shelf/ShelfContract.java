package titian.shelf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import titian.inspection.Inspection;
import titian.shared.UploadId;

/** What is promised of whatever files lie in: a folder, or a bucket. */
abstract class ShelfContract {

    @TempDir
    Path data;

    private final UploadId id = UploadId.next();
    private final FileKey key = FileKey.fresh();

    abstract Shelf shelf();

    Store store() {
        return new Store(shelf(), new Aside(data));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 65_536, 300_000, (int) Inspection.MOST_BYTES_KEPT})
    void whatIsKeptIsReadBackWholeAndByItsKeyAlone(int bytes) throws IOException {
        var content = bytes(bytes);
        var preview = bytes(500);
        store().keep(id, key, content, preview);
        try (var file = store().open(id, key);
                var small = store().openPreview(id, key)) {
            assertThat(file.readAllBytes()).isEqualTo(content);
            assertThat(small.readAllBytes()).isEqualTo(preview);
        }
        var stranger = FileKey.fresh();
        assertThatThrownBy(() -> store().open(id, stranger).readAllBytes()).isInstanceOf(IOException.class);
    }

    @Test
    void whatLiesThereIsSealed() throws IOException {
        store().keep(id, key, new byte[300_000], null);
        try (var lies = store().open(id, null)) {
            assertThat(new String(lies.readAllBytes(), ISO_8859_1))
                    .hasSizeGreaterThan(300_000)
                    .doesNotContain("\0".repeat(32));
        }
    }

    @Test
    void whatIsForgottenIsGoneAndForgottenTwiceToo() {
        store().keep(id, key, bytes(10), bytes(10));
        store().forget(id);
        store().forget(id);
        store().remove(id);
        assertThatThrownBy(() -> store().open(id, key)).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> store().openPreview(id, key)).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void whatWasNeverThereIsSaid() {
        assertThatThrownBy(() -> store().open(id, key)).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void oneFileDoesNotPassForAnother() throws IOException {
        var other = UploadId.next();
        store().keep(id, key, bytes(1_000), null);
        try (var lies = store().open(id, null)) {
            var files = new LinkedHashMap<String, byte[]>();
            files.put(other.toString().replace("-", ""), lies.readAllBytes());
            shelf().put(files);
        }
        assertThatThrownBy(() -> store().open(other, key).readAllBytes()).isInstanceOf(IOException.class);
    }

    static byte[] bytes(int count) {
        var bytes = new byte[count];
        ThreadLocalRandom.current().nextBytes(bytes);
        return bytes;
    }
}
