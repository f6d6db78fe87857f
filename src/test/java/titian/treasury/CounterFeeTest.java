package titian.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import titian.Browser;
import titian.People;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.application.ApplicationDesk;
import titian.application.DraftDesk;
import titian.counterfee.CounterFee;
import titian.counterfee.CounterFeeDesk;
import titian.form.FilledIn;
import titian.outside.World;
import titian.payment.PaymentDesk;
import titian.shared.ApplicationId;
import titian.shared.Money;
import titian.shared.OfficeId;
import titian.shared.PassportType;
import titian.shared.Role;
import titian.shared.SignedIn;
import titian.slot.SomeSlots;
import titian.tariff.TariffDesk;
import titian.tariff.Wanted;

/** A mission asks for its own currency: quoted, fixed when the form goes in, taken at the counter, booked and reported in it. */
@TitianTest
class CounterFeeTest {

    private static final OfficeId MISSION = OfficeId.of("kjri-los-angeles");
    private static final Currency USD = Currency.getInstance("USD");

    @Autowired
    BeanFactory house;

    @Autowired
    MockMvcTester browser;

    @Autowired
    AccountDesk accounts;

    @Autowired
    ApplicationDesk applications;

    @Autowired
    DraftDesk drafts;

    @Autowired
    TariffDesk tariffs;

    @Autowired
    CounterFeeDesk fees;

    @Autowired
    Books books;

    @Autowired
    ProofDesk proofs;

    @Autowired
    RefundDesk refunds;

    @TempDir
    Path folder;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    @Autowired
    World world;

    SignedIn applicant;
    SignedIn treasurer;
    ApplicationId id;

    @BeforeEach
    void somebodyHandsInForAMission() {
        applicant = SignedInPeople.applicant(accounts);
        treasurer = SignedInPeople.officer(accounts, MISSION, Role.TREASURER);
        id = handedIn(applicant);
    }

    @Test
    void whatWasQuotedIsWhatIsOwedWhateverBecomesOfTheTariff() {
        assertThat(fee().amount()).isEqualTo(new Money(6_000, USD)).hasToString("USD 60,00");
        assertThat(applications.summary(id).orElseThrow().bill())
                .as("nothing for the state's billing")
                .isNull();
        assertThat(browser.get().uri("/pass/" + id).with(as(applicant)))
                .bodyText()
                .contains("Biaya, dibayar di kantor", "USD 60,00", "Harga ini tetap");

        transaction.executeWithoutResult(transaction -> {
            db.sql("UPDATE tariff.local_tariff SET amount = 9900 WHERE office = ? AND tariff_code = 'PSP_ELEK_10'")
                    .param(MISSION.value())
                    .update();
            var today = LocalDate.ofInstant(world.clock().instant(), PaymentDesk.TREASURY);
            assertThat(tariffs.quote(Wanted.ordinary(PassportType.ELECTRONIC, 10), MISSION, today))
                    .hasValueSatisfying(
                            quote -> assertThat(quote.amount().amount()).isEqualTo(9_900));
            assertThat(fee().amount().amount()).isEqualTo(6_000);
            transaction.setRollbackOnly();
        });
    }

    @Test
    void itIsTakenOnceFromWhoeverCameAndBookedInItsCurrency() {
        assertThat(Browser.text(page())).contains("USD 60,00", "setelah pemohon datang");
        take();
        assertThat(fee().takenAt()).as("nobody came yet").isNull();
        applications.checkIn(id);

        var reference = drafts.find(id).orElseThrow().reference().toString();
        assertThat(post("/cari", reference)).hasRedirectedUrl("/petugas/bendahara/loket/" + id);
        take();
        take();

        assertThat(Browser.text(page())).contains("Sudah diterima").doesNotContain("Catat sudah diterima");
        assertThat(booked()).isEqualTo(Map.of("COUNTER USD", 6_000L, "REVENUE USD", -6_000L));
        assertThat(browser.get().uri("/pass/" + id).with(as(applicant)))
                .bodyText()
                .contains("Sudah diterima kantor");
        assertThat(proofs.prove().imbalance()).isZero();
    }

    @Test
    void theReportsOfTheDayAndTheMonthTieToTheBooksInEachCurrency() {
        applications.checkIn(id);
        take();
        var another = handedIn(SignedInPeople.applicant(accounts));
        applications.checkIn(another);
        take(another);
        rupiah(another);
        var today = LocalDate.ofInstant(world.clock().instant(), PaymentDesk.TREASURY);

        var day = rows("hari=" + today);
        var month = rows("bulan=" + today.toString().substring(0, 7));

        for (var currency : List.of(USD, Money.IDR)) {
            var booked = booked(currency, today);
            assertThat(booked).isPositive();
            var whole = new Money(booked, currency).whole();
            assertThat(sum(day, 8, currency, 7)).as("payments of the day").isEqualByComparingTo(whole);
            assertThat(total(day, 8, currency, 7)).isEqualByComparingTo(whole);
            assertThat(sum(month, 1, currency, 6))
                    .as("days of the month")
                    .isEqualByComparingTo(total(month, 1, currency, 6));
        }
        assertThat(day).anySatisfy(row -> assertThat(row).contains("Loket", "60.00", "USD"));
        assertThat(Browser.text(browser.get()
                        .uri("/petugas/bendahara?hari=" + today)
                        .with(as(treasurer))
                        .exchange()))
                .contains("USD 60,00", "Loket");
    }

