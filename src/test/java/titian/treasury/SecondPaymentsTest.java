package titian.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import titian.Browser;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.application.ApplicationPaidTwice;
import titian.payment.PaidBill;
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
    TransactionTemplate transaction;

    @Test
    void whatWasPaidTwiceWaitsForTheTreasurerUntilItIsAskedBackAndAgainIfThatWasRefused() {
        var number = Objects.requireNonNull(bill.payment()).stateReceiptNumber();
        assertThat(list(first)).doesNotContain(WAITING);

        new SomeBills(house).pay(bill);

        assertThat(list(first)).contains(WAITING, number, "Ajukan pengembalian");
        assertThat(Browser.text(get(first, "/petugas/bendahara"))).contains("belum diminta kembali: 1.");
        assertThat(askAsSuggested(number)).hasStatus3xxRedirection();
        assertThat(list(first)).doesNotContain(WAITING);

        desk.refuse(desk.find(refund()).orElseThrow(), second.account(), "rekening salah");
        assertThat(list(first)).contains(WAITING);
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

        assertThat(desk.paidTwice(office)).extracting(PaidBill::bill).containsExactly(bill.id());
    }

    private String list(SignedIn officer) {
        return Browser.text(get(officer, "/petugas/bendahara/pengembalian"));
    }

    private MvcTestResult get(SignedIn who, String address) {
        return browser.get().uri(address).with(as(who)).exchange();
    }
}
