package titian.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionOperations;
import titian.Browser;
import titian.OfficersPhone;
import titian.People;
import titian.SignedInPeople;
import titian.Telephones;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.account.AccountRefused;
import titian.account.Forms;
import titian.account.HolderDesk;
import titian.account.Phone;
import titian.account.ReachDesk;
import titian.account.SomePasswords;
import titian.allowance.Limit;
import titian.allowance.TooManyAttempts;
import titian.outside.World;
import titian.seal.Seals;
import titian.shared.AccountId;
import titian.shared.OfficeId;
import titian.shared.Role;

/** From the form to signed in, as a browser does it: with real sessions and cookies. */
@TitianTest
class SigningInTest {

    static final OfficeId OFFICE = new OfficeId("kanim-jakarta-selatan");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AccountDesk desk;

    @Autowired
    SignInDesk signIns;

    @Autowired
    HolderDesk holders;

    @Autowired
    EntryDesk entries;

    @Autowired
    ReachDesk reaches;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    JdbcClient db;

    @Autowired
    Seals seals;

    @Autowired
    World world;

    final People.Someone someone = People.someone();

    @Test
    void registeringAndTypingTheCodeSignsIn() {
        var browser = new Browser(mvc);

        assertThat(browser.post("/daftar", Forms.registration(someone))).hasRedirectedUrl("/daftar/kode");
        assertThat(browser.get("/daftar/kode")).hasStatusOk().bodyText().contains(someone.email());
        var before = browser.session();
        assertThat(browser.post("/daftar/kode", Map.of("digits", digits(someone))))
                .hasRedirectedUrl("/beranda");

        assertThat(browser.session()).isNotEqualTo(before);
        assertThat(browser.get("/masuk")).hasRedirectedUrl("/beranda");
        assertThat(browser.get("/daftar")).hasRedirectedUrl("/beranda");
        assertThat(browser.get("/daftar/kode")).hasRedirectedUrl("/beranda");
        assertThat(browser.get("/petugas")).hasStatus(403);
    }

    @Test
    void theCodeMayBeTypedWithBlanks() {
        var browser = new Browser(mvc);
        browser.post("/daftar", Forms.registration(someone));
        var digits = digits(someone);

        assertThat(browser.post("/daftar/kode", Map.of("digits", digits.substring(0, 3) + " " + digits.substring(3))))
                .hasRedirectedUrl("/beranda");
    }

    @Test
    void anApplicantSignsInByAddressAndPassword() {
        SignedInPeople.applicant(desk, someone);
        var browser = new Browser(mvc);
        var planted = new Cookie("titian", "cGxhbnRlZA==");

        assertThat(browser.signIn(someone.email().toUpperCase(Locale.ROOT), SignedInPeople.PASSWORD))
                .hasRedirectedUrl("/beranda");

        assertThat(browser.session()).isNotEqualTo(planted.getValue());
        assertThat(browser.get("/masuk")).hasRedirectedUrl("/beranda");
    }

    /** Whoever stole a password signs in over and over, so that one try is under way when its owner replaces it. */
    @Test
    void aPasswordThatWasReplacedWhileItWasCheckedLetsNobodyIn() {
        SignedInPeople.applicant(desk, someone);
        var network = SignedInPeople.network();
        var thief = signIns.begin(someone.email(), network).orElseThrow();
        var another = SomePasswords.cheaper("perahu biru di danau");
        assertThat(holders.replacePassword(thief, another)).isTrue();

        assertThatThrownBy(() -> signIns.succeed(thief, network)).isInstanceOf(AccountRefused.WrongSignIn.class);
        var owner = signIns.begin(someone.email(), network).orElseThrow();
        assertThat(signIns.succeed(owner, network).account()).isEqualTo(owner.id());
    }

    @Test
    void aHashFromCheaperDaysIsMadeAnewWhenItsOwnerSignsIn() {
        SignedInPeople.applicant(desk, someone);
        var old = SomePasswords.cheaper(SignedInPeople.PASSWORD);
        db.sql("UPDATE account.account SET password = :old WHERE email_mark = :email")
                .param("old", old)
                .param("email", seals.mark("email", someone.email()))
                .update();

        assertThat(new Browser(mvc).signIn(someone.email(), "bukan kata sandinya"))
                .hasRedirectedUrl("/masuk");
        assertThat(hash()).isEqualTo(old);
        assertThat(new Browser(mvc).signIn(someone.email(), SignedInPeople.PASSWORD))
                .hasRedirectedUrl("/beranda");

        assertThat(hash()).isNotEqualTo(old).contains("m=512,t=1");
        assertThat(new Browser(mvc).signIn(someone.email(), SignedInPeople.PASSWORD))
                .hasRedirectedUrl("/beranda");
    }

