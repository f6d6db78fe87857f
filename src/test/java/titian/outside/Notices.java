package titian.outside;

import static titian.outside.Fault.Service.PEMBERITAHUAN;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Tells the agency of every payment, again and again until it says it has heard, over restarts too.
 *
 * <p>Which notices are still due follows from two journals alone: what was paid, less what was heard.
 */
final class Notices implements AutoCloseable {

    private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(100);
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Bills bills;
    private final Faults faults;
    private final Clock clock;
    private final NoticeSender sender;
    private final Journal journal;
    private final Set<String> heard = new LinkedHashSet<>();
    private final List<Due> due = new ArrayList<>();
    private final Map<String, String> lastResult = new HashMap<>();
    private @Nullable URI changedAddress;
    private @Nullable Thread worker;
    private boolean open = true;

    /** A notice not yet heard. A released one no longer waits for a companion to be swapped with. */
    private record Due(Bill bill, Bill.Payment payment, int attempts, long notBefore, boolean released) {

        Due released(boolean now) {
            return new Due(bill, payment, attempts, notBefore, now);
        }

        Due again() {
            var wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts, 10));
            var bounded = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
            return new Due(bill, payment, attempts + 1, System.nanoTime() + bounded.toNanos(), released);
        }
    }

    Notices(Path data, Bills bills, Faults faults, Clock clock, NoticeSender sender) {
        this.bills = bills;
        this.faults = faults;
        this.clock = clock;
        this.sender = sender;
        journal = Journal.open(data.resolve("pemberitahuan.jsonl"), this::remember);
    }

    synchronized void start() {
        bills.toBeTold().stream().filter(bill -> !heard.contains(bill.code())).forEach(this::add);
        faults.watch(this::wake);
        worker = Thread.ofVirtual().name("notices").start(this::work);
    }

    /** A payment came in; its notice goes out as soon as the present faults allow. */
    synchronized void follow(Bill bill) {
        add(bill);
        notifyAll();
    }

    /** Tells of a payment once more, whether or not it was heard before. */
    synchronized void sendAgain(Bill bill) {
        journal.write(Json.object().put("kode_billing", bill.code()).put("terkirim", false));
        heard.remove(bill.code());
        due.removeIf(notice -> notice.bill().code().equals(bill.code()));
        add(bill);
        notifyAll();
    }

    synchronized URI address() {
        return changedAddress == null ? sender.usualAddress() : changedAddress;
    }

    /** From now on notices go to this address, over restarts too. */
    synchronized void sendTo(URI address) {
        journal.write(Json.object().put("alamat", address.toString()));
        changedAddress = address;
        due.replaceAll(notice -> new Due(notice.bill(), notice.payment(), 0, System.nanoTime(), notice.released()));
        notifyAll();
    }

    /** In words, for the page. */
    synchronized String state(Bill bill) {
        var payment = bill.payment();
        if (payment == null) {
            return "";
        }
        if (heard.contains(bill.code())) {
            return "Sudah diterima";
        }
        var waiting = due.stream().anyMatch(notice -> notice.bill().code().equals(bill.code()));
        return waiting ? "Belum diterima. " + lastResult.getOrDefault(bill.code(), "") : "Sengaja tidak dikirim";
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

    private void add(Bill bill) {
        var payment = bill.payment();
        if (payment != null) {
            due.add(new Due(bill, payment, 0, System.nanoTime(), false));
        }
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
    private synchronized @Nullable Due next() throws InterruptedException {
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
        if (!faults.is(PEMBERITAHUAN, Fault.Kind.TERTUKAR)) {
            return;
        }
        if (due.stream().filter(notice -> !notice.released()).count() >= 2) {
            Collections.reverse(due);
            due.replaceAll(notice -> notice.released(true));
        }
    }

    private boolean mayGo(Due notice) {
        if (System.nanoTime() - notice.notBefore() < 0) {
            return false;
        }
        var fault = faults.of(PEMBERITAHUAN);
        return switch (fault.kind()) {
            case NORMAL, SALAH, GANDA, TIDAK_PERNAH, PUTUS, GALAT, KUOTA -> true;
            case MATI -> false;
            case TERTUKAR -> notice.released();
            case LAMBAT -> hasAged(notice, fault.delay());
        };
    }

    /** By the outside clock; one that was moved back before the payment holds nothing up. */
    private boolean hasAged(Due notice, Duration delay) {
        var paidAt = notice.payment().at();
        var now = clock.instant();
        return !now.isBefore(paidAt.plus(delay)) || now.isBefore(paidAt);
    }

    private void tell(Due notice) throws InterruptedException {
        var kind = faults.of(PEMBERITAHUAN).kind();
        var to = address();
        if (kind == Fault.Kind.SALAH) {
            settle(notice, false, sender.sendForged(to, notice.bill(), notice.payment()));
            return;
        }
        var result = sender.send(to, notice.bill(), notice.payment());
        if (result.accepted() && kind == Fault.Kind.GANDA) {
            sender.send(to, notice.bill(), notice.payment());
        }
        settle(notice, result.accepted(), result);
    }

    private synchronized void settle(Due notice, boolean done, NoticeSender.Result result) {
        var code = notice.bill().code();
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
