package titian.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static titian.payment.BillState.CLOSED;
import static titian.payment.BillState.OPEN;
import static titian.payment.BillState.PAID;
import static titian.payment.BillState.REQUESTED;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import titian.Neighbours;
import titian.People;
import titian.TitianTest;
import titian.outside.World;
import titian.payment.PaymentDesk.Settlement;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** Bills from the opening to the payment or the close, against the biller's real protocol, well and ill. */
@TitianTest
class PaymentDeskTest {

    @Autowired
    PaymentDesk desk;

    @Autowired
    CashDesk cash;

    @Autowired
    Settlements settlements;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    World world;

    Neighbours neighbours;
    Till till;

    @BeforeEach
    void theBillerIsWell(@LocalServerPort int port) {
        neighbours = new Neighbours(world);
        neighbours.recover();
        till = new Till(desk, world.clock(), port);
    }

    /** The line may still be resting after an illness; the next test begins when the biller answers again. */
    @AfterEach
    void theBillerRecovers() {
        neighbours.recover();
        till.openBill();
    }

    @Test
    void aBillGetsItsCodeAndIsPaidAsTheNoticeSays() {
        var open = till.openBill();
        assertThat(open.billingCode()).matches("\\d{15}");

        var receipt = neighbours.pay(open.billingCode());

        var paid = till.until(open, PAID);
        assertThat(paid.payment()).isNotNull().satisfies(payment -> {
            assertThat(payment.bankTransactionNumber())
                    .isEqualTo(receipt.path("ntb").asString());
            assertThat(payment.stateReceiptNumber())
                    .isEqualTo(receipt.path("ntpn").asString());
        });
        assertThat(desk.settle(paid.id())).isEqualTo(Settlement.PAID);
        assertThat(payments(paid)).isEqualTo(1);
    }

    @Test
    void everyStepOfABillIsWrittenDownWithWhatItWasBefore() {
        var paid = till.openBill();
        neighbours.pay(paid.billingCode());
        till.until(paid, PAID);
        var late = till.openBill();
        desk.close(late.id());
        desk.close(late.id());
        neighbours.pay(late.billingCode());
        till.until(late, PAID);
        neighbours.fall("simponi", "mati");
        var neverOpen = till.bill();
        desk.close(neverOpen.id());

        assertThat(moves(paid)).containsExactly(" -> REQUESTED", "REQUESTED -> OPEN", "OPEN -> PAID");
        assertThat(moves(late))
                .containsExactly(" -> REQUESTED", "REQUESTED -> OPEN", "OPEN -> CLOSED", "CLOSED -> PAID");
        assertThat(moves(neverOpen)).containsExactly(" -> REQUESTED", "REQUESTED -> CLOSED");
    }

    @Test
    void aBillOpenedTwiceIsTheSameBill() {
        var application = ApplicationId.next();
        var payBy = world.clock().instant().plus(Till.TWO_HOURS);

        var first = till.bill(AccountId.next(), application, payBy);
        var second = till.bill(AccountId.next(), application, payBy);

        assertThat(second.id()).isEqualTo(first.id());
    }

    @Test
    void whatIsRolledBackLeavesNoBillAndAsksForNoCode() {
        var bill = transaction.execute(transaction -> {
            var written = till.bill();
            transaction.setRollbackOnly();
            return written;
        });

        assertThat(desk.find(bill.id())).isEmpty();
        assertThat(tasks("issue-bill", bill)).isZero();
    }

    @Test
    void thePersonsNumberIsForgottenOnceTheCodeCame() {
        assertThat(ledger.find(till.openBill().id()).orElseThrow().nik()).isNull();
    }

