package titian.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.Browser;
import titian.Inbox;
import titian.People;
import titian.SignedInPeople;
import titian.Telephones;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.account.EmailAddress;
import titian.account.Phone;
import titian.contact.Change.State;
import titian.outside.World;
import titian.phone.Carrier;
import titian.shared.AccountId;

/** Another address or phone: both ends agree, or the old one can stop it for three days. */
@TitianTest
class ChangeTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AccountDesk accounts;

    @Autowired
    ChangeDesk desk;

    @Autowired
    ConfirmDesk confirming;

    @Autowired
    JdbcClient db;

    @Autowired
    World world;

    final People.Someone someone = People.someone();
    final String another = People.someone().email();
    final String number = Telephones.someNumber();
    AccountId me;
    Browser browser;
    Inbox inbox;
    Telephones phones;

    @BeforeEach
    void open() {
        me = SignedInPeople.applicant(accounts, someone).account();
        browser = signedIn();
        inbox = new Inbox(world);
        phones = new Telephones(world);
    }

    @Test
    void withTheDigitsOfBothEndsTheNewAddressOpensTheAccountAndTheOldOneDoesNot() {
        var elsewhere = signedIn();
        var waitsForOldCode = new Browser(mvc);
        waitsForOldCode.post("/masuk/kode", Map.of("once", "a", "email", someone.email()));
        var signInDigits =
                digits(inbox.about(someone.email(), "Kode untuk masuk").text());
        assertThat(askEmail(another, SignedInPeople.PASSWORD)).hasRedirectedUrl("/akun/kontak/kode");
        assertThat(browser.get("/akun/kontak/kode")).bodyText().contains(another, someone.email());
        var fresh = digits(inbox.about(another, "Kode untuk alamat surel baru").text());
        var old = digits(
                inbox.about(someone.email(), "Seseorang mengganti alamat surel").text());

        assertThat(confirm(fresh, old)).hasRedirectedUrl("/akun/kontak");

        assertThat(browser.get("/akun/kontak")).hasStatusOk().bodyText().contains(another, "sudah berlaku");
        assertThat(elsewhere.get("/beranda")).hasRedirectedUrl("/masuk");
        assertThat(waitsForOldCode.post("/masuk/kode/angka", Map.of("digits", signInDigits)))
                .hasStatus(422);
        assertThat(new Browser(mvc).signIn(someone.email(), SignedInPeople.PASSWORD))
                .hasRedirectedUrl("/masuk");
        assertThat(new Browser(mvc).signIn(another.toUpperCase(Locale.ROOT), SignedInPeople.PASSWORD))
                .hasRedirectedUrl("/beranda");
        inbox.about(another, "sekarang dipakai akun");
        assertThat(inbox.about(someone.email(), "sudah diganti").text())
                .contains("KTP")
                .doesNotContain(another);
        assertThat(audited("EMAIL_CHANGED")).isOne();
    }

    @Test
    void anAddressThatIsSomebodyElsesLooksTheSameAndOnlyItsOwnerIsTold() {
        var other = People.someone();
        SignedInPeople.applicant(accounts, other);

        assertThat(askEmail(other.email(), SignedInPeople.PASSWORD)).hasRedirectedUrl("/akun/kontak/kode");

        var taken = desk.open(me).orElseThrow().id();
        assertThat(Browser.text(browser.get("/akun/kontak/kode"))).contains(other.email());
        assertThat(inbox.about(other.email(), "sudah dipakai akun lain").text()).doesNotContainPattern("\\d{6}");
        assertThat(confirm(desk.newDigits(taken), desk.oldDigits(taken)))
                .hasStatus(422)
                .bodyText()
                .contains("4 kali lagi");
        assertThat(letWait(desk.newDigits(taken))).hasStatus(422).bodyText().contains("3 kali lagi");
        assertThat(new Browser(mvc).signIn(other.email(), SignedInPeople.PASSWORD))
                .hasRedirectedUrl("/beranda");
    }

    @Test
    void whoeverRegisteredAnAddressAndNeverShowedItIsTheirsDoesNotKeepIt() {
        accounts.register(
                SignedInPeople.registration(
                        new People.Someone(someone.nik(), "WARGA LAINNYA", someone.birthDate(), another)),
                SignedInPeople.network());
        var change = desk.ask(me, EmailAddress.of(another));

        confirming.confirm(me, change, desk.newDigits(change), desk.oldDigits(change), "none");

        assertThat(accounts.contact(me).orElseThrow().email()).isEqualTo(another);
    }

    @Test
    void anAddressTakenMeanwhileIsNotTakenAway() {
        var change = desk.ask(me, EmailAddress.of(another));
        confirming.letWait(me, change, desk.newDigits(change));
        SignedInPeople.applicant(
                accounts, new People.Someone(someone.nik(), "WARGA LAINNYA", someone.birthDate(), another));

        world.clock().moveBy(Duration.ofDays(3).plusMinutes(1));
        Sweeping.sweep(confirming);

        assertThat(desk.find(change).orElseThrow().state()).isEqualTo(State.EXPIRED);
        assertThat(accounts.contact(me).orElseThrow().email()).isEqualTo(someone.email());
    }

    @Test
    void withoutThePasswordNothingIsSent() {
        assertThat(askEmail(another, "bukan kata sandinya"))
                .hasStatus(422)
                .bodyText()
                .contains("<a href=\"#password\">", "tidak cocok", another);
        assertThat(askEmail("bukan alamat", "")).hasStatus(422).bodyText().contains("Ada 2 isian");
        assertThat(askEmail(someone.email(), SignedInPeople.PASSWORD))
                .bodyText()
                .contains("sudah memakai");
        assertThat(desk.open(me)).isEmpty();
        assertThat(inbox.of(another)).isEmpty();
    }

    @Test
    void fiveWrongTriesEndIt() {
        var change = desk.ask(me, EmailAddress.of(another));
        var wrong = other(desk.newDigits(change));
        assertThatExceptionOfType(ChangeRefused.CodeWrong.class)
                .isThrownBy(() ->
                        confirming.confirm(me, change, desk.newDigits(change), other(desk.oldDigits(change)), "none"))
                .satisfies(refused -> assertThat(refused.old()).isTrue());
        for (int left = 3; left >= 0; left--) {
            var expected = left;
            assertThatExceptionOfType(ChangeRefused.CodeWrong.class)
                    .isThrownBy(() -> confirming.letWait(me, change, wrong))
                    .satisfies(refused -> assertThat(refused.left()).isEqualTo(expected));
        }

        assertThatExceptionOfType(ChangeRefused.CodeWrong.class)
                .isThrownBy(
                        () -> confirming.confirm(me, change, desk.newDigits(change), desk.oldDigits(change), "none"));
    }

    @Test
    void aChangeIsItsAccountsOwnAndLivesForAQuarterOfAnHour() {
        var change = desk.ask(me, EmailAddress.of(another));
        var stranger = SignedInPeople.applicant(accounts).account();
        assertThatExceptionOfType(ChangeRefused.Expired.class)
                .isThrownBy(() ->
                        confirming.confirm(stranger, change, desk.newDigits(change), desk.oldDigits(change), "none"));

        world.clock().moveBy(Duration.ofMinutes(16));

        assertThatExceptionOfType(ChangeRefused.Expired.class)
                .isThrownBy(
                        () -> confirming.confirm(me, change, desk.newDigits(change), desk.oldDigits(change), "none"));
        assertThat(browser.get("/akun/kontak/kode")).hasRedirectedUrl("/akun/kontak");
    }

    @Test
    void aNewChangeTakesThePlaceOfTheOneBefore() {
        var first = desk.ask(me, EmailAddress.of(another));
        desk.ask(me, EmailAddress.of(People.someone().email()));

        assertThat(desk.find(first).orElseThrow().state()).isEqualTo(State.REPLACED);
        assertThatExceptionOfType(ChangeRefused.Expired.class)
                .isThrownBy(() -> confirming.confirm(me, first, desk.newDigits(first), desk.oldDigits(first), "none"));
    }

    @Test
    void fiveAnHourAreEnough() {
        for (int i = 0; i < 5; i++) {
            desk.ask(me, EmailAddress.of(People.someone().email()));
        }

        assertThat(askEmail(another, SignedInPeople.PASSWORD))
                .hasStatus(422)
                .bodyText()
                .contains("terlalu sering");
    }

    @Test
    void theOldEndStopsItAndThePasswordThatWasKnownOpensNothing() {
        askEmail(another, SignedInPeople.PASSWORD);
        var letter = inbox.about(someone.email(), "Seseorang mengganti");
        var stop = path(letter.text());
        var change = desk.open(me).orElseThrow().id();
        var reader = new Browser(mvc);
        assertThat(reader.get(stop)).hasStatusOk().bodyText().contains("Hentikan perubahan ini?");
        assertThat(desk.find(change).orElseThrow().state()).isEqualTo(State.ASKED);

        assertThat(reader.post(stop, Map.of())).hasRedirectedUrl(stop);
        assertThat(reader.post(stop, Map.of())).hasRedirectedUrl(stop);

        assertThat(reader.get(stop)).bodyText().contains("sudah dihentikan", "/masuk/lupa");
        assertThat(browser.get("/beranda")).hasRedirectedUrl("/masuk");
        assertThat(new Browser(mvc).signIn(someone.email(), SignedInPeople.PASSWORD))
                .hasRedirectedUrl("/masuk");
        assertThatExceptionOfType(ChangeRefused.Expired.class)
                .isThrownBy(
                        () -> confirming.confirm(me, change, desk.newDigits(change), desk.oldDigits(change), "none"));
        inbox.about(someone.email(), "dihentikan");
        assertThat(audited("EMAIL_CHANGE_STOPPED")).isOne();
    }

    @Test
    void whoeverDoesNotReadTheOldEndStopsNothing() {
        var change = desk.ask(me, EmailAddress.of(another));

        for (var token : new String[] {UUID.randomUUID().toString(), "x"}) {
            var path = "/kontak/hentikan/" + change + "/" + token;
            assertThat(new Browser(mvc).get(path)).hasStatus(404);
            assertThat(new Browser(mvc).post(path, Map.of())).hasStatus(404);
        }
        assertThat(new Browser(mvc).get("/kontak/hentikan/" + UUID.randomUUID() + "/x"))
                .hasStatus(404);
        assertThat(desk.find(change).orElseThrow().state()).isEqualTo(State.ASKED);
    }

    @Test
    void withoutTheOldEndItWaitsThreeDaysAndBecomesTrueOnce() {
        askEmail(another, SignedInPeople.PASSWORD);
        var change = desk.open(me).orElseThrow().id();
        assertThat(letWait(desk.newDigits(change))).hasRedirectedUrl("/akun/kontak");
        assertThat(browser.get("/akun/kontak")).bodyText().contains("menunggu", another, "Batalkan");
        assertThat(path(inbox.about(someone.email(), "dalam tiga hari").text())).contains(change.toString());

        world.clock().moveBy(Duration.ofDays(3).minusMinutes(1));
        Sweeping.sweep(confirming);
        assertThat(accounts.contact(me).orElseThrow().email()).isEqualTo(someone.email());
        world.clock().moveBy(Duration.ofMinutes(2));
        Sweeping.sweep(confirming);
        Sweeping.sweep(confirming);

        assertThat(accounts.contact(me).orElseThrow().email()).isEqualTo(another);
        assertThat(new Browser(mvc).signIn(another, SignedInPeople.PASSWORD)).hasRedirectedUrl("/beranda");
        inbox.about(someone.email(), "sudah diganti");
        assertThat(browser.get("/beranda")).hasRedirectedUrl("/masuk");
    }

    @Test
    void whatWaitsCanBeStoppedOrGivenUp() {
        var change = desk.ask(me, EmailAddress.of(another));
        confirming.letWait(me, change, desk.newDigits(change));
        assertThat(browser.post("/akun/kontak/batal", Map.of())).hasRedirectedUrl("/akun/kontak");
        assertThat(desk.waiting(me)).isEmpty();
        var second = desk.ask(me, EmailAddress.of(another));
        confirming.letWait(me, second, desk.newDigits(second));
        new Browser(mvc).post(desk.stopAddress(second), Map.of());

        world.clock().moveBy(Duration.ofDays(4));
        Sweeping.sweep(confirming);

        assertThat(desk.find(second).orElseThrow().state()).isEqualTo(State.STOPPED);
        assertThat(accounts.contact(me).orElseThrow().email()).isEqualTo(someone.email());
    }

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

    @Test
    void nothingOfItStandsOpenAndItsOwnerIsToldAll() throws Exception {
        var change = desk.ask(me, EmailAddress.of(another));
        confirming.confirm(me, change, desk.newDigits(change), desk.oldDigits(change), "none");
        assertThat(db.sql("SELECT before || guard || after FROM contact.change WHERE id = :id")
                        .param("id", change)
                        .query(String.class)
                        .single())
                .doesNotContain(another, someone.email());

        assertThat(new OwnChanges(changes).about(me, List.of()))
                .singleElement()
                .satisfies(told -> assertThat(told).containsEntry("after", another));
    }

    @Test
    void thePagesSpeakEnglish() {
        assertThat(browser.get("/akun/kontak?lang=en")).bodyText().contains("E-mail and phone", "Not confirmed yet");
        assertThat(browser.get("/akun/kontak/surel")).bodyText().contains("New e-mail address");
        assertThat(browser.get("/akun/kontak/ponsel")).bodyText().contains("Send the code by");
    }

    @Autowired
    Changes changes;

    private void confirmPhone(AccountId account, String phone) {
        var change = desk.ask(account, Phone.of(phone), Carrier.SMS);
        confirming.confirm(account, change, desk.newDigits(change), desk.oldDigits(change), "none");
    }

    private Browser signedIn() {
        var opened = new Browser(mvc);
        opened.signIn(someone.email(), SignedInPeople.PASSWORD);
        return opened;
    }

    private MvcTestResult askEmail(String email, String password) {
        return browser.post("/akun/kontak/surel", Map.of("email", email, "password", password));
    }

    private MvcTestResult askPhone(String phone, String carrier) {
        return browser.post(
                "/akun/kontak/ponsel", Map.of("phone", phone, "carrier", carrier, "password", SignedInPeople.PASSWORD));
    }

    private MvcTestResult confirm(String fresh, String old) {
        return browser.post("/akun/kontak/kode", Map.of("newDigits", fresh, "oldDigits", old));
    }

    private MvcTestResult letWait(String fresh) {
        return browser.post("/akun/kontak/kode", Map.of("newDigits", fresh, "cara", "tunggu"));
    }

    private int audited(String what) {
        return db.sql("SELECT count(*) FROM audit.entry WHERE act = :what AND subject = :account")
                .param("what", what)
                .param("account", me.toString())
                .query(Integer.class)
                .single();
    }

    private static String digits(String text) {
        return text.replaceAll("(?s).*?(?<!\\d)(\\d{6})(?!\\d).*", "$1");
    }

    private static String other(String digits) {
        return "%06d".formatted((Integer.parseInt(digits) + 1) % 1_000_000);
    }

    private static String path(String text) {
        var link = Pattern.compile("/kontak/hentikan/\\S+").matcher(text);
        assertThat(link.find()).isTrue();
        return link.group();
    }
}
