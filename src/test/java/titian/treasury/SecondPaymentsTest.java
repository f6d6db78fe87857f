package titian.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import titian.Browser;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.application.ApplicationPaidTwice;
import titian.payment.SomeBills;
import titian.shared.OfficeId;
import titian.shared.Role;
import titian.shared.SignedIn;

/** Nobody has to remember what was paid twice: it stands before the treasurer until it is asked back. */
@TitianTest
class SecondPaymentsTest extends MoneyAskedBack {

    private static final String WAITING = "Terbayar dua kali, belum diminta kembali";

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    SecondPaymentDesk seconds;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void whatWasPaidTwiceWaitsForTheTreasurerUntilItIsAskedBackAndAgainIfThatWasRefused() {
        assertThat(list(first)).doesNotContain(WAITING);

        new SomeBills(house).pay(bill);
        var number = numbers().getFirst();

        assertThat(list(first)).contains(WAITING, number, "Ajukan pengembalian");
        assertThat(Browser.text(get(first, "/petugas/bendahara"))).contains("belum diminta kembali: 1.");
        assertThat(askAsSuggested(number)).hasStatus3xxRedirection();
        assertThat(list(first)).doesNotContain(WAITING);

        desk.refuse(desk.find(refund()).orElseThrow(), second.account(), "rekening salah");
        assertThat(list(first)).contains(WAITING);
    }

