package titian.treasury;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static titian.SignedInPeople.as;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import titian.Browser;
import titian.People;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.payment.Bill;
import titian.payment.PaymentRecord;
import titian.payment.SomeBills;
import titian.shared.ApplicationId;
import titian.shared.SignedIn;

/** Receipts, judged by programs of other hands: pdftotext reads the paper, zbarimg its code. */
@TitianTest
class ReceiptsTest {

    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+/bukti/([A-Za-z0-9_-]{27,64})");

    @Autowired
    BeanFactory house;

    @Autowired
    MockMvcTester browser;

    @Autowired
    AccountDesk accounts;

    @Autowired
    PaymentRecord record;

    @Autowired
    JdbcClient db;

    @TempDir
    Path folder;

    SignedIn me;
    ApplicationId application;
    Bill bill;

    @BeforeEach
    void somebodyPaid() {
        var bills = new SomeBills(house);
        me = SignedInPeople.applicant(accounts);
        application = ApplicationId.next();
        bill = bills.pay(bills.open(me.account(), application));
    }

    @Test
    void thePaperSaysWhatWasPaidAndUnderWhichNumbers() throws Exception {
        var text = text(paper());

        var payment = Objects.requireNonNull(bill.payment());
        assertThat(text)
                .contains("Bukti pembayaran PNBP", "Rp650.000")
                .contains(record.paid(bill.id()).orElseThrow().payer())
                .contains(payment.bankTransactionNumber(), payment.stateReceiptNumber())
                .contains(String.valueOf(bill.billingCode()));
    }

    @Test
    void theCodeOnThePaperOpensThePageThatSaysItIsGenuine() throws Exception {
        var paper = paper();
        run(
                "pdftoppm",
                "-r",
                "150",
                "-png",
                "-singlefile",
                paper.toString(),
                folder.resolve("paper").toString());
        var read = run(
                        "zbarimg",
                        "--quiet",
                        "--raw",
                        folder.resolve("paper.png").toString())
                .strip();
        var address = ADDRESS.matcher(read);
        assertThat(address.matches()).as(read).isTrue();
        assertThat(text(paper)).contains("/bukti/");

        var page = browser.get().uri("/bukti/" + address.group(1)).exchange();

        assertThat(page).hasStatusOk().headers().hasValue("X-Robots-Tag", "noindex, nofollow");
        var number = Objects.requireNonNull(bill.payment()).stateReceiptNumber();
        assertThat(Browser.text(page))
                .contains("Bukti ini asli", "Rp650.000", "W••• " + payer().substring(6, 7) + "•••")
                .contains("•••" + number.substring(12))
                .doesNotContain(payer(), payer().substring(6), number, bill.id().toString(), application.toString());
    }

    @Test
    void whatIsNoneOfOursIsSaidSoInOneWay() {
        var nobodys = Browser.text(
                browser.get().uri("/bukti/" + ReceiptToken.next().value()).exchange());
        for (var guess : new String[] {
            ReceiptToken.next().value(), "1", bill.id().toString(), String.valueOf(bill.billingCode()), "a'b"
        }) {
            var answer = browser.get().uri("/bukti/" + guess).exchange();
            assertThat(answer).hasStatus(404);
            assertThat(Browser.text(answer).replaceAll("/bukti/[^?\"]*", ""))
                    .contains("tidak kami kenal")
                    .isEqualTo(nobodys.replaceAll("/bukti/[^?\"]*", ""));
        }
    }

    @Test
    void tokensAreOfChanceAndNoTwoAreTheSame() {
        var tokens = Stream.generate(ReceiptToken::next)
                .limit(10_000)
                .map(ReceiptToken::value)
                .toList();

        assertThat(tokens).doesNotHaveDuplicates().allMatch(token -> token.length() == 27);
        assertThat(ReceiptToken.next()).asString().hasSizeLessThan(10);
    }

    @Test
    void nobodyElseGetsThePaper() {
        var somebodyElse = SignedInPeople.applicant(accounts, People.someone());

        assertThat(browser.get().uri("/tagihan/" + application + "/bukti.pdf").with(as(somebodyElse)))
                .hasStatus(404);
        assertThat(browser.get().uri("/tagihan/" + application + "/bukti.pdf").accept("text/html"))
                .hasStatus3xxRedirection();
    }

    @Test
    void whatIsUnpaidHasNoReceipt() {
        var unpaid = ApplicationId.next();
        new SomeBills(house).open(me.account(), unpaid);

        assertThat(browser.get().uri("/tagihan/" + unpaid + "/bukti.pdf").with(as(me)))
                .hasStatus(404);
        assertThat(db.sql("SELECT count(*) FROM treasury.receipt WHERE bill = ?")
                        .param(bill.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private String payer() {
        return record.paid(bill.id()).orElseThrow().payer();
    }

    private Path paper() throws IOException {
        var answer = browser.get()
                .uri("/tagihan/" + application + "/bukti.pdf")
                .with(as(me))
                .exchange();
        assertThat(answer).hasStatusOk().hasContentType("application/pdf");
        return Files.write(folder.resolve("paper.pdf"), answer.getResponse().getContentAsByteArray());
    }

    private String text(Path paper) throws Exception {
        return run("pdftotext", "-layout", paper.toString(), "-");
    }

    private static String run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
        return said;
    }
}
