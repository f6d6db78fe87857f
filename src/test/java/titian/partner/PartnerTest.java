package titian.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
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
import titian.shared.OfficeId;
import titian.shared.Role;
import titian.shared.SignedIn;

/** An office names its partners, invites those who act for them, and ends the agreement. */
@TitianTest
class PartnerTest {

    private static final OfficeId OFFICE = new OfficeId("kanim-jakarta-selatan");
    private static final String HERE = "/petugas/kantor/mitra";
    private static final String PASSWORD = "sungai tenang di hulu";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AccountDesk accounts;

    @Autowired
    PartnerDesk desk;

    @Autowired
    World world;

    final String name = "RSUD " + UUID.randomUUID();
    SignedIn administrator;

    @BeforeEach
    void anAdministrator() {
        administrator = SignedInPeople.officer(accounts, OFFICE, Role.ADMINISTRATOR);
    }

    @Test
    void aPartnerIsNamedOnceAndListedAtItsOfficeAlone() {
        assertThat(post(administrator, HERE, Map.of("nama", "  "))).hasStatus(422);
        assertThat(post(administrator, HERE, Map.of("nama", "x".repeat(101)))).hasStatus(422);
        assertThat(post(administrator, HERE, Map.of("nama", name))).hasRedirectedUrl(HERE);
        assertThat(post(administrator, HERE, Map.of("nama", name.toLowerCase(Locale.ROOT))))
                .hasStatus(422)
                .bodyText()
                .contains("sudah mempunyai mitra dengan nama itu");

        assertThat(get(administrator, HERE)).hasStatusOk().bodyText().contains(name);
        var elsewhere = SignedInPeople.officer(accounts, new OfficeId("kanim-bogor"), Role.ADMINISTRATOR);
        assertThat(get(elsewhere, HERE)).hasStatusOk().bodyText().doesNotContain(name);
    }

    @Test
    void whoeverActsForAPartnerIsInvitedAsAnyOfficerIsAndComesToItsPlacesOnly() {
        var partner = desk.add(OFFICE, name).orElseThrow();
        var someone = People.someone();
        assertThat(get(administrator, "/petugas/pegawai/undang?kantor=" + partner.id()))
                .hasStatusOk()
                .bodyText()
                .contains(name, "PARTNER_OFFICER")
                .doesNotContain("DOOR_OFFICER");

        assertThat(invite(partner.id(), someone, "DOOR_OFFICER")).hasStatus(422);
        assertThat(invite(OFFICE, someone, "PARTNER_OFFICER")).hasStatus(422);
        assertThat(invite(partner.id(), someone, "PARTNER_OFFICER"))
                .hasRedirectedUrl("/petugas/pegawai?kantor=" + partner.id());

        var letter = new Inbox(world).about(someone.email(), "Undangan menjadi petugas");
        assertThat(letter.text()).contains(name, "Petugas mitra");
        var browser = new Browser(mvc);
        browser.get(letter.text().replaceFirst("(?s).*(/undangan/[0-9a-f-]{36}/[0-9a-f-]{36}).*", "$1"));
        browser.post("/undangan", Map.of("sandi", PASSWORD));
        new OfficersPhone(world.address()).enter(browser, someone.email(), PASSWORD);
        assertThat(browser.get("/petugas")).hasRedirectedUrl("/petugas/mitra/tempat");
        assertThat(browser.get("/petugas/mitra/tempat")).hasStatusOk();
        assertThat(browser.get("/petugas/saya")).hasStatusOk().bodyText().contains(name);
        assertThat(browser.get("/petugas/pintu")).hasStatus(403);
    }

    @Test
    void onlyTheAdministratorOfItsOfficeLooksAfterThoseOfAPartner() {
        var partner = desk.add(OFFICE, name).orElseThrow();
        var elsewhere = SignedInPeople.officer(accounts, new OfficeId("kanim-bogor"), Role.ADMINISTRATOR);

        assertThat(get(elsewhere, "/petugas/pegawai?kantor=" + partner.id())).hasStatus(404);
        assertThat(get(administrator, "/petugas/pegawai?kantor=" + partner.id()))
                .hasStatusOk();
    }

    @Test
    void anAgreementEndsOnceAndThePartnerStaysInTheList() {
        var partner = desk.add(OFFICE, name).orElseThrow();
        var elsewhere = SignedInPeople.officer(accounts, new OfficeId("kanim-bogor"), Role.ADMINISTRATOR);

        assertThat(post(elsewhere, HERE + "/" + partner.id() + "/akhiri", Map.of()))
                .hasStatus(404);
        assertThat(post(administrator, HERE + "/" + partner.id() + "/akhiri", Map.of()))
                .hasRedirectedUrl(HERE);
        assertThat(post(administrator, HERE + "/" + partner.id() + "/akhiri", Map.of()))
                .hasStatus(404);

        assertThat(desk.find(partner.id()).orElseThrow().isLive()).isFalse();
        assertThat(get(administrator, HERE)).bodyText().contains(name, "Perjanjian berakhir");
        assertThat(desk.add(OFFICE, name)).as("an agreement made anew").isPresent();
    }

    private MvcTestResult invite(OfficeId place, People.Someone someone, String role) {
        return post(
                administrator,
                "/petugas/pegawai/undang",
                Map.of("kantor", place.value(), "name", someone.name(), "email", someone.email(), "roles", role));
    }

    private MvcTestResult get(SignedIn who, String address) {
        return mvc.get().uri(address).with(as(who)).exchange();
    }

    private MvcTestResult post(SignedIn who, String address, Map<String, String> typed) {
        var request = mvc.post().uri(address).with(as(who)).with(csrf());
        typed.forEach(request::param);
        return request.exchange();
    }
}
