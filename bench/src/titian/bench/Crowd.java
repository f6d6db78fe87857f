package titian.bench;

import static titian.bench.Answer.Said.BOOKED;
import static titian.bench.Answer.Said.BUSY;
import static titian.bench.Answer.Said.CUT;
import static titian.bench.Answer.Said.REFUSED;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The people of a release, through a bounded number of connections at once. Each wants a place, in any of a few slots
 * one after another; some click twice, some lose their connection and ask again, and everyone asks on with the same key
 * until there is an answer. All of them remember every answer they got.
 */
final class Crowd {

    private static final int AT_ONCE = 256;
    private static final int SLOTS_TRIED = 3;
    private static final double CLICK_TWICE = 0.20;
    private static final double CUT_OFF = 0.05;
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final String address;
    private final List<String> slots;
    private final Queue<Person> waiting;
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger booked = new AtomicInteger();
    private final Instant patienceEnds = Instant.now().plus(PATIENCE);

    Crowd(String address, List<String> slots, Collection<Person> people) {
        this.address = address;
        this.slots = slots;
        this.waiting = new ConcurrentLinkedQueue<>(people);
    }

    /** Lets all of them in; returns when the last has had an answer. */
    void rush() {
        var served = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < AT_ONCE; i++) {
                served.add(threads.submit(this::serve));
            }
        }
        served.forEach(Future::resultNow);
    }

    int bookedSoFar() {
        return booked.get();
    }

    Collection<Answer> answers() {
        return answers;
    }

    private void serve() {
        try (var line = new Line()) {
            for (var person = waiting.poll(); person != null; person = waiting.poll()) {
                tryForAPlace(person, line);
            }
        }
    }

    private void tryForAPlace(Person person, Line line) {
        for (int attempt = 0; attempt < SLOTS_TRIED; attempt++) {
            var slot = slots.get(ThreadLocalRandom.current().nextInt(slots.size()));
            var request = new Request(person, person.key() + "-" + attempt, slot);
            if (askInOneOfTheWays(request, line) == BOOKED) {
                booked.incrementAndGet();
                return;
            }
        }
    }

    private Answer.Said askInOneOfTheWays(Request request, Line line) {
        var chance = ThreadLocalRandom.current().nextDouble();
        if (chance < CUT_OFF) {
            hangUp(request);
        }
        if (chance < 1 - CLICK_TWICE) {
            return askUntilAnswered(request, line);
        }
        var secondClick = CompletableFuture.runAsync(() -> clickAgain(request), Thread::startVirtualThread);
        var said = askUntilAnswered(request, line);
        secondClick.join();
        return said;
    }

    private void clickAgain(Request request) {
        try (var second = new Line()) {
            askUntilAnswered(request, second);
        }
    }

    private void hangUp(Request request) {
        try (var connection = new Connection(address)) {
            connection.postAndHangUp(request.form());
            answers.add(request.answered(CUT, Instant.now(), 0));
        } catch (IOException e) {
            // The house was down: there was nothing to hang up on.
        }
    }

    private Answer.Said askUntilAnswered(Request request, Line line) {
        while (Instant.now().isBefore(patienceEnds)) {
            var askedAt = Instant.now();
            var started = System.nanoTime();
            try {
                var reply = line.connection().post(request.form());
                var said = said(reply);
                answers.add(request.answered(said, askedAt, (System.nanoTime() - started) / 1_000));
                if (said != BUSY) {
                    return said;
                }
                pause(Duration.ofSeconds(Math.clamp(reply.retryAfterSeconds(), 1, 5)));
            } catch (IOException e) {
                line.close();
                pause(Duration.ofMillis(ThreadLocalRandom.current().nextLong(100, 400)));
            }
        }
        throw new IllegalStateException("no answer within " + PATIENCE);
    }

    private static Answer.Said said(Connection.Reply reply) {
        return switch (reply.status()) {
            case 303 -> reply.location().contains(MeasuredHouse.NEXT) ? BOOKED : REFUSED;
            case 429, 503 -> BUSY;
            default -> throw new IllegalStateException("nobody expected the answer " + reply);
        };
    }

    private static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One person's wish for one slot; asked as often as need be, it stays the same request. */
    private record Request(Person person, String key, String slot) {

        String form() {
            return "pass=" + person.pass() + "&slot=" + slot + "&key=" + key;
        }

        Answer answered(Answer.Said said, Instant askedAt, long waitedMicros) {
            return new Answer(person.person(), key, slot, said, askedAt.toEpochMilli(), waitedMicros);
        }
    }

    /** A connection that is opened anew after it broke. */
    private final class Line implements AutoCloseable {

        private @Nullable Connection open;

        Connection connection() throws IOException {
            if (open == null) {
                open = new Connection(address);
            }
            return open;
        }

        @Override
        public void close() {
            if (open != null) {
                try {
                    open.close();
                } catch (IOException e) {
                    // It is gone either way.
                }
                open = null;
            }
        }
    }
}
