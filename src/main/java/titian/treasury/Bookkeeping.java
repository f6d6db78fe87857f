package titian.treasury;

import static titian.treasury.BookAccount.BILLED;
import static titian.treasury.BookAccount.CASH;
import static titian.treasury.BookAccount.COUNTER;
import static titian.treasury.BookAccount.RECEIVABLE;
import static titian.treasury.BookAccount.REVENUE;
import static titian.treasury.BookAccount.SURPLUS;
import static titian.treasury.Entry.What.BILL_CLOSED;
import static titian.treasury.Entry.What.BILL_OPENED;
import static titian.treasury.Entry.What.BILL_PAID;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import titian.application.ApplicationDesk;
import titian.application.ApplicationPaidTwice;
import titian.application.ApplicationSubmitted;
import titian.booking.BookingDesk;
import titian.counterfee.CounterFeeTaken;
import titian.payment.BillMoved;
import titian.payment.PaidTwice;
import titian.treasury.Entry.Transfer;

/**
 * Hears of bills inside the transaction that moves them, and books it there: a bill is moved if and only if that is
 * booked. Whoever moves bills need not know that there are books.
 */
@Component
class Bookkeeping {

    private final Books books;
    private final Receipts receipts;
    private final CounterReceipts counterReceipts;
    private final SecondPayments seconds;
    private final ApplicationDesk applications;
    private final BookingDesk bookings;
    private final Clock clock;

    Bookkeeping(
            Books books,
            Receipts receipts,
            CounterReceipts counterReceipts,
            SecondPayments seconds,
            ApplicationDesk applications,
            BookingDesk bookings,
            Clock clock) {
        this.books = books;
        this.receipts = receipts;
        this.counterReceipts = counterReceipts;
        this.seconds = seconds;
        this.applications = applications;
        this.bookings = bookings;
        this.clock = clock;
    }

    @EventListener
    void on(BillMoved moved) {
        if (!books.add(entry(moved))) {
            throw new IllegalStateException("booked before: " + moved.bill());
        }
        if (moved instanceof BillMoved.Paid paid) {
            receipts.add(paid, ReceiptToken.next());
        }
    }

    /** The second payment is booked beside the first, as what its payer may have back; a treasurer sees to that. */
    @EventListener
    void on(PaidTwice twice) {
        var now = clock.instant();
        books.add(new Entry(
                Entry.What.BILL_PAID_TWICE,
                twice.surplus().toString(),
                twice.bill(),
                now,
                Entry.day(twice.receipt().at()),
                null,
                null,
                "",
                List.of(new Transfer(CASH, SURPLUS, twice.amount()))));
        seconds.note(twice.bill(), now);
    }

    /** The bill was owed and paid, and another had paid for the same application. */
    @EventListener
    void on(ApplicationPaidTwice twice) {
        seconds.note(twice.bill(), clock.instant());
    }

    /** It was no bill: nobody owed it in the books before. */
    @EventListener
    void on(CounterFeeTaken taken) {
        books.add(new Entry(
                Entry.What.TAKEN_AT_COUNTER,
                taken.application().toString(),
                null,
                taken.at(),
                Entry.day(taken.at()),
                taken.office(),
                taken.by(),
                "",
                List.of(new Transfer(COUNTER, REVENUE, taken.amount()))));
        counterReceipts.add(taken.application(), ReceiptToken.next(), taken.at());
    }

    /** Only now is it known for which office the bill is. */
    @EventListener
    void on(ApplicationSubmitted submitted) {
        applications.summary(submitted.application()).ifPresent(about -> {
            var bill = about.bill();
            var visit = about.appointment();
            if (bill != null && visit != null) {
                bookings.find(visit).ifPresent(found -> books.place(bill, found.office()));
            }
        });
    }

    private static Entry entry(BillMoved moved) {
        var bill = moved.bill();
        var amount = moved.amount();
        var today = Entry.day(moved.at());
        return switch (moved) {
            case BillMoved.Opened _ ->
                Entry.of(BILL_OPENED, bill, moved.at(), today, new Transfer(RECEIVABLE, BILLED, amount));
            case BillMoved.Closed _ ->
                Entry.of(BILL_CLOSED, bill, moved.at(), today, new Transfer(BILLED, RECEIVABLE, amount));
            case BillMoved.Paid paid
            when paid.late() ->
                Entry.of(BILL_PAID, bill, moved.at(), received(paid), new Transfer(CASH, REVENUE, amount));
            case BillMoved.Paid paid ->
                Entry.of(
                        BILL_PAID,
                        bill,
                        moved.at(),
                        received(paid),
                        new Transfer(CASH, REVENUE, amount),
                        new Transfer(BILLED, RECEIVABLE, amount));
        };
    }

    /** Money counts for the day on which the bank received it, as the bank's own files have it. */
    private static LocalDate received(BillMoved.Paid paid) {
        return Entry.day(paid.received().paidAt());
    }
}
