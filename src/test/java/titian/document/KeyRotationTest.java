package titian.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionTemplate;
import titian.TitianTest;
import titian.inspection.Inspection;
import titian.inspection.Samples;
import titian.platform.CannotStart;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shelf.SomeKeys;
import titian.shelf.Store;

/** A new master key comes first, the former stays until nothing is sealed by it, and nobody notices. */
@TitianTest
class KeyRotationTest {

    private static final String SECOND = "second-0123456789abcdef0123456789abcdef";
    private static final String THIRD = "third-0123456789abcdef0123456789abcdef";

    @Autowired
    Store store;

    @Autowired
    Inspection inspection;

    @Autowired
    Uploads uploads;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Environment environment;

    @Value("${titian.document.keys}")
    String usual;

    @Test
    void afterItEveryFileOpensWithTheNewKeyAlone() throws IOException {
        var first = "first-0123456789abcdef0123456789abcdef";
        var before = desk(first);
        var upload = before.store(
                ApplicationId.next(), AccountId.next(), DocumentKind.KTP, "a.jpg", Samples.stream(Samples.jpeg()));
        var content = before.open(upload).readAllBytes();
        var during = desk(SECOND, first);
        assertThat(during.open(upload).readAllBytes()).isEqualTo(content);
        assertThat(during.reseal(100)).isOne();
        assertThat(during.reseal(100)).isZero();
        assertThat(desk(SECOND).open(upload).readAllBytes()).isEqualTo(content);
        assertThat(desk(usual).reseal(100))
                .as("without a former key there is nothing to do")
                .isZero();
    }

    @Test
    void aNodeThatLacksAKeyInUseDoesNotStart() {
        desk(THIRD)
                .store(
                        ApplicationId.next(),
                        AccountId.next(),
                        DocumentKind.KTP,
                        "a.jpg",
                        Samples.stream(Samples.jpeg()));
        var lacking = SomeKeys.of(environment, "fourth-0123456789abcdef0123456789abcdef");
        var third = SomeKeys.of(environment, THIRD);
        assertThatThrownBy(() -> new KeyCheck(uploads, lacking))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(third.current())
                .hasMessageNotContaining("third");
        assertThat(KeyCheck.missing(List.of(third.current()), third)).isEmpty();
    }

    /** Other houses may open on these tables. */
    @AfterEach
    void sealAgainByTheUsualKey() {
        desk(usual, SECOND, THIRD).reseal(100);
    }

    private DocumentDesk desk(String... keys) {
        return new DocumentDesk(
                store,
                new Scanner(""),
                inspection,
                SomeKeys.of(environment, keys),
                uploads,
                transaction,
                clock,
                events);
    }
}
