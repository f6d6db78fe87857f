package titian.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.Browser;
import titian.Inbox;
import titian.OfficersPhone;
import titian.People;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.outside.World;
import titian.passkey.PasskeyDesk;
import titian.platform.Sessions;
import titian.shared.AccountId;
import titian.shared.OfficeId;
import titian.shared.Role;

/** Nobody acts for an office on a password alone, and a code counts once. */
@TitianTest
class ProofTest {

    static final Instant NOW = Instant.parse("2031-03-03T03:03:03Z");
    static final Pattern PAPER = Pattern.compile("data-cadangan>([A-Z2-7-]+)<");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AccountDesk accounts;

    @Autowired
    ProofDesk desk;

    @Autowired
    Authenticators authenticators;

    @Autowired
    RecoveryCodes recoveries;

    @Autowired
    Attempts attempts;

    @Autowired
    PasskeyDesk passkeys;

    @Autowired
    Sessions sessions;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient db;

    @Autowired
    World world;

    final People.Someone someone = People.officer();
    AccountId officer;
    OfficersPhone phone;
    Browser browser;

    @BeforeEach
    void appoint() {
        officer = accounts.appoint(
                someone.email(),
                someone.name(),
                SignedInPeople.PASSWORD,
                new OfficeId("kanim-jakarta-selatan"),
                Set.of(Role.ADMINISTRATOR, Role.DOOR_OFFICER, Role.COUNTER_OFFICER));
        phone = new OfficersPhone(world.address());
        browser = new Browser(mvc);
    }

    @Test
    void aPasswordAloneOpensNothingButTheSetUp() {
        browser.signIn(someone.email(), SignedInPeople.PASSWORD);

        for (var page :
                List.of("/petugas", "/petugas/pintu", "/petugas/loket", "/petugas/kantor", "/petugas/kapasitas")) {
            assertThat(browser.get(page)).as(page).hasRedirectedUrl("/petugas/bukti");
            assertThat(browser.post(page, Map.of())).as(page).hasStatus(403);
        }
        assertThat(browser.get("/beranda")).hasRedirectedUrl("/petugas/bukti");
        assertThat(browser.get("/petugas/bukti")).hasRedirectedUrl("/petugas/bukti/pasang");
        assertThat(browser.get("/petugas/bukti/cadangan")).hasRedirectedUrl("/petugas/bukti");
        assertThat(browser.post("/petugas/bukti/cadangan", Map.of())).hasRedirectedUrl("/petugas/bukti");
        assertThat(browser.post("/petugas/bukti", Map.of("kode", "000000"))).hasRedirectedUrl("/petugas/bukti/pasang");
        assertThat(browser.get("/tidak-ada")).hasStatus(404);
        assertThat(browser.get("/petugas")).hasRedirectedUrl("/petugas/bukti");
    }

    @Test
    void settingUpShowsAPictureOfOurOwnAndLetsIn() {
        browser.signIn(someone.email(), SignedInPeople.PASSWORD);
        var before = browser.session();

        assertThat(browser.get("/petugas/bukti/pasang"))
                .hasStatusOk()
                .hasHeader("Cache-Control", "no-store")
                .bodyText()
                .contains("<svg class=\"qr\"")
                .doesNotContain("<img");
        var secret = OfficersPhone.secret(browser);
        assertThat(OfficersPhone.secret(browser))
                .as("the same until it is confirmed")
                .isEqualTo(secret);
        phone.add(someone.email(), secret);
        assertThat(browser.post("/petugas/bukti/pasang", Map.of("kode", "12 34")))
                .hasStatus(422)
                .bodyText()
                .contains("tidak cocok");
        assertThat(browser.post("/petugas/bukti/pasang", Map.of("kode", phone.code(someone.email()))))
                .hasRedirectedUrl("/petugas/bukti/cadangan");
        assertThat(browser.get("/petugas")).as("not in yet").hasRedirectedUrl("/petugas/bukti");
        assertThat(paper(browser)).hasSize(10).doesNotHaveDuplicates();
        assertThat(browser.get("/petugas/bukti/pasang")).as("once only").hasRedirectedUrl("/petugas/bukti");

        assertThat(browser.post("/petugas/bukti/cadangan", Map.of())).hasRedirectedUrl("/petugas");
        assertThat(browser.get("/petugas")).hasStatusOk();
        assertThat(browser.get("/petugas/bukti/cadangan")).hasRedirectedUrl("/petugas/bukti");
        assertThat(browser.session()).isNotEqualTo(before);
    }

