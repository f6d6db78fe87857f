package titian.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static titian.treasury.BookAccount.BILLED;
import static titian.treasury.BookAccount.CASH;
import static titian.treasury.BookAccount.RECEIVABLE;
import static titian.treasury.BookAccount.REVENUE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import titian.TitianTest;
import titian.outside.World;
import titian.payment.Bill;
import titian.payment.BillMoved;
import titian.payment.PaymentDesk;
import titian.payment.SomeBills;
import titian.shared.Money;
import titian.treasury.Entry.Transfer;

/** What happens to money is booked once, with it, in entries that sum to zero and are never changed. */
@TitianTest
class BooksTest {

    @Autowired
    BeanFactory house;

    @Autowired
    Books books;

    @Autowired
    ProofDesk proofs;

    @Autowired
    PaymentDesk payments;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    @Autowired
    World world;

    SomeBills bills;

    @BeforeEach
    void thereAreBills() {
        bills = new SomeBills(house);
    }

    @Test
    void aBillIsOwedOnceItIsWritten() {
        var bill = bills.open();

        assertThat(booked(bill))
                .containsExactlyInAnyOrderEntriesOf(Map.of("RECEIVABLE", 650_000L, "BILLED", -650_000L));
    }

    @Test
    void whatIsPaidInTimeIsEarnedAndNotOwedAnyMore() {
        var bill = bills.paid();

        assertThat(booked(bill)).isEqualTo(Map.of("CASH", 650_000L, "REVENUE", -650_000L));
        assertThat(entries(bill)).containsExactly("BILL_OPENED", "BILL_PAID");
    }

    @Test
    void whatIsClosedIsNeitherOwedNorEarned() {
        var bill = bills.open();
        assertThat(payments.close(bill.id())).isTrue();
        assertThat(payments.close(bill.id())).isTrue();

        assertThat(booked(bill)).isEmpty();
        assertThat(entries(bill)).containsExactly("BILL_OPENED", "BILL_CLOSED");
    }

    @Test
    void whatIsPaidAfterTheCloseIsEarnedAllTheSame() {
        var bill = bills.open();
        payments.close(bill.id());
        bills.pay(bill);

        assertThat(booked(bill)).isEqualTo(Map.of("CASH", 650_000L, "REVENUE", -650_000L));
        assertThat(entries(bill)).containsExactly("BILL_OPENED", "BILL_CLOSED", "BILL_PAID");
    }

    @Test
    void aPaymentSaidTwiceIsBookedOnce() {
        var bill = bills.paid();
        bills.sayAgain(bill);

        assertThat(entries(bill)).containsExactly("BILL_OPENED", "BILL_PAID");
    }

    @Test
    void whatIsPaidASecondTimeIsBookedBesideAsItsPayersToHaveBack() {
        var bill = bills.paid();
        bills.pay(bill);

        assertThat(booked(bill)).isEqualTo(Map.of("CASH", 1_300_000L, "REVENUE", -650_000L, "SURPLUS", -650_000L));
        assertThat(entries(bill)).containsExactly("BILL_OPENED", "BILL_PAID", "BILL_PAID_TWICE");
    }

    @Test
    void moneyCountsForTheDayOnWhichTheBankReceivedIt() {
        var bill = bills.open();
        bills.pay(bill, Instant.parse("2026-03-03T17:30:00Z"));

        assertThat(db.sql("SELECT day FROM treasury.entry WHERE bill = ? AND what = 'BILL_PAID'")
                        .param(bill.id().value())
                        .query(LocalDate.class)
                        .single())
                .as("half past midnight in Jakarta")
                .isEqualTo("2026-03-04");
    }

    @Test
    void whatIsRolledBackIsNotBooked() {
        var bill = transaction.execute(transaction -> {
            var written = bills.requested();
            transaction.setRollbackOnly();
            return written;
        });

        assertThat(entries(bill)).isEmpty();
    }

    @Test
    void whatCannotBeBookedDoesNotHappen() {
        var bill = bills.open();
        var opened = new BillMoved.Opened(
                bill.id(), bill.application(), bill.amount(), world.clock().instant());

        assertThatIllegalStateException()
                .isThrownBy(() -> transaction.executeWithoutResult(_ -> events.publishEvent(opened)));

        assertThat(entries(bill)).containsExactly("BILL_OPENED");
    }

