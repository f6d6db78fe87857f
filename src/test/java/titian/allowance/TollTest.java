package titian.allowance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.Browser;
import titian.People;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.account.Forms;
import titian.outside.World;
import titian.platform.Secret;

/** Nobody is asked for work, until robots are at the doors; then each form brings its own, or has waited. */
@TitianTest
class TollTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AccountDesk accounts;

    @Autowired
    TollDesk desk;

    @Autowired
    Secret secret;

    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    @Autowired
    World world;

    final People.Someone someone = People.someone();

    private void robotsCome() {
        db.sql("""
                        INSERT INTO allowance.tally (kind, whom, opened_at, count)
                        VALUES ('SIGN_INS_FROM_NETWORK', 'robots', :now, 1000000)
                        """).param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
        assertThat(desk.lookAgain()).isTrue();
    }

    @AfterEach
    void theyGo() {
        db.sql("DELETE FROM allowance.tally WHERE whom = 'robots'").update();
        desk.lookAgain();
    }

    @Test
    void asARuleNobodyIsAskedForAnything() {
        assertThat(desk.lookAgain()).isFalse();
        assertThat(new Browser(mvc).get("/masuk").getResponse().getCookie("tugas"))
                .isNull();
    }

    @Test
    void whoBringsTheWorkComesInAndItIsGoodForOneForm() {
        SignedInPeople.applicant(accounts, someone);
        robotsCome();
        var browser = new Browser(mvc);
        var piece = given(browser.get("/masuk"));
        browser.with(new Cookie("tugas", done(piece)));

        assertThat(browser.signIn(someone.email(), "bukan kata sandinya")).hasRedirectedUrl("/masuk");
        var again = browser.with(new Cookie("tugas", done(piece))).signIn(someone.email(), SignedInPeople.PASSWORD);
        assertThat(again).hasStatus(429);

        browser.with(new Cookie("tugas", done(given(again))));
        assertThat(browser.signIn(someone.email(), SignedInPeople.PASSWORD)).hasRedirectedUrl("/beranda");
    }

    @Test
    void whoHasNoScriptWaitsAndIsToldSo() {
        robotsCome();
        var browser = new Browser(mvc);
        browser.get("/daftar");

        assertThat(browser.post("/daftar", Forms.registration(someone))).hasStatus(429);

        world.clock().moveBy(Toll.WAIT);
        assertThat(browser.post("/daftar", Forms.registration(someone))).hasRedirectedUrl("/daftar/kode");
        assertThat(browser.post("/daftar", Forms.registration(People.someone())))
                .as("the next form waits anew")
                .hasStatus(429);
    }

    @Test
    void everyDoorAsksAndNothingElseDoes() {
        robotsCome();
        for (var door : new String[] {"/masuk", "/masuk/kode", "/masuk/lupa", "/daftar"}) {
            assertThat(new Browser(mvc).post(door, Map.of())).as(door).hasStatus(429);
        }
        assertThat(new Browser(mvc).post("/tampilan", Map.of())).hasStatus(303);
        assertThat(new Browser(mvc).get("/masuk")).hasStatusOk();
    }

    @Test
    void whatIsForgedOldOrAnothersIsNoWork() {
        var now = Instant.parse("2026-12-01T00:00:00Z");
        var piece = Toll.give(secret, "here", now);
        assertThat(Toll.read(secret, piece, "here", now)).isPresent();
        assertThat(Toll.read(secret, piece, "there", now)).isEmpty();
        assertThat(Toll.read(secret, piece.replace('a', 'b').replace('1', '2'), "here", now))
                .isEmpty();
        assertThat(Toll.read(secret, piece, "here", now.minusSeconds(1))).isEmpty();
        assertThat(Toll.read(secret, piece, "here", now.plus(Toll.GOOD_FOR))).isEmpty();
        assertThat(Toll.read(secret, "", "here", now)).isEmpty();
        assertThat(Toll.read(secret, piece + ".x", "here", now)).isEmpty();
        assertThat(read(piece, now).isEnough(now)).isFalse();
        assertThat(read(piece, now).isEnough(now.plus(Toll.WAIT))).isTrue();
        assertThat(read(done(piece), now).isEnough(now)).isTrue();
    }

    private Toll read(String typed, Instant now) {
        return Toll.read(secret, typed, "here", now).orElseThrow();
    }

    private static String given(MvcTestResult answer) {
        return Objects.requireNonNull(answer.getResponse().getCookie("tugas")).getValue();
    }

    /** As the script of the page does it. */
    private static String done(String piece) {
        var number = 0;
        while (!Toll.fits(piece, String.valueOf(number))) {
            number++;
        }
        return piece + "." + number;
    }
}
