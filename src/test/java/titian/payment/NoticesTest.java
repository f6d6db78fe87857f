package titian.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static titian.payment.BillState.OPEN;
import static titian.payment.BillState.PAID;
import static titian.payment.BillState.REQUESTED;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import titian.Neighbours;
import titian.TitianTest;
import titian.outside.World;
import titian.payment.PaymentDesk.Settlement;
import titian.seal.Seals;
import titian.shared.AccountId;

/** What the biller tells us unasked: true, twice, too early, wrong, forged. */
@TitianTest
class NoticesTest {

    @Autowired
    PaymentDesk desk;

    @Autowired
    Settlements settlements;

    @Autowired
    JdbcClient db;

    @Autowired
    DoubtDesk doubts;

    @Autowired
    Seals seals;

    @Autowired
    MockMvcTester browser;

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

    @AfterEach
    void theBillerRecovers() {
        neighbours.recover();
        till.openBill();
    }

    @Test
    void aNoticeThatComesTwiceIsKeptOnceAndPaysOnce() {
        var bill = till.openBill();
        neighbours.fall("pemberitahuan", "ganda");

        neighbours.pay(bill.billingCode());
        till.until(bill, PAID);
        await().until(() -> notices(bill).getFirst().times() == 2);
        neighbours.sendNoticeAgain(bill.billingCode());
        await().until(() -> notices(bill).getFirst().times() > 2);

        assertThat(notices(bill)).singleElement().extracting(Kept::verdict).isEqualTo("CONFIRMED");
        assertThat(count("payment.payment", bill)).isEqualTo(1);
    }

    @Test
    void noticesInTheWrongOrderPayBoth() {
        var first = till.openBill();
        var second = till.openBill();
        neighbours.fall("pemberitahuan", "tertukar");

        neighbours.pay(first.billingCode());
        neighbours.pay(second.billingCode());

        till.until(first, PAID);
        till.until(second, PAID);
    }

    @Test
    void aNoticeThatComesLateFindsItsBillPaidAndChangesNothing() {
        var bill = till.openBill();
        neighbours.fall("pemberitahuan", "lambat", Duration.ofHours(1));
        neighbours.pay(bill.billingCode());
        assertThat(desk.settle(bill.id())).isEqualTo(Settlement.PAID);
        assertThat(notices(bill)).isEmpty();

        neighbours.fall("pemberitahuan", "normal");

        await().until(() -> notices(bill).stream().map(Kept::verdict).toList().equals(List.of("CONFIRMED")));
        assertThat(count("payment.payment", bill)).isEqualTo(1);
        assertThat(count("payment.surplus", bill)).isZero();
    }

    /** Signed by somebody else, again and again; then the true one. */
    @Test
    void aForgedNoticeFromTheBillersAddressIsTurnedAwayAndTheTrueOnePays() {
        var bill = till.openBill();
        neighbours.fall("pemberitahuan", "salah");
        neighbours.pay(bill.billingCode());
        assertThat(notices(bill)).isEmpty();

        neighbours.recover();

        till.until(bill, PAID);
        assertThat(notices(bill)).singleElement().extracting(Kept::verdict).isEqualTo("CONFIRMED");
    }

    @Test
    void aNoticeThatNeverComesIsNotMissed() {
        var bill = till.openBill();
        neighbours.fall("pemberitahuan", "tidak-pernah");
        neighbours.pay(bill.billingCode());

        assertThat(desk.settle(bill.id())).isEqualTo(Settlement.PAID);
    }