    @Test
    void theRecordOfWhatWasAskedGivesNobodyAway() {
        var someone = People.someone();
        var bill = desk.open(
                ApplicationId.next(),
                AccountId.next(),
                till.quote(),
                someone.name(),
                someone.nik(),
                world.clock().instant().plus(Till.TWO_HOURS));
        till.until(bill, OPEN);
        desk.settle(bill.id());

        assertThat(exchanges(bill))
                .extracting(Exchange::method, Exchange::outcome)
                .contains(tuple("billingcode_v4", "CODE"), tuple("inquirybilling_v2", "NOT_PAID"));
        assertThat(exchanges(bill).toString())
                .doesNotContain(someone.name(), someone.nik().value(), "titian-dev");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mati", "putus", "salah", "galat"})
    void aCodeThatCannotBeFetchedIsFetchedLater(String illness) {
        neighbours.fall("simponi", illness);
        var bill = till.bill();
        await().until(() ->
                !exchanges(bill).isEmpty() && exchanges(bill).getFirst().outcome() != null);
        assertThat(till.state(bill)).isEqualTo(REQUESTED);

        neighbours.recover();

        var open = till.until(bill, OPEN);
        neighbours.pay(open.billingCode());
        till.until(bill, PAID);
    }

    @Test
    void noCodeIsFetchedWhenTheTimeIsUp() {
        var bill = till.bill(
                AccountId.next(), ApplicationId.next(), world.clock().instant().minusSeconds(1));

        await().until(() -> tasks("issue-bill", bill) == 0);

        assertThat(till.state(bill)).isEqualTo(REQUESTED);
        assertThat(exchanges(bill)).isEmpty();
        assertThat(desk.settle(bill.id())).isEqualTo(Settlement.UNPAID);
        assertThat(desk.close(bill.id())).isTrue();
    }

    @Test
    void anUnpaidBillIsUnpaidAndCanBeClosedOnceOrTwice() {
        var bill = till.openBill();

        assertThat(desk.settle(bill.id())).isEqualTo(Settlement.UNPAID);
        assertThat(desk.close(bill.id())).isTrue();
        assertThat(desk.close(bill.id())).isTrue();

        assertThat(till.state(bill)).isEqualTo(CLOSED);
        assertThat(desk.settle(bill.id())).isEqualTo(Settlement.UNPAID);
    }

    @Test
    void aPaidBillCannotBeClosed() {
        var bill = till.openBill();
        neighbours.pay(bill.billingCode());
        till.until(bill, PAID);

        assertThat(desk.close(bill.id())).isFalse();
        assertThat(till.state(bill)).isEqualTo(PAID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mati", "putus", "salah", "galat"})
    void whileTheBillerIsIllNothingIsClear(String illness) {
        var bill = till.openBill();
        neighbours.fall("simponi", illness);

        assertThat(desk.settle(bill.id())).isEqualTo(Settlement.UNCLEAR);

        assertThat(till.state(bill)).isEqualTo(OPEN);
    }

    @Test
    void aSlowBillerCostsABoundedTime() {
        var bill = till.openBill();
        neighbours.fall("simponi", "lambat", Duration.ofSeconds(60));

        var began = System.nanoTime();
        assertThat(desk.settle(bill.id())).isEqualTo(Settlement.UNCLEAR);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void theBillerIsNeverAskedInsideATransaction() {
        var bill = till.openBill();

        assertThatIllegalStateException()
                .isThrownBy(() -> transaction.executeWithoutResult(_ -> desk.settle(bill.id())))
                .withMessageContaining("inside a transaction");
    }

    @Test
    void aPaymentWhoseNoticeNeverComesIsFoundWhenTheTimeIsUp() {
        var bill = paidInSilence();

        assertThat(desk.settle(bill.id())).isEqualTo(Settlement.PAID);
        assertThat(payments(bill)).isEqualTo(1);
    }

    @Test
    void aPaymentWhoseNoticeNeverComesIsFoundByAskingAround() {
        var bill = paidInSilence();
        world.clock().moveBy(Duration.ofMinutes(3));

        await().atMost(Duration.ofSeconds(30)).until(() -> {
            settlements.askAround();
            return till.state(bill) == PAID;
        });

        assertThat(payments(bill)).isEqualTo(1);
    }

    @Test
    void whoSaysThatTheyPaidIsBelievedAfterAsking() {
        var bill = paidInSilence();

        desk.saidPaid(ledger.find(bill.id()).orElseThrow());

        till.until(bill, PAID);
    }

    @Test
    void whoSaysSoWithoutHavingPaidChangesNothing() {
        var bill = till.openBill();

        desk.saidPaid(ledger.find(bill.id()).orElseThrow());

        await().until(() -> exchanges(bill).stream().anyMatch(exchange -> "NOT_PAID".equals(exchange.outcome())));
        assertThat(till.state(bill)).isEqualTo(OPEN);
    }

    @Test
    void moneyThatComesAfterTheCloseStillPays() {
        var bill = till.openBill();
        assertThat(desk.close(bill.id())).isTrue();

        neighbours.pay(bill.billingCode());

        till.until(bill, PAID);
        assertThat(payments(bill)).isEqualTo(1);
        assertThat(db.sql("SELECT late FROM payment.payment WHERE bill = ?")
                        .param(bill.id().value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void moneyThatComesAfterTheCloseWithoutANoticeIsFoundByAskingOnceMore() {
        var bill = paidInSilence();
        assertThat(desk.close(bill.id())).isTrue();
        world.clock().moveBy(Duration.ofMinutes(16));

        await().atMost(Duration.ofSeconds(30)).until(() -> {
            settlements.askAround();
            return till.state(bill) == PAID;
        });
    }

    /** The biller is away when a closed bill's turn comes: an answer is still wanted. */
    @Test
    void aClosedBillIsAskedAboutUntilSomebodyAnswersAndThenNoMore() {
        var paid = paidInSilence();
        var unpaid = till.openBill();
        assertThat(desk.close(paid.id()) && desk.close(unpaid.id())).isTrue();
        neighbours.fall("simponi", "mati");
        world.clock().moveBy(Duration.ofMinutes(16));
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            settlements.askAround();
            return wasAskedAbout(paid, 1) && wasAskedAbout(unpaid, 1);
        });
        assertThat(till.state(paid)).isEqualTo(CLOSED);

        neighbours.recover();
        till.openBill();

        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> {
                    world.clock().moveBy(Duration.ofMinutes(31)); // the line may still rest at their first turn
                    settlements.askAround();
                    return till.state(paid) == PAID && isAskedAboutNoMore(unpaid);
                });
        assertThat(till.state(unpaid)).isEqualTo(CLOSED);
    }

    private boolean wasAskedAbout(Bill bill, int times) {
        return db.sql("SELECT asked >= ? FROM payment.bill WHERE id = ?")
                .param(times)
                .param(bill.id().value())
                .query(Boolean.class)
                .single();
    }

    private boolean isAskedAboutNoMore(Bill bill) {
        return db.sql("SELECT ask_at IS NULL FROM payment.bill WHERE id = ?")
                .param(bill.id().value())
                .query(Boolean.class)
                .single();
    }

    @RepeatedTest(20)
    void ofAPaymentAndACloseThatMeetExactlyOneComesInTime() throws Exception {
        var bill = till.openBill();
        var code = String.valueOf(bill.billingCode());
        var receipt = new Receipt(
                Way.BILLING_CODE, code.substring(3), code + "X", world.clock().instant(), "race", "7014");
        var start = new CyclicBarrier(2);

        boolean closed;
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var closing = both.submit(together(start, () -> desk.close(bill.id())));
            var paying = both.submit(together(start, () -> cash.paid(bill, code, receipt)));
            closed = closing.get();
            assertThat(paying.get()).as("paid is paid").isTrue();
        }

        assertThat(db.sql("SELECT late FROM payment.payment WHERE bill = ?")
                        .param(bill.id().value())
                        .query(Boolean.class)
                        .single())
                .isEqualTo(closed);
        assertThat(till.state(bill)).isEqualTo(PAID);
        assertThat(payments(bill)).isEqualTo(1);
    }

    @Test
    void whatIsPaidTwiceAtOnceIsRecordedOnce() throws Exception {
        var bill = paidInSilence();
        var start = new CyclicBarrier(4);

        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = List.of(1, 2, 3, 4).stream()
                    .map(_ -> all.submit(together(start, () -> desk.settle(bill.id()))))
                    .toList();
            for (var answer : asked) {
                assertThat(answer.get()).isEqualTo(Settlement.PAID);
            }
        }

        assertThat(payments(bill)).isEqualTo(1);
    }

    private static <T> Callable<T> together(CyclicBarrier start, Callable<T> step) {
        return () -> {
            start.await();
            return step.call();
        };
    }

    /** Paid at the bank, and the notice got lost. */
    private Bill paidInSilence() {
        var bill = till.openBill();
        neighbours.fall("pemberitahuan", "tidak-pernah");
        neighbours.pay(bill.billingCode());
        neighbours.recover();
        return bill;
    }

    private long payments(Bill bill) {
        return db.sql("SELECT count(*) FROM payment.payment WHERE bill = ?")
                .param(bill.id().value())
                .query(Long.class)
                .single();
    }

    /** What the audit says became of the bill. */
    private List<String> moves(Bill bill) {
        return db.sql("""
                        SELECT before || ' -> ' || after
                          FROM audit.entry
                         WHERE act = 'BILL_MOVED' AND kind = 'bill' AND subject = ?
                         ORDER BY id
                        """)
                .param(bill.id().toString())
                .query((row, _) -> Objects.requireNonNull(row.getString(1)))
                .list();
    }

    private long tasks(String name, Bill bill) {
        return db.sql("SELECT count(*) FROM platform.scheduled_task WHERE task_name = ? AND task_instance = ?")
                .param(name)
                .param(bill.id().toString())
                .query(Long.class)
                .single();
    }

    /** A question to the biller as it was kept. */
    record Exchange(
            String method,
            String request,
            @Nullable String answer,
            @Nullable String outcome) {}

    private List<Exchange> exchanges(Bill bill) {
        return db.sql("SELECT method, request, answer, outcome FROM simponi.exchange WHERE bill = ? ORDER BY id")
                .param(bill.id().value())
                .query((row, _) -> new Exchange(
                        row.getString("method"),
                        row.getString("request"),
                        row.getString("answer"),
                        row.getString("outcome")))
                .list();
    }
}