    @Test
    void theNextTimeACodeIsAskedForAndCountsOnce() {
        phone.enter(browser, someone.email(), SignedInPeople.PASSWORD);
        var next = new Browser(mvc);
        var thief = new Browser(mvc);
        for (var one : List.of(next, thief)) {
            assertThat(one.signIn(someone.email(), SignedInPeople.PASSWORD)).hasRedirectedUrl("/petugas/bukti");
            assertThat(one.get("/petugas/bukti")).hasStatusOk().bodyText().contains("one-time-code");
        }
        var code = phone.code(someone.email());

        assertThat(next.post("/petugas/bukti", Map.of("kode", code.substring(0, 3) + " " + code.substring(3))))
                .hasRedirectedUrl("/petugas");
        assertThat(thief.post("/petugas/bukti", Map.of("kode", code)))
                .hasStatus(422)
                .bodyText()
                .contains("sudah dipakai");
        assertThat(thief.get("/petugas/kantor")).hasRedirectedUrl("/petugas/bukti");
    }

    @Test
    void aCodeFromPaperLetsInOnce() {
        browser.signIn(someone.email(), SignedInPeople.PASSWORD);
        phone.add(someone.email(), OfficersPhone.secret(browser));
        browser.post("/petugas/bukti/pasang", Map.of("kode", phone.code(someone.email())));
        var code = paper(browser).getFirst();

        var lost = new Browser(mvc);
        lost.signIn(someone.email(), SignedInPeople.PASSWORD);
        assertThat(lost.get("/petugas/bukti?cadangan=ya")).bodyText().contains("Kode cadangan");
        assertThat(lost.post("/petugas/bukti", Map.of("cadangan", "ya", "kode", code.toLowerCase(Locale.ROOT))))
                .hasRedirectedUrl("/petugas");

        var again = new Browser(mvc);
        again.signIn(someone.email(), SignedInPeople.PASSWORD);
        assertThat(again.post("/petugas/bukti", Map.of("cadangan", "ya", "kode", code)))
                .hasStatus(422)
                .bodyText()
                .contains("Kode cadangan");
        assertThat(desk.recoveryCodesLeft(officer)).isEqualTo(9);
    }

    @Test
    void whoeverKeepsThePaperPageOpenForLongShowsACodeAgain() {
        browser.signIn(someone.email(), SignedInPeople.PASSWORD);
        phone.add(someone.email(), OfficersPhone.secret(browser));
        browser.post("/petugas/bukti/pasang", Map.of("kode", phone.code(someone.email())));
        world.clock().moveBy(GraveActs.FRESH.plusMinutes(1));

        assertThat(browser.post("/petugas/bukti/cadangan", Map.of())).hasRedirectedUrl("/petugas/bukti");
        assertThat(browser.get("/petugas")).hasRedirectedUrl("/petugas/bukti");
    }

    @Test
    void nobodysPaperOpensAnothersDoor() {
        var other = accounts.appoint(
                People.officer().email(),
                "Orang Lain",
                SignedInPeople.PASSWORD,
                new OfficeId("kanim-jakarta-selatan"),
                Set.of(Role.DOOR_OFFICER));
        var at = at(NOW);
        var codes = setUp(at, other);
        setUp(at, officer);

        assertThatExceptionOfType(OfficerRefused.WrongCode.class).isThrownBy(() -> at.prove(officer, codes.getFirst()));
        at.prove(other, codes.getFirst());
    }

    @Test
    void aStepCountsOnceHoweverManyAskAtOnce() throws InterruptedException {
        var at = at(NOW);
        setUp(at, officer);
        countsOnce(at, authenticator().code(Authenticator.step(NOW) + 1));
    }

