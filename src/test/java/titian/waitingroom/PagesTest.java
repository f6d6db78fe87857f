package titian.waitingroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.TitianTest;
import titian.outside.World;
import titian.shared.AccountId;
import titian.shared.OfficeId;
import titian.shared.Role;
import titian.shared.SignedIn;

/** The waiting room and the proof of its draw, as people see them. */
@TitianTest
class PagesTest {

    private static final OfficeId TERNATE = OfficeId.of("kanim-ternate");
    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    MockMvcTester browser;

    @Autowired
    Releases releases;

    @Autowired
    TicketDesk desk;

    @Autowired
    Rounds rounds;

    @Autowired
    HouseKey key;

    @Autowired
    JdbcClient db;

    @Autowired
    World world;

    @Autowired
    Clock clock;

    final SignedIn me = new SignedIn(AccountId.next(), "Ratna", Set.of(Role.APPLICANT), null);
    Release release;

    @BeforeEach
    void aReleaseThatOpensSoon() {
        release = new SomeReleases(releases, key, clock).announced(TERNATE, SOON, SOON.plusMinutes(1));
    }

    @AfterEach
    void over() {
        db.sql("DELETE FROM waitingroom.release WHERE office = :office")
                .param("office", TERNATE.value())
                .update();
    }

    @Test
    void whoeverHasNotSignedInSeesWhatGoesOnAndIsAskedToSignIn() {
        assertThat(browser.get().uri(release.address()))
                .hasStatusOk()
                .matches(answer -> answer.getResponse().getCookies().length == 0, "leaves no cookie")
                .bodyText()
                .contains("Ambil nomor undian sebelum pukul", "WIT", release.address() + "/nomor")
                .doesNotContain("<form method=\"post\" action=\"" + release.address());
    }

    @Test
    void aNumberIsTakenOnceAndKeptOnEveryDevice() {
        assertThat(get("")).hasStatusOk().bodyText().contains("Ambil nomor undian</button>");

        post("nomor", Map.of());
        post("nomor", Map.of());

        var number = key.ticket(release.id(), me.account());
        assertThat(get(""))
                .hasStatusOk()
                .bodyText()
                .contains("Nomor undian Anda", number.head(), number.tail(), "Diundi pukul");
        assertThat(browser.get().uri(release.address()))
                .bodyText()
                .as("nobody else's page shows it")
                .doesNotContain(number.tail());
    }

    @Test
    void afterTheDrawThePlaceAndTheMomentOfTheTurnAreTold() {
        for (int i = 0; i < 240; i++) {
            desk.take(release.id(), AccountId.next());
        }
        open();
        post("nomor", Map.of());

        var page = get("");

        assertThat(page)
                .hasStatusOk()
                .bodyText()
                .contains("Urutan Anda", "241", "Perkiraan giliran pukul", "WIT", "menit lagi", "Perbarui")
                .containsPattern("2[0-9]{2} orang");
        assertThat(get("/keadaan")).hasStatusOk().bodyText().contains("241").doesNotContain("<html");
    }

    @Test
    void whoseTurnItIsGoesInAndOnToWhereTheyCameFrom() {
        post("nomor", Map.of());
        open();
        world.clock().moveBy(Duration.ofSeconds(2));
        assertThat(get("?kembali=/permohonan/x/jadwal"))
                .bodyText()
                .contains("Giliran Anda", "name=\"kembali\" value=\"/permohonan/x/jadwal\"");

        var entered = post("masuk", Map.of("kembali", "/permohonan/x/jadwal"));

        assertThat(entered).hasStatus(303).hasRedirectedUrl("/permohonan/x/jadwal");
        var cookie = Objects.requireNonNull(entered.getResponse().getCookie(WaitingRoomDesk.COOKIE));
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(cookie.getMaxAge()).isBetween(800, 900);
        assertThat(cookie.getValue()).doesNotContain(me.account().toString());
        assertThat(get("")).bodyText().contains("Silakan pilih jadwal sampai pukul", "Tambah 15 menit, satu kali");
    }

    @Test
    void whoseTurnItIsNotStaysInTheRoom() {
        for (int i = 0; i < 240; i++) {
            desk.take(release.id(), AccountId.next());
        }
        open();
        post("nomor", Map.of());

        var refused = post("masuk", Map.of("kembali", "/permohonan/x/jadwal"));

        assertThat(refused)
                .hasStatus3xxRedirection()
                .hasRedirectedUrl(release.address() + "?kembali=/permohonan/x/jadwal");
        assertThat(refused.getResponse().getCookie(WaitingRoomDesk.COOKIE)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/a?b"})
    void nobodyIsLedOutOfTheHouse(String back) {
        post("nomor", Map.of());
        open();
        world.clock().moveBy(Duration.ofSeconds(2));

        assertThat(post("masuk", Map.of("kembali", back))).hasStatus(303).hasRedirectedUrl("/beranda");
    }

    @Test
    void theProofShowsTheFingerprintBeforeAndTheSeedAndEverybodysPlaceAfter() {
        var number = desk.take(release.id(), me.account());
        assertThat(get("/undian"))
                .hasStatusOk()
                .bodyText()
                .contains(release.fingerprint(), "Benih dan daftar nomor dibuka di sini setelah undian");
        open();
        var late = desk.take(release.id(), AccountId.next());
        desk.seatAtOnce(release.id());
        var seed =
                Objects.requireNonNull(releases.find(release.id()).orElseThrow().seed());

        assertThat(get("/undian"))
                .hasStatusOk()
                .bodyText()
                .contains(release.fingerprint(), seed, number.head(), number.tail());
        assertThat(get("/undian?nomor=" + number.value().toLowerCase(Locale.ROOT)))
                .bodyText()
                .contains("Nomor " + number + " mendapat urutan 1 dari 1");
        assertThat(get("/undian?nomor=" + late)).bodyText().contains("datang setelah undian dan berada di urutan 2");
        assertThat(get("/undian?nomor=AAAAA-AAAAA-AAAAA-AAAAA")).bodyText().contains("tidak ada dalam antrean");
        assertThat(get("/undian?nomor=%3Cscript%3E"))
                .bodyText()
                .contains("Nomor terdiri dari 20 huruf dan angka")
                .doesNotContain("<script>alert");
        assertThat(get("/undian?halaman=99")).hasStatusOk();
    }

    @Test
    void aReleaseThatIsNoneIsMissing() {
        for (var below : new String[] {"", "/keadaan", "/undian", "/undian.csv"}) {
            assertThat(browser.get().uri(Release.address(ReleaseId.next()) + below))
                    .hasStatus(404);
        }
        assertThat(browser.get().uri("/antrean-rilis/apa")).hasStatus(400);
    }

    private void open() {
        world.clock().moveTo(release.opensAt());
        org.awaitility.Awaitility.await().until(() -> {
            rounds.goInto(releases.find(release.id()).orElseThrow());
            return releases.find(release.id()).orElseThrow().drawnAt() != null;
        });
    }

    private MvcTestResult get(String below) {
        return browser.get()
                .uri(URI.create(release.address() + below))
                .with(as(me))
                .exchange();
    }

    private MvcTestResult post(String act, Map<String, String> typed) {
        var request =
                browser.post().uri(release.address() + "/" + act).with(as(me)).with(csrf());
        typed.forEach(request::param);
        return request.exchange();
    }
}
