package titian.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.Browser;
import titian.Inbox;
import titian.OfficersPhone;
import titian.People;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.account.PostDesk;
import titian.account.PostRefused;
import titian.outside.World;
import titian.seal.Seals;
import titian.shared.AccountId;
import titian.shared.OfficeId;
import titian.shared.Role;
import titian.shared.SignedIn;

/** Officers serve as long as they are to, and a place never loses its last administrator. */
@TitianTest
class ServingTest {

    @Autowired
    Seals seals;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AccountDesk accounts;

    @Autowired
    PostDesk posts;

    @Autowired
    JdbcClient db;

    @Autowired
    World world;

    final OfficeId office = new OfficeId("kanim-uji-" + UUID.randomUUID());
    final Set<OfficeId> here = Set.of(office);

    @Test
    void endingAnOfficerEndsEverySessionAtOnceAndForGood() {
        var administrator = administrator();
        var someone = People.officer();
        var officer = appoint(someone, Role.DOOR_OFFICER);
        var browser = new Browser(mvc);
        new OfficersPhone(world.address()).enter(browser, someone.email(), SignedInPeople.PASSWORD);
        assertThat(browser.get("/petugas/saya")).hasStatusOk();

        assertThat(act(administrator, officer, "akhiri", "alasan", " ")).hasStatus(422);
        assertThat(act(administrator, officer, "akhiri", "alasan", "pindah tugas"))
                .hasRedirectedUrl("/petugas/pegawai?kantor=" + office);

        assertThat(browser.get("/petugas/saya")).hasRedirectedUrl("/masuk");
        assertRefused(someone);
        assertThat(act(administrator, officer, "akhiri", "alasan", "lagi")).hasStatus(404);
        assertThat(why("OFFICER_ENDED", officer)).containsExactly("pindah tugas");
    }

    @Test
    void whoseServiceAnAdministratorEndsIsWrittenToOnceAndNotToldTheReasonByLetter() {
        var administrator = administrator();
        var someone = People.someone();
        var officer = appoint(someone, Role.DOOR_OFFICER);

        act(administrator, officer, "akhiri", "alasan", " ");
        act(administrator, officer, "akhiri", "alasan", "pindah tugas");
        act(administrator, officer, "akhiri", "alasan", "lagi");

        var inbox = new Inbox(world);
        var letter = inbox.about(someone.email(), "Tugas Anda sebagai petugas sudah diakhiri");
        assertThat(letter.text()).contains("hubungi administrator").doesNotContain("pindah tugas");
        assertThat(inbox.of(someone.email())).hasSize(1);
    }

    @Test
    void whoeverIsOnLeaveNeitherActsNorComesIn() {
        var administrator = administrator();
        var someone = People.officer();
        var officer = appoint(someone, Role.DOOR_OFFICER);
        var browser = new Browser(mvc);
        new OfficersPhone(world.address()).enter(browser, someone.email(), SignedInPeople.PASSWORD);
        var today = posts.today(office);

        assertThat(browser.post("/petugas/saya/cuti", Map.of("mulai", "besok", "selesai", "")))
                .hasStatus(422)
                .bodyText()
                .contains("<a href=\"#mulai\">", "value=\"besok\"");
        assertThat(browser.post("/petugas/saya/cuti", days(today.minusDays(1), today)))
                .hasStatus(422);
        assertThat(browser.post("/petugas/saya/cuti", days(today.plusDays(3), today.plusDays(2))))
                .hasStatus(422);
        assertThat(browser.post("/petugas/saya/cuti", days(today.plusDays(2), today.plusDays(3))))
                .hasRedirectedUrl("/petugas/saya");
        assertThat(browser.post("/petugas/saya/cuti", days(today.plusDays(3), today.plusDays(4))))
                .as("overlapping")
                .hasStatus(422);
        assertThat(browser.get("/petugas/saya")).as("leave is yet to come").hasStatusOk();

        assertThat(browser.post("/petugas/saya/cuti", days(today, today.plusDays(1))))
                .hasRedirectedUrl("/petugas/saya");
        assertThat(browser.get("/petugas/saya")).hasRedirectedUrl("/masuk");
        assertRefused(someone);
        assertThat(mvc.get().uri("/petugas/pintu").with(as(officer)))
                .as("a session that was kept")
                .hasRedirectedUrl("/masuk");

        var leave = posts.find(officer.account()).orElseThrow().leaves().stream()
                .filter(one -> one.covers(today))
                .findFirst()
                .orElseThrow();
        assertThat(act(administrator, officer, "cuti/" + leave.id() + "/batal", "x", "x"))
                .hasStatus3xxRedirection();
        assertThat(posts.serves(officer.account())).isTrue();
    }

