package titian.walkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.Browser;
import titian.People;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.form.FilledIn;
import titian.partner.PartnerDesk;
import titian.shared.Channel;
import titian.shared.Role;
import titian.shared.SignedIn;
import titian.slot.Slot;

/** Whoever acts for a partner gives its people the places set aside for partners, and learns nothing of anybody. */
@TitianTest
class PartnerPlaceTest {

    private static final String HERE = "/petugas/mitra/tempat";

    @Autowired
    MockMvcTester browser;

    @Autowired
    AccountDesk accounts;

    @Autowired
    PartnerDesk partners;

    @Autowired
    JdbcClient db;

    @Autowired
    BeanFactory house;

    SomeDoors doors;
    SignedIn partner;

    @BeforeEach
    void aPartner() {
        doors = SomeDoors.withPartners(house);
        partner = doors.partner(partners);
    }

    @Test
    void aPartnerGivesItsOwnPlacesAndPrintsACode() {
        var slot = doors.later(Channel.PARTNER);
        var who = People.someone();
        assertThat(get(partner, "/petugas")).hasRedirectedUrl(HERE);
        assertThat(get(partner, HERE)).hasStatusOk().bodyText().contains(doors.office.name(), "name=\"slot\"");

        var slip = location(post(partner, HERE, typed(who, slot)));

        assertThat(slip).startsWith(HERE + "/").doesNotContain(who.nik().value());
        assertThat(get(partner, slip))
                .hasStatusOk()
                .bodyText()
                .contains("Tunjukkan kertas ini", doors.office.name())
                .doesNotContain(who.name(), who.nik().value());
        assertThat(db.sql("SELECT channel, partner FROM walkin.walk_in WHERE id = :id")
                        .param("id", UUID.fromString(slip.substring(HERE.length() + 1)))
                        .query()
                        .singleRow())
                .isEqualTo(Map.of(
                        "channel",
                        "PARTNER",
                        "partner",
                        Objects.requireNonNull(partner.office()).value()));
        assertThat(db.sql("SELECT count(*) FROM audit.entry WHERE act = 'PARTNER_PLACE_GIVEN' AND account = :me")
                        .param("me", partner.account().value())
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void anotherPartnerOfTheSameOfficeDoesNotSeeWhatWasGivenNorDoesTheOffice() {
        var slip = location(post(partner, HERE, typed(People.someone(), doors.later(Channel.PARTNER))));

        assertThat(get(doors.partner(partners), slip)).hasStatus(404);
        var service = doors.signedIn(Role.CUSTOMER_SERVICE_OFFICER);
        assertThat(get(service, slip.replace(HERE, "/petugas/pelanggan/tempat")))
                .hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/petugas/pintu",
                "/petugas/pintu/hari-ini",
                "/petugas/loket",
                "/petugas/pelanggan",
                "/petugas/pelanggan/tempat",
                "/petugas/berkas",
                "/petugas/pegawai",
                "/petugas/kantor",
                "/petugas/kantor/mitra",
                "/petugas/audit"
            })
    void nothingElseIsOpenToAPartner(String address) {
        assertThat(get(partner, address)).hasStatus(403);
    }

    @Test
    void onlyPlacesOfPartnersAreGiven() {
        var others = doors.later(Channel.ASSISTED);

        assertThat(get(partner, HERE)).bodyText().doesNotContain(others.id().toString());
        assertThat(post(partner, HERE, typed(People.someone(), others)))
                .hasStatus(422)
                .bodyText()
                .contains("Pilih jam lain");
    }

    /** A form named by its number, as the office's own officers may, is not looked for. */
    @Test
    void aPartnerIsNotToldWhatSomebodyHasAlready() {
        var who = People.someone();
        var slot = doors.later(Channel.PARTNER);
        location(post(partner, HERE, typed(who, slot)));

        assertThat(post(doors.partner(partners), HERE, typed(who, slot)))
                .hasStatus(422)
                .bodyText()
                .contains("sudah punya jadwal atau permohonan, atau baru saja dilayani")
                .doesNotContain("pukul");

        var applicant = People.someone();
        var form = new FilledIn(house)
                .ready(SignedInPeople.applicant(accounts, applicant).account(), applicant);
        var named = new HashMap<>(typed(People.someone(), slot));
        named.put("formulir", form.toString());
        named.put("fullName", "");
        assertThat(post(partner, HERE, named)).hasStatus(422).bodyText().doesNotContain(applicant.name());
    }

    @Test
    void whenTheAgreementHasEndedNothingIsGivenAndThePageSaysSo() {
        var place = Objects.requireNonNull(partner.office());
        var slot = doors.later(Channel.PARTNER);
        var slip = location(post(partner, HERE, typed(People.someone(), slot)));

        assertThat(partners.end(place, doors.office.id())).isTrue();

        assertThat(get(partner, HERE)).hasStatusOk().bodyText().contains("Perjanjian sudah berakhir");
        assertThat(post(partner, HERE, typed(People.someone(), slot)))
                .hasStatusOk()
                .bodyText()
                .contains("Perjanjian sudah berakhir");
        assertThat(get(partner, slip)).hasStatus(404);
    }

    private static Map<String, String> typed(People.Someone who, Slot slot) {
        return Map.of(
                "kunci", UUID.randomUUID().toString(),
                "fullName", who.name(),
                "nik", who.nik().value(),
                "birthDate.day", String.valueOf(who.birthDate().getDayOfMonth()),
                "birthDate.month", String.valueOf(who.birthDate().getMonthValue()),
                "birthDate.year", String.valueOf(who.birthDate().getYear()),
                "what", "new",
                "slot", slot.id().toString());
    }

    private MvcTestResult get(SignedIn who, String address) {
        return browser.get().uri(address).with(as(who)).exchange();
    }

    private MvcTestResult post(SignedIn who, String address, Map<String, String> typed) {
        var request = browser.post().uri(address).with(as(who)).with(csrf());
        typed.forEach(request::param);
        return request.exchange();
    }

    private static String location(MvcTestResult answer) {
        assertThat(answer).as(Browser.text(answer)).hasStatus3xxRedirection();
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }
}
