package titian.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;
import static titian.payment.BillState.OPEN;
import static titian.payment.BillState.PAID;
import static titian.payment.BillState.REQUESTED;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.Neighbours;
import titian.TitianTest;
import titian.outside.World;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Role;
import titian.shared.SignedIn;
import titian.web.Words;

/** The bill as its payer sees it, in every standing, and as nobody else does. */
@TitianTest
class BillPagesTest {

    @Autowired
    PaymentDesk desk;

    @Autowired
    Ledger ledger;

    @Autowired
    OtherWays others;

    @Autowired
    MockMvcTester browser;

    @Autowired
    World world;

    static final BillView.Beside NOTHING = new BillView.Beside(List.of(), List.of(), false);

    Neighbours neighbours;
    Till till;
    SignedIn me = new SignedIn(AccountId.next(), "Warga", Set.of(Role.APPLICANT), null);
    ApplicationId application = ApplicationId.next();

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
    void theCodeIsShownInGroupsThatCopyAsOneNumber() {
        var code = String.valueOf(myOpenBill().billingCode());

        assertThat(page())
                .hasStatusOk()
                .bodyText()
                .contains("Bayar paspor", "Rp650.000", "WIB", "MPN G3")
                .contains("<span>" + code.substring(0, 3) + "</span><span>" + code.substring(3, 6) + "</span>")
                .contains("bank contoh")
                .doesNotContain("http-equiv=\"refresh\"");
    }

    @Test
    void anAccountAndACodeToScanStandBesideTheBillingCode() {
        var bill = myOpenBill();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> others.payable(bill.id()).size() == 2);

