package titian.treasury;

import static titian.treasury.BookAccount.CASH;
import static titian.treasury.BookAccount.UNIDENTIFIED;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.payment.BillId;
import titian.shared.AccountId;
import titian.shared.Money;
import titian.shared.OfficeId;
import titian.treasury.Entry.Transfer;
import titian.treasury.Entry.What;

/** Where those who compare the books with others' ask what is booked, and have corrections booked. */
@Service
public class BookDesk {

    private final Books books;
    private final Receipts receipts;
    private final Clock clock;

    BookDesk(Books books, Receipts receipts, Clock clock) {
        this.books = books;
        this.receipts = receipts;
        this.clock = clock;
    }

    /** The payments with one of these numbers. */
    public List<Booked> named(Collection<String> stateReceiptNumbers, Collection<String> billingCodes) {
        return receipts.named(stateReceiptNumbers, billingCodes);
    }

    public List<Booked> of(Collection<UUID> bills) {
        return receipts.of(bills);
    }

    /** Payments of the same amount about that day, the nearest first. */
    public List<Booked> near(long amount, LocalDate day, int most) {
        return receipts.near(amount, day, most);
    }

    /** The payments an office received in these days, after this one in the order of their ids. */
    public List<Booked> received(OfficeId office, LocalDate from, LocalDate to, UUID after, int most) {
        return receipts.received(office, from, to, after, most);
    }

    /**
     * Books money a bank received and we had not booked, or not so much of it, in the caller's transaction. Booking for
     * the same subject again is booking once.
     */
    @Transactional
    public void receivedMore(
            String subject,
            @Nullable BillId bill,
            Money amount,
            LocalDate day,
            OfficeId office,
            AccountId by,
            String why) {
        correct(subject, bill, new Transfer(CASH, UNIDENTIFIED, amount), day, office, by, why);
    }

    /** Books that the bank received less than we had booked. */
    @Transactional
    public void receivedLess(
            String subject, BillId bill, Money amount, LocalDate day, OfficeId office, AccountId by, String why) {
        correct(subject, bill, new Transfer(UNIDENTIFIED, CASH, amount), day, office, by, why);
    }

    private void correct(
            String subject,
            @Nullable BillId bill,
            Transfer transfer,
            LocalDate day,
            OfficeId office,
            AccountId by,
            String why) {
        books.add(new Entry(What.CORRECTED, subject, bill, clock.instant(), day, office, by, why, List.of(transfer)));
    }
}
