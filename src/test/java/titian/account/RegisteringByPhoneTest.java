package titian.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import titian.Browser;
import titian.Neighbours;
import titian.People;
import titian.SignedInPeople;
import titian.Telephones;
import titian.TitianTest;
import titian.allowance.Limit;
import titian.allowance.Limits;
import titian.outside.World;

/** An account without an address: a phone confirms it, opens it, and is written to. */
@TitianTest
class RegisteringByPhoneTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AccountDesk accounts;

    @Autowired
    Limits limits;

    @Autowired
    World world;

    final People.Someone someone = People.someone();
    final String number = Telephones.someNumber();
    Browser browser;
    Telephones phones;

    @BeforeEach
    void open() {
        browser = new Browser(mvc);
        phones = new Telephones(world);
    }

    @Test
    void theDigitsOfTheMessageConfirmThePhoneAndItSignsIn() {
        assertThat(browser.get("/daftar")).bodyText().contains("WhatsApp");
        assertThat(browser.post("/daftar", form("WHATSAPP", number))).hasRedirectedUrl("/daftar/kode");
        assertThat(browser.get("/daftar/kode")).bodyText().contains("+62 812");
        var message = phones.about(number, "Kode untuk akun");
        assertThat(message.channel()).isEqualTo("whatsapp");

        assertThat(browser.post("/daftar/kode", Map.of("digits", digits(message.text()))))
                .hasRedirectedUrl("/beranda");

        assertThat(browser.get("/akun")).hasStatusOk().bodyText().contains("Belum ada");
        assertThat(browser.get("/akun/kontak")).bodyText().contains("Tambah alamat surel", "Sudah dikonfirmasi");
        assertThat(new Browser(mvc).signIn(number, SignedInPeople.PASSWORD)).hasRedirectedUrl("/beranda");
        assertThat(new Browser(mvc).signIn(number, "bukan kata sandinya")).hasRedirectedUrl("/masuk");
    }

    @Test
    void whoeverHasNoAddressChangesThePasswordAndForgetsItLikeEverybody() {
        confirm(form("SMS", number));
        assertThat(browser.post(
                        "/akun/sandi", Map.of("current", SignedInPeople.PASSWORD, "password", "perahu layar di teluk")))
                .hasRedirectedUrl("/akun");
        phones.about(number, "Kata sandi akun Anda sudah diganti");
        assertThat(new Browser(mvc).signIn(number, "perahu layar di teluk")).hasRedirectedUrl("/beranda");

        var forgetful = new Browser(mvc);
        forgetful.post("/masuk/lupa/ponsel", Map.of("once", "x", "phone", number, "carrier", "SMS"));
        var digits = digits(phones.about(number, "kata sandi baru").text());
        assertThat(forgetful.post("/masuk/lupa/kode", Map.of("digits", digits, "password", "jembatan besar di kota")))
                .hasRedirectedUrl("/masuk");
        assertThat(new Browser(mvc).signIn(number, "jembatan besar di kota")).hasRedirectedUrl("/beranda");
    }

    @Test
    void lettersGoByMessageAndAnAddressCanBeAdded() {
        confirm(form("SMS", number));
        var email = someone.email();
        browser.post("/akun/kontak/surel", Map.of("email", email, "password", SignedInPeople.PASSWORD));
        var fresh =
                digits(new titian.Inbox(world).about(email, "Kode untuk alamat").text());
        var old = digits(phones.about(number, "Seseorang mengganti").text());

        assertThat(browser.post("/akun/kontak/kode", Map.of("newDigits", fresh, "oldDigits", old)))
                .hasRedirectedUrl("/akun/kontak");

        assertThat(new Browser(mvc).signIn(email, SignedInPeople.PASSWORD)).hasRedirectedUrl("/beranda");
    }

    @Test
    void aPhoneThatOpensAnAccountLooksTheSameAndIsToldByMessage() {
        confirm(form("SMS", number));
        var stranger = new Browser(mvc);

        assertThat(stranger.post("/daftar", form("SMS", number))).hasRedirectedUrl("/daftar/kode");

        phones.about(number, "sudah punya akun");
        assertThat(stranger.post("/daftar/kode", Map.of("digits", "123456")))
                .hasStatus(422)
                .bodyText()
                .contains("4 kali lagi");
        assertThat(new Browser(mvc).signIn(number, SignedInPeople.PASSWORD)).hasRedirectedUrl("/beranda");
    }

    @Test
    void aNumberNobodyConfirmedIsTakenOverByWhoeverRegistersItNext() {
        browser.post("/daftar", form("SMS", number));
        var next = new Browser(mvc);
        next.post("/daftar", form("SMS", number));
        var codes = phones.about(number, "Kode untuk akun");

        assertThat(codes.text()).contains("/daftar/kode");
        assertThat(next.get("/daftar/kode")).hasStatusOk();
    }

    @Test
    void aGatewayThatIsAwayGetsTheMessageLater() {
        var neighbours = new Neighbours(world);
        neighbours.fall("ponsel", "mati");
        assertThat(browser.post("/daftar", form("SMS", number))).hasRedirectedUrl("/daftar/kode");
        assertThat(phones.of(number)).isEmpty();

        neighbours.recover();

        phones.about(number, "Kode untuk akun");
        assertThat(phones.of(number)).hasSize(1);
    }

    @Test
    void aPhoneIsSentFiveCodesAnHour() {
        browser.post("/daftar", form("SMS", number));
        for (int i = 0; i < Limit.CODES_TO_PHONE.times(); i++) {
            world.clock().moveBy(Code.PAUSE);
            browser.post("/daftar/kode/ulang", Map.of());
        }

        assertThat(browser.get("/daftar/kode")).bodyText().contains("sudah terlalu sering diminta");
        assertThat(new Browser(mvc).post("/daftar", form("WHATSAPP", number))).hasStatus(429);
        assertThat(new Browser(mvc).post("/daftar", form("SMS", Telephones.someNumber())))
                .hasRedirectedUrl("/daftar/kode");
    }

    @Test
    void aNetworkIsSentSixtyMessagesAnHourWhateverTheyAreFor() {
        for (int i = 1; i < Limit.TEXTS_FROM_NETWORK.times(); i++) {
            limits.take(
                    Limit.TEXTS_FROM_NETWORK,
                    Limits.network(browser.network()),
                    world.clock().instant());
        }
        var another = Telephones.someNumber();

        assertThat(browser.post("/daftar", form("SMS", number))).hasRedirectedUrl("/daftar/kode");
        assertThat(browser.post("/daftar", form("WHATSAPP", another))).hasStatus(429);
        assertThat(browser.post("/masuk/lupa/ponsel", Map.of("once", "x", "phone", another, "carrier", "SMS")))
                .hasStatus(429);
        assertThat(browser.post("/daftar", Forms.registration(People.someone())))
                .as("letters cost nothing")
                .hasRedirectedUrl("/daftar/kode");
        assertThat(new Browser(mvc).post("/daftar", form("SMS", another))).hasRedirectedUrl("/daftar/kode");
    }

    @Test
    void anAddressIsAskedForOnlyIfTheCodeGoesThere() {
        var form = form("EMAIL", number);
        assertThat(browser.post("/daftar", form)).hasStatus(422).bodyText().contains("Isi alamat surel");
        assertThat(browser.post("/daftar", form("POS", number)))
                .hasStatus(422)
                .bodyText()
                .contains("Pilih satu");
    }

    private void confirm(Map<String, String> form) {
        browser.post("/daftar", form);
        var digits = digits(phones.about(number, "Kode untuk akun").text());
        assertThat(browser.post("/daftar/kode", Map.of("digits", digits))).hasRedirectedUrl("/beranda");
    }

    private Map<String, String> form(String via, String phone) {
        var form = new HashMap<>(Forms.registration(someone));
        form.put("once", UUID.randomUUID().toString());
        form.put("via", via);
        form.put("phone", phone);
        form.put("email", "");
        return form;
    }

    private static String digits(String text) {
        return text.replaceAll("(?s).*?(?<![\\d-])(\\d{6})(?![\\d-]).*", "$1");
    }
}
