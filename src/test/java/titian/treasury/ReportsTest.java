package titian.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static titian.SignedInPeople.as;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import titian.Browser;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.payment.Bill;
import titian.payment.PaymentDesk;
import titian.payment.SomeBills;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Money;
import titian.shared.OfficeId;
import titian.shared.Role;
import titian.shared.SignedIn;

/** The treasurer's reports tie to the books and to the payments themselves, to the rupiah. */
@TitianTest
class ReportsTest {

    private static final Instant A_TUESDAY_IN_MARCH = Instant.parse("2025-03-04T03:00:00Z");
    private static final LocalDate TUESDAY = LocalDate.parse("2025-03-04");
    private static final Pattern NUMBER_CELL =
            Pattern.compile("<c r=\"([A-Z]+)\\d+\"(?![^>]* t=\"s\")[^>]*><v>(\\d+)</v></c>");

    @Autowired
    BeanFactory house;

    @Autowired
    MockMvcTester browser;

    @Autowired
    AccountDesk accounts;

    @Autowired
    PaymentDesk payments;

    @Autowired
    Books books;

    @Autowired
    BookDesk desk;

    @Autowired
    RefundDesk refunds;

    @Autowired
    ReportDesk reports;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient db;

    SomeBills bills;
    OfficeId office;
    SignedIn treasurer;

    @BeforeEach
    void anOfficeOfItsOwn() {
        bills = new SomeBills(house);
        office = OfficeId.of("kanim-uji-" + Long.toString(System.nanoTime(), 36));
        treasurer = SignedInPeople.officer(accounts, office, Role.TREASURER);
    }

    @Test
    void theMonthTiesToTheBooksAndToThePayments() throws IOException {
        var paid = List.of(paid(), paid(), paid());
        payments.close(here(bills.open()).id());

        var rows = csv("/petugas/bendahara/laporan.csv?bulan=2025-03");

        var received = column(rows, 6);
        var total = received.getLast();
        assertThat(received.stream()
                        .limit(received.size() - 1)
                        .mapToLong(Long::longValue)
                        .sum())
                .as("the days")
                .isEqualTo(total);
        assertThat(total)
                .isEqualTo(booked("CASH", "2025-03-01", "2025-03-31"))
                .isEqualTo(-booked("REVENUE", "2025-03-01", "2025-03-31"))
                .isEqualTo(inPaymentTables(paid))
                .isEqualTo(3 * 650_000L);
        assertThat(Browser.text(browser.get()
                        .uri("/petugas/bendahara?bulan=2025-03")
                        .with(as(treasurer))
                        .exchange()))
                .contains("Rp1.950.000", "Maret 2025");
    }

    @Test
    void theDayNamesEachPaymentAndTheirSum() throws IOException {
        var one = paid();
        var other = paid();

        var rows = csv("/petugas/bendahara/laporan.csv?hari=2025-03-04");

        assertThat(rows).hasSize(4);
        assertThat(rows.subList(1, 3))
                .extracting(row -> row.get(2))
                .containsExactlyInAnyOrder(number(one), number(other));
        assertThat(rows.getLast().get(7)).isEqualTo("1300000");
        assertThat(column(rows, 7).stream().limit(2).mapToLong(Long::longValue).sum())
                .isEqualTo(inPaymentTables(List.of(one, other)));
        assertThat(Browser.text(browser.get()
                        .uri("/petugas/bendahara?hari=2025-03-04")
                        .with(as(treasurer))
                        .exchange()))
                .contains(number(one), number(other), "Selasa, 4 Maret 2025");
    }

    @Test
    void theWorkbookHoldsTheSameNumbers() throws IOException {
        paid();
        paid();

        var sheet = sheet("/petugas/bendahara/laporan.xlsx?bulan=2025-03");

        var received = NUMBER_CELL
                .matcher(sheet)
                .results()
                .filter(cell -> cell.group(1).equals("G"))
                .map(cell -> cell.group(2))
                .toList();
        assertThat(received).containsExactly("1300000", "1300000");
    }