    @Test
    void whoeverPaidHasAPaperThatAnybodyCanCheck() throws Exception {
        applications.checkIn(id);
        assertThat(browser.get().uri("/tagihan/" + id + "/bukti.pdf").with(as(applicant)))
                .as("nothing is taken yet")
                .hasStatus(404);
        take();

        var paper = paper("/tagihan/" + id + "/bukti.pdf", applicant);
        assertThat(paper("/petugas/bendahara/loket/" + id + "/bukti.pdf", treasurer))
                .as("the office prints the same")
                .isEqualTo(paper);
        assertThat(browser.get().uri("/pass/" + id).with(as(applicant)))
                .bodyText()
                .contains("/tagihan/" + id + "/bukti.pdf");
        var payer = drafts.find(id).orElseThrow().applicant();
        var number = db.sql("SELECT number FROM treasury.counter_receipt WHERE application = ?")
                .param(id.value())
                .query(String.class)
                .single();
        assertThat(number).matches("LK-20\\d\\d-\\d{6}");
        assertThat(paper).contains("Bukti pembayaran PNBP", "USD 60,00", number, payer);

        var address =
                Pattern.compile("https?://\\S+(/bukti/[A-Za-z0-9_-]{27,64})").matcher(paper);
        assertThat(address.find()).isTrue();
        assertThat(Browser.text(browser.get().uri(address.group(1)).exchange()))
                .contains("Bukti ini asli", "USD 60,00", "•••" + number.substring(number.length() - 4))
                .doesNotContain(payer, number, id.toString());
    }

    @Test
    void moneyTakenAtTheCounterGoesBackWhenTwoPeopleSaySo() throws Exception {
        applications.checkIn(id);
        assertThat(Browser.text(askBack(treasurer))).as("nothing is taken yet").contains("Tidak ada pembayaran");
        take();
        var second = SignedInPeople.officer(accounts, MISSION, Role.TREASURER);
        var third = SignedInPeople.officer(accounts, MISSION, Role.TREASURER);
        var today = LocalDate.ofInstant(world.clock().instant(), PaymentDesk.TREASURY);
        var taken = booked(USD, today);

        assertThat(askBack(treasurer)).redirectedUrl().startsWith("/petugas/bendahara/pengembalian/");
        assertThat(Browser.text(askBack(treasurer))).contains("sudah diminta kembali");
        var refund = refunds.of(fee()).orElseThrow();
        refunds.endorse(refund, second.account());
        assertThatThrownBy(() -> refunds.order(refunds.find(refund.id()).orElseThrow(), second.account()))
                .isInstanceOf(RefundRefused.SamePerson.class);
        assertThatThrownBy(() -> refunds.order(refunds.find(refund.id()).orElseThrow(), treasurer.account()))
                .as("whoever asked")
                .isInstanceOf(RefundRefused.SamePerson.class);
        refunds.order(refunds.find(refund.id()).orElseThrow(), third.account());
        refunds.transferred(refunds.find(refund.id()).orElseThrow(), third.account(), "KAS 2026/01");

        assertThat(booked(refund.id().toString()))
                .isEqualTo(Map.of("REFUNDS USD", 6_000L, "REFUNDS_DUE USD", 0L, "COUNTER USD", -6_000L));
        assertThat(proofs.prove().imbalance()).isZero();
        assertThat(sum(rows("hari=" + today), 8, USD, 7))
                .as("what came in that day came in")
                .isEqualByComparingTo(new Money(taken, USD).whole());
        assertThat(Browser.text(page())).contains("Sudah diterima", refund.id().toString());
        assertThat(Browser.text(browser.get()
                        .uri("/tagihan/" + id + "/pengembalian")
                        .with(as(applicant))
                        .exchange()))
                .contains("USD 60,00", "sudah dikirim")
                .doesNotContain("Kirim permintaan");
        var genuine = Pattern.compile("/bukti/[A-Za-z0-9_-]{27,64}")
                .matcher(paper("/tagihan/" + id + "/bukti.pdf", applicant));
        assertThat(genuine.find()).isTrue();
        assertThat(Browser.text(browser.get().uri(genuine.group()).exchange())).contains("Uangnya sudah dikembalikan");
    }

    private MvcTestResult askBack(SignedIn who) {
        return browser.post()
                .uri("/petugas/bendahara/loket/" + id + "/pengembalian")
                .param("alasan", "OFFICE_COULD_NOT_SERVE")
                .param("cerita", "kantor tutup")
                .param("bank", "Bank Uji")
                .param("rekening", "0012345678")
                .param("pemilik", "SITI UJI")
                .with(csrf())
                .with(as(who))
                .exchange();
    }

