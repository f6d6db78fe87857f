package titian.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import titian.Browser;
import titian.Inbox;
import titian.People;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.account.EmailAddress;
import titian.allowance.Limit;
import titian.allowance.Limits;
import titian.outside.World;
import titian.passkey.AddedByAThief;
import titian.shared.SignedIn;

/** Back in without the password, for whoever reads the address and nobody else. */
@TitianTest
class ForgottenPasswordTest {

    static final String ANOTHER = "perahu layar di teluk";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AccountDesk accounts;

    @Autowired
    RecoveryDesk desk;

    @Autowired
    Limits limits;

    @Autowired
    JdbcClient db;

    @Autowired
    World world;

    @Autowired
    BeanFactory house;

    final People.Someone someone = People.someone();
    SignedIn me;
    Browser browser;

    @BeforeEach
    void open() {
        me = SignedInPeople.applicant(accounts, someone);
        browser = new Browser(mvc);
    }

    @Test
    void theCodeFromTheLetterGivesAnotherPassword() {
        forget(browser, someone.email());
        var letter = new Inbox(world).about(someone.email(), "kata sandi baru");
        assertThat(letter.text()).contains(digits(), "/masuk/lupa/kode");

        assertThat(renew(digits(), ANOTHER)).hasRedirectedUrl("/masuk");

        assertThat(browser.get("/masuk")).bodyText().contains("Kata sandi baru sudah berlaku", someone.email());
        assertThat(new Browser(mvc).signIn(someone.email(), SignedInPeople.PASSWORD))
                .hasRedirectedUrl("/masuk");
        assertThat(new Browser(mvc).signIn(someone.email(), ANOTHER)).hasRedirectedUrl("/beranda");
        assertThat(new Inbox(world).about(someone.email(), "sudah diganti").text())
                .contains("/masuk/lupa");
    }

    @Test
    void everySessionOfTheAccountEndsAndOthersStay() {
        var mine = new Browser(mvc);
        mine.signIn(someone.email(), SignedInPeople.PASSWORD);
        var other = People.someone();
        SignedInPeople.applicant(accounts, other);
        var theirs = new Browser(mvc);
        theirs.signIn(other.email(), SignedInPeople.PASSWORD);
        assertThat(mine.get("/beranda")).hasStatusOk();

        forget(browser, someone.email());
        renew(digits(), ANOTHER);

        assertThat(mine.get("/beranda")).hasRedirectedUrl("/masuk");
        assertThat(theirs.get("/beranda")).hasStatusOk();
    }

    @Test
    void whatAThiefAddedOpensNothingAfterwards() {
        var thief = new Browser(mvc);
        thief.signIn(someone.email(), SignedInPeople.PASSWORD);
        var added = new AddedByAThief(thief, me.account(), house);

        forget(browser, someone.email());
        assertThat(browser.get("/masuk/lupa/kode")).bodyText().contains("Kunci sandi");
        assertThat(renew(digits(), ANOTHER)).hasRedirectedUrl("/masuk");

        added.openNothing();
        assertThat(new Inbox(world).about(someone.email(), "kata sandi baru").text())
                .contains("kunci sandi");
    }

    @Test
    void aChangeByTheHolderSignedInLeavesWhatTheyAdded() {
        browser.signIn(someone.email(), SignedInPeople.PASSWORD);
        var added = new AddedByAThief(browser, me.account(), house);

        assertThat(browser.post("/akun/sandi", Map.of("current", SignedInPeople.PASSWORD, "password", ANOTHER)))
                .hasStatus3xxRedirection();

        assertThat(new Browser(mvc).signIn(someone.email(), ANOTHER)).hasRedirectedUrl("/beranda");
        added.stillOpen();
    }

    @Test
    void anUnknownAddressLooksTheSameAndIsSentNothing() {
        var unknown = People.someone().email();
        var stranger = new Browser(mvc);

        forget(browser, someone.email());
        forget(stranger, unknown);

        assertThat(tidy(Browser.text(stranger.get("/masuk/lupa/kode")), unknown))
                .isEqualTo(tidy(Browser.text(browser.get("/masuk/lupa/kode")), someone.email()));
        for (var left : new String[] {"4 kali", "3 kali", "2 kali", "1 kali", "terlalu sering"}) {
            var wrong = Map.of("digits", wrongDigits(), "password", ANOTHER);
            var theirs = tidy(Browser.text(stranger.post("/masuk/lupa/kode", wrong)), unknown);
            var ours = tidy(Browser.text(browser.post("/masuk/lupa/kode", wrong)), someone.email());
            assertThat(theirs).contains(left).isEqualTo(ours);
        }
        assertThat(new Inbox(world).of(unknown)).isEmpty();
    }

    @Test
    void anAddressNobodyConfirmedIsUnknown() {
        var unconfirmed = People.someone();
        accounts.register(SignedInPeople.registration(unconfirmed), SignedInPeople.network());

        var recovery = desk.ask(
                Purpose.PASSWORD, UUID.randomUUID(), EmailAddress.of(unconfirmed.email()), SignedInPeople.network());

        assertThat(desk.code(recovery)).isEmpty();
    }

    @Test
    void afterFiveWrongTriesTheRightDigitsDoNotFit() {
        forget(browser, someone.email());
        for (int i = 0; i < 5; i++) {
            renew(wrongDigits(), ANOTHER);
        }

        assertThat(renew(digits(), ANOTHER)).hasStatus(422);
        assertThat(new Browser(mvc).signIn(someone.email(), SignedInPeople.PASSWORD))
                .hasRedirectedUrl("/beranda");
    }