    /** Paid twice and the second given back, a bill given back, more and less found at the bank. */
    @Test
    void whatWasPaidTwiceCorrectedOrGivenBackTiesToTheBooks() throws IOException {
        var account = AccountId.next();
        var twice = bills.pay(here(bills.open(account, ApplicationId.next())), A_TUESDAY_IN_MARCH);
        bills.pay(twice, A_TUESDAY_IN_MARCH);
        var surplus = db.sql("SELECT id, ntpn FROM payment.surplus WHERE bill = ?")
                .param(twice.id().value())
                .query((row, _) -> Map.entry(row.getObject("id", UUID.class), row.getString("ntpn")))
                .single();
        desk.receivedMore("lebih " + twice.id(), null, Money.rupiah(70_000), TUESDAY, office, account, "uji");
        desk.receivedLess("kurang " + twice.id(), twice.id(), Money.rupiah(20_000), TUESDAY, office, account, "uji");
        goesBack(twice, account, surplus.getKey());
        var other = bills.pay(here(bills.open(account, ApplicationId.next())), A_TUESDAY_IN_MARCH);
        goesBack(other, account, null);

        var day = csv("/petugas/bendahara/laporan.csv?hari=2025-03-04");
        var amounts = column(day, 7);
        assertThat(amounts.stream()
                        .limit(amounts.size() - 1)
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(amounts.getLast())
                .isEqualTo(3 * 650_000L + 70_000 - 20_000);
        assertThat(day).extracting(row -> row.get(2)).contains(number(twice), surplus.getValue());
        assertThat(Browser.text(browser.get()
                        .uri("/petugas/bendahara?hari=2025-03-04")
                        .with(as(treasurer))
                        .exchange()))
                .contains(surplus.getValue(), "pembayaran berlebih", "Koreksi", "−Rp20.000", "Rp2.000.000");
        assertThat(NUMBER_CELL
                        .matcher(sheet("/petugas/bendahara/laporan.xlsx?hari=2025-03-04"))
                        .results()
                        .filter(cell -> cell.group(1).equals("H"))
                        .map(cell -> cell.group(2)))
                .contains("2000000");

        var today = Entry.day(clock.instant());
        var months = new Period(LocalDate.parse("2025-03-01"), today);
        var total = reports.report(office, months).totals().getFirst();
        assertThat(total.received()).isEqualTo(2_000_000);
        assertThat(total.payments()).isEqualTo(3);
        assertThat(total.refunded()).isEqualTo(2 * 650_000).isEqualTo(650_000 + ledger("REFUNDS"));
        assertThat(total.net())
                .isEqualTo(ledger("CASH"))
                .isEqualTo(-ledger("REVENUE") - ledger("REFUNDS") - ledger("SURPLUS") - ledger("UNIDENTIFIED"));
        assertThat(ledger("SURPLUS")).isZero();
    }

    private void goesBack(Bill bill, AccountId account, @Nullable UUID surplus) {
        var asked = refunds.ask(
                bill.application(),
                account,
                surplus,
                new RefundDesk.Request(
                        Refund.Ground.OTHER, "uji", new Refund.Destination("Bank Uji", "0012345678", "Pemilik")));
        refunds.endorse(asked, AccountId.next());
        refunds.order(refunds.find(asked.id()).orElseThrow(), AccountId.next());
        refunds.transferred(refunds.find(asked.id()).orElseThrow(), AccountId.next(), "TRF0001");
    }

    /** What stands on an account of this office over all days. */
    private long ledger(String account) {
        return db.sql("""
                        SELECT coalesce(sum(amount), 0)
                          FROM treasury.posting
                          JOIN treasury.entry ON entry.id = posting.entry
                          LEFT JOIN treasury.bill_office ON bill_office.bill = entry.bill
                         WHERE coalesce(entry.office, bill_office.office) = ? AND account = ?
                        """).params(office.value(), account).query(Long.class).single();
    }

    @Test
    void noTextIsTakenForAFormula() throws IOException {
        var dangerous = List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1");
        var csv = new ByteArrayOutputStream();
        try (var sheet = Sheet.csv(csv)) {
            dangerous.forEach(text -> sheet.row(List.of(text, -5L, "a \"b\", c")));
        }
        var xlsx = new ByteArrayOutputStream();
        try (var sheet = Sheet.xlsx(xlsx, "Uji")) {
            dangerous.forEach(text -> sheet.row(List.of(text, -5L)));
        }

        assertThat(csv.toString(StandardCharsets.UTF_8).replace("\uFEFF", ""))
                .contains("'=1+1,-5,\"a \"\"b\"\", c\"\r\n", "'+1,", "'-1,", "'@SUM(A1),", "\"'\r=1\",", "'\t=1,");
        assertThat(unzipped(xlsx.toByteArray()).get("xl/worksheets/sheet1.xml"))
                .doesNotContain("<f>")
                .contains("<v>-5</v>");
    }

    @Test
    void anotherOfficeSeesNothingOfIt() throws IOException {
        paid();
        var elsewhere = SignedInPeople.officer(
                accounts, OfficeId.of("kanim-lain-" + Long.toString(System.nanoTime(), 36)), Role.TREASURER);

        assertThat(Browser.text(browser.get()
                        .uri("/petugas/bendahara?bulan=2025-03")
                        .with(as(elsewhere))
                        .exchange()))
                .contains("Belum ada yang dibukukan");
    }

    @Test
    void aPeriodThatMakesNoSenseIsThisMonth() {
        for (var asked : List.of("bulan=2025-13", "hari=kemarin", "bulan=", "hari=&bulan=x")) {
            assertThat(browser.get().uri("/petugas/bendahara?" + asked).with(as(treasurer)))
                    .as(asked)
                    .hasStatusOk();
        }
        var today = LocalDate.parse("2026-12-08");
        assertThat(Period.of(null, null, today)).isEqualTo(Period.of("2026-12", "", today));
        assertThat(Period.of("2024-02", null, today).to()).isEqualTo("2024-02-29");
    }

    @Test
    void thatASheetWasTakenIsKept() throws IOException {
        csv("/petugas/bendahara/laporan.csv?bulan=2025-03");

        assertThat(db.sql("SELECT subject FROM audit.entry WHERE account = ? AND act = 'EXPORTED'")
                        .param(treasurer.account().value())
                        .query(String.class)
                        .list())
                .containsExactly("titian-2025-03.csv");
    }

    private Bill paid() {
        return bills.pay(here(bills.open()), A_TUESDAY_IN_MARCH);
    }

    private Bill here(Bill bill) {
        books.place(bill.id(), office);
        return bill;
    }

    private static String number(Bill bill) {
        return Objects.requireNonNull(bill.payment()).stateReceiptNumber();
    }

    private long booked(String account, String from, String to) {
        return db.sql("""
                        SELECT sum(amount)
                          FROM treasury.posting
                          JOIN treasury.entry ON entry.id = posting.entry
                          JOIN treasury.bill_office USING (bill)
                         WHERE bill_office.office = ? AND account = ? AND day BETWEEN ?::date AND ?::date
                        """)
                .params(office.value(), account, from, to)
                .query(Long.class)
                .single();
    }

    private long inPaymentTables(List<Bill> paid) {
        return paid.stream()
                .mapToLong(bill -> db.sql("SELECT amount FROM payment.payment WHERE bill = ?")
                        .param(bill.id().value())
                        .query(Long.class)
                        .single())
                .sum();
    }

    private List<List<String>> csv(String address) throws IOException {
        var answer = browser.get().uri(address).with(as(treasurer)).exchange();
        assertThat(answer).hasStatusOk();
        return Browser.text(answer)
                .replace("\uFEFF", "")
                .lines()
                .map(line -> Arrays.asList(line.split(",")))
                .toList();
    }

    private static List<Long> column(List<List<String>> rows, int column) {
        return rows.stream().skip(1).map(row -> Long.valueOf(row.get(column))).toList();
    }

    private String sheet(String address) throws IOException {
        var answer = browser.get().uri(address).with(as(treasurer)).exchange();
        assertThat(answer).hasStatusOk();
        return unzipped(answer.getResponse().getContentAsByteArray()).getOrDefault("xl/worksheets/sheet1.xml", "");
    }

    /** By the list at its end, as spreadsheets read it. */
    private static Map<String, String> unzipped(byte[] content) throws IOException {
        var file = Files.write(Files.createTempFile("titian-", ".xlsx"), content);
        var entries = new HashMap<String, String>();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                try (var in = zip.getInputStream(entry)) {
                    entries.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        } finally {
            Files.delete(file);
        }
        return entries;
    }
}
