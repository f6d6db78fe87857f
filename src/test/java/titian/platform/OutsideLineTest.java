package titian.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import titian.platform.OutsideLine.Down;

/** Whoever asks outside has an answer, or knows that there is none, in bounded time. */
class OutsideLineTest {

    private static final int ENOUGH_TO_LEAVE_IT_ALONE = 5;

    final AtomicInteger asked = new AtomicInteger();
    final OutsideLine line =
            new OutsideLine("a neighbour", Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(1));

    volatile int status = 200;
    volatile int cutOff;
    HttpServer neighbour;

    @BeforeEach
    void aNeighbour() throws IOException {
        neighbour = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        neighbour.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            if (asked.incrementAndGet() <= cutOff) {
                exchange.close(); // without a word
                return;
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        neighbour.start();
    }

    @AfterEach
    void itGoes() {
        neighbour.stop(0);
    }

    @Test
    void aLineThatIsCutOffIsTriedOnceMore() throws Down {
        cutOff = 1;

        assertThat(ask().status()).isEqualTo(200);

        assertThat(asked).hasValue(2);
    }

    @Test
    void aLineThatIsCutOffTwiceIsDownAndNotTriedForEver() {
        cutOff = Integer.MAX_VALUE;

        assertThatThrownBy(this::ask)
                .isInstanceOfSatisfying(
                        Down.class, down -> assertThat(down.why()).isEqualTo(Down.Why.UNREACHABLE));

        assertThat(asked.get()).isBetween(2, 4);
    }

    @Test
    void aSystemThatKeepsFailingIsLeftAloneForAWhileAndThenAskedAgain() throws Down {
        status = 503;
        for (int i = 0; i < ENOUGH_TO_LEAVE_IT_ALONE; i++) {
            assertThat(ask().status()).isEqualTo(503);
        }

        assertThatThrownBy(this::ask)
                .isInstanceOfSatisfying(
                        Down.class, down -> assertThat(down.why()).isEqualTo(Down.Why.RESTING));
        assertThat(asked).as("nobody went there").hasValue(ENOUGH_TO_LEAVE_IT_ALONE);

        status = 200;
        await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> ask().status() == 200);
    }

    @Test
    void nobodyAsksInsideATransaction() {
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThatIllegalStateException().isThrownBy(this::ask).withMessageContaining("inside a transaction");
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
        assertThat(asked).hasValue(0);
    }

    private OutsideLine.Answer ask() throws Down {
        return line.post(
                URI.create("http://127.0.0.1:" + neighbour.getAddress().getPort() + "/"), "text/plain", "question");
    }
}
