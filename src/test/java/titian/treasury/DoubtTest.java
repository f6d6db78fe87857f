package titian.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.Browser;
import titian.Neighbours;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.outside.World;
import titian.payment.Bill;
import titian.payment.BillState;
import titian.payment.PaymentDesk;
import titian.payment.PaymentDesk.Settlement;
import titian.payment.SomeBills;
import titian.seal.Seals;
import titian.shared.OfficeId;
import titian.shared.Role;
import titian.shared.SignedIn;

/**
 * A bill of which another amount was named waits for a treasurer, who has it asked about again; the answer counts. A notice
 * that fits no bill waits for one too.
 */
@TitianTest
class DoubtTest {

    @Autowired
    Seals seals;

    @Autowired
    BeanFactory house;

    @Autowired
    MockMvcTester browser;

    @Autowired
    AccountDesk accounts;

    @Autowired
    PaymentDesk payments;

    @Autowired
    JdbcClient db;

    @Autowired
    World world;

    Neighbours neighbours;
    SomeBills bills;
    OfficeId office;
    SignedIn treasurer;
    Bill bill;

    @BeforeEach
    void anotherAmountIsNamed() {
        neighbours = new Neighbours(world);
        neighbours.recover();
        bills = new SomeBills(house);
        office = OfficeId.of("kanim-ragu-" + Long.toString(System.nanoTime(), 36));
        treasurer = SignedInPeople.officer(accounts, office, Role.TREASURER);
        bill = bills.disputed(bills.open());
        new SomeBooks(house).place(bill.id(), office);
    }

    @AfterEach
    void theBillerRecovers() {
        neighbours.recover();
    }

    @Test
    void itIsListedForItsOfficeWithWhatIsOwedAndWhatWasSaid() {
        assertThat(payments.settle(bill.id())).isEqualTo(Settlement.UNCLEAR);
        assertThat(Browser.text(page(treasurer)))
                .contains(String.valueOf(bill.billingCode()), "Rp650.000", "Rp1", "Tanyakan lagi");

        var elsewhere = SignedInPeople.officer(accounts, OfficeId.of("kanim-lain"), Role.TREASURER);
        assertThat(Browser.text(page(elsewhere))).doesNotContain(String.valueOf(bill.billingCode()));
        assertThat(decide(elsewhere, "bukan milik kami")).hasStatus(404);
        assertThat(decide(treasurer, " ")).hasStatusOk().bodyText().contains("Tulis alasannya");
        assertThat(payments.settle(bill.id())).as("nothing was decided").isEqualTo(Settlement.UNCLEAR);
    }

    @Test
    void ifTheBillerKnowsOfNoPaymentTheBillIsUnpaidAndItsPlaceCanBeGivenBack() {
        assertThat(decide(treasurer, "bank salah ketik")).hasRedirectedUrl("/petugas/bendahara/ragu");
        assertThat(decide(treasurer, "sekali lagi"))
                .as("it stands there no more")
                .hasStatus(404);

        assertThat(payments.settle(bill.id())).isEqualTo(Settlement.UNPAID);
        assertThat(payments.close(bill.id())).isTrue();
        assertThat(verdicts()).containsExactly("SET_ASIDE");
        assertThat(db.sql("SELECT why FROM payment.notice WHERE bill = ?")
                        .param(bill.id().value())
                        .query(String.class)
                        .single())
                .startsWith("§");
        assertThat(db.sql("SELECT account, why FROM audit.entry WHERE act = 'DOUBT_SETTLED' AND subject = ?")
                        .param(bill.id().toString())
                        .query((row, _) -> row.getString("account") + ": " + why(row))
                        .list())
                .containsExactly(treasurer.account() + ": bank salah ketik");
    }

    @Test
    void ifItWasPaidAfterAllItIsPaidAndTheTrueNoticeConfirmed() {
        neighbours.pay(bill.billingCode());
        await().atMost(Duration.ofSeconds(20)).until(() -> verdicts().size() == 2);
        assertThat(payments.settle(bill.id())).isEqualTo(Settlement.UNCLEAR);

        decide(treasurer, "rekening koran benar");

        await().atMost(Duration.ofSeconds(30))
                .until(() -> payments.find(bill.id()).orElseThrow().state() == BillState.PAID);
        await().until(() -> verdicts().equals(List.of("CONFIRMED", "SET_ASIDE")));
        assertThat(Browser.text(page(treasurer))).contains("Tidak ada");
    }

    /** The biller answers with a receipt that stands for somebody else's bill. */
    @Test
    void aReceiptThatIsAnothersIsLeftToTheTreasurerToo() {
        neighbours.fall("pemberitahuan", "tidak-pernah");
        var mine = bills.open();
        new SomeBooks(house).place(mine.id(), office);
        bills.payUnder(neighbours.pay(mine.billingCode()).path("ntpn").asString(), bills.open());

        assertThat(payments.settle(mine.id())).isEqualTo(Settlement.UNCLEAR);

        assertThat(payments.close(mine.id())).isFalse();
        assertThat(Browser.text(page(treasurer))).contains(String.valueOf(mine.billingCode()), "milik tagihan lain");
    }

