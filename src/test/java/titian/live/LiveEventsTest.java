package titian.live;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.UriUtils;
import titian.TitianTest;

/** What live screens are promised, over real sockets. */
@TitianTest
class LiveEventsTest {

    /** A second is promised; a machine that tests other things beside takes longer now and then. */
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    @Autowired
    LiveEvents live;

    @Autowired
    Screens screens;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    @LocalServerPort
    int port;

    @Test
    void aScreenHearsOfAChangeWithinASecondOfTheCommit() throws Exception {
        var topic = someTopic();
        try (var screen = new Listener(topic)) {
            change(topic);

            assertThat(screen.heard(AT_ONCE)).isPositive();
        }
    }

    @Test
    void everyScreenOfATopicHearsAndNoOther() throws Exception {
        var topic = someTopic();
        try (var one = new Listener(topic);
                var two = new Listener(topic);
                var other = new Listener(someTopic())) {
            change(topic);

            assertThat(one.heard(AT_ONCE)).isPositive();
            assertThat(two.heard(AT_ONCE)).isPositive();
            assertThat(other.heard(Duration.ofMillis(300))).isZero();
        }
    }

    @Test
    void whatIsRolledBackIsNeverSaid() throws Exception {
        var topic = someTopic();
        try (var screen = new Listener(topic)) {
            transaction.executeWithoutResult(status -> {
                live.changed(topic);
                status.setRollbackOnly();
            });

            assertThat(screen.heard(Duration.ofMillis(300))).isZero();
            change(topic);
            assertThat(screen.heard(AT_ONCE)).isPositive();
        }
    }

    @Test
    void nothingIsSaidOutsideATransaction() {
        assertThatThrownBy(() -> live.changed(someTopic())).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void aScreenThatWasAwayIsToldTheNewestWhenItComesBack() throws Exception {
        var topic = someTopic();
        long seen;
        try (var screen = new Listener(topic)) {
            change(topic);
            seen = screen.heard(AT_ONCE);
        }
        change(topic);
        change(topic);

        try (var back = new Listener(topic, seen)) {
            assertThat(back.heard(AT_ONCE)).isGreaterThan(seen);
        }
    }

    @Test
    void aThousandChangesNeedNoQueue() throws Exception {
        var topic = someTopic();
        try (var screen = new Listener(topic)) {
            transaction.executeWithoutResult(_ -> IntStream.range(0, 1000).forEach(_ -> live.changed(topic)));
            var newest = live.newest(topic).orElseThrow();

            var heard = screen.heard(AT_ONCE);
            while (heard > 0 && heard < newest) {
                heard = screen.heard(AT_ONCE);
            }
            assertThat(heard).isEqualTo(newest);
        }
    }

    @Test
    void aListenerThatIsCutOffComesBackAndMissesNothing() throws Exception {
        var topic = someTopic();
        try (var screen = new Listener(topic)) {
            var killed = db.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = ?")
                    .param("titian-live")
                    .query(Boolean.class)
                    .list();
            change(topic);

            assertThat(killed).isNotEmpty().containsOnly(true);
            assertThat(screen.heard(Duration.ofSeconds(5))).isPositive();
            change(topic);
            assertThat(screen.heard(AT_ONCE)).isPositive();
        }
    }

    @Test
    void aScreenThatLeftIsForgotten() throws Exception {
        var topic = someTopic();
        try (var screen = new Listener(topic)) {
            assertThat(screens.topics()).contains(topic);
        }

        await().atMost(10, SECONDS).untilAsserted(() -> {
            change(topic);
            assertThat(screens.topics()).doesNotContain(topic);
        });
    }

    @Test
    void aNodeCarriesABoundedNumberOfScreens() {
        var few = new Screens();
        var first = few.open("office:a").orElseThrow();
        for (int i = 1; i < Screens.MOST; i++) {
            assertThat(few.open("office:b")).isPresent();
        }

        assertThat(few.open("office:a")).isEmpty();

        few.leave(first);
        few.leave(first);
        assertThat(few.open("office:a")).isPresent();
        assertThat(few.open("office:a")).isEmpty();
    }

    @Test
    void theStreamIsNeitherStoredNorHeldBack() throws Exception {
        try (var screen = new Listener(someTopic())) {
            assertThat(screen.answer.headers().firstValue("Content-Type")).hasValue("text/event-stream;charset=UTF-8");
            assertThat(screen.answer.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(screen.answer.headers().firstValue("X-Accel-Buffering")).hasValue("no");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "office:",
                "office:A",
                "office:a/b",
                "office:-a",
                "account:3f0f6b2e-0000-4000-8000-000000000000",
                "application:1",
                "application:3F0F6B2E-0000-4000-8000-000000000000",
                "office:a\ndata: x"
            })
    void aTopicOfNoKnownKindIsRefused(String topic) throws Exception {
        var request = HttpRequest.newBuilder(address(topic)).build();

        try (var client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void whatIsOldIsForgotten() {
        var topic = someTopic();
        change(topic);
        db.sql("UPDATE live.event SET at = at - interval '2 days' WHERE topic = ?")
                .param(topic)
                .update();

        live.forgetOld();

        assertThat(live.newest(topic)).isEmpty();
    }

    private void change(String topic) {
        transaction.executeWithoutResult(_ -> live.changed(topic));
    }

    private static String someTopic() {
        return "application:" + UUID.randomUUID();
    }

    private URI address(String topic) {
        return URI.create("http://127.0.0.1:" + port + "/acara?topik=" + UriUtils.encode(topic, "UTF-8"));
    }

    /** A screen: it is connected when it has heard the first beat, and keeps the numbers of the events it hears. */
    private final class Listener implements AutoCloseable {

        private final HttpClient client = HttpClient.newHttpClient();
        private final BlockingQueue<Long> events = new LinkedBlockingQueue<>();
        private final BlockingQueue<String> beats = new LinkedBlockingQueue<>();
        private final HttpResponse<InputStream> answer;

        Listener(String topic, long... seen) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(address(topic));
            for (var id : seen) {
                request.header("Last-Event-ID", String.valueOf(id));
            }
            answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            Thread.ofVirtual().start(this::read);
            assertThat(beats.poll(20, SECONDS)).isNotNull();
        }

        private void read() {
            try (var lines =
                    new BufferedReader(new InputStreamReader(answer.body(), java.nio.charset.StandardCharsets.UTF_8))) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("id: ")) {
                        events.add(Long.parseLong(line.substring(4)));
                    } else if (line.equals("event: detak")) {
                        beats.add(line);
                    }
                }
            } catch (IOException _) {
                // the screen was switched off
            }
        }

        /** The number of the next event, or zero if none came in time. */
        long heard(Duration patience) throws InterruptedException {
            var event = events.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            return event == null ? 0 : event;
        }

        @Override
        public void close() throws IOException {
            answer.body().close();
            client.shutdownNow();
        }
    }
}
