package titian.payment;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.payment.CashDesk.SomeNotices;
import titian.payment.Doubts.Owed;
import titian.payment.Notice.Kept;
import titian.payment.Notice.Verdict;
import titian.platform.Tasks;

/**
 * Where notices of payment are received, whichever way was paid: each is kept once, and a new one is checked. A notice
 * is a hint (docs/adr/0020): whether it is true, only the answer to our own question says. However many come together,
 * the same few statements keep them (docs/adr/0106).
 */
@Service
public class NoticeDesk {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeDesk.class);
    private static final int A_FEW = 16;
    private static final Duration UNTIL_CALM = Duration.ofSeconds(5);

    /** What was made of a notice. */
    public enum Reception {
        KEPT,
        WRONG_AMOUNT,
        UNMATCHED
    }

    private final Doubts doubts;
    private final Notices notices;
    private final Tasks tasks;
    private final Clock clock;

    NoticeDesk(Doubts doubts, Notices notices, Tasks tasks, Clock clock) {
        this.doubts = doubts;
        this.notices = notices;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * Receives what a bank says, in the caller's transaction.
     *
     * @param bill   the bill it is about; empty if it is none of ours
     * @param number under which it was paid there, as a virtual account's number
     */
    @Transactional
    public Reception receive(Optional<BillId> bill, Receipt receipt, String reference, String number, long amount) {
        var notice = new Notice(
                UUID.randomUUID(),
                receipt.way(),
                reference,
                number,
                receipt.bankTransactionNumber(),
                receipt.stateReceiptNumber(),
                amount);
        var named = bill.map(id -> Map.of(notice, doubts.lock(id))).orElse(Map.of());
        return keep(List.of(notice), named).getFirst();
    }

    /** Receives what the biller says, many notices at once: one outcome for each, in their order. */
    @Transactional
    List<Reception> receive(List<Notice> told) {
        doubts.waitBriefly();
        return keep(told, doubts.hold(told));
    }

    /** Those whose bills somebody holds on to right now. */
    List<Notice> heldUp(List<Notice> told) {
        return doubts.heldUp(told);
    }

    private List<Reception> keep(List<Notice> told, Map<Notice, Owed> named) {
        var judged =
                told.stream().map(notice -> judge(notice, named.get(notice))).toList();
        var added = notices.keep(judged, clock.instant());
        follow(judged.stream().filter(one -> added.contains(one.notice().id())).toList(), named);
        return judged.stream().map(one -> reception(one.verdict())).toList();
    }

    private static Kept judge(Notice notice, @Nullable Owed named) {
        if (named == null) {
            return new Kept(notice, null, Verdict.UNMATCHED);
        }
        return new Kept(
                notice, named.bill(), notice.total() == named.amount() ? Verdict.WAITING : Verdict.WRONG_AMOUNT);
    }

    /** What follows of notices that came for the first time: their bills are in doubt, and the biller is asked. */
    private void follow(List<Kept> added, Map<Notice, Owed> named) {
        if (added.isEmpty()) {
            return;
        }
        var raised = new HashMap<BillId, Doubt>();
        for (var one : added) {
            var owed = named.get(one.notice());
            if (owed == null) {
                LOG.warn("A notice names no bill of ours: {}", one.notice().id());
            } else if (one.verdict() == Verdict.WRONG_AMOUNT) {
                LOG.warn("A notice names another amount than bill {}: an officer must look", owed.bill());
                owed.bills().forEach(bill -> raised.put(bill, Doubt.WRONG_AMOUNT));
            } else {
                owed.bills().forEach(bill -> raised.putIfAbsent(bill, Doubt.NOTICED));
            }
        }
        doubts.raise(raised);
        check(added.stream()
                .filter(one -> one.verdict() == Verdict.WAITING)
                .map(one -> one.notice().id())
                .toList());
    }

    /**
     * A few are one errand: less to write down for each, and several errands run at a time. In a storm, keeping comes first:
     * to ask about a notice costs more than to keep it.
     */
    private void check(List<UUID> waiting) {
        var wait = waiting.size() > A_FEW ? UNTIL_CALM : Duration.ZERO;
        for (int from = 0; from < waiting.size(); from += A_FEW) {
            var few = List.copyOf(waiting.subList(from, Math.min(from + A_FEW, waiting.size())));
            check(wait, few);
        }
    }

    private void check(Duration wait, List<UUID> few) {
        var errand = few.getFirst().toString();
        if (wait.isZero()) {
            tasks.soon(CashDesk.CHECK_NOTICES, errand, new SomeNotices(few));
        } else {
            tasks.after(wait, CashDesk.CHECK_NOTICES, errand, new SomeNotices(few));
        }
    }

    private static Reception reception(Verdict verdict) {
        return switch (verdict) {
            case WAITING, CONFIRMED, CONTRADICTED, SET_ASIDE -> Reception.KEPT;
            case WRONG_AMOUNT -> Reception.WRONG_AMOUNT;
            case UNMATCHED -> Reception.UNMATCHED;
        };
    }
}