    @Test
    void anEntryThatDoesNotSumToZeroIsRefused() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    var entry = entryOfItsOwn();
                    post(entry, 1, CASH, 100);
                    post(entry, 2, REVENUE, -99);
                }))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("does not sum to zero");
    }

    @Test
    void anEntryThatMovesNothingIsRefused() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> entryOfItsOwn()))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("does not sum to zero");
        assertThatIllegalArgumentException().isThrownBy(() -> new Transfer(CASH, REVENUE, Money.rupiah(0)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Transfer(CASH, CASH, Money.rupiah(1)));
    }

    @Test
    void currenciesAreWeighedApart() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    var entry = entryOfItsOwn();
                    post(entry, 1, CASH, 100);
                    db.sql("INSERT INTO treasury.posting VALUES (?, 2, 'REVENUE', -100, 'USD')")
                            .param(entry)
                            .update();
                }))
                .hasStackTraceContaining("does not sum to zero");
    }

    @Test
    void nothingCanBeAddedToAnEntryThatOffsetsIt() {
        var bill = bills.open();
        var entry = db.sql("SELECT id FROM treasury.entry WHERE bill = ?")
                .param(bill.id().value())
                .query(Long.class)
                .single();

        assertThatThrownBy(() -> post(entry, 3, CASH, 1)).hasStackTraceContaining("does not sum to zero");
    }

    @Test
    void whatIsBookedIsNeverChanged() {
        var bill = bills.open();
        for (var change : List.of(
                "UPDATE treasury.posting SET amount = 1",
                "DELETE FROM treasury.posting",
                "UPDATE treasury.entry SET day = day + 1",
                "DELETE FROM treasury.entry",
                "TRUNCATE treasury.posting",
                "TRUNCATE treasury.entry CASCADE")) {
            assertThatThrownBy(() -> db.sql(change).update()).as(change).isInstanceOf(DataAccessException.class);
        }
        assertThat(booked(bill)).hasSize(2);
    }

    @Test
    void everyAccountHasANumberAndANameInTheChart() {
        assertThat(db.sql("SELECT account FROM treasury.account")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(
                        List.of(BookAccount.values()).stream().map(Enum::name).toList());
    }

    @Test
    void theBooksAgreeWithTheBillsAndPayments() {
        bills.open();
        bills.paid();
        payments.close(bills.open().id());

        var proof = proofs.prove();

        assertThat(proof.holds()).as(proof.toString()).isTrue();
        assertThat(proof.bills()).isGreaterThanOrEqualTo(3);
        assertThat(proofs.newest()).contains(proof);
        assertThat(books.balance(RECEIVABLE, Money.IDR)).isEqualTo(-books.balance(BILLED, Money.IDR));
    }

    @Test
    void aPaymentNobodyBookedIsFound() {
        var bill = bills.open();
        var found = transaction.execute(transaction -> {
            db.sql("UPDATE payment.bill SET state = 'PAID' WHERE id = ?")
                    .param(bill.id().value())
                    .update();
            db.sql("""
                            INSERT INTO payment.payment (bill, ntb, ntpn, bank, channel, amount, paid_at, recorded_at, late)
                            SELECT id, billing_code, billing_code || '0', '999', '7014', amount, now(), now(), false
                              FROM payment.bill
                             WHERE id = ?
                            """).param(bill.id().value()).update();
            transaction.setRollbackOnly();
            return proofs.prove();
        });

        assertThat(found.holds()).isFalse();
        assertThat(found.differences()).isEqualTo(1);
        assertThat(found.first()).isEqualTo(bill.id());
    }

    @Test
    void aSecondPaymentNobodyBookedIsFound() {
        var bill = bills.paid();
        var found = transaction.execute(transaction -> {
            db.sql("""
                            INSERT INTO payment.surplus (id, bill, way, ntb, ntpn, bank, channel, amount, paid_at, recorded_at)
                            SELECT bill, bill, 'QRIS', ntb || '0', ntpn || '0', bank, channel, amount, now(), now()
                              FROM payment.payment
                             WHERE bill = ?
                            """).param(bill.id().value()).update();
            transaction.setRollbackOnly();
            return proofs.prove();
        });

        assertThat(found.differences()).isEqualTo(1);
        assertThat(found.first()).isEqualTo(bill.id());
    }

    @Test
    void aRefundThatIsOrderedAndNotBookedIsFound() {
        var bill = bills.paid();
        var found = transaction.execute(transaction -> {
            db.sql("""
                            INSERT INTO treasury.refund (id, bill, application, account, office, amount, currency, ground, said,
                                                         bank, account_number, account_holder, asked_by, asked_at, state,
                                                         first_officer, first_at, second_officer, second_at, order_number)
                            SELECT :bill, :bill, :bill, :bill, 'kanim-uji', 650000, 'IDR', 'OTHER', '§', 'Bank Uji', '§', '§',
                                   :bill, now(), 'ORDERED', gen_random_uuid(), now(), gen_random_uuid(), now(), 'PP-' || :bill
                            """).param("bill", bill.id().value()).update();
            transaction.setRollbackOnly();
            return proofs.prove();
        });

        assertThat(found.differences()).isEqualTo(1);
        assertThat(found.first()).isEqualTo(bill.id());
    }

    @Test
    void theBooksAreProvenEveryNight() {
        assertThat(db.sql("SELECT count(*) FROM platform.scheduled_task WHERE task_name = 'prove-books'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private long entryOfItsOwn() {
        return db.sql("""
                        INSERT INTO treasury.entry (what, subject, at, day)
                        VALUES ('TRIED', gen_random_uuid()::text, now(), current_date)
                        RETURNING id
                        """).query(Long.class).single();
    }

    private void post(long entry, int line, BookAccount account, long amount) {
        db.sql("INSERT INTO treasury.posting VALUES (?, ?, ?, ?, 'IDR')")
                .params(entry, line, account.name(), amount)
                .update();
    }

    private Map<String, Long> booked(Bill bill) {
        var sums = new TreeMap<String, Long>();
        db.sql("""
                        SELECT account, sum(amount) AS amount
                          FROM treasury.posting
                          JOIN treasury.entry ON entry.id = posting.entry
                         WHERE bill = ?
                         GROUP BY account
                        HAVING sum(amount) <> 0
                        """)
                .param(bill.id().value())
                .query((row, _) -> sums.put(row.getString("account"), row.getLong("amount")))
                .list();
        return sums;
    }

    private List<String> entries(Bill bill) {
        return db.sql("SELECT what FROM treasury.entry WHERE bill = ? ORDER BY id")
                .param(bill.id().value())
                .query((row, _) -> row.getString("what"))
                .list();
    }
}
