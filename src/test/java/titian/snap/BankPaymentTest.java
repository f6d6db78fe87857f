package titian.snap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static titian.payment.BillState.CLOSED;
import static titian.payment.BillState.OPEN;
import static titian.payment.BillState.PAID;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import titian.Neighbours;
import titian.TitianTest;
import titian.outside.World;
import titian.payment.Bill;
import titian.payment.PaymentDesk;
import titian.payment.PaymentDesk.Settlement;

/** Paying through the bank, against the standard's own protocol over real sockets, with the bank well and ill. */
@TitianTest
class BankPaymentTest {

    @Autowired
    PaymentDesk desk;

    @Autowired
    BeanFactory house;

    @Autowired
    JdbcClient db;

    @Autowired
    World world;

    Neighbours neighbours;
    Payer payer;

    @BeforeEach
    void theBankIsWell() {
        neighbours = new Neighbours(world);
        neighbours.recover();
        payer = new Payer(house);
    }

    @AfterEach
    void theBankRecovers() {
        neighbours.recover();
        payer.offered();
    }

    @Test
    void aBillIsOfferedAsAnAccountAndAsACodeThatOthersCanRead() {
        var bill = payer.offered();

        assertThat(payer.account(bill)).isEqualTo("98765" + bill.billingCode());
        QrisTest.judge(payer.qris(bill), bill.amount().amount() + ".00");
    }

    @Test
    void moneyInTheAccountPaysTheBill() {
        var bill = payer.offered();

        var receipt = neighbours.payAccount(payer.account(bill));

        var paid = payer.until(bill, PAID);
        assertThat(paid.payment()).isNotNull().satisfies(payment -> {
            assertThat(payment.stateReceiptNumber())
                    .isEqualTo(receipt.path("ntpn").asString());
            assertThat(payment.bankTransactionNumber())
                    .isEqualTo(receipt.path("ntb").asString());
        });
        assertThat(payer.payments(bill)).containsExactly("VIRTUAL_ACCOUNT");
        assertThat(payer.notices(bill)).containsExactly("CONFIRMED");
    }

    @Test
    void aScannedCodePaysTheBill() {
        var bill = payer.offered();

        neighbours.payQris(payer.qris(bill));

        payer.until(bill, PAID);
        assertThat(payer.payments(bill)).containsExactly("QRIS");
    }

