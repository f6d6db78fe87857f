package titian.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;
import static titian.payment.BillState.OPEN;
import static titian.payment.BillState.PAID;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.Neighbours;
import titian.TitianTest;
import titian.outside.World;
import titian.payment.PaymentDesk.Settlement;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Role;
import titian.shared.SignedIn;
import titian.treasury.BookDesk;

/** A family pays by one code, and each keeps a record of their own. */
@TitianTest
class FamilyBillTest {

    @Autowired
    PaymentDesk desk;

    @Autowired
    FamilyDesk families;

    @Autowired
    FamilyBills known;

    @Autowired
    BookDesk books;

    @Autowired
    JdbcClient db;

    @Autowired
    MockMvcTester browser;

    @Autowired
    World world;

    Neighbours neighbours;
    Till till;
    SignedIn me = new SignedIn(AccountId.next(), "Warga", Set.of(Role.APPLICANT), null);

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
    void oneCodePaysForEachOnARecordOfTheirOwn() {
        var bills = owed(3);
        var code = gathered(bills.getFirst());

        var receipt = neighbours.pay(code);

        var ntpn = receipt.path("ntpn").asString();
        bills.forEach(bill -> assertThat(
                        Objects.requireNonNull(till.until(bill, PAID).payment()).stateReceiptNumber())
                .isEqualTo(ntpn));
        assertThat(numbers("SELECT amount FROM payment.payment WHERE ntpn = ?", ntpn))
                .containsExactly(650_000L, 650_000L, 650_000L);
        assertThat(numbers("SELECT amount FROM treasury.receipt WHERE ntpn = ?", ntpn))
                .as("a receipt each")
                .containsExactly(650_000L, 650_000L, 650_000L);
        assertThat(books.named(List.of(ntpn), List.of()))
                .as("one payment to bank and biller")
                .singleElement()
                .satisfies(booked -> {
                    assertThat(booked.amount()).isEqualTo(1_950_000);
                    assertThat(booked.billingCode()).isEqualTo(code);
                });
        await().until(() -> verdicts(code).equals(List.of("CONFIRMED")));
    }

    @Test
    void aNoticeThatNeverComesIsNotMissedWhicheverOfThemIsAskedAbout() {
        var bills = owed(2);
        var code = gathered(bills.getFirst());
        neighbours.fall("pemberitahuan", "tidak-pernah");
        neighbours.pay(code);

        assertThat(desk.settle(bills.getLast().id())).isEqualTo(Settlement.PAID);

        assertThat(till.state(bills.getFirst())).isEqualTo(PAID);
    }

    @Test
    void whoWasPaidForAloneBeforeHasTheirShareKept() {
        var bills = owed(3);
        var code = gathered(bills.getFirst());
        neighbours.fall("pemberitahuan", "tidak-pernah");
        neighbours.pay(bills.getFirst().billingCode());
        assertThat(desk.settle(bills.getFirst().id())).isEqualTo(Settlement.PAID);

        var receipt = neighbours.pay(code);
        assertThat(desk.settle(bills.getLast().id())).isEqualTo(Settlement.PAID);
        families.paid(family(bills.getLast()), code, said(bills.getLast()));

        assertThat(numbers(
                        "SELECT amount FROM payment.surplus WHERE bill = ?::uuid",
                        bills.getFirst().id().toString()))
                .as("once, however often it is heard of")
                .containsExactly(650_000L);
        assertThat(numbers(
                        "SELECT count(*) FROM payment.surplus WHERE bill = ?::uuid",
                        bills.getLast().id().toString()))
                .containsExactly(0L);
        assertThat(books.named(List.of(receipt.path("ntpn").asString()), List.of()))
                .singleElement()
                .satisfies(booked -> assertThat(booked.amount()).isEqualTo(1_950_000));
    }

    @Test
    void aWrongAmountForAFamilyLeavesAllOfItToAnOfficer() {
        var bills = owed(2);
        var code = gathered(bills.getFirst());

        till.sendSigned(Till.notice("FAMILY", code, 1_299_999));

        assertThat(verdicts(code)).containsExactly("WRONG_AMOUNT");
        bills.forEach(bill -> {
            assertThat(desk.settle(bill.id())).isEqualTo(Settlement.UNCLEAR);
            assertThat(desk.close(bill.id())).isFalse();
        });
    }