    @Test
    void aCodeFromPaperCountsOnceHoweverManyAskAtOnce() throws InterruptedException {
        var at = at(NOW);
        setUp(at, officer);
        countsOnce(at, at.renewPaper(officer).getFirst());
        assertThat(at.recoveryCodesLeft(officer)).isEqualTo(9);
    }

    private void countsOnce(ProofDesk at, String code) throws InterruptedException {
        Callable<Boolean> show = () -> {
            at.prove(officer, code);
            return true;
        };
        try (var crowd = Executors.newFixedThreadPool(5)) {
            var right = 0;
            for (var one : crowd.invokeAll(List.of(show, show, show, show, show))) {
                try {
                    right += one.get() ? 1 : 0;
                } catch (ExecutionException refused) {
                    assertThat(refused.getCause()).isInstanceOf(OfficerRefused.WrongCode.class);
                }
            }
            assertThat(right).isOne();
        }
    }

    @Test
    void aCodeThatWasUsedStaysUsedWhenTheClockIsSetBack() {
        setUp(at(NOW), officer);
        var later = NOW.plus(Duration.ofHours(1));
        var code = authenticator().code(Authenticator.step(later));
        at(later).prove(officer, code);

        for (var moment : List.of(later, later.minusSeconds(30), NOW, later.minusSeconds(3))) {
            assertThatExceptionOfType(OfficerRefused.WrongCode.class)
                    .as("%s", moment)
                    .isThrownBy(() -> at(moment).prove(officer, code));
        }
        var earlier = authenticator().code(Authenticator.step(NOW));
        assertThatExceptionOfType(OfficerRefused.WrongCode.class)
                .as("a code of before")
                .isThrownBy(() -> at(NOW).prove(officer, earlier));
    }

    @Test
    void whoeverGuessesRestsAndTheRightCodeDoesNotHelp() {
        setUp(at(NOW), officer);
        for (int i = 0; i < Attempts.MOST; i++) {
            assertThatExceptionOfType(OfficerRefused.WrongCode.class)
                    .isThrownBy(() -> at(NOW).prove(officer, "000 000 0"));
        }
        var soon = NOW.plus(Duration.ofMinutes(5));
        var right = authenticator().code(Authenticator.step(soon));
        assertThatExceptionOfType(OfficerRefused.TooManyCodes.class)
                .isThrownBy(() -> at(soon).prove(officer, right))
                .satisfies(refused -> assertThat(refused.until()).isEqualTo(NOW.plus(Attempts.WINDOW)));

        var after = NOW.plus(Attempts.WINDOW);
        at(after).prove(officer, authenticator().code(Authenticator.step(after)));
        assertThat(refusals()).as("every guess is written down").isEqualTo(Attempts.MOST);
    }

    @Test
    void theSecretStandsSealedAndTheCodesOnPaperStandNowhere() {
        var codes = setUp(at(NOW), officer);
        var secret = db.sql("SELECT secret FROM officer.authenticator WHERE account = :id")
                .param("id", officer.value())
                .query(String.class)
                .single();

        assertThat(secret).startsWith("§").doesNotContain(authenticator().secret());
        assertThat(db.sql("SELECT row_to_json(r)::text FROM officer.recovery_code r WHERE account = :id")
                        .param("id", officer.value())
                        .query(String.class)
                        .list())
                .hasSize(codes.size())
                .allSatisfy(row -> assertThat(codes).noneMatch(row::contains));
    }

    @Test
    void whoeverHasNothingToShowAnyMoreByAnAdministratorsHandIsWrittenTo() {
        phone.enter(browser, someone.email(), SignedInPeople.PASSWORD);

        desk.reset(officer);

        var letter = new Inbox(world).about(someone.email(), "Bukti kedua Anda sudah dihapus");
        assertThat(letter.text()).contains("segera hubungi administrator");
        assertThat(browser.get("/petugas")).hasRedirectedUrl("/masuk");
    }

