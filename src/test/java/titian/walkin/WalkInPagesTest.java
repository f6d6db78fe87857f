package titian.walkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.Browser;
import titian.People;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.application.ApplicationDesk;
import titian.application.DraftDesk;
import titian.booking.Pause;
import titian.form.FilledIn;
import titian.shared.Channel;
import titian.shared.Role;
import titian.shared.SignedIn;
import titian.slot.Slot;

/** The pages by which officers give places, and what they say when there is none. */
@TitianTest
class WalkInPagesTest {

    private static final String DOOR = "/petugas/pintu/tanpa-janji";
    private static final String SERVICE = "/petugas/pelanggan/tempat";

    @Autowired
    MockMvcTester browser;

    @Autowired
    AccountDesk accounts;

    @Autowired
    ApplicationDesk applications;

    @Autowired
    DraftDesk drafts;

    @Autowired
    DataSource database;

    @Autowired
    BeanFactory house;

    SomeDoors doors;
    SignedIn door;

    @BeforeEach
    void aDoor() {
        doors = new SomeDoors(house);
        door = doors.signedIn(Role.DOOR_OFFICER);
    }

    @Test
    void theDoorLeadsHereAndSaysWhatIsLeft() {
        doors.now();

        assertThat(get(door, "/petugas/pintu")).hasStatusOk().bodyText().contains("href=\"" + DOOR + "\"");
        assertThat(get(door, DOOR)).hasStatusOk().bodyText().contains("Tempat yang masih ada", "Hari ini, ", "tempat)");
    }

    @Test
    void whoeverIsNotKnownIsTypedInAndGetsANumberOnPaper() {
        var slot = doors.now();
        var who = People.someone();

        var found = post(door, DOOR + "/cari", Map.of("siapa", who.nik().value()));
        assertThat(found)
                .hasStatusOk()
                .bodyText()
                .contains("value=\"" + who.nik().value() + "\"", "Lansia");
        assertThat(found).hasHeader("Cache-Control", "no-store");

        var given = post(door, DOOR, typed(who, slot));
        var paper = location(given);
        assertThat(paper)
                .startsWith("/petugas/pintu/tiket/")
                .doesNotContain(who.nik().value());
        assertThat(get(door, paper))
                .hasStatusOk()
                .bodyText()
                .contains("P-0", doors.office.name())
                .doesNotContain("<svg class=\"qr\"", who.name(), who.nik().value());
    }

    @Test
    void anotherDayPrintsACode() {
        var slot = doors.later(Channel.PRIORITY);
        var who = People.someone();

        var slip = location(post(door, DOOR, typed(who, slot)));

        assertThat(slip).startsWith(DOOR + "/");
        assertThat(get(door, slip))
                .hasStatusOk()
                .bodyText()
                .contains("Tunjukkan kertas ini", "<svg class=\"qr\"", doors.office.name())
                .doesNotContain(who.name(), who.nik().value());
    }

    @Test
    void thirtyNumbersAnHourAreEnoughWhetherTheyFindAnybodyOrNot() {
        doors.now();
        for (int i = 0; i < 30; i++) {
            assertThat(post(
                            door,
                            DOOR + "/cari",
                            Map.of("siapa", People.someone().nik().value())))
                    .hasStatusOk();
        }

        assertThat(post(
                        door,
                        DOOR + "/cari",
                        Map.of("siapa", People.someone().nik().value())))
                .hasStatus(422)
                .bodyText()
                .contains("terlalu banyak");
    }

    @Test
    void theSamePageSentTwiceLeadsToTheSamePaper() {
        var typed = typed(People.someone(), doors.now());

        assertThat(location(post(door, DOOR, typed))).isEqualTo(location(post(door, DOOR, typed)));
    }