    @Test
    void afterTheLastDayNobodyActs() {
        var administrator = administrator();
        var someone = People.officer();
        var officer = appoint(someone, Role.DOOR_OFFICER);
        var browser = new Browser(mvc);
        new OfficersPhone(world.address()).enter(browser, someone.email(), SignedInPeople.PASSWORD);
        var today = posts.today(office);

        assertThat(act(administrator, officer, "sampai", "hari", "31-12-2026")).hasStatus(422);
        assertThat(act(
                        administrator,
                        officer,
                        "sampai",
                        "hari",
                        today.minusDays(1).toString()))
                .hasStatus(422);
        assertThat(act(administrator, officer, "sampai", "hari", today.toString()))
                .hasStatus3xxRedirection();
        assertThat(posts.serves(officer.account())).as("today still").isTrue();
        var post = posts.find(officer.account()).orElseThrow();
        assertThat(post.standing(today.plusDays(1))).isEqualTo(titian.account.Post.Standing.EXPIRED);
        assertThat(act(administrator, officer, "sampai", "hari", "")).hasStatus3xxRedirection();
        assertThat(posts.find(officer.account()).orElseThrow().lastDay()).isNull();
        assertThat(mvc.get().uri("/petugas/saya").with(as(officer))).hasStatusOk();

        db.sql("UPDATE account.officer SET last_day = :yesterday WHERE account = :officer")
                .param("yesterday", today.minusDays(1))
                .param("officer", officer.account().value())
                .update();
        assertThat(browser.get("/petugas/saya")).hasRedirectedUrl("/masuk");
        assertThat(mvc.get().uri("/petugas/saya").with(as(officer)))
                .as("a session that was kept")
                .hasRedirectedUrl("/masuk");
        assertRefused(someone);
    }

    @Test
    void otherRolesEndTheSessionsThatHadTheOldOnes() {
        var administrator = administrator();
        var someone = People.officer();
        var officer = appoint(someone, Role.DOOR_OFFICER);
        var browser = new Browser(mvc);
        new OfficersPhone(world.address()).enter(browser, someone.email(), SignedInPeople.PASSWORD);

        assertThat(act(administrator, officer, "peran", "roles", "AUDITOR")).hasStatus(422);
        assertThat(act(administrator, officer, "peran", "roles", "COUNTER_OFFICER"))
                .hasStatus3xxRedirection();

        assertThat(browser.get("/petugas/pintu")).hasRedirectedUrl("/masuk");
        assertThat(posts.find(officer.account()).orElseThrow().roles()).containsExactly(Role.COUNTER_OFFICER);
    }

    @Test
    void whoeverLostThePhoneSetsUpAnother() {
        var administrator = administrator();
        var someone = People.officer();
        var officer = appoint(someone, Role.DOOR_OFFICER);
        var browser = new Browser(mvc);
        var phone = new OfficersPhone(world.address());
        phone.enter(browser, someone.email(), SignedInPeople.PASSWORD);

        assertThat(act(administrator, officer, "bukti", "x", "x")).hasStatus3xxRedirection();

        assertThat(browser.get("/petugas/saya")).as("signed out").hasRedirectedUrl("/masuk");
        phone.enter(browser, someone.email(), SignedInPeople.PASSWORD);
        assertThat(browser.get("/petugas/saya")).hasStatusOk();
    }

    @Test
    void aForeignOfficerDoesNotExistNorDoesOneselfNorWhoeverWatches() {
        var administrator = administrator();
        var foreign = SignedInPeople.officer(accounts, new OfficeId("kanim-ketapang"), Role.DOOR_OFFICER);
        var auditor = appoint(People.officer(), Role.AUDITOR, Role.DOOR_OFFICER);

        for (var out : List.of(foreign.account(), auditor.account(), administrator.account(), AccountId.next())) {
            assertThat(mvc.get().uri("/petugas/pegawai/" + out).with(as(administrator)))
                    .hasStatus(404);
            for (var what :
                    List.of("peran", "sampai", "cuti", "bukti", "akhiri", "cuti/" + UUID.randomUUID() + "/batal")) {
                assertThat(mvc.post()
                                .uri("/petugas/pegawai/" + out + "/" + what)
                                .with(as(administrator))
                                .with(csrf()))
                        .as(what)
                        .hasStatus(404);
            }
        }
        assertThat(mvc.get().uri("/petugas/pegawai/bukan-nomor").with(as(administrator)))
                .hasStatus(404);
        assertThat(posts.serves(foreign.account())).isTrue();
    }

