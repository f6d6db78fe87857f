package titian.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.context.ApplicationEventPublisher;
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
import titian.account.EmailAddress;
import titian.account.PostDesk;
import titian.account.PostRefused;
import titian.outside.World;
import titian.shared.OfficeId;
import titian.shared.Role;
import titian.shared.SignedIn;

/** People become officers by a letter only, of a place and with roles that whoever asks may give. */
@TitianTest
class InvitingTest {

    static final OfficeId OFFICE = new OfficeId("kanim-jakarta-selatan");
    static final OfficeId ELSEWHERE = new OfficeId("kanim-ketapang");
    static final Pattern LINK = Pattern.compile("/undangan/[0-9a-f-]{36}/[0-9a-f-]{36}");
    static final String PASSWORD = "sungai tenang di hulu";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AccountDesk accounts;

    @Autowired
    InvitationDesk desk;

    @Autowired
    Invitations invitations;

    @Autowired
    PostDesk posts;

    @Autowired
    Places places;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient db;

    @Autowired
    World world;

    final People.Someone someone = People.officer();
    SignedIn administrator;

    @BeforeEach
    void appoint() {
        administrator = SignedInPeople.officer(accounts, OFFICE, Role.ADMINISTRATOR);
    }

    @Test
    void theLetterLeadsIntoTheOfficeAndNowhereElse() {
        assertThat(invite(administrator, OFFICE, "DOOR_OFFICER")).hasRedirectedUrl("/petugas/pegawai?kantor=" + OFFICE);
        assertThat(list(administrator, OFFICE)).hasStatusOk().bodyText().contains(someone.email(), "Petugas pintu");
        var letter = new Inbox(world).about(someone.email(), "Undangan menjadi petugas");
        assertThat(letter.text()).contains(someone.name(), "Jakarta Selatan", "Petugas pintu");

        var browser = new Browser(mvc);
        assertThat(browser.get(link(letter.text()))).hasRedirectedUrl("/undangan");
        assertThat(browser.get("/undangan"))
                .hasStatusOk()
                .bodyText()
                .contains(someone.name(), "Petugas pintu")
                .doesNotContain(link(letter.text()));
        assertThat(browser.post("/undangan", Map.of("sandi", "pendek"))).hasStatus(422);
        assertThat(browser.post("/undangan", Map.of("sandi", PASSWORD))).hasRedirectedUrl("/petugas/bukti");
        assertThat(browser.get("/petugas/pintu"))
                .as("not without a second proof")
                .hasRedirectedUrl("/petugas/bukti");
        assertThat(new OfficersPhone(world.address()).enter(browser, someone.email(), PASSWORD))
                .hasRedirectedUrl("/petugas/pintu");
        assertThat(browser.get("/petugas/pintu")).hasStatusOk().bodyText().contains("Jakarta Selatan");
        assertThat(browser.get("/petugas/kantor")).hasStatus(403);
    }

    @Test
    void aLinkCountsOnceAndOnlyWhole() {
        var way = invited();
        var path = way.path();

        for (var wrong : List.of(
                path.substring(0, path.length() - 1) + (path.endsWith("0") ? "1" : "0"),
                "/undangan/" + way.invitation().id() + "/" + way.invitation().id(),
                "/undangan/" + UUID.randomUUID() + "/" + UUID.randomUUID(),
                "/undangan/x/y")) {
            var stranger = new Browser(mvc);
            assertThat(stranger.get(wrong)).as(wrong).hasRedirectedUrl("/undangan");
            assertThat(stranger.get("/undangan"))
                    .as(wrong)
                    .bodyText()
                    .contains("tidak berlaku")
                    .doesNotContain(someone.name());
            assertThat(stranger.post("/undangan", Map.of("sandi", PASSWORD))).hasRedirectedUrl("/undangan");
        }
        var browser = new Browser(mvc);
        browser.get(path);
        assertThat(browser.post("/undangan", Map.of("sandi", PASSWORD))).hasRedirectedUrl("/petugas/bukti");

        var again = new Browser(mvc);
        again.get(path);
        assertThat(again.get("/undangan")).bodyText().contains("tidak berlaku");
        assertThat(new Browser(mvc).signIn(someone.email(), PASSWORD)).hasRedirectedUrl("/petugas/bukti");
    }

