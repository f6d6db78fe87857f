package titian.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.Browser;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.payment.SomeBills;
import titian.seal.Seals;
import titian.shared.Role;
import titian.shared.SignedIn;

/** Money asked back: two people approve, it is booked when it is ordered and when it is sent, and its owner is told. */
@TitianTest
class RefundsTest extends MoneyAskedBack {

    @Autowired
    Seals seals;

    @Autowired
    OwnRefunds own;

    @Test
    void whatIsAskedBackIsApprovedByTwoOrderedBookedAndSent() {
        assertThat(ask(me)).hasStatus3xxRedirection();
        var refund = refund();
        assertThat(step(first, refund, "setuju")).hasStatus3xxRedirection();
        assertThat(books.booked(bill.id())).doesNotContainKey("REFUNDS_DUE");

        step(second, refund, "pesan");

        assertThat(books.booked(bill.id()))
                .isEqualTo(
                        Map.of("CASH", 650_000L, "REVENUE", -650_000L, "REFUNDS", 650_000L, "REFUNDS_DUE", -650_000L));
        var orders = Browser.text(browser.get()
                .uri("/petugas/bendahara/pengembalian/pesanan.csv")
                .with(as(second))
                .exchange());
        assertThat(orders).contains("PP-", "Bank Uji,0012345678," + HOLDER + ",650000,IDR");

        browserStep(second, refund, Map.of("langkah", "kirim", "acuan", "TRF 2026/0001"));

        assertThat(books.booked(bill.id())).isEqualTo(Map.of("REVENUE", -650_000L, "REFUNDS", 650_000L));
        assertThat(desk.find(refund).orElseThrow().state())
                .isInstanceOfSatisfying(
                        RefundState.Transferred.class,
                        sent -> assertThat(sent.reference()).isEqualTo("TRF 2026/0001"));
        assertThat(page(me)).contains("sudah dikirim", "TRF 2026/0001");
    }

    @Test
    void everyStepIsWrittenDownWithWhoTookItAndWhy() {
        ask(me);
        var sent = refund();
        step(first, sent, "setuju");
        step(second, sent, "pesan");
        browserStep(second, sent, Map.of("langkah", "kirim", "acuan", "TRF 2026/0002"));
        assertThat(moves(sent))
                .containsExactly(
                        me.account() + " ASKED ",
                        first.account() + " ASKED-ENDORSED ",
                        second.account() + " ENDORSED-ORDERED ",
                        second.account() + " ORDERED-TRANSFERRED TRF 2026/0002");
    }

    @Test
    void oneOfficerAloneCannotApprove() {
        ask(me);
        var refund = refund();
        step(first, refund, "setuju");

        step(first, refund, "pesan");

        assertThat(desk.find(refund).orElseThrow().state()).isInstanceOf(RefundState.Endorsed.class);
        assertThatThrownBy(() -> desk.order(desk.find(refund).orElseThrow(), first.account()))
                .isInstanceOf(RefundRefused.SamePerson.class);
        assertThatThrownBy(() -> db.sql("""
                        UPDATE treasury.refund
                           SET state = 'ORDERED', second_officer = first_officer, second_at = now(), order_number = 'X'
                         WHERE id = ?
                        """).param(refund).update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("two_people_approve");
    }

    @Test
    void twoSecondOfficersAtOnceOrderOnce() throws Exception {
        ask(me);
        var id = refund();
        desk.endorse(desk.find(id).orElseThrow(), first.account());
        var third = SignedInPeople.officer(accounts, office, Role.TREASURER);
        var refund = desk.find(id).orElseThrow();
        var start = new CyclicBarrier(2);

        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var orders = List.of(second, third).stream()
                    .map(officer -> both.submit((Callable<Boolean>) () -> {
                        start.await();
                        try {
                            desk.order(refund, officer.account());
                            return true;
                        } catch (RefundRefused.NotOpen _) {
                            return false;
                        }
                    }))
                    .toList();
            assertThat(orders.stream().filter(RefundsTest::got)).hasSize(1);
        }
        assertThat(books.booked(bill.id())).containsEntry("REFUNDS_DUE", -650_000L);
    }

    @Test
    void moneyIsAskedBackOnceUnlessItWasRefused() {
        ask(me);
        assertThat(Browser.text(ask(me))).contains("sudah diminta kembali");
        var refund = refund();
        assertThat(browserStep(first, refund, Map.of("langkah", "tolak"))).hasStatusOk();

        browserStep(first, refund, Map.of("langkah", "tolak", "alasan", "permohonan sudah dilayani"));

        assertThat(page(me)).contains("permohonan sudah dilayani", "Kirim permintaan");
        assertThat(ask(me)).hasStatus3xxRedirection();
        assertThat(books.booked(bill.id())).doesNotContainKey("REFUNDS");
    }