    @Test
    void anOfficerSeesTheirSessionsEndsOthersAndChangesThePassword() {
        phone.enter(browser, someone.email(), SignedInPeople.PASSWORD);
        var other = new Browser(mvc);
        other.signIn(someone.email(), SignedInPeople.PASSWORD);
        other.post("/petugas/bukti", Map.of("kode", phone.code(someone.email())));
        assertThat(other.get("/petugas/saya")).hasStatusOk().bodyText().contains("href=\"/petugas/saya/sesi\"");

        var page = Browser.text(browser.get("/petugas/saya/sesi"));
        var seat = Pattern.compile("/petugas/saya/sesi/[0-9a-f]+/akhiri").matcher(page);
        assertThat(seat.results()).hasSize(1);
        seat.reset();
        assertThat(seat.find()).isTrue();
        assertThat(browser.post(seat.group(), Map.of())).hasRedirectedUrl("/petugas/saya/sesi");
        assertThat(other.get("/petugas/saya")).hasRedirectedUrl("/masuk");
        assertThat(browser.get("/petugas/saya/sesi")).bodyText().contains("sudah keluar dari perangkat itu");

        other.signIn(someone.email(), SignedInPeople.PASSWORD);
        assertThat(change("bukan kata sandinya")).hasStatus(422).bodyText().contains("<a href=\"#current\">");
        assertThat(change(SignedInPeople.PASSWORD)).hasRedirectedUrl("/petugas/saya/sesi");
        assertThat(browser.get("/petugas/saya/sesi")).bodyText().contains("Kata sandi baru sudah berlaku");
        assertThat(other.get("/petugas/bukti")).hasRedirectedUrl("/masuk");
        assertThat(other.signIn(someone.email(), "perahu layar di teluk")).hasRedirectedUrl("/petugas/bukti");

        world.clock().moveBy(GraveActs.FRESH.plusMinutes(1));
        assertThat(browser.post("/petugas/saya/sesi/akhiri", Map.of())).hasStatus(403);
        assertThat(other.get("/petugas/bukti")).hasStatusOk();
    }

    private MvcTestResult change(String current) {
        return browser.post(
                "/petugas/saya/sesi/sandi", Map.of("current", current, "password", "perahu layar di teluk"));
    }

    @Test
    void ofTwoPasskeysTakenAwayAtOnceOneStays() throws InterruptedException {
        for (int round = 0; round < 5; round++) {
            var mine = List.of(passkey(), passkey());
            try (var hands = Executors.newFixedThreadPool(2)) {
                hands.invokeAll(mine.stream()
                        .map(key -> (Callable<Boolean>) () -> {
                            desk.remove(officer, key);
                            return true;
                        })
                        .toList());
            }
            assertThat(passkeys.of(officer)).isNotEmpty();
            db.sql("DELETE FROM passkey.passkey WHERE account = :me")
                    .param("me", officer.value())
                    .update();
        }
    }

    private Bytes passkey() {
        var id = Bytes.random();
        db.sql("""
                        INSERT INTO passkey.passkey (id, account, label, public_key, signatures, unlocked, portable, copied,
                               transports, attestation, attestation_data, made_at)
                        VALUES (:id, :me, 'HP', '', 0, true, true, true, '{}', '', '', now())
                        """).param("id", id.getBytes()).param("me", officer.value()).update();
        return id;
    }

    private ProofDesk at(Instant moment) {
        return new ProofDesk(
                authenticators, recoveries, attempts, passkeys, sessions, events, Clock.fixed(moment, ZoneOffset.UTC));
    }

    private static List<String> setUp(ProofDesk at, AccountId officer) {
        var authenticator = at.setUp(officer);
        return at.confirm(officer, authenticator.code(Authenticator.step(NOW)));
    }

    private Authenticator authenticator() {
        return authenticators.find(officer).orElseThrow().authenticator();
    }

    private long refusals() {
        return db.sql("SELECT count(*) FROM audit.entry WHERE act = 'PROOF_REFUSED' AND subject = :officer")
                .param("officer", officer.toString())
                .query(Long.class)
                .single();
    }

    private static List<String> paper(Browser browser) {
        return PAPER.matcher(Browser.text(browser.get("/petugas/bukti/cadangan")))
                .results()
                .map(MatchResult::group)
                .map(found -> found.replaceAll(".*>(.*)<", "$1"))
                .toList();
    }
}