    @Test
    void customerServiceBooksForSomebody() {
        var service = doors.signedIn(Role.CUSTOMER_SERVICE_OFFICER);
        var slot = doors.later(Channel.ASSISTED);
        var who = People.someone();
        assertThat(get(service, "/petugas/pelanggan")).hasStatusOk().bodyText().contains("href=\"" + SERVICE + "\"");
        assertThat(post(service, SERVICE + "/cari", Map.of("siapa", who.nik().value())))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Mengapa didahulukan");

        var slip = location(post(service, SERVICE, typed(who, slot)));

        assertThat(slip).startsWith(SERVICE + "/");
        assertThat(get(service, slip)).hasStatusOk().bodyText().contains("Tunjukkan kertas ini");
        assertThat(get(door, slip.replace(SERVICE, DOOR))).hasStatus(404);
    }

    @ParameterizedTest
    @CsvSource({"CUSTOMER_SERVICE_OFFICER,/petugas/pintu/tanpa-janji", "DOOR_OFFICER,/petugas/pelanggan/tempat"})
    void eachStationIsItsOfficersOwn(Role role, String address) {
        assertThat(get(doors.signedIn(role), address)).hasStatus(403);
        assertThat(post(doors.signedIn(role), address, Map.of())).hasStatus(403);
        assertThat(get(SignedInPeople.applicant(accounts), address)).hasStatus(403);
    }

    @Test
    void aFormIsFoundByItsNumberAndGoesIn() {
        var who = People.someone();
        var applicant = SignedInPeople.applicant(accounts, who);
        var form = new FilledIn(house).ready(applicant.account(), who);
        var reference = drafts.find(form).orElseThrow().reference().toString();
        var slot = doors.now();

        assertThat(post(door, DOOR + "/cari", Map.of("siapa", reference)))
                .hasStatusOk()
                .bodyText()
                .contains("Formulir sudah lengkap", reference, "name=\"formulir\"");
        var typed = Map.of(
                "kunci",
                UUID.randomUUID().toString(),
                "siapa",
                reference,
                "formulir",
                reference,
                "group",
                "PREGNANT",
                "slot",
                slot.id().toString());
        assertThat(location(post(door, DOOR, typed))).startsWith("/petugas/pintu/tiket/");

        assertThat(applications.summary(form).orElseThrow().stage()).isEqualTo("CHECKED_IN");
        assertThat(get(applicant, "/permohonan/" + form)).hasStatusOk();
        assertThat(get(applicant, "/antrean/" + form)).hasStatusOk().bodyText().contains("P");
        assertThat(post(door, DOOR + "/cari", Map.of("siapa", reference)))
                .hasStatus(422)
                .bodyText()
                .contains("sudah masuk");
    }

    @Test
    void aFormIsFoundByTheNumberOfItsPersonToo() {
        var who = People.someone();
        var applicant = SignedInPeople.applicant(accounts, who);
        var form = new FilledIn(house).ready(applicant.account(), who);
        var reference = drafts.find(form).orElseThrow().reference().toString();

        assertThat(post(door, DOOR + "/cari", Map.of("siapa", who.nik().value())))
                .hasStatusOk()
                .bodyText()
                .contains(reference, "Daftarkan tanpa formulir ini");
        assertThat(post(door, DOOR + "/cari", Map.of("siapa", who.nik().value(), "tanpa", "ya")))
                .hasStatusOk()
                .bodyText()
                .doesNotContain(reference)
                .contains("name=\"fullName\"");
    }

