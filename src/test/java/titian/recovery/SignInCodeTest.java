package titian.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import titian.Browser;
import titian.Inbox;
import titian.People;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.account.AccountRefused;
import titian.account.EmailAddress;
import titian.outside.World;
import titian.shared.AccountId;
import titian.shared.OfficeId;
import titian.shared.Role;

/** In by a code sent to the address, for applicants; nobody learns who has an account. */
@TitianTest
class SignInCodeTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AccountDesk accounts;

    @Autowired
    RecoveryDesk desk;

    @Autowired
    RenewalDesk passwords;

    @Autowired
    World world;

    final People.Someone someone = People.someone();
    Browser browser;
    AccountId holder;

    @BeforeEach
    void open() {
        holder = SignedInPeople.applicant(accounts, someone).account();
        browser = new Browser(mvc);
    }

    @Test
    void theDigitsFromTheLetterSignInUnderANewSession() {
        assertThat(ask(browser, someone.email())).hasRedirectedUrl("/masuk/kode/angka");
        var before = browser.session();
        assertThat(browser.get("/masuk/kode/angka")).hasStatusOk().bodyText().contains(someone.email());
        var letter = new Inbox(world).about(someone.email(), "Kode untuk masuk");
        var digits = letter.text().replaceAll("(?s).*?(?<!\\d)(\\d{6})(?!\\d).*", "$1");

        assertThat(browser.post("/masuk/kode/angka", Map.of("digits", digits))).hasRedirectedUrl("/beranda");

        assertThat(browser.session()).isNotEqualTo(before);
        assertThat(browser.get("/beranda")).hasStatusOk();
    }

    @Test
    void anUnknownAddressAndAnOfficersLookTheSameAndGetNoLetter() {
        var officer = People.officer();
        accounts.appoint(
                officer.email(),
                officer.name(),
                SignedInPeople.PASSWORD,
                new OfficeId("kanim-jakarta-selatan"),
                Set.of(Role.DOOR_OFFICER));

        for (var address : new String[] {People.someone().email(), officer.email()}) {
            var stranger = new Browser(mvc);
            assertThat(ask(stranger, address)).hasRedirectedUrl("/masuk/kode/angka");
            assertThat(stranger.post("/masuk/kode/angka", Map.of("digits", "123456")))
                    .hasStatus(422)
                    .bodyText()
                    .contains("4 kali lagi");
            assertThat(desk.code(code(address))).isEmpty();
        }
    }

    @Test
    void aCodeSignsInOnceAndNoLaterThanAQuarterOfAnHour() {
        var code = code(someone.email());
        var digits = desk.code(code).orElseThrow().digits();

        assertThat(desk.accept(code, Purpose.SIGN_IN, digits)).isEqualTo(holder);
        assertThatExceptionOfType(AccountRefused.CodeExpired.class)
                .isThrownBy(() -> desk.accept(code, Purpose.SIGN_IN, digits));

        var late = code(someone.email());
        var lateDigits = desk.code(late).orElseThrow().digits();
        world.clock().moveBy(Duration.ofMinutes(16));
        assertThatExceptionOfType(AccountRefused.CodeExpired.class)
                .isThrownBy(() -> desk.accept(late, Purpose.SIGN_IN, lateDigits));
    }

    @Test
    void afterFiveWrongTriesTheRightDigitsDoNotFit() {
        var code = code(someone.email());
        var digits = desk.code(code).orElseThrow().digits();
        var wrong = "%06d".formatted((Integer.parseInt(digits) + 1) % 1_000_000);

        for (int left = 4; left >= 0; left--) {
            var expected = left;
            assertThatExceptionOfType(AccountRefused.CodeWrong.class)
                    .isThrownBy(() -> desk.accept(code, Purpose.SIGN_IN, wrong))
                    .satisfies(refused -> assertThat(refused.left()).isEqualTo(expected));
        }
        assertThatExceptionOfType(AccountRefused.CodeWrong.class)
                .isThrownBy(() -> desk.accept(code, Purpose.SIGN_IN, digits));
    }

    @Test
    void digitsToSignInGiveNoPasswordAndTheOtherWayRound() {
        var entry = code(someone.email());
        var entryDigits = desk.code(entry).orElseThrow().digits();
        var renewal = desk.ask(
                Purpose.PASSWORD, UUID.randomUUID(), EmailAddress.of(someone.email()), SignedInPeople.network());
        var renewalDigits = desk.code(renewal).orElseThrow().digits();

        assertThatExceptionOfType(AccountRefused.CodeExpired.class)
                .isThrownBy(() -> passwords.renew(entry, entryDigits, "none"));
        assertThatExceptionOfType(AccountRefused.CodeExpired.class)
                .isThrownBy(() -> desk.accept(renewal, Purpose.SIGN_IN, renewalDigits));
    }

    @Test
    void whoeverDidNotAskIsLedToAsk() {
        assertThat(browser.get("/masuk/kode/angka")).hasRedirectedUrl("/masuk/kode");
        assertThat(browser.post("/masuk/kode/angka", Map.of("digits", "123456")))
                .hasRedirectedUrl("/masuk/kode");
        assertThat(ask(browser, "bukan alamat")).hasStatus(422).bodyText().contains("belum lengkap");
        assertThat(mvc.post().uri("/masuk/kode").param("email", someone.email()))
                .hasStatus(403);
    }

    @Test
    void thePagesSpeakEnglish() {
        assertThat(browser.get("/masuk/kode?lang=en")).bodyText().contains("Sign in with a code");
        ask(browser, someone.email());

        assertThat(browser.get("/masuk/kode/angka")).bodyText().contains("once only");
    }

    private UUID code(String address) {
        return desk.ask(Purpose.SIGN_IN, UUID.randomUUID(), EmailAddress.of(address), SignedInPeople.network());
    }

    private static org.springframework.test.web.servlet.assertj.MvcTestResult ask(Browser browser, String email) {
        return browser.post("/masuk/kode", Map.of("once", UUID.randomUUID().toString(), "email", email));
    }
}