    /** The biller saw the money only after it had said that there was none. */
    @Test
    void aNoticeThatComesAfterTheCloseIsAPaymentAllTheSame() {
        var bill = till.openBill();
        neighbours.fall("simponi", "belum");
        neighbours.fall("pemberitahuan", "mati");
        neighbours.pay(bill.billingCode());
        assertThat(desk.settle(bill.id())).isEqualTo(Settlement.UNPAID);
        assertThat(desk.close(bill.id())).isTrue();

        neighbours.recover();

        till.until(bill, PAID);
        assertThat(db.sql("SELECT late FROM payment.payment WHERE bill = ?")
                        .param(bill.id().value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aNoticeThatComesBeforeTheCodeWasStoredPaysAllTheSame() {
        var bill = till.openBill();
        takeTheCodeAway(bill);
        assertThat(till.state(bill)).isEqualTo(REQUESTED);

        neighbours.pay(bill.billingCode());

        assertThat(till.until(bill, PAID).billingCode()).isEqualTo(bill.billingCode());
    }

    /** A notice names our request and a code; before the biller is asked, another code is stored for that request. */
    @Test
    void aPaymentUnderAnotherCodeThanTheOneStoredMeanwhileIsLeftToAnOfficer() {
        neighbours.fall("pemberitahuan", "tidak-pernah");
        var bill = till.openBill();
        neighbours.pay(bill.billingCode());
        takeTheCodeAway(bill);
        neighbours.fall("simponi", "mati");
        assertThat(till.sendSigned(Till.notice(bill, 650_000)).statusCode()).isEqualTo(200);
        storeAnotherCode(bill);

        neighbours.recover();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> doubts.find(bill.id()).isPresent());
        assertThat(till.state(bill)).isEqualTo(OPEN);
        assertThat(desk.close(bill.id())).isFalse();
        assertThat(notices(bill)).singleElement().extracting(Kept::verdict).isEqualTo("WRONG_AMOUNT");

        doubts.askAgain(bill.id(), AccountId.next(), "kode lain");

        await().atMost(Duration.ofSeconds(30)).until(() -> desk.settle(bill.id()) == Settlement.UNPAID);
        assertThat(notices(bill)).singleElement().extracting(Kept::verdict).isEqualTo("SET_ASIDE");
    }

    @Test
    void aWrongAmountPaysNothingAndIsLeftToAnOfficer() {
        var bill = till.openBill();

        assertThat(till.sendSigned(Till.notice(bill, 649_999)).statusCode()).isEqualTo(200);

        assertThat(notices(bill)).singleElement().extracting(Kept::verdict).isEqualTo("WRONG_AMOUNT");
        assertThat(desk.settle(bill.id())).isEqualTo(Settlement.UNCLEAR);
        assertThat(desk.close(bill.id())).isFalse();
        assertThat(till.state(bill)).isEqualTo(OPEN);
    }

    @Test
    void aRightAmountAfterAWrongOneDoesNotSettleTheDispute() {
        var bill = till.openBill();
        till.sendSigned(Till.notice(bill, 1));

        neighbours.pay(bill.billingCode());

        await().until(() -> notices(bill).size() == 2);
        assertThat(desk.settle(bill.id())).isEqualTo(Settlement.UNCLEAR);
        assertThat(till.state(bill)).isEqualTo(OPEN);
    }

    @Test
    void aNoticeThatIsNotTrueNeverPays() {
        var bill = till.openBill();

        assertThat(till.sendSigned(Till.notice(bill, 650_000)).statusCode()).isEqualTo(200);

        assertThat(desk.settle(bill.id())).isEqualTo(Settlement.UNCLEAR);
        assertThat(desk.close(bill.id())).as("while it is being checked").isFalse();
        var notice = notices(bill).getFirst().id();
        await().until(() -> settlements.check(notice));
        assertThat(notices(bill)).singleElement().extracting(Kept::verdict).isEqualTo("CONTRADICTED");
        assertThat(desk.settle(bill.id())).isEqualTo(Settlement.UNPAID);
        assertThat(desk.close(bill.id())).isTrue();
    }

    @Test
    void aForgedNoticeIsTurnedAway() {
        var bill = till.openBill();
        var notice = Till.notice(bill, 650_000);

        assertThat(till.send(notice, Till.signature(notice, "another secret")).statusCode())
                .isEqualTo(401);
        assertThat(till.send(notice, Till.signature(notice + " ", "simponi-dev"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(till.send(notice, "not hexadecimal").statusCode()).isEqualTo(401);
        assertThat(till.send(notice, "zz".repeat(32)).statusCode()).isEqualTo(401);
        assertThat(browser.post().uri("/simponi/pemberitahuan").content(notice)).hasStatus(401);

        assertThat(notices(bill)).isEmpty();
        assertThat(desk.settle(bill.id())).isEqualTo(Settlement.UNPAID);
    }

    @Test
    void aNoticeForNobodysBillIsReceivedAndKept() {
        var code = "999" + System.nanoTime() % 1_000_000_000_000L;
        code = (code + "000000000000000").substring(0, 15);
        var notice = Till.notice("SOMEBODY-ELSE", code, 350_000);

        assertThat(till.sendSigned(notice).statusCode()).isEqualTo(200);
        assertThat(till.sendSigned(notice).statusCode()).isEqualTo(200);

        assertThat(db.sql("SELECT verdict, times FROM payment.notice WHERE number = ?")
                        .param(code)
                        .query()
                        .listOfRows())
                .containsExactly(Map.of("verdict", "UNMATCHED", "times", 2));
    }

    @Test
    void aNoticeUnderAnotherCodeThanTheBillsIsNobodys() {
        var bill = till.openBill();
        var other = Till.notice(LedgerEntry.trxId(bill.id()), "111111111111111", 650_000);

        assertThat(till.sendSigned(other).statusCode()).isEqualTo(200);

        assertThat(notices(bill)).isEmpty();
        assertThat(desk.settle(bill.id())).isEqualTo(Settlement.UNPAID);
    }

    @Test
    void whatIsNotANoticeIsSaidSo() {
        assertThat(till.sendSigned("").statusCode()).isEqualTo(400);
        assertThat(till.sendSigned("{\"kode_billing\":\"1\"}").statusCode()).isEqualTo(400);
        for (long amount : new long[] {0, -1, -650_000, Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertThat(till.sendSigned(Till.notice(till.openBill(), amount)).statusCode())
                    .as("%s", amount)
                    .isEqualTo(400);
        }
        assertThat(till.sendSigned("x".repeat(8 * 1024 + 1)).statusCode()).isEqualTo(413);
        assertThat(browser.get().uri("/simponi/pemberitahuan")).hasStatus(405);
    }

    @Test
    void aNoticeWaitsWhileTheBillerIsIll() {
        var bill = till.openBill();
        neighbours.fall("pemberitahuan", "tidak-pernah");
        neighbours.pay(bill.billingCode());
        neighbours.fall("simponi", "mati");

        assertThat(till.sendSigned(Till.notice(bill, 650_000)).statusCode()).isEqualTo(200);
        assertThat(desk.settle(bill.id())).isEqualTo(Settlement.UNCLEAR);
        assertThat(desk.close(bill.id())).isFalse();
        neighbours.recover();

        till.until(bill, PAID);
    }

    /** As if the node had been killed between the biller's answer and our writing it down. */
    private void takeTheCodeAway(Bill bill) {
        db.sql("""
                        UPDATE payment.bill
                           SET state = 'REQUESTED', billing_code = NULL, nik = :nik, issued_at = NULL,
                               ask_at = NULL
                         WHERE id = :id
                        """)
                .param("nik", seals.seal("3174015708900001", "payment.nik"))
                .param("id", bill.id().value())
                .update();
    }

    private void storeAnotherCode(Bill bill) {
        db.sql("""
                        UPDATE payment.bill
                           SET state = 'OPEN', billing_code = :code, nik = NULL, issued_at = :now
                         WHERE id = :id
                        """)
                .param("code", "%015d".formatted(System.nanoTime() % 1_000_000_000_000_000L))
                .param("now", world.clock().instant().atOffset(ZoneOffset.UTC))
                .param("id", bill.id().value())
                .update();
    }

    /** A notice as it was kept. */
    record Kept(UUID id, String verdict, int times) {}

    private List<Kept> notices(Bill bill) {
        return db.sql("SELECT id, verdict, times FROM payment.notice WHERE bill = ? ORDER BY received_at")
                .param(bill.id().value())
                .query((row, _) ->
                        new Kept(row.getObject("id", UUID.class), row.getString("verdict"), row.getInt("times")))
                .list();
    }

    private long count(String table, Bill bill) {
        return db.sql("SELECT count(*) FROM " + table + " WHERE bill = ?")
                .param(bill.id().value())
                .query(Long.class)
                .single();
    }
}
