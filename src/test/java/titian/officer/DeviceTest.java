package titian.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.Browser;
import titian.People;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.outside.World;
import titian.passkey.Handset;
import titian.shared.OfficeId;
import titian.shared.Role;

/** A passkey is a second proof as good as an app, for whoever's it is. */
@TitianTest
class DeviceTest {

    static final OfficeId OFFICE = new OfficeId("kanim-jakarta-selatan");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AccountDesk accounts;

    @Autowired
    World world;

    @Value("${titian.address}")
    URI address;

    final People.Someone someone = People.officer();
    Browser browser;
    Handset handset;

    @BeforeEach
    void setUpByPasskey() {
        handset = new Handset(address.toString());
        browser = entered(someone, handset);
    }

    @Test
    void thePasskeyLetsInAndItsAnswerCountsOnce() throws GeneralSecurityException {
        assertThat(browser.get("/petugas/kantor")).hasStatusOk();
        var next = atTheDoor(someone);
        assertThat(next.get("/petugas/bukti")).hasStatusOk().bodyText().contains("data-kunci=\"use\"");
        var answer = handset.use(next.posted("/petugas/bukti/kunci/pilihan"));
        assertThat(next.post("/petugas/bukti/kunci", Map.of("answer", answer))).hasRedirectedUrl("/petugas");

        var thief = atTheDoor(someone);
        for (var old : List.of(answer, "", "{", "x".repeat(20_001))) {
            thief.posted("/petugas/bukti/kunci/pilihan");
            assertThat(thief.post("/petugas/bukti/kunci", Map.of("answer", old)))
                    .hasRedirectedUrl("/petugas/bukti");
        }
        assertThat(thief.get("/petugas/bukti")).bodyText().contains("tidak cocok");
        assertThat(thief.get("/petugas/kantor")).hasRedirectedUrl("/petugas/bukti");
        assertThat(thief.get("/petugas/bukti/pasang"))
                .as("nothing is set up over it")
                .hasRedirectedUrl("/petugas/bukti");
    }

    @Test
    void anothersPasskeyOpensNothing() throws GeneralSecurityException {
        var others = new Handset(address.toString());
        entered(People.officer(), others);
        var door = atTheDoor(someone);

        var answer = others.use(door.posted("/petugas/bukti/kunci/pilihan"));
        assertThat(door.post("/petugas/bukti/kunci", Map.of("answer", answer))).hasRedirectedUrl("/petugas/bukti");
        assertThat(door.get("/petugas")).hasRedirectedUrl("/petugas/bukti");
    }

    @Test
    void theLastOneStaysAndAnotherMayTakeItsPlace() {
        assertThat(browser.post("/petugas/saya/kunci/" + handset.key() + "/hapus", Map.of()))
                .hasRedirectedUrl("/petugas/saya/kunci");
        assertThat(browser.get("/petugas/saya/kunci"))
                .bodyText()
                .contains("tidak dapat dihapus", "Kunci sandi pertama");

        var second = new Handset(address.toString());
        assertThat(add(second, " ")).hasStatus(422).bodyText().contains("<a href=\"#label\">");
        assertThat(add(second, "Ponsel dinas")).hasRedirectedUrl("/petugas/saya/kunci");
        browser.post("/petugas/saya/kunci/" + handset.key() + "/hapus", Map.of());
        assertThat(browser.get("/petugas/saya/kunci"))
                .bodyText()
                .contains("Ponsel dinas")
                .doesNotContain("Kunci sandi pertama");
    }

    @Test
    void aGraveActGoesOnWithAPasskey() throws GeneralSecurityException {
        var invited = People.officer();
        world.clock().moveBy(GraveActs.FRESH.plusMinutes(1));
        var form = Map.of("name", invited.name(), "email", invited.email(), "roles", "DOOR_OFFICER");
        assertThat(browser.post("/petugas/pegawai/undang", form))
                .hasStatus(403)
                .bodyText()
                .contains("data-jawab=\"answer-again\"");

        var answer = handset.use(browser.posted("/petugas/bukti/kunci/pilihan"));
        assertThat(browser.post(
                        "/petugas/pegawai/undang",
                        Map.of(
                                "name",
                                invited.name(),
                                "email",
                                invited.email(),
                                "roles",
                                "DOOR_OFFICER",
                                "answer-again",
                                answer)))
                .hasRedirectedUrl("/petugas/pegawai?kantor=" + OFFICE);
    }

    @Test
    void theLetterOfANewPasskeyLeadsOfficersToTheirOwnPage() {
        assertThat(browser.get("/akun/kunci/lihat")).hasRedirectedUrl("/petugas/saya/kunci");
    }

    private Browser entered(People.Someone who, Handset with) {
        accounts.appoint(who.email(), who.name(), SignedInPeople.PASSWORD, OFFICE, Set.of(Role.ADMINISTRATOR));
        var door = atTheDoor(who);
        assertThat(door.get("/petugas/bukti/pasang")).bodyText().contains("data-kunci=\"add\"");
        var made = with.make(door.posted("/petugas/bukti/pasang/kunci/pilihan"));
        assertThat(door.post("/petugas/bukti/pasang/kunci", Map.of("answer", made)))
                .hasRedirectedUrl("/petugas/bukti/cadangan");
        assertThat(door.post("/petugas/bukti/cadangan", Map.of())).hasRedirectedUrl("/petugas");
        return door;
    }

    private Browser atTheDoor(People.Someone who) {
        var door = new Browser(mvc);
        assertThat(door.signIn(who.email(), SignedInPeople.PASSWORD)).hasRedirectedUrl("/petugas/bukti");
        return door;
    }

    private MvcTestResult add(Handset with, String label) {
        var made = with.make(browser.posted("/petugas/saya/kunci/pilihan"));
        return browser.post("/petugas/saya/kunci", Map.of("label", label, "answer", made));
    }
}