    @Test
    void aPaidBillsAccountIsTakenBack() {
        var bill = payer.offered();
        var account = payer.account(bill);

        neighbours.pay(bill.billingCode());
        payer.until(bill, PAID);

        await().until(() -> payer.exchanges(bill).contains("/v1.0/transfer-va/delete-va GONE"));
        assertThat(Neighbours.post(
                                world.address().resolve("/bank/api/va"),
                                "application/json",
                                "{\"nomor\":\"" + account + "\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aNoticeThatComesTwiceAndAgainPaysOnce() {
        var bill = payer.offered();
        neighbours.fall("kabar", "ganda");

        neighbours.payAccount(payer.account(bill));
        payer.until(bill, PAID);
        await().until(() -> payer.timesNoticed(bill) == 2);
        neighbours.tellAgain(String.valueOf(bill.billingCode()));
        await().until(() -> payer.timesNoticed(bill) > 2);

        assertThat(payer.notices(bill)).containsExactly("CONFIRMED");
        assertThat(payer.payments(bill)).containsExactly("VIRTUAL_ACCOUNT");
        assertThat(payer.surplus(bill)).isEmpty();
    }

    @Test
    void noticesInTheWrongOrderPayBoth() {
        var first = payer.offered();
        var second = payer.offered();
        neighbours.fall("kabar", "tertukar");

        neighbours.payAccount(payer.account(first));
        neighbours.payQris(payer.qris(second));

        payer.until(first, PAID);
        payer.until(second, PAID);
    }

    @Test
    void aNoticeThatNeverComesIsNotMissed() {
        var bill = payer.offered();
        neighbours.fall("kabar", "tidak-pernah");
        neighbours.payQris(payer.qris(bill));

        assertThat(desk.settle(bill.id())).isEqualTo(Settlement.PAID);
        assertThat(payer.payments(bill)).containsExactly("QRIS");
    }

    /** First comes a notice of another amount under a signature of another text, again and again; then the true one. */
    @Test
    void aWrongNoticeIsTurnedAwayAndTheTrueOnePays() {
        var bill = payer.offered();
        neighbours.fall("kabar", "salah");
        neighbours.payAccount(payer.account(bill));
        assertThat(payer.notices(bill)).isEmpty();

        neighbours.recover();

        payer.until(bill, PAID);
        assertThat(payer.notices(bill)).containsExactly("CONFIRMED");
    }

    /** The bank saw the money only after it had said that there was none. */
    @Test
    void aPaymentThatShowsAfterTheCloseIsAPaymentAllTheSame() {
        var bill = payer.offered();
        neighbours.fall("bank", "belum");
        neighbours.fall("kabar", "mati");
        neighbours.payAccount(payer.account(bill));
        assertThat(desk.settle(bill.id())).isEqualTo(Settlement.UNPAID);
        assertThat(desk.close(bill.id())).isTrue();
        assertThat(payer.state(bill)).isEqualTo(CLOSED);

        neighbours.recover();

        payer.until(bill, PAID);
        assertThat(payer.payments(bill)).containsExactly("VIRTUAL_ACCOUNT late");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mati", "salah", "putus", "galat"})
    void whileTheBankGivesNoAnswerNothingIsDecided(String illness) {
        var bill = payer.offered();
        neighbours.fall("bank", illness);

        assertThat(desk.settle(bill.id())).isEqualTo(Settlement.UNCLEAR);
        assertThat(payer.state(bill)).isEqualTo(OPEN);

        neighbours.recover();
        await().until(() -> desk.settle(bill.id()) == Settlement.UNPAID);
    }

    @Test
    void aBankThatTakesTooLongHoldsNobodyUpForLong() {
        var bill = payer.offered();
        neighbours.fall("bank", "lambat", Duration.ofSeconds(30));
        var began = System.nanoTime();

        assertThat(desk.settle(bill.id())).isEqualTo(Settlement.UNCLEAR);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
    }

    /** Each line was cut after the bank had done its work. */
    @ParameterizedTest
    @ValueSource(strings = {"mati", "putus", "galat"})
    void aBillIsOfferedOnceTheBankIsWellAgainAndPayableByItsCodeMeanwhile(String illness) {
        neighbours.fall("bank", illness);
        var bill = payer.bill();
        await().until(() -> !payer.exchanges(bill).isEmpty() || payer.state(bill) == OPEN);

        neighbours.recover();

        var offered = until(bill);
        neighbours.payQris(payer.qris(offered));
        payer.until(bill, PAID);
    }

    @Test
    void whoPaysTheCodeAndTheAccountHasTheSecondPaymentKept() {
        var bill = payer.offered();
        neighbours.fall("kabar", "mati");
        neighbours.payAccount(payer.account(bill));

        neighbours.pay(bill.billingCode());
        payer.until(bill, PAID);

        await().until(() -> payer.surplus(bill).contains("VIRTUAL_ACCOUNT"));
        neighbours.recover();
        await().until(() -> payer.notices(bill).equals(List.of("CONFIRMED", "CONFIRMED")));
        assertThat(payer.payments(bill)).containsExactly("BILLING_CODE");
        assertThat(payer.surplus(bill)).as("once, however often it is heard of").containsExactly("VIRTUAL_ACCOUNT");
    }

    @Test
    void whoScansACodeThatWasPaidForAlreadyHasThatKeptToo() {
        var bill = payer.offered();
        var qris = payer.qris(bill);
        neighbours.payAccount(payer.account(bill));
        payer.until(bill, PAID);

        neighbours.payQris(qris);

        await().until(() -> payer.surplus(bill).contains("QRIS"));
        assertThat(payer.payments(bill)).containsExactly("VIRTUAL_ACCOUNT");
    }

    @Test
    void theRecordHoldsNoKeyAndNobodysNumber() {
        var bill = payer.offered();
        neighbours.payQris(payer.qris(bill));
        payer.until(bill, PAID);
        await().until(() -> payer.exchanges(bill).contains("/snap/v1.0/qr/qr-mpm-notify 2005200"));

        var kept = db.sql("SELECT concat_ws(' ', request, answer) FROM snap.exchange")
                .query(String.class)
                .list();
        assertThat(kept).isNotEmpty().anySatisfy(text -> assertThat(text).contains("\"accessToken\":\"***\""));
        assertThat(String.join("\n", kept)).doesNotContain("titian-snap-dev", "6281200000000", "Bearer ");
    }

    private Bill until(Bill bill) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> db.sql("SELECT count(*) FROM snap.offer WHERE bill = ? AND state = 'OPEN'")
                                .param(bill.id().value())
                                .query(Integer.class)
                                .single()
                        == 2);
        return bill;
    }
}