        assertThat(page())
                .bodyText()
                .contains("virtual account Bank Contoh", "<span>9876</span>", "Atau pindai QRIS", "<svg class=\"qr\"")
                .contains("data-salin=\"va\"");
    }

    @Test
    void theEnglishPageIsEnglish() {
        myOpenBill();

        assertThat(browser.get().uri("/tagihan/" + application + "?lang=en").with(as(me)))
                .hasStatusOk()
                .bodyText()
                .contains("Pay for the passport", "electronic passport", "Copy code", "I have paid")
                .doesNotContain("Bayar sebelum");
    }

    @Test
    void aCodeOnItsWayIsWaitedFor() {
        neighbours.fall("simponi", "mati");
        var bill = myBill();

        assertThat(page()).hasStatusOk().bodyText().contains("sedang disiapkan", "http-equiv=\"refresh\"");

        neighbours.recover();
        till.until(bill, OPEN);
        assertThat(page()).bodyText().contains("Bayar paspor");
    }

    @Test
    void whoSaysThatTheyPaidIsToldThatWeAreChecking() {
        myOpenBill();

        assertThat(sayPaid(me)).hasStatus3xxRedirection().hasRedirectedUrl("/tagihan/" + application);
        assertThat(page()).bodyText().contains("sedang kami periksa", "http-equiv=\"refresh\"");

        assertThat(sayPaid(me)).as("pressed twice").hasStatus3xxRedirection();
    }

    @Test
    void aPaidBillIsAProofToPrint() {
        var bill = myOpenBill();
        var receipt = neighbours.pay(bill.billingCode());
        till.until(bill, PAID);

        assertThat(page())
                .hasStatusOk()
                .bodyText()
                .contains("Pembayaran diterima", "Lunas", "Rp650.000", "PP 45/2024")
                .contains(receipt.path("ntb").asString(), receipt.path("ntpn").asString())
                .contains("/permohonan/" + application)
                .doesNotContain("Saya sudah bayar");
        assertThat(sayPaid(me)).as("pressed on an old page").hasStatus3xxRedirection();
        assertThat(till.state(bill)).isEqualTo(PAID);
    }

    @Test
    void aClosedBillSaysWhatToDo() {
        var bill = myOpenBill();
        desk.close(bill.id());

        assertThat(page())
                .hasStatusOk()
                .bodyText()
                .contains("Batas waktu bayar sudah lewat", "Jangan membayar dengan kode lama", "tetap tersimpan")
                .doesNotContain(String.valueOf(bill.billingCode()));
    }

    @Test
    void aWrongAmountIsSaidToBeWithAnOfficer() {
        var bill = myOpenBill();
        till.sendSigned(Till.notice(bill, 1));

        assertThat(page()).bodyText().contains("Petugas memeriksa pembayaran Anda", "Jangan membayar lagi");
    }

    @Test
    void anothersBillIsNotFound() {
        myOpenBill();
        var stranger = new SignedIn(AccountId.next(), "Orang lain", Set.of(Role.APPLICANT), null);

        assertThat(browser.get().uri("/tagihan/" + application).with(as(stranger)))
                .hasStatus(404);
        assertThat(sayPaid(stranger)).hasStatus(404);
        assertThat(browser.get().uri("/tagihan/" + ApplicationId.next()).with(as(me)))
                .hasStatus(404);
    }

    @Test
    void onlyTheSignedInSeeBills() {
        myOpenBill();

        assertThat(browser.get().uri("/tagihan/" + application).accept("text/html"))
                .hasStatus3xxRedirection();
        assertThat(browser.post()
                        .uri("/tagihan/" + application + "/sudah-bayar")
                        .with(as(me)))
                .as("without our form")
                .hasStatus(403);
        assertThat(browser.get().uri("/tagihan/bukan-nomor").with(as(me))).hasStatus(400);
        assertThat(browser.put().uri("/tagihan/" + application).with(as(me)).with(csrf()))
                .hasStatus(405);
    }

    @ParameterizedTest
    @EnumSource
    void everyStandingHasItsWords(BillView.Standing standing) {
        for (var words : new Words[] {Words.in(Words.INDONESIAN), Words.in(Words.ENGLISH)}) {
            assertThat(words.text("payment.bill." + standing + ".title")).isNotBlank();
            assertThat(words.text("payment.bill." + standing + ".text")).isNotBlank();
        }
    }

    @Test
    void aBillWhoseTimeIsUpSaysThatTheBankIsAskedOnceMore() {
        var entry = ledger.find(myOpenBill().id()).orElseThrow();

        assertThat(standing(entry, entry.bill().payBy().minusMillis(1))).isEqualTo(BillView.Standing.PAYABLE);
        assertThat(standing(entry, entry.bill().payBy())).isEqualTo(BillView.Standing.ENDING);
    }

    @Test
    void aBillWhoseCodeNeverCameHasExpired() {
        neighbours.fall("simponi", "mati");
        var entry = ledger.find(myBill().id()).orElseThrow();
        assertThat(entry.bill().state()).isEqualTo(REQUESTED);

        assertThat(standing(entry, entry.bill().payBy())).isEqualTo(BillView.Standing.EXPIRED);
    }

    @Test
    void thePayPageOfDevelopmentIsNotThereUnlessSet() {
        var entry = ledger.find(myOpenBill().id()).orElseThrow();

        assertThat(BillView.of(entry, NOTHING, world.clock().instant(), Words.in(Words.INDONESIAN), "")
                        .payPage())
                .isNull();
    }

    private static BillView.Standing standing(LedgerEntry entry, Instant now) {
        return BillView.of(entry, NOTHING, now, Words.in(Words.INDONESIAN), "").standing();
    }

    private Bill myBill() {
        return till.bill(me.account(), application, world.clock().instant().plus(Duration.ofHours(2)));
    }

    private Bill myOpenBill() {
        return till.until(myBill(), OPEN);
    }

    private MvcTestResult page() {
        return browser.get().uri("/tagihan/" + application).with(as(me)).exchange();
    }

    private MvcTestResult sayPaid(SignedIn who) {
        return browser.post()
                .uri("/tagihan/" + application + "/sudah-bayar")
                .with(as(who))
                .with(csrf())
                .exchange();
    }
}
