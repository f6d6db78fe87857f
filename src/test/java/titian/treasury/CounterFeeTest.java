package titian.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
import titian.booking.SomeSlots;
import titian.form.FilledIn;
import titian.outside.World;
import titian.payment.CounterFee;
import titian.payment.CounterFeeDesk;
import titian.payment.PaymentDesk;
import titian.payment.Wanted;
import titian.shared.ApplicationId;
import titian.shared.Money;
import titian.shared.OfficeId;
import titian.shared.PassportType;
import titian.shared.Role;
import titian.shared.SignedIn;

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
    PaymentDesk payments;

    @Autowired
    CounterFeeDesk fees;

    @Autowired
    Books books;

    @Autowired
    ProofDesk proofs;

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
            db.sql("UPDATE payment.local_tariff SET amount = 9900 WHERE office = ? AND tariff_code = 'PSP_ELEK_10'")
                    .param(MISSION.value())
                    .update();
            var today = LocalDate.ofInstant(world.clock().instant(), PaymentDesk.TREASURY);
            assertThat(payments.quote(Wanted.ordinary(PassportType.ELECTRONIC, 10), MISSION, today))
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
        var sums = new TreeMap<String, Long>();
        db.sql("""
                        SELECT account || ' ' || currency AS stands, sum(amount) AS amount
                          FROM treasury.posting
                          JOIN treasury.entry ON entry.id = posting.entry
                         WHERE subject = ?
                         GROUP BY account, currency
                        """)
                .param(id.toString())
                .query((row, _) -> sums.put(row.getString("stands"), row.getLong("amount")))
                .list();
        return sums;
    }

    private long booked(Currency currency, LocalDate day) {
        return db.sql("""
                        SELECT coalesce(sum(amount), 0)
                          FROM treasury.posting
                          JOIN treasury.entry ON entry.id = posting.entry
                         WHERE account = 'COUNTER' AND office = ? AND currency = ? AND day = ?
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
