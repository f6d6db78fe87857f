package titian.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import titian.platform.CannotStart;
import titian.shared.UploadId;

class MasterKeysTest {

    private static final String OLD = "old-0123456789abcdef0123456789abcdef";
    private static final String NEW = "new-0123456789abcdef0123456789abcdef";

    private final UploadId file = UploadId.next();

    @Test
    void aKeySealedByTheFormerMasterOpensWithBothAndIsSealedByTheNew() {
        var key = FileKey.fresh();
        var before = production(OLD).seal(key, file);
        var both = production(NEW, OLD);
        assertThat(both.open(before, file).secret()).isEqualTo(key.secret());
        assertThat(both.former()).containsExactly(before.master());
        var after = both.seal(key, file);
        assertThat(after.master()).isEqualTo(both.current()).isNotEqualTo(before.master());
        assertThat(production(NEW).open(after, file).secret()).isEqualTo(key.secret());
    }

    @Test
    void aMasterThatIsNotHereIsNamed() {
        var sealed = production(OLD).seal(FileKey.fresh(), file);
        assertThatThrownBy(() -> production(NEW).open(sealed, file))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining(sealed.master());
    }

    @Test
    void aKeySealedForOneFileOpensNoOther() {
        var keys = production(OLD);
        var sealed = keys.seal(FileKey.fresh(), file);
        assertThatThrownBy(() -> keys.open(sealed, UploadId.next())).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void aHouseWithoutAKeyOrWithAShortOneOrThatOfDevelopmentDoesNotStart() {
        assertThatThrownBy(MasterKeysTest::production).isInstanceOf(CannotStart.class);
        assertThatThrownBy(() -> production("short")).isInstanceOf(CannotStart.class);
        assertThatThrownBy(() -> production(NEW, "short")).isInstanceOf(CannotStart.class);
        assertThatThrownBy(() -> production("development-only-documents-0123456789abcdef"))
                .isInstanceOf(CannotStart.class);
    }

    @Test
    void nothingOfAKeyIsPrinted() {
        var key = FileKey.fresh();
        assertThat(key + " " + production(OLD).seal(key, file)).doesNotContain(OLD, "[B@");
    }

    private static MasterKeys production(String... keys) {
        return new MasterKeys(List.of(keys), new MockEnvironment());
    }
}