    /** The treasury's numbers of what was paid beyond the once. */
    private List<String> numbers() {
        return db.sql("SELECT ntpn FROM payment.surplus WHERE bill = ? ORDER BY recorded_at, id")
                .param(bill.id().value())
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Test
    void aThirdPaymentIsAskedBackByItselfAndEachOnlyOnce() {
        var bills = new SomeBills(house);
        bills.pay(bill);
        bills.pay(bill);
        var numbers = numbers();
        assertThat(list(first)).contains(numbers);

        for (int pressed = 0; pressed < 2; pressed++) {
            numbers.forEach(number -> askUnder(number, first));
        }
        assertThat(list(first)).doesNotContain(WAITING);

        assertThat(desk.of(office)).hasSize(2).extracting(Refund::surplus).doesNotHaveDuplicates();
        desk.of(office).forEach(this::goesBack);
        assertThat(books.booked(bill.id()))
                .as("what was paid once is left, and nothing is owed to anybody")
                .containsOnly(entry("CASH", 650_000L), entry("REVENUE", -650_000L));
        assertThat(Browser.text(askUnder(numbers.getFirst(), first)))
                .as("this one went back")
                .contains("sudah diminta kembali");
    }

    private void goesBack(Refund refund) {
        desk.endorse(refund, first.account());
        desk.order(desk.find(refund.id()).orElseThrow(), second.account());
        desk.transferred(desk.find(refund.id()).orElseThrow(), first.account(), "TRF 0001");
    }

    /** The office could not serve: what was paid first goes back too, whatever was paid beside it. */
    @Test
    void theNumberOfTheFirstPaymentAsksBackTheBillItself() {
        new SomeBills(house).pay(bill);
        var number = Objects.requireNonNull(bill.payment()).stateReceiptNumber();

        assertThat(askUnder(number, first)).hasStatus3xxRedirection();
        assertThat(desk.of(office)).singleElement().extracting(Refund::surplus).isNull();
        assertThat(list(first)).as("the other still waits").contains(WAITING);
        assertThat(askUnder(numbers().getFirst(), first)).hasStatus3xxRedirection();

        desk.of(office).forEach(this::goesBack);
        assertThat(books.booked(bill.id())).containsOnly(entry("REVENUE", -650_000L), entry("REFUNDS", 650_000L));
        assertThat(List.of(number, numbers().getFirst()))
                .as("all went back")
                .allSatisfy(named ->
                        assertThat(Browser.text(askUnder(named, first))).contains("sudah diminta kembali"));
        assertThat(desk.of(office)).hasSize(2);
    }

    @Test
    void whoPaidThriceAsksBothBackThemselvesAndAPageSentTwiceAsksOnce() {
        var bills = new SomeBills(house);
        bills.pay(bill);
        bills.pay(bill);

        var beyond = askedOnMyPage();
        assertThat(askFor(beyond)).hasStatus3xxRedirection();
        assertThat(askFor(beyond)).as("sent twice").hasStatusOk();
        assertThat(desk.of(office)).hasSize(1);

        assertThat(askedOnMyPage()).isNotEqualTo(beyond);
        assertThat(askFor(askedOnMyPage())).hasStatus3xxRedirection();
        assertThat(desk.of(office)).hasSize(2);
        assertThat(get(me, "/tagihan/" + application + "/pengembalian"))
                .bodyText()
                .contains("<form method=\"post\" action=\"/tagihan", "untuk pembayaran yang pertama")
                .doesNotContain("name=\"lebih\"");

        assertThat(ask(me)).hasStatus3xxRedirection();
        assertThat(desk.of(office)).hasSize(3).extracting(Refund::surplus).containsOnlyOnce((UUID) null);
        assertThat(ask(me)).as("all is asked back").hasStatusOk();
        assertThat(askFor(UUID.randomUUID().toString())).as("nobody paid that").hasStatusOk();
        assertThat(get(me, "/tagihan/" + application + "/pengembalian"))
                .bodyText()
                .doesNotContain("name=\"lebih\"", "<form method=\"post\" action=\"/tagihan");
    }

    private String askedOnMyPage() {
        var page = Browser.text(get(me, "/tagihan/" + application + "/pengembalian"));
        var field = Pattern.compile("name=\"lebih\" value=\"([^\"]+)\"").matcher(page);
        assertThat(field.find()).isTrue();
        return field.group(1);
    }

    private MvcTestResult askFor(String beyond) {
        return browser.post()
                .uri("/tagihan/" + application + "/pengembalian")
                .param("lebih", beyond)
                .param("alasan", "PAID_TWICE")
                .param("cerita", "terbayar tiga kali")
                .param("bank", "Bank Uji")
                .param("rekening", "0012345678")
                .param("pemilik", HOLDER)
                .with(csrf())
                .with(as(me))
                .exchange();
    }

    private MvcTestResult askUnder(String number, SignedIn officer) {
        return browser.post()
                .uri("/petugas/bendahara/pengembalian/baru")
                .param("ntpn", number)
                .param("alasan", "PAID_TWICE")
                .param("cerita", "terbayar tiga kali")
                .param("bank", "Bank Uji")
                .param("rekening", "0012345678")
                .param("pemilik", HOLDER)
                .with(csrf())
                .with(as(officer))
                .exchange();
    }

    /** The request that follows from it knows the number and the ground. */
    private MvcTestResult askAsSuggested(String number) {
        var suggested = get(first, "/petugas/bendahara/pengembalian/baru?tagihan=" + bill.id());
        assertThat(suggested).bodyText().contains("value=\"" + number + "\"", "value=\"" + bill.id() + "\"");
        return browser.post()
                .uri("/petugas/bendahara/pengembalian/baru")
                .param("ntpn", number)
                .param("orang", bill.id().toString())
                .param("alasan", "PAID_TWICE")
                .param("cerita", "terbayar dua kali")
                .param("bank", "Bank Uji")
                .param("rekening", "0012345678")
                .param("pemilik", HOLDER)
                .with(csrf())
                .with(as(first))
                .exchange();
    }

    @Test
    void noOtherOfficeSeesIt() {
        var elsewhere = SignedInPeople.officer(accounts, OfficeId.of("kanim-lain"), Role.TREASURER);
        new SomeBills(house).pay(bill);

        assertThat(list(elsewhere))
                .doesNotContain(Objects.requireNonNull(bill.payment()).stateReceiptNumber());
        assertThat(get(elsewhere, "/petugas/bendahara/pengembalian/baru?tagihan=" + bill.id()))
                .hasStatus(404);
    }

    /** Two bills of one application were paid; however often that is heard, the one that does not count waits once. */
    @Test
    void aBillThatDoesNotCountForItsApplicationWaitsToo() {
        for (int heard = 0; heard < 2; heard++) {
            transaction.executeWithoutResult(
                    _ -> events.publishEvent(new ApplicationPaidTwice(application, bill.id())));
        }

        assertThat(seconds.waiting(office))
                .extracting(second -> second.paid().bill())
                .containsExactly(bill.id());
    }

    private String list(SignedIn officer) {
        return Browser.text(get(officer, "/petugas/bendahara/pengembalian"));
    }

    private MvcTestResult get(SignedIn who, String address) {
        return browser.get().uri(address).with(as(who)).exchange();
    }
}
