package titian.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import titian.inspection.UploadRefused;
import titian.outside.Buckets;
import titian.platform.CannotStart;
import titian.shared.UploadId;

/** A bucket keeps what is promised of it, over a real connection; and what happens when it is away. */
class BucketShelfTest extends ShelfContract {

    private static final String BUCKET = "dokumen";

    private static Buckets buckets;
    private static BucketShelf shelf;

    @BeforeAll
    static void open() {
        buckets = Buckets.open(BUCKET);
        shelf = new BucketShelf(bucket(BUCKET, Buckets.SECRET));
    }

    @AfterAll
    static void close() {
        shelf.close();
        buckets.close();
    }

    @Override
    Shelf shelf() {
        return shelf;
    }

    private static Bucket bucket(String name, String secret) {
        return new Bucket(name, buckets.address(), "us-east-1", Buckets.KEY, secret);
    }

    @Test
    void whenItIsAwayThatIsSaidAndWhatWasThereIsThereAfterwards() throws IOException {
        var kept = UploadId.next();
        var refused = UploadId.next();
        var key = FileKey.fresh();
        var content = bytes(1_000);
        store().keep(kept, key, content, null);
        buckets.goAway();
        try {
            assertThatThrownBy(() -> store().keep(refused, key, content, content))
                    .isInstanceOf(UploadRefused.NotStored.class);
            assertThatThrownBy(() -> store().open(kept, key)).isInstanceOf(StoreUnavailable.class);
            assertThatThrownBy(() -> store().forget(kept)).isInstanceOf(StoreUnavailable.class);
        } finally {
            buckets.comeBack();
        }
        assertThat(store().open(kept, key).readAllBytes()).isEqualTo(content);
        assertThatThrownBy(() -> store().open(refused, key)).isInstanceOf(StoreUnavailable.class);
        store().keep(refused, key, content, null);
        assertThat(store().open(refused, key).readAllBytes()).isEqualTo(content);
    }

    @Test
    void whoIsNotLetInIsToldThatNothingIsKept() {
        try (var wrong = new BucketShelf(bucket(BUCKET, "another secret"));
                var missing = new BucketShelf(bucket("nowhere", Buckets.SECRET))) {
            for (var shelf : new Shelf[] {wrong, missing}) {
                var store = new Store(shelf, new Aside(data));
                assertThatThrownBy(() -> store.keep(UploadId.next(), FileKey.fresh(), bytes(10), null))
                        .isInstanceOf(UploadRefused.NotStored.class);
            }
        }
    }

    @Test
    void aBucketWithoutItsSecretStartsNothingAndNoneIsNoBucket() {
        assertThatThrownBy(() -> new Bucket("dokumen", "", "us-east-1", "key", ""))
                .isInstanceOf(CannotStart.class);
        assertThat(new Bucket("", "", "us-east-1", "", "").isNamed()).isFalse();
        assertThat(bucket("dokumen", "the secret")).hasToString("bucket dokumen");
    }
}