    @Test
    void theLastAdministratorStays() {
        var one = administrator();
        var today = posts.today(office);
        for (var act : List.<Runnable>of(
                () -> posts.end(one.account(), here, "pensiun"),
                () -> posts.limit(one.account(), here, today.plusYears(1), ""),
                () -> posts.change(one.account(), here, Set.of(Role.DOOR_OFFICER), ""),
                () -> posts.leave(one.account(), here, today, today))) {
            assertThatExceptionOfType(PostRefused.LastAdministrator.class).isThrownBy(act::run);
        }
        posts.change(one.account(), here, Set.of(Role.DOOR_OFFICER, Role.ADMINISTRATOR), "");

        var other = administrator();
        posts.leave(one.account(), here, today.plusDays(7), today.plusDays(9));
        assertThatExceptionOfType(PostRefused.LastAdministrator.class)
                .as("both away")
                .isThrownBy(() -> posts.leave(other.account(), here, today.plusDays(9), today.plusDays(12)));
        assertThatExceptionOfType(PostRefused.LastAdministrator.class)
                .as("nobody there while the other is away")
                .isThrownBy(() -> posts.end(other.account(), here, "pindah"));
        posts.leave(other.account(), here, today.plusDays(10), today.plusDays(12));
        assertThat(mvc.post()
                        .uri("/petugas/pegawai/" + other.account() + "/akhiri")
                        .with(as(one))
                        .with(csrf())
                        .param("alasan", "pindah"))
                .hasStatus(422)
                .bodyText()
                .contains("harus selalu punya pengelola");
    }

    @Test
    void aLimitOnOneMakesTheOtherTheLast() {
        var one = administrator();
        var other = administrator();
        posts.limit(one.account(), here, posts.today(office).plusDays(30), "");

        assertThatExceptionOfType(PostRefused.LastAdministrator.class)
                .isThrownBy(() -> posts.end(other.account(), here, "pindah"));
        posts.end(one.account(), here, "pindah");
    }

    @Test
    void twoWhoEndEachOtherAtOnceLeaveOne() throws InterruptedException {
        for (int round = 0; round < 10; round++) {
            var place = new OfficeId("kanim-uji-" + UUID.randomUUID());
            var one = SignedInPeople.officer(accounts, place, Role.ADMINISTRATOR);
            var other = SignedInPeople.officer(accounts, place, Role.ADMINISTRATOR);
            try (var both = Executors.newFixedThreadPool(2)) {
                var ended = 0;
                for (var outcome : both.invokeAll(List.of(ending(other, place), ending(one, place)))) {
                    try {
                        ended += outcome.get() ? 1 : 0;
                    } catch (ExecutionException refused) {
                        assertThat(refused.getCause()).isInstanceOf(PostRefused.LastAdministrator.class);
                    }
                }
                assertThat(ended).isOne();
            }
            assertThat(posts.serves(one.account())).isNotEqualTo(posts.serves(other.account()));
        }
    }

    private Callable<Boolean> ending(SignedIn whom, OfficeId place) {
        return () -> {
            posts.end(whom.account(), Set.of(place), "pindah");
            return true;
        };
    }

    private void assertRefused(People.Someone someone) {
        var browser = new Browser(mvc);
        assertThat(browser.signIn(someone.email(), SignedInPeople.PASSWORD)).hasRedirectedUrl("/petugas/bukti");
        var code = new OfficersPhone(world.address()).code(someone.email());
        assertThat(browser.post("/petugas/bukti", Map.of("kode", code))).hasRedirectedUrl("/masuk");
        assertThat(browser.get("/petugas")).hasRedirectedUrl("/masuk");
    }

    private SignedIn administrator() {
        return SignedInPeople.officer(accounts, office, Role.ADMINISTRATOR);
    }

    private SignedIn appoint(People.Someone someone, Role... roles) {
        var account = accounts.appoint(someone.email(), someone.name(), SignedInPeople.PASSWORD, office, Set.of(roles));
        return new SignedIn(account, someone.name(), Set.of(roles), office);
    }

    private MvcTestResult act(SignedIn by, SignedIn on, String what, String field, String value) {
        return mvc.post()
                .uri("/petugas/pegawai/" + on.account() + "/" + what)
                .with(as(by))
                .with(csrf())
                .param(field, value)
                .exchange();
    }

    private static Map<String, String> days(LocalDate first, LocalDate last) {
        return Map.of("mulai", first.toString(), "selesai", last.toString());
    }

    private List<String> why(String act, SignedIn officer) {
        return db.sql("SELECT why FROM audit.entry WHERE act = :act AND subject = :subject")
                .param("act", act)
                .param("subject", officer.account().toString())
                .query((row, _) -> seals.open(row.getString("why"), "audit.entry.why"))
                .list();
    }
}
