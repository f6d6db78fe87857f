package titian.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
import titian.outside.World;

/** People look after their own account: another password, and an end to sessions that are not theirs. */
@TitianTest
class OwnAccountTest {

    static final String ANOTHER = "perahu layar di teluk";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AccountDesk accounts;

    @Autowired
    World world;

    final People.Someone someone = People.someone();
    Browser browser;

    @BeforeEach
    void open() {
        SignedInPeople.applicant(accounts, someone);
        browser = signedIn();
    }

    @Test
    void aNewPasswordCountsAtOnceAndOtherDevicesAreOut() {
        var elsewhere = signedIn();

        assertThat(change(SignedInPeople.PASSWORD, ANOTHER)).hasRedirectedUrl("/akun");

        assertThat(browser.get("/akun")).hasStatusOk().bodyText().contains("Kata sandi baru sudah berlaku");
        assertThat(elsewhere.get("/beranda")).hasRedirectedUrl("/masuk");
        assertThat(new Browser(mvc).signIn(someone.email(), SignedInPeople.PASSWORD))
                .hasRedirectedUrl("/masuk");
        assertThat(new Browser(mvc).signIn(someone.email(), ANOTHER)).hasRedirectedUrl("/beranda");
        assertThat(new Inbox(world).about(someone.email(), "sudah diganti").text())
                .contains("/masuk/lupa");
    }

    @Test
    void withoutThePresentPasswordNothingChanges() {
        assertThat(change("bukan kata sandinya", ANOTHER))
                .hasStatus(422)
                .bodyText()
                .contains("<a href=\"#current\">", "tidak cocok")
                .doesNotContain(ANOTHER);
        assertThat(change("", ANOTHER)).hasStatus(422);
        assertThat(browser.post("/akun/sandi", Map.of())).hasStatus(422);

        assertThat(new Browser(mvc).signIn(someone.email(), SignedInPeople.PASSWORD))
                .hasRedirectedUrl("/beranda");
    }

    @Test
    void aWeakPasswordIsRefusedByName() {
        assertThat(change(SignedInPeople.PASSWORD, "pendek"))
                .hasStatus(422)
                .bodyText()
                .contains("paling sedikit 10");
        assertThat(change(SignedInPeople.PASSWORD, "password123")).bodyText().contains("mudah ditebak");
        assertThat(change(SignedInPeople.PASSWORD, someone.email())).bodyText().contains("mudah ditebak");
    }

    @Test
    void guessingThePresentPasswordRestsLikeASignIn() {
        for (int i = 0; i < 10; i++) {
            change("bukan kata sandinya", ANOTHER);
        }

        assertThat(change(SignedInPeople.PASSWORD, ANOTHER))
                .hasStatus(422)
                .bodyText()
                .contains("terlalu sering");
    }

    @Test
    void oneSessionIsEndedAndTheOthersStay() {
        var lost = signedIn();
        var kept = signedIn();
        lost.get("/beranda");
        var page = Browser.text(browser.get("/akun"));
        assertThat(page).contains("Perangkat ini", "Perangkat lain", "Terakhir dipakai pukul");
        assertThat(page).doesNotContain(lost.session());

        for (var seat : Pattern.compile("/akun/perangkat/[0-9a-f]+/keluar")
                .matcher(page)
                .results()
                .limit(1)
                .toList()) {
            assertThat(browser.post(seat.group(), Map.of())).hasRedirectedUrl("/akun");
            assertThat(browser.post(seat.group(), Map.of())).hasRedirectedUrl("/akun");
        }

        var out = Stream.of(lost, kept)
                .filter(each -> each.get("/beranda").getResponse().getStatus() == 302)
                .count();
        assertThat(out).isOne();
        assertThat(browser.get("/akun")).hasStatusOk();
    }

    @Test
    void allOthersAreEndedAtOnce() {
        var elsewhere = signedIn();

        assertThat(browser.post("/akun/perangkat/keluar", Map.of())).hasRedirectedUrl("/akun");

        assertThat(elsewhere.get("/beranda")).hasRedirectedUrl("/masuk");
        assertThat(browser.get("/akun")).hasStatusOk().bodyText().doesNotContain("/akun/perangkat/keluar");
    }

    @Test
    void nobodyEndsAnothersSession() {
        var other = People.someone();
        SignedInPeople.applicant(accounts, other);
        var theirs = new Browser(mvc);
        theirs.signIn(other.email(), SignedInPeople.PASSWORD);
        var theirsToo = new Browser(mvc);
        theirsToo.signIn(other.email(), SignedInPeople.PASSWORD);
        var page = Browser.text(theirs.get("/akun"));
        var seat = Pattern.compile("/akun/perangkat/[0-9a-f]+/keluar").matcher(page);
        assertThat(seat.find()).isTrue();

        browser.post(seat.group(), Map.of());
        browser.post("/akun/perangkat/keluar", Map.of());

        assertThat(theirs.get("/akun")).hasStatusOk();
        assertThat(theirsToo.get("/akun")).hasStatusOk();
        assertThat(browser.get("/akun")).bodyText().doesNotContain(other.email());
    }

    @Test
    void thePageSpeaksEnglish() {
        assertThat(browser.get("/akun?lang=en")).bodyText().contains("Your account", "This device", someone.email());
    }

    private Browser signedIn() {
        var opened = new Browser(mvc);
        opened.signIn(someone.email(), SignedInPeople.PASSWORD);
        return opened;
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult change(String current, String password) {
        return browser.post("/akun/sandi", Map.of("current", current, "password", password));
    }
}