    @Test
    void aFalseNoticeForAFamilyKeepsAllOfItsPlacesUntilItIsContradicted() {
        var bills = owed(2);
        var code = gathered(bills.getFirst());

        till.sendSigned(Till.notice("FAMILY", code, 1_300_000));
        assertThat(desk.close(bills.getLast().id()))
                .as("while it is being checked")
                .isFalse();

        db.sql("UPDATE payment.notice SET checks = 100 WHERE number = ?")
                .param(code)
                .update();
        await().until(() -> verdicts(code).equals(List.of("CONTRADICTED")));
        bills.forEach(bill -> assertThat(desk.close(bill.id())).isTrue());
    }

    @Test
    void aCodeTheBillerCannotGiveIsFetchedLater() {
        var bills = owed(2);
        neighbours.fall("simponi", "mati");
        press(bills.getFirst());
        assertThat(page(bills.getFirst())).bodyText().contains("Kodenya sedang disiapkan", "http-equiv=\"refresh\"");

        neighbours.recover();

        assertThat(code(bills.getFirst())).matches("\\d{15}");
    }

    @Test
    void thePageOffersOneCodeToWhoeverOwesForSeveralAndOnlyOnce() {
        var bills = owed(2);
        assertThat(page(bills.getFirst()))
                .bodyText()
                .contains("Satu kode untuk sekeluarga", "Rp1.300.000", "Buat satu kode");

        press(bills.getFirst());
        press(bills.getLast());
        var code = code(bills.getFirst());

        assertThat(known.of(bills.getLast().id())).hasSize(1);
        assertThat(page(bills.getLast()))
                .bodyText()
                .contains(
                        "<span>" + code.substring(0, 3) + "</span>", "jangan keduanya", "data-salin=\"kode-keluarga\"")
                .doesNotContain("Buat satu kode");
    }

    @Test
    void whoOwesForOneAloneIsOfferedNothing() {
        var bill = owed(1).getFirst();

        assertThat(page(bill)).hasStatusOk().bodyText().doesNotContain("sekeluarga");
        assertThat(press(bill)).hasStatus3xxRedirection();
        assertThat(known.of(bill.id())).isEmpty();
    }

    private List<Bill> owed(int people) {
        var payBy = world.clock().instant().plus(Till.TWO_HOURS);
        var written = IntStream.range(0, people)
                .mapToObj(_ -> till.bill(me.account(), ApplicationId.next(), payBy))
                .toList();
        var bills = new ArrayList<Bill>();
        written.forEach(bill -> bills.add(till.until(bill, OPEN)));
        return bills;
    }

    /** The code once it has come. */
    private String gathered(Bill bill) {
        families.gather(me.account(), bill.id());
        return code(bill);
    }

    private String code(Bill bill) {
        return String.valueOf(await().until(() -> family(bill).code(), Objects::nonNull));
    }

    private FamilyBill family(Bill bill) {
        return known.of(bill.id()).getFirst();
    }

    /** What the biller said of a bill that was paid. */
    private Receipt said(Bill bill) {
        var payment = Objects.requireNonNull(desk.find(bill.id()).orElseThrow().payment());
        return new Receipt(
                Way.BILLING_CODE,
                payment.bankTransactionNumber(),
                payment.stateReceiptNumber(),
                payment.at(),
                "999",
                "7014");
    }

    private List<Long> numbers(String sql, String about) {
        return db.sql(sql).param(about).query((row, _) -> row.getLong(1)).list();
    }

    private List<String> verdicts(String code) {
        return db.sql("SELECT verdict FROM payment.notice WHERE number = ?")
                .param(code)
                .query((row, _) -> row.getString("verdict"))
                .list();
    }

    private MvcTestResult page(Bill bill) {
        return browser.get().uri("/tagihan/" + bill.application()).with(as(me)).exchange();
    }

    private MvcTestResult press(Bill bill) {
        return browser.post()
                .uri("/tagihan/" + bill.application() + "/keluarga")
                .with(as(me))
                .with(csrf())
                .exchange();
    }
}