    /** What the paper says, read by a program of another hand. */
    private String paper(String address, SignedIn who) throws IOException, InterruptedException {
        var answer = browser.get().uri(address).with(as(who)).exchange();
        assertThat(answer).hasStatusOk();
        var file = folder.resolve("bukti.pdf");
        Files.write(file, answer.getResponse().getContentAsByteArray());
        var reading = new ProcessBuilder("pdftotext", "-raw", file.toString(), "-").start();
        var text = new String(reading.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(reading.waitFor()).isZero();
        return text;
    }

    @Test
    void noOtherOfficeFindsIt() {
        var elsewhere = SignedInPeople.officer(accounts, SomeSlots.OFFICE, Role.TREASURER);
        var reference = drafts.find(id).orElseThrow().reference().toString();

        assertThat(browser.post()
                        .uri("/petugas/bendahara/loket/cari")
                        .param("nomor", reference)
                        .with(csrf())
                        .with(as(elsewhere)))
                .hasRedirectedUrl("/petugas/bendahara/loket");
        assertThat(post("/cari", "bukan nomor")).hasRedirectedUrl("/petugas/bendahara/loket");
        assertThat(browser.get().uri("/petugas/bendahara/loket/" + id).with(as(elsewhere)))
                .hasStatus(404);
    }

    private ApplicationId handedIn(SignedIn who) {
        var filledIn = new FilledIn(house);
        var id = filledIn.ready(who.account(), People.someone());
        var slot = new SomeSlots(db, world.clock()).slot(MISSION, filledIn.workingDay(), 1);
        filledIn.submit(id, who.account(), MISSION, slot);
        return id;
    }

    /** An entry in rupiah of the same office and day. */
    private void rupiah(ApplicationId subject) {
        var now = world.clock().instant();
        books.add(new Entry(
                Entry.What.TAKEN_AT_COUNTER,
                "rupiah of " + subject,
                null,
                now,
                Entry.day(now),
                MISSION,
                treasurer.account(),
                "",
                List.of(new Entry.Transfer(BookAccount.COUNTER, BookAccount.REVENUE, Money.rupiah(650_000)))));
    }

    private CounterFee fee() {
        return fees.find(id).orElseThrow();
    }

    private MvcTestResult page() {
        return browser.get()
                .uri("/petugas/bendahara/loket/" + id)
                .with(as(treasurer))
                .exchange();
    }

    private void take() {
        take(id);
    }

    private void take(ApplicationId id) {
        assertThat(post("/" + id, "")).hasRedirectedUrl("/petugas/bendahara/loket/" + id);
    }

    private MvcTestResult post(String page, String number) {
        return browser.post()
                .uri("/petugas/bendahara/loket" + page)
                .param("nomor", number)
                .with(csrf())
                .with(as(treasurer))
                .exchange();
    }

    private Map<String, Long> booked() {
        return booked(id.toString());
    }

    private Map<String, Long> booked(String subject) {
        var sums = new TreeMap<String, Long>();
        db.sql("""
                        SELECT account || ' ' || currency AS stands, sum(amount) AS amount
                          FROM treasury.posting
                          JOIN treasury.entry ON entry.id = posting.entry
                         WHERE subject = ?
                         GROUP BY account, currency
                        """)
                .param(subject)
                .query((row, _) -> sums.put(row.getString("stands"), row.getLong("amount")))
                .list();
        return sums;
    }

    private long booked(Currency currency, LocalDate day) {
        return db.sql("""
                        SELECT coalesce(sum(amount), 0)
                          FROM treasury.posting
                          JOIN treasury.entry ON entry.id = posting.entry
                         WHERE what = 'TAKEN_AT_COUNTER' AND account = 'COUNTER' AND office = ? AND currency = ? AND day = ?
                        """)
                .params(MISSION.value(), currency.getCurrencyCode(), day)
                .query(Long.class)
                .single();
    }

    private List<List<String>> rows(String period) {
        var answer = browser.get()
                .uri("/petugas/bendahara/laporan.csv?" + period)
                .with(as(treasurer))
                .exchange();
        return Browser.text(answer)
                .replace("\uFEFF", "")
                .lines()
                .map(line -> Arrays.asList(line.split(",")))
                .toList();
    }

    private static BigDecimal sum(List<List<String>> rows, int where, Currency currency, int column) {
        return of(rows, where, currency).stream()
                .filter(row -> !row.getFirst().equals("Jumlah"))
                .map(row -> new BigDecimal(row.get(column)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal total(List<List<String>> rows, int where, Currency currency, int column) {
        return of(rows, where, currency).stream()
                .filter(row -> row.getFirst().equals("Jumlah"))
                .map(row -> new BigDecimal(row.get(column)))
                .findFirst()
                .orElseThrow();
    }

    private static List<List<String>> of(List<List<String>> rows, int where, Currency currency) {
        var found = new ArrayList<>(rows);
        found.removeIf(row -> !Objects.equals(row.get(where), currency.getCurrencyCode()));
        return found;
    }
}