    @Test
    void whatIsMissingIsSaidAndWhatWasTypedStays() {
        doors.now();

        assertThat(post(door, DOOR, Map.of("kunci", UUID.randomUUID().toString(), "fullName", "siti rahma")))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "value=\"SITI RAHMA\"",
                        "href=\"#nik\"",
                        "href=\"#birthDate\"",
                        "href=\"#what\"",
                        "href=\"#group\"",
                        "href=\"#slot\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "<script>alert(1)</script>", "7Q4M", "3174010101010000"})
    void whatIsNoNumberIsSaidInWords(String typed) {
        assertThat(post(door, DOOR + "/cari", Map.of("siapa", typed)))
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#siapa\"")
                .doesNotContain("<script>alert");
    }

    @ParameterizedTest
    @CsvSource({"kunci,x", "slot,x", "slot,00000000-0000-0000-0000-000000000000", "group,YOUNG", "formulir,ZZZZ-ZZ"})
    void whatIsForgedGivesNothing(String field, String value) {
        var typed = new HashMap<>(typed(People.someone(), doors.now()));
        typed.put(field, value);

        assertThat(post(door, DOOR, typed)).hasStatus(422);
    }

    @Test
    void whoeverIsTooYoungIsToldSo() {
        var typed = new HashMap<>(typed(People.child(), doors.now()));
        typed.put("group", "ELDERLY");

        assertThat(post(door, DOOR, typed)).hasStatus(422).bodyText().contains("belum 60 tahun", "href=\"#group\"");
    }

    @Test
    void aPlaceTakenMeanwhileIsSaidAndOthersAreOffered() {
        var slot = doors.later(Channel.PRIORITY);
        for (int people = 0; people < SomeDoors.PRIORITY_PLACES; people++) {
            assertThat(post(door, DOOR, typed(People.someone(), slot))).hasStatus3xxRedirection();
        }

        assertThat(post(door, DOOR, typed(People.someone(), slot)))
                .hasStatus(422)
                .bodyText()
                .contains("baru saja terisi", "name=\"slot\"")
                .doesNotContain("value=\"" + slot.id() + "\"");
    }

    @Test
    void inARushTheOfficerIsAskedToPressAgainAndWhatWasTypedStays() {
        var slot = doors.later(Channel.PRIORITY);
        var who = People.someone();
        var typed = typed(who, slot);

        try (var _ = Pause.before(database, slot.id())) {
            var answer = post(door, DOOR, typed);
            assertThat(answer).hasStatus(429).bodyText().contains("Tekan lagi", who.name());
            assertThat(answer.getResponse().getHeader("Retry-After")).matches("[1-9]\\d*");
        }

        assertThat(post(door, DOOR, typed)).hasStatus3xxRedirection();
    }

    @Test
    void whoeverHasATimeIsSentToIt() {
        var who = People.someone();
        assertThat(post(door, DOOR, typed(who, doors.later(Channel.PRIORITY)))).hasStatus3xxRedirection();

        assertThat(post(door, DOOR, typed(who, doors.later(Channel.PRIORITY))))
                .hasStatus(422)
                .bodyText()
                .contains("Daftar hari ini");
    }

    @Test
    void inTheEveningTheNextDayIsOffered() {
        doors.now();
        doors.evening();

        assertThat(get(door, DOOR))
                .hasStatusOk()
                .bodyText()
                .contains("hari ini sudah habis")
                .doesNotContain("Hari ini, ");
        assertThat(post(
                        door,
                        DOOR + "/cari",
                        Map.of("siapa", People.someone().nik().value())))
                .hasStatusOk()
                .bodyText()
                .contains("hari ini sudah habis", "name=\"slot\"");
    }

    @Test
    void anOfficeThatSetsNothingAsideSaysSo() {
        var without = SomeDoors.settingNothingAside(house);
        without.evening();
        var officer = without.signedIn(Role.DOOR_OFFICER);
        var service = without.signedIn(Role.CUSTOMER_SERVICE_OFFICER);

        assertThat(get(officer, DOOR)).hasStatusOk().bodyText().contains("Tidak ada lagi tempat prioritas");
        assertThat(post(
                        officer,
                        DOOR + "/cari",
                        Map.of("siapa", People.someone().nik().value())))
                .hasStatusOk()
                .bodyText()
                .contains("Tidak ada lagi tempat prioritas")
                .doesNotContain("name=\"slot\"");
        assertThat(get(service, SERVICE)).hasStatusOk().bodyText().contains("tidak mempunyai tempat");
    }

    private static Map<String, String> typed(People.Someone who, Slot slot) {
        return Map.of(
                "kunci", UUID.randomUUID().toString(),
                "siapa", who.nik().value(),
                "fullName", who.name(),
                "nik", who.nik().value(),
                "birthDate.day", String.valueOf(who.birthDate().getDayOfMonth()),
                "birthDate.month", String.valueOf(who.birthDate().getMonthValue()),
                "birthDate.year", String.valueOf(who.birthDate().getYear()),
                "what", "new",
                "group", "DISABLED",
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
