package titian.platform;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A line to a system outside the house. Whoever asks has an answer, or knows that there is none, in bounded time: a
 * connection that fails is tried once more after a moment; a system that keeps failing is left alone for a while, so
 * that it costs nobody anything and can recover.
 *
 * <p>A question may arrive twice, so only questions that may be asked twice belong here.
 */
public final class OutsideLine {

    /** What came back, whatever it is worth. */
    public record Answer(int status, String body) {}

    /** No answer came. */
    public static final class Down extends Exception {

        private final Why why;

        /** Why no answer came. */
        public enum Why {
            UNREACHABLE,
            SILENT,
            RESTING
        }

        Down(Why why) {
            super(why.name(), null, false, false);
            this.why = why;
        }

        public Why why() {
            return why;
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(OutsideLine.class);
    private static final int LONGEST_ANSWER = 256 * 1024;
    private static final int LONGEST_KEPT = 4_000;

    private final String name;
    private final Duration patience;
    private final HttpClient client;
    private final CircuitBreaker breaker;

    OutsideLine(String name, Duration connect, Duration patience, Duration rest) {
        this.name = name;
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connect)
                .build();
        this.breaker = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(10)
                        .minimumNumberOfCalls(5)
                        .failureRateThreshold(50)
                        .permittedNumberOfCallsInHalfOpenState(2)
                        .waitDurationInOpenState(rest)
                        .build());
        breaker.getEventPublisher()
                .onStateTransition(change -> LOG.warn(
                        "The line to {} is now {}",
                        name,
                        change.getStateTransition().getToState()));
    }

    /**
     * As much of what was said as a record keeps: PostgreSQL keeps every character but the null one, and we keep no more than
     * a page.
     */
    public static String forTheRecord(String said) {
        var text = said.replace('\u0000', ' ');
        return text.length() <= LONGEST_KEPT ? text : text.substring(0, LONGEST_KEPT);
    }

    /** Sends the text and waits for the answer. */
    public Answer post(URI to, String contentType, String text) throws Down {
        return post(to, contentType, text, Map.of());
    }

    /** The same, with more to say in the head of the question: a key, for one. */
    public Answer post(URI to, String contentType, String text, Map<String, String> head) throws Down {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("asking " + name + " inside a transaction would hold its locks");
        }
        if (!breaker.tryAcquirePermission()) {
            throw new Down(Down.Why.RESTING);
        }
        var asking = HttpRequest.newBuilder(to)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(text, StandardCharsets.UTF_8));
        head.forEach(asking::header);
        var request = asking.build();
        var began = System.nanoTime();
        try {
            var answer = exchange(request);
            if (answer.status() >= 500) {
                breaker.onError(System.nanoTime() - began, TimeUnit.NANOSECONDS, new Down(Down.Why.UNREACHABLE));
            } else {
                breaker.onSuccess(System.nanoTime() - began, TimeUnit.NANOSECONDS);
            }
            return answer;
        } catch (Down | RuntimeException failed) {
            breaker.onError(System.nanoTime() - began, TimeUnit.NANOSECONDS, failed);
            throw failed;
        } catch (InterruptedException e) {
            breaker.releasePermission();
            Thread.currentThread().interrupt();
            throw new Down(Down.Why.SILENT);
        }
    }

    private Answer exchange(HttpRequest request) throws Down, InterruptedException {
        try {
            return attempt(request);
        } catch (IOException _) {
            Thread.sleep(ThreadLocalRandom.current().nextLong(100, 300));
            try {
                return attempt(request);
            } catch (IOException e) {
                LOG.info("{} could not be reached: {}", name, e.getClass().getSimpleName());
                throw new Down(Down.Why.UNREACHABLE);
            }
        }
    }

    /** The connection failing is an {@link IOException}; the answer not coming is a line that is down. */
    private Answer attempt(HttpRequest request) throws IOException, Down, InterruptedException {
        var coming = client.sendAsync(
                request, BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LONGEST_ANSWER));
        try {
            HttpResponse<String> response = coming.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(response.statusCode(), response.body());
        } catch (TimeoutException _) {
            coming.cancel(true);
            throw new Down(Down.Why.SILENT);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case HttpConnectTimeoutException unreachable -> throw unreachable;
                case HttpTimeoutException _ -> throw new Down(Down.Why.SILENT);
                case IOException failed -> throw failed;
                case null, default -> throw new IllegalStateException("the line to " + name + " broke", e);
            }
        } catch (InterruptedException e) {
            coming.cancel(true);
            throw e;
        }
    }
}