    private String hash() {
        return db.sql("SELECT password FROM account.account WHERE email_mark = :email")
                .param("email", seals.mark("email", someone.email()))
                .query(String.class)
                .single();
    }

    @Test
    void signingOutEndsTheSession() {
        SignedInPeople.applicant(desk, someone);
        var browser = new Browser(mvc);
        browser.signIn(someone.email(), SignedInPeople.PASSWORD);

        assertThat(browser.post("/keluar", Map.of())).hasRedirectedUrl("/?keluar");

        assertThat(browser.get("/masuk")).hasStatusOk();
    }

    @Test
    void noSessionLastsForEverHoweverMuchItIsUsed() {
        var me = SignedInPeople.applicant(desk, someone).account();
        var browser = new Browser(mvc);
        browser.signIn(someone.email(), SignedInPeople.PASSWORD);
        age(me, Duration.ofDays(30).minusHours(1));
        assertThat(browser.get("/beranda")).hasStatusOk();
        age(me, Duration.ofHours(2));
        assertThat(browser.get("/beranda")).hasRedirectedUrl("/masuk");
        assertThat(browser.get("/masuk")).hasStatusOk();

        var colleague = People.officer();
        var officer = desk.appoint(
                colleague.email(), colleague.name(), SignedInPeople.PASSWORD, OFFICE, Set.of(Role.DOOR_OFFICER));
        var office = new Browser(mvc);
        new OfficersPhone(world.address()).enter(office, colleague.email(), SignedInPeople.PASSWORD);
        age(officer, Duration.ofHours(11));
        assertThat(office.get("/petugas/pintu")).hasStatusOk();
        age(officer, Duration.ofHours(2));
        assertThat(office.post("/petugas/saya/cadangan", Map.of())).hasRedirectedUrl("/masuk");
        assertThat(office.get("/petugas/pintu")).hasRedirectedUrl("/masuk");
    }

    private void age(AccountId whose, Duration by) {
        assertThat(db.sql("""
                                UPDATE platform.session
                                   SET creation_time = creation_time - :by
                                 WHERE principal_name = :name
                                """)
                        .param("by", by.toMillis())
                        .param("name", "account " + whose)
                        .update())
                .isPositive();
    }

    @Test
    void anOfficerReachesTheOffice() {
        var officer = People.officer();
        desk.appoint(officer.email(), officer.name(), SignedInPeople.PASSWORD, OFFICE, Set.of(Role.COUNTER_OFFICER));
        var browser = new Browser(mvc);

        assertThat(browser.signIn(officer.email(), SignedInPeople.PASSWORD)).hasRedirectedUrl("/petugas/bukti");
        assertThat(browser.get("/masuk")).hasRedirectedUrl("/petugas/bukti");
        assertThat(browser.get("/petugas/loket")).hasRedirectedUrl("/petugas/bukti");
        assertThat(new OfficersPhone(world.address()).enter(browser, officer.email(), SignedInPeople.PASSWORD))
                .hasRedirectedUrl("/petugas/loket");

        assertThat(browser.get("/masuk")).hasRedirectedUrl("/petugas");
        assertThat(browser.get("/beranda")).hasStatus(403);
        assertThat(browser.get("/petugas/pintu")).hasStatus(403);
    }

