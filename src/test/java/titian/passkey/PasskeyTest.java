package titian.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.Browser;
import titian.Inbox;
import titian.People;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.outside.World;
import titian.shared.OfficeId;
import titian.shared.Role;

/** A passkey opens the account it was made in, when its holder unlocks it here; and nothing else. */
@TitianTest
class PasskeyTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AccountDesk accounts;

    @Autowired
    World world;

    @Value("${titian.address}")
    URI address;

    final People.Someone someone = People.someone();
    Browser browser;
    Handset handset;

    @BeforeEach
    void signIn() {
        handset = new Handset(PasskeyRules.origin(address));
        browser = member(someone);
    }

    @Test
    void thePhoneOpensTheAccountWithoutAPassword() throws GeneralSecurityException {
        assertThat(add("Ponsel saya")).hasRedirectedUrl("/akun/kunci");
        assertThat(browser.get("/akun/kunci")).bodyText().contains("Ponsel saya", "Belum pernah dipakai");

        assertThat(new Inbox(world).about(someone.email(), "Kunci sandi baru").text())
                .contains("/akun/kunci");
        var stranger = new Browser(mvc);
        assertThat(open(stranger)).hasRedirectedUrl("/beranda");

        assertThat(stranger.get("/akun")).bodyText().contains(someone.email());
        assertThat(browser.get("/akun/kunci")).bodyText().contains("Terakhir dipakai");
        assertThat(open(new Browser(mvc))).hasRedirectedUrl("/beranda");
    }

    @Test
    void anAnswerCountsOnceAndOnlyWhereItWasAsked() throws GeneralSecurityException {
        add("Ponsel saya");
        var first = new Browser(mvc);
        var answer = handset.use(asked(first));

        var elsewhere = new Browser(mvc);
        asked(elsewhere);
        assertThat(elsewhere.post("/masuk/kunci", Map.of("answer", answer))).hasRedirectedUrl("/masuk");
        assertThat(elsewhere.get("/masuk")).bodyText().contains("tidak dikenali");
        assertThat(new Browser(mvc).post("/masuk/kunci", Map.of("answer", answer)))
                .hasRedirectedUrl("/masuk");

        assertThat(first.post("/masuk/kunci", Map.of("answer", answer))).hasRedirectedUrl("/beranda");
        first.post("/keluar", Map.of());
        assertThat(first.post("/masuk/kunci", Map.of("answer", answer))).hasRedirectedUrl("/masuk");
    }

    @Test
    void aPhoneThatWasNotUnlockedOpensNothingAndIsNotTaken() throws GeneralSecurityException {
        add("Ponsel saya");
        handset.locked();
        assertThat(open(new Browser(mvc))).hasRedirectedUrl("/masuk");

        var never = new Handset(PasskeyRules.origin(address)).locked();
        assertThat(add(browser, never, "Ponsel lain")).hasStatus(422);
    }

    @Test
    void anAnswerFromAnotherSiteIsRefused() {
        assertThat(add(browser, new Handset("https://paspor.example"), "Ponsel saya"))
                .hasStatus(422)
                .bodyText()
                .contains("belum tersimpan", "Ponsel saya");
        assertThat(browser.get("/akun/kunci")).bodyText().contains("Belum ada kunci sandi");
    }

    @Test
    void aCopiedKeyThatLagsBehindIsRefused() throws GeneralSecurityException {
        add("Ponsel saya");
        var early = new Browser(mvc);
        var old = handset.use(asked(early));
        assertThat(open(new Browser(mvc))).hasRedirectedUrl("/beranda");

        assertThat(early.post("/masuk/kunci", Map.of("answer", old))).hasRedirectedUrl("/masuk");
    }

    @Test
    void whatIsDeletedOpensNothingAndOnlyItsHolderDeletes() throws GeneralSecurityException {
        add("Ponsel saya");
        var other = member(People.someone());
        other.post("/akun/kunci/" + handset.key() + "/hapus", Map.of());
        assertThat(open(new Browser(mvc))).hasRedirectedUrl("/beranda");

        assertThat(browser.post("/akun/kunci/bukan*kunci/hapus", Map.of())).hasRedirectedUrl("/akun/kunci");
        assertThat(browser.post("/akun/kunci/" + handset.key() + "/hapus", Map.of()))
                .hasRedirectedUrl("/akun/kunci");

        assertThat(open(new Browser(mvc))).hasRedirectedUrl("/masuk");
        assertThat(browser.get("/akun/kunci")).bodyText().contains("Belum ada kunci sandi");
    }

    @Test
    void aKeyMadeForOneAccountIsNotAddedToAnother() {
        var other = member(People.someone());
        var made = handset.make(browser.posted("/akun/kunci/pilihan"));
        other.posted("/akun/kunci/pilihan");

        assertThat(other.post(
                        "/akun/kunci", Map.of("label", "Ponsel", "answer", made, "password", SignedInPeople.PASSWORD)))
                .hasStatus(422);
    }

    @Test
    void whoeverSitsInAnOpenSessionAddsNothingWithoutThePassword() {
        for (var password : new String[] {"", "bukan kata sandinya"}) {
            var made = handset.make(browser.posted("/akun/kunci/pilihan"));
            assertThat(browser.post("/akun/kunci", Map.of("label", "Ponsel", "answer", made, "password", password)))
                    .hasStatus(422)
                    .bodyText()
                    .contains("<a href=\"#password\">", "tidak cocok", "Belum ada kunci sandi");
        }
    }

    @Test
    void theSameKeyIsAddedOnce() {
        assertThat(add("Ponsel saya")).hasRedirectedUrl("/akun/kunci");
        assertThat(add("Ponsel saya lagi")).hasStatus(422);
        assertThat(add(member(People.someone()), handset, "Bukan ponsel saya")).hasStatus(422);
    }

    @Test
    void whatNoDeviceSaysIsRefusedInWords() {
        for (var nonsense : new String[] {"", "{", "[]", "null", "{\"id\":\"AA\"}", "<script>", "x".repeat(20_001)}) {
            browser.posted("/akun/kunci/pilihan");
            assertThat(browser.post(
                            "/akun/kunci",
                            Map.of("label", "Ponsel", "answer", nonsense, "password", SignedInPeople.PASSWORD)))
                    .as(nonsense)
                    .hasStatus(422);
            var stranger = new Browser(mvc);
            asked(stranger);
            assertThat(stranger.post("/masuk/kunci", Map.of("answer", nonsense)))
                    .as(nonsense)
                    .hasRedirectedUrl("/masuk");
        }
        assertThat(browser.post("/akun/kunci", Map.of())).hasStatus(422);
        assertThat(new Browser(mvc).post("/masuk/kunci", Map.of())).hasRedirectedUrl("/masuk");
        assertThat(add("n".repeat(61))).hasStatus(422);
        assertThat(add(" ")).hasStatus(422).bodyText().contains("<a href=\"#label\">");
    }

    @Test
    void whoBecameAnOfficerComesInByAnotherDoor() throws GeneralSecurityException {
        var officer = People.officer();
        accounts.appoint(
                officer.email(),
                officer.name(),
                SignedInPeople.PASSWORD,
                new OfficeId("kanim-jakarta-selatan"),
                Set.of(Role.DOOR_OFFICER));
        assertThat(signedIn(officer).get("/akun/kunci")).hasRedirectedUrl("/petugas/bukti");
    }

    @Test
    void anAccountHasTenAtMost() {
        for (int i = 1; i <= Passkeys.MOST; i++) {
            assertThat(add(browser, new Handset(PasskeyRules.origin(address)), "Perangkat " + i))
                    .hasRedirectedUrl("/akun/kunci");
        }
        assertThat(add("Satu lagi")).hasStatus(422).bodyText().contains("paling banyak 10");
    }

    private Browser member(People.Someone who) {
        SignedInPeople.applicant(accounts, who);
        return signedIn(who);
    }

    private Browser signedIn(People.Someone who) {
        var opened = new Browser(mvc);
        opened.signIn(who.email(), SignedInPeople.PASSWORD);
        return opened;
    }

    private MvcTestResult add(String label) {
        return add(browser, handset, label);
    }

    private static MvcTestResult add(Browser at, Handset with, String label) {
        var made = with.make(at.posted("/akun/kunci/pilihan"));
        return at.post("/akun/kunci", Map.of("label", label, "answer", made, "password", SignedInPeople.PASSWORD));
    }

    private MvcTestResult open(Browser at) throws GeneralSecurityException {
        return at.post("/masuk/kunci", Map.of("answer", handset.use(asked(at))));
    }

    private static String asked(Browser at) {
        return at.posted("/masuk/kunci/pilihan");
    }
}