    @Test
    void twoWhoOpenItAtOnceAreOneOfficer() throws InterruptedException {
        var id = invited().invitation().id();
        Callable<Boolean> accept = () -> {
            desk.accept(id, PASSWORD);
            return true;
        };
        try (var crowd = Executors.newFixedThreadPool(4)) {
            var in = 0;
            for (var one : crowd.invokeAll(List.of(accept, accept, accept, accept))) {
                try {
                    in += one.get() ? 1 : 0;
                } catch (ExecutionException refused) {
                    assertThat(refused.getCause())
                            .isInstanceOfAny(OfficerRefused.NoInvitation.class, PostRefused.ServesElsewhere.class);
                }
            }
            assertThat(in).isOne();
        }
    }

    @Test
    void anInvitationIsOverAfterAWeekOrWhenItIsWithdrawnOrSentAnew() {
        var first = invited().invitation();
        var second = invited().invitation();
        assertThat(desk.way(first.id())).as("replaced").isEmpty();

        var later = at(second.expiresAt());
        assertThat(later.way(second.id())).isEmpty();
        assertThatExceptionOfType(OfficerRefused.NoInvitation.class)
                .isThrownBy(() -> later.accept(second.id(), PASSWORD));

        var foreign = SignedInPeople.officer(accounts, ELSEWHERE, Role.ADMINISTRATOR);
        assertThat(withdraw(foreign, second.id())).hasStatus(404);
        assertThat(desk.way(second.id())).isPresent();
        assertThat(withdraw(administrator, second.id())).hasStatus3xxRedirection();
        assertThat(desk.way(second.id())).isEmpty();
        assertThat(withdraw(administrator, second.id())).hasStatus(404);
    }

    @Test
    void nobodyInvitesBeyondTheirReach() {
        assertThat(invite(administrator, OFFICE, "AUDITOR")).hasStatus(422);
        assertThat(invite(administrator, OFFICE, "DOOR_OFFICER", "AUDITOR")).hasStatus(422);
        assertThat(invite(administrator, OFFICE, "APPLICANT")).hasStatus(422);
        assertThat(invite(administrator, OFFICE)).hasStatus(422);
        assertThat(invite(administrator, ELSEWHERE, "DOOR_OFFICER")).hasStatus(404);
        assertThat(invite(administrator, new OfficeId("kanwil-31"), "REGIONAL_ADMINISTRATOR"))
                .hasStatus(404);
        assertThat(invite(administrator, Places.CENTRE, "CENTRAL_ADMINISTRATOR"))
                .hasStatus(404);
        assertThat(list(administrator, ELSEWHERE)).hasStatus(404);

        var regional = SignedInPeople.officer(accounts, new OfficeId("kanwil-31"), Role.REGIONAL_ADMINISTRATOR);
        assertThat(invite(regional, OFFICE, "ADMINISTRATOR")).hasStatus3xxRedirection();
        assertThat(invite(regional, ELSEWHERE, "ADMINISTRATOR")).hasStatus(404);
        assertThat(invite(regional, OFFICE, "AUDITOR")).hasStatus(422);

        var central = SignedInPeople.officer(accounts, Places.CENTRE, Role.CENTRAL_ADMINISTRATOR);
        assertThat(list(central, Places.CENTRE)).hasStatusOk();
        assertThat(invite(central, ELSEWHERE, "AUDITOR")).hasStatus3xxRedirection();
        assertThat(invite(central, new OfficeId("kanwil-61"), "REGIONAL_ADMINISTRATOR"))
                .hasStatus3xxRedirection();
        assertThat(invite(central, new OfficeId("kanim-tidak-ada"), "ADMINISTRATOR"))
                .hasStatus(404);

        var door = SignedInPeople.officer(accounts, OFFICE, Role.DOOR_OFFICER);
        assertThat(list(door, OFFICE)).hasStatus(403);
    }

    @Test
    void whatWasTypedIsKeptAndWhatIsMissingIsSaid() {
        var answer = mvc.post()
                .uri("/petugas/pegawai/undang")
                .with(as(administrator))
                .with(csrf())
                .param("name", " ")
                .param("email", "bukan surel")
                .param("roles", "VERIFIER")
                .exchange();

        assertThat(answer)
                .hasStatus(422)
                .bodyText()
                .contains("<a href=\"#name\">", "<a href=\"#email\">", "bukan surel")
                .containsPattern("value=\"VERIFIER\" checked");
    }