    @Test
    void whoeverWasOnTheirWayIsLedThereAfterSigningIn() {
        SignedInPeople.applicant(desk, someone);
        var browser = new Browser(mvc);

        assertThat(browser.get("/permohonan/baru")).hasRedirectedUrl("/masuk");
        assertThat(browser.signIn(someone.email(), SignedInPeople.PASSWORD)).hasRedirectedUrl("/permohonan/baru");
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressAreToldAlike() {
        SignedInPeople.applicant(desk, someone);

        var wrong = told(someone.email(), "bukan kata sandinya");
        var unknown = told(People.someone().email(), "bukan kata sandinya");
        var nonsense = told("bukan alamat", "bukan kata sandinya");

        assertThat(wrong).contains("tidak cocok").isEqualTo(unknown).isEqualTo(nonsense);
    }

    @Test
    void whatWasTypedIsKeptExceptThePassword() {
        var browser = new Browser(mvc);
        browser.signIn("siapa\"<b>@warga.example", "rahasia sekali");

        assertThat(browser.get("/masuk"))
                .hasStatusOk()
                .bodyText()
                .contains("siapa&#34;&lt;b>@warga.example")
                .contains("Ada kesalahan: Masuk")
                .doesNotContain("rahasia sekali");
    }

    @Test
    void emptyAndOverlongSignInsAreRefused() {
        assertThat(told("", "")).contains("tidak cocok");
        assertThat(told(someone.email(), "x".repeat(100_000))).contains("tidak cocok");
        assertThat(told("x".repeat(100_000), "x")).contains("tidak cocok");
    }

    @Test
    void anUnconfirmedAccountIsLedToItsCodeByRegisteringAgain() {
        desk.register(SignedInPeople.registration(someone), SignedInPeople.network());
        var browser = new Browser(mvc);

        assertThat(told(someone.email(), SignedInPeople.PASSWORD)).contains("tidak cocok", "Daftar lagi");
        assertThat(browser.post("/daftar", Forms.registration(someone))).hasRedirectedUrl("/daftar/kode");
        assertThat(browser.signIn(someone.email(), SignedInPeople.PASSWORD)).hasRedirectedUrl("/masuk");
        assertThat(browser.get("/masuk")).bodyText().contains("href=\"/daftar/kode\"");
        assertThat(browser.post("/daftar/kode", Map.of("digits", digits(someone))))
                .hasRedirectedUrl("/beranda");
        assertThat(new Browser(mvc).signIn(someone.email(), SignedInPeople.PASSWORD))
                .hasRedirectedUrl("/beranda");
    }

    /** A stranger registers somebody's address with a password of their own, and tries that one at the door. */
    @Test
    void registeringAnAddressAndSigningInDoesNotTellWhetherItHadAnAccount() {
        SignedInPeople.applicant(desk, someone);
        var another = People.someone();

        assertThat(registeredByAStranger(someone)).isEqualTo(registeredByAStranger(another));
    }

    private List<String> registeredByAStranger(People.Someone whom) {
        var form = new HashMap<>(Forms.registration(whom));
        form.put("password", "kerikil asing di sungai");
        var stranger = new Browser(mvc);
        assertThat(stranger.post("/daftar", form)).hasRedirectedUrl("/daftar/kode");
        return Stream.of(stranger, new Browser(mvc))
                .flatMap(from -> {
                    var answer = from.signIn(whom.email(), "kerikil asing di sungai");
                    return Stream.of(
                            String.valueOf(answer.getResponse().getStatus()),
                            String.valueOf(answer.getResponse().getRedirectedUrl()),
                            errors(from.get("/masuk")));
                })
                .toList();
    }

    @Test
    void anUnconfirmedAccountWithAWrongPasswordLearnsNothing() {
        desk.register(SignedInPeople.registration(someone), SignedInPeople.network());

        assertThat(told(someone.email(), "bukan kata sandinya")).contains("tidak cocok");
    }

    @Test
    void afterTenTriesTheAccountRestsAndSaysUntilWhen() {
        SignedInPeople.applicant(desk, someone);
        for (int i = 0; i < 10; i++) {
            signIns.begin(someone.email(), SignedInPeople.network());
        }

        assertThat(told(someone.email(), SignedInPeople.PASSWORD))
                .contains("terlalu sering")
                .containsPattern("\\d\\d\\.\\d\\d WIB");
    }

    @Test
    void signingInForgetsTheTriesBefore() {
        SignedInPeople.applicant(desk, someone);
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 9; i++) {
                signIns.begin(someone.email(), SignedInPeople.network());
            }
            assertThat(new Browser(mvc).signIn(someone.email(), SignedInPeople.PASSWORD))
                    .hasRedirectedUrl("/beranda");
        }
    }

    @Test
    void signingInByPhoneAsOftenAsOneLikesLocksNobodyOut() {
        var number = withPhone();
        for (int i = 0; i <= Limit.SIGN_INS_TO_ADDRESS.times(); i++) {
            assertThat(new Browser(mvc).signIn(number, SignedInPeople.PASSWORD)).hasRedirectedUrl("/beranda");
        }
    }

    /** The right password is told to be wrong, like that of an address without an account. */
    @Test
    void aGuesserHasTenTriesByAddressAndPhoneTogetherAndDoesNotLearnThatTheyAreOnes() {
        var number = withPhone();
        for (int i = 0; i < Limit.SIGN_INS_TO_ACCOUNT.times() / 2; i++) {
            assertThat(told(someone.email(), "bukan kata sandinya")).contains("tidak cocok");
            assertThat(told(number, "bukan kata sandinya")).contains("tidak cocok");
        }

        var wrong = told(People.someone().email(), "bukan kata sandinya");
        assertThat(told(someone.email(), SignedInPeople.PASSWORD)).isEqualTo(wrong);
        assertThat(told(number, SignedInPeople.PASSWORD)).isEqualTo(wrong);
        world.clock().moveBy(Limit.SIGN_INS_TO_ACCOUNT.window());
        assertThat(new Browser(mvc).signIn(number, SignedInPeople.PASSWORD)).hasRedirectedUrl("/beranda");
    }

    private String withPhone() {
        var number = Telephones.someNumber();
        var me = SignedInPeople.applicant(desk, someone);
        transactions.executeWithoutResult(_ -> reaches.movePhone(me.account(), Phone.of(number), null));
        return number;
    }

    @Test
    void aNetworkThatTriesManyAccountsRestsAndOthersDoNot() {
        SignedInPeople.applicant(desk, someone);
        var guesser = new Browser(mvc);
        for (int i = 0; i < 100; i++) {
            signIns.begin(People.someone().email(), guesser.network());
        }

        guesser.signIn(someone.email(), SignedInPeople.PASSWORD);
        assertThat(guesser.get("/masuk")).bodyText().contains("terlalu sering");
        assertThat(new Browser(mvc).signIn(someone.email(), SignedInPeople.PASSWORD))
                .hasRedirectedUrl("/beranda");
    }

    @Test
    void otherProofsCountFromTheirNetworkAsPasswordsDo() {
        SignedInPeople.applicant(desk, someone);
        var guesser = new Browser(mvc);
        entries.attempt(guesser.network());
        entries.succeeded(guesser.network());
        for (int i = 0; i < Limit.SIGN_INS_FROM_NETWORK.times(); i++) {
            entries.attempt(guesser.network());
        }

        assertThatExceptionOfType(TooManyAttempts.class).isThrownBy(() -> entries.attempt(guesser.network()));
        guesser.signIn(someone.email(), SignedInPeople.PASSWORD);
        assertThat(guesser.get("/masuk")).bodyText().contains("terlalu sering");
        assertThatCode(() -> entries.attempt(SignedInPeople.network())).doesNotThrowAnyException();
    }

    /** Nobody's turn to be hashed ever comes here: whoever is answered otherwise was not hashed for. */
    @Test
    void anAddressWithoutAnAccountIsHashedForAllTheSame() {
        SignedInPeople.applicant(desk, someone);
        var crowded = new SignIn(signIns, SomePasswords.crowded());
        var unknown = People.someone().email();
        for (var typed : List.of(someone.email(), unknown, Telephones.someNumber(), "bukan alamat")) {
            var asked = UsernamePasswordAuthenticationToken.unauthenticated(typed, SignedInPeople.PASSWORD);
            assertThatExceptionOfType(SignInRefused.class)
                    .as(typed)
                    .isThrownBy(() -> crowded.authenticate(asked))
                    .satisfies(refused -> assertThat(refused.reason()).isInstanceOf(AccountRefused.Busy.class));
        }
    }

    @Test
    void aFormWithoutItsTokenIsForbidden() {
        for (var page : new String[] {"/masuk", "/daftar", "/daftar/kode", "/daftar/kode/ulang"}) {
            assertThat(mvc.post().uri(page).param("surel", "a@b.example"))
                    .as(page)
                    .hasStatus(403);
        }
    }

    @Test
    void aForgedSessionIsNobody() {
        assertThat(mvc.get().uri("/beranda").cookie(new Cookie("titian", "%%%")).accept("text/html"))
                .hasRedirectedUrl("/masuk");
        assertThat(mvc.post()
                        .uri("/daftar/kode")
                        .with(csrf())
                        .cookie(new Cookie("titian", "Zm9yZ2Vk"))
                        .param("digits", "123456"))
                .hasRedirectedUrl("/masuk");
    }

    @Test
    void switchingTheLanguageIsRememberedForLetters() {
        var me = SignedInPeople.applicant(desk, someone);
        var browser = new Browser(mvc);
        browser.signIn(someone.email(), SignedInPeople.PASSWORD);

        browser.get("/luring?lang=en");

        assertThat(desk.contact(me.account()).orElseThrow().language().getLanguage())
                .isEqualTo("en");
    }

    private String told(String email, String password) {
        var browser = new Browser(mvc);
        assertThat(browser.signIn(email, password)).hasRedirectedUrl("/masuk");
        return errors(browser.get("/masuk"));
    }

    private static String errors(MvcTestResult page) {
        var text = Browser.text(page);
        return text.substring(text.indexOf("<main")).replaceAll("value=\"[^\"]*\"", "");
    }

    private String digits(People.Someone of) {
        var code = db.sql("""
                        SELECT c.id FROM account.code c JOIN account.account a ON a.id = c.account
                         WHERE a.email_mark = :email AND c.replaced_at IS NULL
                        """).param("email", mark(of)).query(UUID.class).single();
        return desk.code(code).orElseThrow().digits();
    }

    private UUID mark(People.Someone whom) {
        return seals.mark("email", whom.email());
    }
}
