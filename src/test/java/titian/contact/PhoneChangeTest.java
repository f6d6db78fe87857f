package titian.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.Browser;
import titian.People;
import titian.SignedInPeople;
import titian.Telephones;
import titian.TitianTest;
import titian.account.Phone;
import titian.phone.Carrier;
import titian.shared.AccountId;

/** Another phone: it opens the account once its digits are shown, and the old one is told. */
@TitianTest
class PhoneChangeTest extends WithAnAccount {

    final String number = Telephones.someNumber();

    @Test
    void aConfirmedPhoneOpensTheAccountByCode() {
        assertThat(askPhone(number, "WHATSAPP")).hasRedirectedUrl("/akun/kontak/kode");
        var text = phones.about(number, "Kode untuk nomor ponsel baru");
        assertThat(text.channel()).isEqualTo("whatsapp");
        var old = digits(
                inbox.about(someone.email(), "Seseorang mengganti nomor ponsel").text());
        assertThat(confirm(digits(text.text()), old)).hasRedirectedUrl("/akun/kontak");
        assertThat(browser.get("/akun/kontak"))
                .bodyText()
                .contains("Sudah dikonfirmasi")
                .doesNotContain("Belum");
        var entering = new Browser(mvc);

        assertThat(entering.post("/masuk/kode/ponsel", Map.of("once", "b", "phone", number, "carrier", "SMS")))
                .hasRedirectedUrl("/masuk/kode/angka");
        var code = phones.about(number, "Kode untuk masuk");
        assertThat(code.channel()).isEqualTo("sms");
        assertThat(code.text()).contains("/masuk/kode/angka", "Jangan berikan");
        assertThat(entering.get("/masuk/kode/angka")).bodyText().contains("nomor ponsel");
        assertThat(entering.post("/masuk/kode/angka", Map.of("digits", digits(code.text()))))
                .hasRedirectedUrl("/beranda");

        assertThat(new Browser(mvc).signIn(number.replace("+62", "0"), SignedInPeople.PASSWORD))
                .hasRedirectedUrl("/beranda");
    }

    @Test
    void aForgottenPasswordIsRenewedByPhoneToo() {
        confirmPhone(me, number);
        var entering = new Browser(mvc);
        assertThat(entering.get("/masuk/lupa")).bodyText().contains("/masuk/lupa/ponsel");
        assertThat(entering.get("/masuk/lupa/ponsel")).hasStatusOk();
        entering.post("/masuk/lupa/ponsel", Map.of("once", "c", "phone", number, "carrier", "SMS"));
        var code = digits(phones.about(number, "kata sandi").text());

        assertThat(entering.post("/masuk/lupa/kode", Map.of("digits", code, "password", "perahu layar di teluk")))
                .hasRedirectedUrl("/masuk");

        assertThat(new Browser(mvc).signIn(someone.email(), "perahu layar di teluk"))
                .hasRedirectedUrl("/beranda");
    }

    @Test
    void aPhoneNobodyConfirmedLooksTheSameAndGetsNothing() {
        var written = accounts.contact(me).orElseThrow().phone();
        for (var phone : new String[] {written, Telephones.someNumber()}) {
            var stranger = new Browser(mvc);
            assertThat(stranger.post("/masuk/kode/ponsel", Map.of("once", "d", "phone", phone, "carrier", "SMS")))
                    .hasRedirectedUrl("/masuk/kode/angka");
            assertThat(stranger.post("/masuk/kode/angka", Map.of("digits", "123456")))
                    .hasStatus(422)
                    .bodyText()
                    .contains("4 kali lagi");
            assertThat(phones.of(phone)).noneMatch(text -> text.text().contains("untuk masuk"));
        }
        assertThat(new Browser(mvc).post("/masuk/kode/ponsel", Map.of("once", "e", "phone", "12", "carrier", "POS")))
                .hasStatus(422)
                .bodyText()
                .contains("Ada 2 isian");
    }

    @Test
    void aNumberGivenToSomebodyElseOpensTheirAccountAndNotTheOneBefore() {
        confirmPhone(me, number);
        var other = People.someone();
        var theirs = SignedInPeople.applicant(accounts, other).account();

        confirmPhone(theirs, number);

        var entering = new Browser(mvc);
        entering.post("/masuk/kode/ponsel", Map.of("once", "f", "phone", number, "carrier", "SMS"));
        entering.post(
                "/masuk/kode/angka",
                Map.of("digits", digits(phones.about(number, "Kode untuk masuk").text())));
        assertThat(entering.get("/akun")).bodyText().contains(other.email()).doesNotContain(someone.email());
    }

    @Test
    void theOldPhoneIsToldAndCanStopIt() {
        confirmPhone(me, number);
        browser = signedIn();
        var next = Telephones.someNumber();

        askPhone(next, "SMS");

        var stop = path(phones.about(number, "akan diganti").text());
        assertThat(new Browser(mvc).post(stop, Map.of())).hasRedirectedUrl(stop);
        assertThat(desk.open(me)).isEmpty();
    }

    private void confirmPhone(AccountId account, String phone) {
        var change = desk.ask(account, Phone.of(phone), Carrier.SMS);
        confirming.confirm(account, change, desk.newDigits(change), desk.oldDigits(change), "none");
    }

    private MvcTestResult askPhone(String phone, String carrier) {
        return browser.post(
                "/akun/kontak/ponsel", Map.of("phone", phone, "carrier", carrier, "password", SignedInPeople.PASSWORD));
    }
}
