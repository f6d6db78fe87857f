package titian.outside;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Tells the agency of every payment, again and again until it says it has heard, over restarts too.
 *
 * <p>Which notices are still due follows from two journals alone: what was paid, less what was heard.
 */
final class Notices<T extends Notices.Paid> implements AutoCloseable {

    /** Something that was paid, of which the agency is to be told. */
    interface Paid {

        /** What it is known by. */
        String key();

        Instant paidAt();
    }

    /** Whoever carries notices of one kind. */
    interface Messenger<T> extends AutoCloseable {

        URI usualAddress();

        Result send(URI to, T paid) throws InterruptedException;

        /** A notice no careful agency believes. */
        Result sendForged(URI to, T paid) throws InterruptedException;

        @Override
        void close();
    }

    /** What the agency said, if it said anything. */
    record Result(boolean accepted, String words) {}

    private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(100);
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Supplier<List<T>> toBeTold;
    private final Fault.Service service;
    private final Faults faults;
    private final Clock clock;
    private final Messenger<T> sender;
    private final Journal journal;
    private final Set<String> heard = new LinkedHashSet<>();
    private final List<Due<T>> due = new ArrayList<>();
    private final Map<String, String> lastResult = new HashMap<>();
    private @Nullable URI changedAddress;
    private @Nullable Thread worker;
    private boolean open = true;

    /** A notice not yet heard. A released one no longer waits for a companion to be swapped with. */
    private record Due<T>(T paid, int attempts, long notBefore, boolean released) {

        Due<T> released(boolean now) {
            return new Due<>(paid, attempts, notBefore, now);
        }

        Due<T> again() {
            var wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts, 10));
            var bounded = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
            return new Due<>(paid, attempts + 1, System.nanoTime() + bounded.toNanos(), released);
        }
    }

    Notices(
            Path journal,
            Supplier<List<T>> toBeTold,
            Fault.Service service,
            Faults faults,
            Clock clock,
            Messenger<T> sender) {
        this.toBeTold = toBeTold;
        this.service = service;
        this.faults = faults;
        this.clock = clock;
        this.sender = sender;
        this.journal = Journal.open(journal, this::remember);
    }

    synchronized void start() {
        toBeTold.get().stream().filter(paid -> !heard.contains(paid.key())).forEach(this::add);
        faults.watch(this::wake);
        worker = Thread.ofVirtual().name("notices").start(this::work);
    }

    /** A payment came in; its notice goes out as soon as the present faults allow. */
    synchronized void follow(T paid) {
        add(paid);
        notifyAll();
    }

    /** Tells of a payment once more, whether or not it was heard before. */
    synchronized void sendAgain(T paid) {
        journal.write(Json.object().put("kode_billing", paid.key()).put("terkirim", false));
        heard.remove(paid.key());
        due.removeIf(notice -> notice.paid().key().equals(paid.key()));
        add(paid);
        notifyAll();
    }

    synchronized URI address() {
        return changedAddress == null ? sender.usualAddress() : changedAddress;
    }

    /** From now on notices go to this address, over restarts too. */
    synchronized void sendTo(URI address) {
        journal.write(Json.object().put("alamat", address.toString()));
        changedAddress = address;
        due.replaceAll(notice -> new Due<>(notice.paid(), 0, System.nanoTime(), notice.released()));
        notifyAll();
    }

    /** In words, for the page. */
    synchronized String state(T paid) {
        if (heard.contains(paid.key())) {
            return "Sudah diterima";
        }
        var waiting = due.stream().anyMatch(notice -> notice.paid().key().equals(paid.key()));
        return waiting ? "Belum diterima. " + lastResult.getOrDefault(paid.key(), "") : "Sengaja tidak dikirim";
    }

    @Override
    public void close() {
        Thread running;
        synchronized (this) {
            open = false;
            notifyAll();
            running = worker;
        }
        try {
            if (running != null) {
                running.interrupt();
                running.join();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        sender.close();
        journal.close();
    }

    private synchronized void wake() {
        notifyAll();
    }

    private void add(T paid) {
        due.add(new Due<>(paid, 0, System.nanoTime(), false));
    }

    private void work() {
        try {
            for (var next = next(); next != null; next = next()) {
                tell(next);
            }
        } catch (InterruptedException _) {
            // Closing: whatever is still due is in the journals.
        }
    }

    /** Waits for the next notice that may go out; nothing when the world closes. */
    private synchronized @Nullable Due<T> next() throws InterruptedException {
        while (open) {
            swapIfIll();
            for (var notice : due) {
                if (mayGo(notice)) {
                    return notice;
                }
            }
            if (due.isEmpty()) {
                wait();
            } else {
                TimeUnit.NANOSECONDS.timedWait(this, LOOK_AGAIN);
            }
        }
        return null;
    }

    /** Two that wait for each other change places and may then go. */
    private void swapIfIll() {
        if (!faults.is(service, Fault.Kind.TERTUKAR)) {
            return;
        }
        if (due.stream().filter(notice -> !notice.released()).count() >= 2) {
            Collections.reverse(due);
            due.replaceAll(notice -> notice.released(true));
        }
    }

    private boolean mayGo(Due<T> notice) {
        if (System.nanoTime() - notice.notBefore() < 0) {
            return false;
        }
        var fault = faults.of(service);
        return switch (fault.kind()) {
            case NORMAL, SALAH, GANDA, TIDAK_PERNAH, PUTUS, GALAT, KUOTA, BELUM -> true;
            case MATI -> false;
            case TERTUKAR -> notice.released();
            case LAMBAT -> hasAged(notice, fault.delay());
        };
    }

    /** By the outside clock; one that was moved back before the payment holds nothing up. */
    private boolean hasAged(Due<T> notice, Duration delay) {
        var paidAt = notice.paid().paidAt();
        var now = clock.instant();
        return !now.isBefore(paidAt.plus(delay)) || now.isBefore(paidAt);
    }

    private void tell(Due<T> notice) throws InterruptedException {
        var kind = faults.of(service).kind();
        var to = address();
        if (kind == Fault.Kind.SALAH) {
            settle(notice, false, sender.sendForged(to, notice.paid()));
            return;
        }
        var result = sender.send(to, notice.paid());
        if (result.accepted() && kind == Fault.Kind.GANDA) {
            sender.send(to, notice.paid());
        }
        settle(notice, result.accepted(), result);
    }

    private synchronized void settle(Due<T> notice, boolean done, Result result) {
        var code = notice.paid().key();
        lastResult.put(code, result.words());
        var at = due.indexOf(notice);
        if (at < 0) {
            return;
        }
        if (done) {
            journal.write(Json.object().put("kode_billing", code).put("terkirim", true));
            heard.add(code);
            due.remove(at);
        } else {
            due.set(at, notice.again());
        }
    }

    private void remember(JsonNode fact) {
        if (fact.has("alamat")) {
            changedAddress = URI.create(Json.text(fact, "alamat"));
        } else if (fact.path("terkirim").asBoolean()) {
            heard.add(Json.text(fact, "kode_billing"));
        } else {
            heard.remove(Json.text(fact, "kode_billing"));
        }
    }
}