    @Test
    void aNoticeThatNamesNoBillOfOursIsListedForEveryTreasurerUntilOneHasFoundOut() {
        var code = bills.unmatched();
        var notice = notice(code);
        var elsewhere = SignedInPeople.officer(accounts, OfficeId.of("kanim-lain"), Role.TREASURER);
        assertThat(strays(elsewhere)).contains(code);
        assertThat(strays(treasurer)).contains(code, "Tidak ada tagihan dengan nomor ini", "Rp350.000");
        assertThat(setAside(treasurer, notice, " ")).hasStatusOk().bodyText().contains("Tulis alasannya");

        assertThat(setAside(treasurer, notice, "milik satker lain")).hasRedirectedUrl("/petugas/bendahara/ragu");
        assertThat(setAside(elsewhere, notice, "juga dilihat")).hasRedirectedUrl("/petugas/bendahara/ragu");

        assertThat(strays(treasurer)).doesNotContain(code);
        assertThat(db.sql("SELECT settled_by, left(why, 1) AS why FROM payment.notice WHERE id = ?")
                        .param(notice)
                        .query()
                        .singleRow())
                .as("the second time nothing happens")
                .isEqualTo(Map.of("settled_by", treasurer.account().value(), "why", "§"));
        assertThat(db.sql("SELECT account, before, why FROM audit.entry WHERE act = 'NOTICE_SET_ASIDE' AND subject = ?")
                        .param(notice.toString())
                        .query((row, _) -> row.getString("account") + " " + row.getString("before") + ": " + why(row))
                        .list())
                .containsExactly(treasurer.account() + " UNMATCHED: milik satker lain");
    }

    @Test
    void aNoticeTheBillerContradictsIsListedForItsOffice() {
        var mine = bills.open();
        new SomeBooks(house).place(mine.id(), office);
        var notice = bills.contradicted(mine);
        var elsewhere = SignedInPeople.officer(accounts, OfficeId.of("kanim-lain"), Role.TREASURER);

        assertThat(strays(treasurer))
                .contains(String.valueOf(mine.billingCode()), "Biller tidak mengenal pembayaran ini");
        assertThat(strays(elsewhere)).doesNotContain(String.valueOf(mine.billingCode()));
        assertThat(setAside(elsewhere, notice, "bukan milik kami")).hasStatus(404);

        setAside(treasurer, notice, "bukti palsu");

        assertThat(strays(treasurer)).doesNotContain(String.valueOf(mine.billingCode()));
    }

    /** A bill that was paid or closed is in doubt no more, whatever is said of it. */
    @Test
    void anotherAmountForABillThatIsPaidIsListedToo() {
        var paid = bills.paid();
        new SomeBooks(house).place(paid.id(), office);
        bills.disputed(paid);

        assertThat(strays(treasurer)).contains(String.valueOf(paid.billingCode()), "Jumlah atau kodenya lain");
    }

    @Test
    void thereIsAPageOfThemAtATime() {
        for (int more = 0; more < 31; more++) {
            bills.unmatched();
        }

        assertThat(Browser.text(page(treasurer))).contains("Berikutnya").doesNotContain("Kembali ke awal");
        assertThat(strays(treasurer)).contains("Kembali ke awal");
    }

    /** All pages, one after the other. */
    private String strays(SignedIn who) {
        var next = Pattern.compile("href=\"(/petugas/bendahara/ragu\\?sesudah=[0-9a-f-]{36})\" rel=\"next\"");
        var all = new StringBuilder();
        var address = "/petugas/bendahara/ragu";
        for (int pages = 0; !address.isEmpty(); pages++) {
            assertThat(pages).isLessThan(50);
            var shown = Browser.text(browser.get().uri(address).with(as(who)).exchange());
            all.append(shown);
            var found = next.matcher(shown);
            address = found.find() ? found.group(1) : "";
        }
        return all.toString();
    }

    private UUID notice(String code) {
        return db.sql("SELECT id FROM payment.notice WHERE number = ?")
                .param(code)
                .query(UUID.class)
                .single();
    }

    private MvcTestResult setAside(SignedIn who, UUID notice, String why) {
        return browser.post()
                .uri("/petugas/bendahara/ragu/pemberitahuan/" + notice)
                .param("alasan", why)
                .with(csrf())
                .with(as(who))
                .exchange();
    }

    private MvcTestResult page(SignedIn who) {
        return browser.get().uri("/petugas/bendahara/ragu").with(as(who)).exchange();
    }

    private MvcTestResult decide(SignedIn who, String why) {
        return browser.post()
                .uri("/petugas/bendahara/ragu/" + bill.id())
                .param("alasan", why)
                .with(csrf())
                .with(as(who))
                .exchange();
    }

    private List<String> verdicts() {
        return db.sql("SELECT verdict FROM payment.notice WHERE bill = ? ORDER BY verdict")
                .param(bill.id().value())
                .query((row, _) -> row.getString("verdict"))
                .list();
    }

    private String why(ResultSet row) throws SQLException {
        return seals.open(row.getString("why"), "audit.entry.why");
    }
}