    /** Only whoever reads the letter learns that the address is taken. */
    @Test
    void anApplicantsAddressIsNoOfficers() {
        SignedInPeople.applicant(accounts, someone);
        var free = invite(administrator, OFFICE, "DOOR_OFFICER");
        assertThat(free).hasRedirectedUrl("/petugas/pegawai?kantor=" + OFFICE);
        var browser = new Browser(mvc);
        browser.get(link(new Inbox(world).about(someone.email(), "Undangan").text()));

        assertThat(browser.post("/undangan", Map.of("sandi", PASSWORD)))
                .hasStatus(422)
                .bodyText()
                .contains("akun pemohon");
        assertThat(new Browser(mvc).signIn(someone.email(), SignedInPeople.PASSWORD))
                .hasRedirectedUrl("/beranda");
    }

    @Test
    void whoeverServesElsewhereIsNotTakenAway() {
        var serving = accounts.appoint(
                someone.email(), someone.name(), SignedInPeople.PASSWORD, ELSEWHERE, Set.of(Role.COUNTER_OFFICER));
        var id = invited().invitation().id();

        assertThatExceptionOfType(PostRefused.ServesElsewhere.class).isThrownBy(() -> desk.accept(id, PASSWORD));
        assertThat(posts.find(serving).orElseThrow().place()).isEqualTo(ELSEWHERE);
        assertThat(new Browser(mvc).signIn(someone.email(), SignedInPeople.PASSWORD))
                .hasRedirectedUrl("/petugas/bukti");
    }

    @Test
    void invitationsAreWrittenDownAndWhoIsAskedStandsSealed() {
        var id = invited().invitation().id();
        var row = db.sql("SELECT row_to_json(i)::text FROM officer.invitation i WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .single();

        assertThat(row)
                .doesNotContain(
                        someone.name(), someone.email(), invitations.key(id).toString());
        assertThat(db.sql("SELECT after FROM audit.entry WHERE act = 'OFFICER_INVITED' AND subject = :id")
                        .param("id", id.toString())
                        .query(String.class)
                        .single())
                .isEqualTo(OFFICE + " DOOR_OFFICER");
    }

    @Test
    void theFirstAdministratorIsAskedOnceAndNotWhenThereIsOne() {
        var place = new OfficeId("pusat-" + UUID.randomUUID());
        var first = new FirstAdministrator(someone.email(), desk, posts);
        first.ask(place);
        first.ask(place);
        assertThat(desk.open(place)).singleElement().satisfies(one -> {
            assertThat(one.email()).isEqualTo(someone.email());
            assertThat(one.roles()).containsExactly(Role.CENTRAL_ADMINISTRATOR);
        });
        desk.accept(desk.open(place).getFirst().id(), PASSWORD);

        first.ask(place);
        assertThat(desk.open(place)).isEmpty();
        new FirstAdministrator(" ", desk, posts).run(new DefaultApplicationArguments());
    }

    private InvitationDesk at(Instant moment) {
        return new InvitationDesk(invitations, accounts, posts, places, events, Clock.fixed(moment, ZoneOffset.UTC));
    }

    private InvitationDesk.Way invited() {
        desk.invite(
                EmailAddress.of(someone.email()),
                someone.name(),
                OFFICE,
                Set.of(Role.DOOR_OFFICER),
                administrator.account());
        var id = db.sql(
                        "SELECT id FROM officer.invitation WHERE invited_by = :by AND withdrawn_at IS NULL AND used_at IS NULL")
                .param("by", administrator.account().value())
                .query(UUID.class)
                .single();
        return desk.way(id).orElseThrow();
    }

    private MvcTestResult invite(SignedIn by, OfficeId place, String... roles) {
        var request = mvc.post()
                .uri("/petugas/pegawai/undang")
                .with(as(by))
                .with(csrf())
                .param("kantor", place.value())
                .param("name", someone.name())
                .param("email", someone.email());
        return (roles.length == 0 ? request : request.param("roles", roles)).exchange();
    }

    private MvcTestResult list(SignedIn who, OfficeId place) {
        return mvc.get().uri("/petugas/pegawai?kantor=" + place).with(as(who)).exchange();
    }

    private MvcTestResult withdraw(SignedIn who, UUID id) {
        return mvc.post()
                .uri("/petugas/pegawai/undangan/" + id + "/batal")
                .with(as(who))
                .with(csrf())
                .exchange();
    }

    private static String link(String letter) {
        var found = LINK.matcher(letter);
        assertThat(found.find()).as(letter).isTrue();
        return found.group();
    }
}
