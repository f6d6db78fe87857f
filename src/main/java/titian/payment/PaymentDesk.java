package titian.payment;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Nik;
import titian.shared.PassportType;

/** Where fees are quoted, billed and settled. */
@Service
public class PaymentDesk {

    /** The task that follows a payment, once per bill: whoever opened the bill gives it a handler. */
    public static final TaskDescriptor<Settled> BILL_PAID = TaskDescriptor.of("bill-paid", Settled.class);

    /** A bill that was paid. */
    public record Settled(UUID bill, UUID application) {}

    /** What the biller says about a bill whose time is up. */
    public enum Settlement {
        PAID,
        UNPAID,
        UNCLEAR
    }

    /** The price of a passport on a day; empty if no tariff is in force. */
    public Optional<Quote> quote(PassportType type, int validityYears, LocalDate day) {
        throw new UnsupportedOperationException("not yet built: " + type + validityYears + day);
    }

    /** Every price of an ordinary passport on a day. */
    public List<Quote> tariffs(LocalDate day) {
        throw new UnsupportedOperationException("not yet built: " + day);
    }

    /**
     * Writes a bill in the caller's transaction and records that its code must be fetched from the biller, which
     * happens right after the commit. The account is the one that may see the bill.
     */
    public Bill open(ApplicationId application, AccountId account, Quote quote, String payer, Nik nik, Instant payBy) {
        throw new UnsupportedOperationException("not yet built: " + application + account + quote + nik + payBy);
    }

    public Optional<Bill> find(BillId bill) {
        throw new UnsupportedOperationException("not yet built: " + bill);
    }

    /**
     * Asks the biller whether the bill was paid, and records the payment if so (which records {@link #BILL_PAID}). A
     * remote call of bounded time, never inside a transaction. A bill already paid answers without asking.
     */
    public Settlement settle(BillId bill) {
        throw new UnsupportedOperationException("not yet built: " + bill);
    }

    /** Closes an unpaid bill in the caller's transaction; false if it has been paid meanwhile. */
    public boolean close(BillId bill) {
        throw new UnsupportedOperationException("not yet built: " + bill);
    }
}