    @Test
    void aCodeCountsOnceAndUsesUpTheOthers() {
        var second = new Browser(mvc);
        forget(second, someone.email());
        var older = digits();
        forget(browser, someone.email());
        assertThat(renew(digits(), ANOTHER)).hasRedirectedUrl("/masuk");

        assertThat(second.post("/masuk/lupa/kode", Map.of("digits", older, "password", "sandi orang lain")))
                .hasStatus(422)
                .bodyText()
                .contains("tidak berlaku lagi");
        assertThat(renew(older, ANOTHER)).hasRedirectedUrl("/masuk/lupa");
    }

    @Test
    void anOldCodeNoLongerCountsAndIsForgottenTheNextDay() {
        var recovery = desk.ask(
                Purpose.PASSWORD, UUID.randomUUID(), EmailAddress.of(someone.email()), SignedInPeople.network());
        assertThat(desk.isOpen(recovery, Purpose.PASSWORD)).isTrue();

        world.clock().moveBy(Duration.ofMinutes(16));
        assertThat(desk.isOpen(recovery, Purpose.PASSWORD)).isFalse();
        assertThat(desk.code(recovery)).isEmpty();

        world.clock().moveBy(Duration.ofDays(2));
        desk.tidy();
        assertThat(rows(recovery)).isZero();
    }

    @Test
    void sendingTheFormTwiceIsAskingOnce() {
        var once = UUID.randomUUID();
        var email = EmailAddress.of(someone.email());

        var first = desk.ask(Purpose.PASSWORD, once, email, SignedInPeople.network());

        assertThat(desk.ask(Purpose.PASSWORD, once, email, SignedInPeople.network()))
                .isEqualTo(first);
        assertThat(rows(first)).isOne();
    }

    @Test
    void afterFiveLettersInAnHourTheAddressRests() {
        for (int i = 0; i < 4; i++) {
            desk.ask(Purpose.PASSWORD, UUID.randomUUID(), EmailAddress.of(someone.email()), SignedInPeople.network());
        }

        assertThat(forget(browser, someone.email())).hasStatus(429).bodyText().containsPattern("\\d\\d\\.\\d\\d WIB");
    }

    @Test
    void aNetworkAsksAHundredTimesAnHourForWhomeverItAsks() {
        for (int i = 1; i < Limit.RECOVERIES_FROM_NETWORK.times(); i++) {
            limits.take(
                    Limit.RECOVERIES_FROM_NETWORK,
                    Limits.network(browser.network()),
                    world.clock().instant());
        }

        assertThat(forget(browser, someone.email())).hasRedirectedUrl("/masuk/lupa/kode");
        assertThat(forget(browser, People.someone().email())).hasStatus(429);
        assertThat(forget(new Browser(mvc), someone.email())).hasRedirectedUrl("/masuk/lupa/kode");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            123    | perahu layar di teluk | 6 angka
            ''     | perahu layar di teluk | Isi 6 angka
            123456 | pendek                | paling sedikit 10
            123456 | password123           | mudah ditebak
            """)
    void whatIsMalformedIsToldAndNotCounted(String digits, String password, String said) {
        forget(browser, someone.email());

        assertThat(renew(digits, password))
                .hasStatus(422)
                .bodyText()
                .contains(said)
                .doesNotContain("kali lagi");
    }

    @Test
    void whoeverDidNotAskIsLedToAsk() {
        assertThat(browser.get("/masuk/lupa/kode")).hasRedirectedUrl("/masuk/lupa");
        assertThat(renew("123456", ANOTHER)).hasRedirectedUrl("/masuk/lupa");
        assertThat(forget(browser, "bukan alamat")).hasStatus(422).bodyText().contains("belum lengkap");
        assertThat(mvc.post().uri("/masuk/lupa").param("email", someone.email()))
                .hasStatus(403);
    }

    @Test
    void thePagesSpeakEnglish() {
        assertThat(browser.get("/masuk/lupa?lang=en")).bodyText().contains("Set a new password");
        forget(browser, someone.email());

        assertThat(browser.get("/masuk/lupa/kode")).bodyText().contains("If there is an account");
    }

    private static org.springframework.test.web.servlet.assertj.MvcTestResult forget(Browser browser, String email) {
        return browser.post("/masuk/lupa", Map.of("once", UUID.randomUUID().toString(), "email", email));
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult renew(String digits, String password) {
        return browser.post("/masuk/lupa/kode", Map.of("digits", digits, "password", password));
    }

    private String digits() {
        return desk.code(recovery()).orElseThrow().digits();
    }

    private String wrongDigits() {
        return "%06d".formatted((Integer.parseInt(digits()) + 1) % 1_000_000);
    }

    private UUID recovery() {
        return db.sql("SELECT id FROM recovery.recovery WHERE account = :account ORDER BY asked_at DESC LIMIT 1")
                .param("account", me.account().value())
                .query(UUID.class)
                .single();
    }

    private int rows(UUID recovery) {
        return db.sql("SELECT count(*) FROM recovery.recovery WHERE id = :id")
                .param("id", recovery)
                .query(Integer.class)
                .single();
    }

    private static String tidy(String page, String address) {
        return page.substring(page.indexOf("<main"))
                .replace(address, "ALAMAT")
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }
}
