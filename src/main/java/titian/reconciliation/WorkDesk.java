package titian.reconciliation;

import static titian.reconciliation.Lines.State.MATCHED_BY_HAND;
import static titian.reconciliation.Lines.State.SET_ASIDE;
import static titian.reconciliation.Lines.State.UNIDENTIFIED;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import titian.payment.BillId;
import titian.reconciliation.Line.Item;
import titian.reconciliation.Line.Malformed;
import titian.reconciliation.Lines.Judged;
import titian.reconciliation.Lines.State;
import titian.shared.AccountId;
import titian.shared.Act;
import titian.shared.Money;
import titian.shared.OfficeId;
import titian.treasury.BookDesk;
import titian.treasury.Booked;

/** The list of what a person must decide: lines that match nothing, and payments that no line names. */
@Service
class WorkDesk {

    static final int A_PAGE = 20;

    private static final int CANDIDATES = 50;
    private static final int A_PIECE = 2_000;
    private static final int MISSING_SHOWN = 50;

    private final DailyFiles files;
    private final Lines lines;
    private final MalformedLines malformed;
    private final BookDesk books;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;
    private final Clock clock;

    /** A line to decide about, and what it may be about. */
    record Task(Judged line, List<Suggestion> suggestions) {}

    WorkDesk(
            DailyFiles files,
            Lines lines,
            MalformedLines malformed,
            BookDesk books,
            ApplicationEventPublisher events,
            TransactionOperations transaction,
            Clock clock) {
        this.files = files;
        this.lines = lines;
        this.malformed = malformed;
        this.books = books;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    List<DailyFile> files(OfficeId office) {
        return files.newest(office);
    }

    /** A file of this office. */
    Optional<DailyFile> file(FileId id, OfficeId office) {
        return files.find(id).filter(file -> file.office().equals(office));
    }

    long left(DailyFile file) {
        return lines.countToWorkOn(file.id());
    }

    List<Task> tasks(DailyFile file, long after) {
        return lines.toWorkOn(file.id(), after, A_PAGE).stream()
                .map(line -> new Task(line, Suggestion.of(line.item(), candidates(file.source(), line))))
                .toList();
    }

    List<Malformed> malformed(DailyFile file, long after) {
        return malformed.of(file.id(), after, A_PAGE);
    }

    /** Payments of the office that the source should have named in this file's days, and has not in any file. */
    List<Booked> missing(DailyFile file) {
        var first = file.firstDay();
        var last = file.lastDay();
        var missing = new ArrayList<Booked>();
        if (first == null || last == null) {
            return missing;
        }
        var piece = books.received(file.office(), first, last, new UUID(0, 0), A_PIECE);
        while (!piece.isEmpty() && missing.size() < MISSING_SHOWN) {
            var named = named(file.source(), piece);
            piece.stream()
                    .filter(booked -> !named.contains(booked.bill().value()))
                    .limit(MISSING_SHOWN - missing.size())
                    .forEach(missing::add);
            piece = books.received(
                    file.office(), first, last, piece.getLast().bill().value(), A_PIECE);
        }
        return missing;
    }

    /**
     * The line is about this payment after all. If the amounts differ, the difference is booked.
     *
     * @throws ReconciliationRefused if somebody was faster, or the payment has its line already
     */
    void match(DailyFile file, long number, BillId bill, AccountId by, String why) {
        var booked = books.of(List.of(bill.value())).stream()
                .findFirst()
                .orElseThrow(ReconciliationRefused.PaymentUnknown::new);
        try {
            transaction.executeWithoutResult(_ -> {
                var line = settle(file, number, MATCHED_BY_HAND, bill, by, why);
                correct(file, line.item(), booked, by, why);
            });
        } catch (DuplicateKeyException _) {
            throw new ReconciliationRefused.PaymentMatched();
        }
    }

    /** The money is here and nobody knows what for: booked so. */
    void keepUnidentified(DailyFile file, long number, AccountId by, String why) {
        transaction.executeWithoutResult(_ -> {
            var item = settle(file, number, UNIDENTIFIED, null, by, why).item();
            books.receivedMore(
                    subject(file, item), null, Money.rupiah(item.amount()), item.day(), file.office(), by, why);
        });
    }

    /** The line is none of our business. */
    void setAside(DailyFile file, long number, AccountId by, String why) {
        transaction.executeWithoutResult(_ -> settle(file, number, SET_ASIDE, null, by, why));
    }

    private Judged settle(DailyFile file, long number, State to, @Nullable BillId bill, AccountId by, String why) {
        var line = lines.find(file.id(), number)
                .filter(one -> one.state() == State.UNKNOWN || one.state() == State.WRONG_AMOUNT)
                .orElseThrow(ReconciliationRefused.AlreadySettled::new);
        if (!lines.settle(file.id(), line, to, bill, by, why, clock.instant())) {
            throw new ReconciliationRefused.AlreadySettled();
        }
        var act = Act.of("LINE_SETTLED", "file", file.id()).from(line.state().name(), to.name());
        events.publishEvent(
                new Act(act.what(), act.kind(), subject(file, line.item()), act.before(), act.after(), why));
        return line;
    }

    private void correct(DailyFile file, Item item, Booked booked, AccountId by, String why) {
        var more = item.amount() - booked.amount();
        var subject = subject(file, item);
        if (more > 0) {
            books.receivedMore(subject, booked.bill(), Money.rupiah(more), item.day(), file.office(), by, why);
        } else if (more < 0) {
            books.receivedLess(subject, booked.bill(), Money.rupiah(-more), item.day(), file.office(), by, why);
        }
    }

    private List<Booked> candidates(Source source, Judged line) {
        var item = line.item();
        var found = new ArrayList<>(books.near(item.amount(), item.day(), CANDIDATES));
        found.addAll(books.named(List.of(item.stateReceiptNumber()), List.of(item.billingCode())));
        var named = named(source, found);
        found.removeIf(booked -> named.contains(booked.bill().value()));
        return found;
    }

    private Set<UUID> named(Source source, List<Booked> booked) {
        return lines.matched(
                source, booked.stream().map(one -> one.bill().value()).toList());
    }

    private static String subject(DailyFile file, Item item) {
        return file.id() + "/" + item.number();
    }
}