    @Test
    void noStepIsTakenFromWhereItIsNotOpen() {
        ask(me);
        var id = refund();
        var asked = desk.find(id).orElseThrow();
        var steps = List.<Runnable>of(
                () -> desk.order(asked, second.account()), () -> desk.transferred(asked, second.account(), "TRF1"));
        steps.forEach(step -> assertThatThrownBy(step::run).isInstanceOf(RefundRefused.NotOpen.class));
        desk.refuse(asked, first.account(), "tidak cocok");
        var refused = desk.find(id).orElseThrow();
        assertThat(refused.state())
                .isInstanceOfSatisfying(
                        RefundState.Refused.class,
                        state -> assertThat(state.why()).isEqualTo("tidak cocok"));
        assertThat(db.sql("SELECT why FROM treasury.refund WHERE id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .startsWith("§")
                .doesNotContain("tidak cocok");
        List.<Runnable>of(
                        () -> desk.endorse(refused, first.account()),
                        () -> desk.endorse(asked, first.account()),
                        () -> desk.refuse(asked, first.account(), "lagi"),
                        () -> desk.order(refused, second.account()))
                .forEach(step -> assertThatThrownBy(step::run).isInstanceOf(RefundRefused.NotOpen.class));
    }

    @Test
    void theOwnerIsWrittenToAtEachStep() {
        ask(me);
        var id = refund();
        desk.endorse(desk.find(id).orElseThrow(), first.account());
        desk.order(desk.find(id).orElseThrow(), second.account());
        desk.transferred(desk.find(id).orElseThrow(), second.account(), "TRF0001");

        assertThat(db.sql("SELECT kind FROM notification.letter WHERE subject = ? ORDER BY created_at, kind")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("REFUND_ASKED", "REFUND_ORDERED", "REFUND_TRANSFERRED");
        await().until(() -> db.sql("SELECT count(*) FROM notification.letter WHERE subject = ? AND sent_at IS NOT NULL")
                        .param(id)
                        .query(Long.class)
                        .single()
                >= 1);
    }

    @Test
    void whereTheMoneyGoesStandsSealedAndIsToldToItsOwner() {
        ask(me);

        assertThat(db.sql("SELECT account_number || account_holder || said FROM treasury.refund WHERE id = ?")
                        .param(refund())
                        .query(String.class)
                        .single())
                .doesNotContain("0012345678", HOLDER, "dua kali");
        assertThat(own.about(me.account(), List.of(application)).toString()).contains("0012345678", HOLDER, "dua kali");
        assertThat(desk.find(refund()).orElseThrow().toString()
                        + desk.find(refund()).orElseThrow().destination())
                .doesNotContain(HOLDER);
    }

    @Test
    void aReceiptWhoseMoneyWentBackIsNoLongerValid() {
        var token = db.sql("SELECT token FROM treasury.receipt WHERE bill = ?")
                .param(bill.id().value())
                .query(String.class)
                .single();
        ask(me);
        var id = refund();
        desk.endorse(desk.find(id).orElseThrow(), first.account());
        assertThat(Browser.text(browser.get().uri("/bukti/" + token).exchange()))
                .contains("Bukti ini asli");

        desk.order(desk.find(id).orElseThrow(), second.account());

        assertThat(Browser.text(browser.get().uri("/bukti/" + token).exchange()))
                .contains("Uangnya sudah dikembalikan")
                .doesNotContain("Bukti ini asli");
    }

    @Test
    void whatWasPaidASecondTimeGoesBackAndTheReceiptStaysValid() {
        new SomeBills(house).pay(bill);
        var token = db.sql("SELECT token FROM treasury.receipt WHERE bill = ?")
                .param(bill.id().value())
                .query(String.class)
                .single();
        var beyond = db.sql("SELECT id::text FROM payment.surplus WHERE bill = ?")
                .param(bill.id().value())
                .query(String.class)
                .single();
        ask(me, beyond);
        var id = refund();
        desk.endorse(desk.find(id).orElseThrow(), first.account());
        desk.order(desk.find(id).orElseThrow(), second.account());
        desk.transferred(desk.find(id).orElseThrow(), second.account(), "TRF0002");

        assertThat(books.booked(bill.id())).isEqualTo(Map.of("CASH", 650_000L, "REVENUE", -650_000L));
        assertThat(Browser.text(browser.get().uri("/bukti/" + token).exchange()))
                .contains("Bukti ini asli");
    }

    /** What the audit says became of it. */
    private List<String> moves(UUID refund) {
        return db.sql("""
                        SELECT concat(account, ' ', nullif(before, '') || '-', after, ' ') AS move, why
                          FROM audit.entry
                         WHERE act = 'REFUND_MOVED' AND kind = 'refund' AND subject = ?
                         ORDER BY id
                        """)
                .param(refund.toString())
                .query((row, _) -> row.getString("move") + seals.open(row.getString("why"), "audit.entry.why"))
                .list();
    }

    private MvcTestResult step(SignedIn officer, UUID refund, String step) {
        return browserStep(officer, refund, Map.of("langkah", step));
    }

    private MvcTestResult browserStep(SignedIn officer, UUID refund, Map<String, String> form) {
        var request = browser.post()
                .uri("/petugas/bendahara/pengembalian/" + refund)
                .with(csrf())
                .with(as(officer));
        form.forEach(request::param);
        return request.exchange();
    }

    private String page(SignedIn who) {
        return Browser.text(browser.get()
                .uri("/tagihan/" + application + "/pengembalian")
                .with(as(who))
                .exchange());
    }

    private static boolean got(Future<Boolean> order) {
        try {
            return order.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
