package titian.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
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
import titian.Inbox;
import titian.People;
import titian.SignedInPeople;
import titian.Telephones;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.contact.Change.State;
import titian.outside.World;
import titian.passkey.AddedByAThief;
import titian.seal.Seals;
import titian.shared.AccountId;
import titian.shared.OfficeId;
import titian.shared.Role;
import titian.shared.SignedIn;

/** An account is given back at the counter: after checks, by invitation, with the old ends told, and all on record. */
@TitianTest
class RescueTest {

    static final OfficeId OFFICE = new OfficeId("kanim-jakarta-selatan");

    @Autowired
    Seals seals;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AccountDesk accounts;

    @Autowired
    ChangeDesk changes;

    @Autowired
    ConfirmDesk confirming;

    @Autowired
    JdbcClient db;

    @Autowired
    World world;

    @Autowired
    BeanFactory house;

    final People.Someone someone = People.someone();
    final String another = People.someone().email();
    AccountId me;
    SignedIn officer;
    Inbox inbox;

    @BeforeEach
    void open() {
        me = SignedInPeople.applicant(accounts, someone).account();
        officer = SignedInPeople.officer(accounts, OFFICE, Role.CUSTOMER_SERVICE_OFFICER);
        inbox = new Inbox(world);
    }

    @Test
    void afterTheChecksTheNewEndIsInvitedAndADayLaterItOpensTheAccount() {
        var page = find(officer, someone.nik().value());
        assertThat(get(officer, page))
                .hasStatusOk()
                .bodyText()
                .contains(someone.name(), someone.email().charAt(0) + "•••@warga.example")
                .doesNotContain(someone.email(), someone.nik().value(), "81234567890");
        assertThat(begin(officer, page, form())).hasRedirectedUrl("/petugas/pelanggan");
        var invitation = inbox.about(another, "Undangan memulihkan");
        var notice = inbox.about(someone.email(), "Di kantor imigrasi");
        assertThat(notice.text()).contains("/kontak/hentikan/").doesNotContain(another);
        var door = path("pulih", invitation.text());
        var visitor = new Browser(mvc);
        assertThat(visitor.get(door)).hasStatusOk().bodyText().contains("Pulihkan akun Anda");
        assertThat(visitor.post(door, Map.of("newDigits", "12"))).hasStatus(422);
        assertThat(visitor.post(door, Map.of("newDigits", digits(invitation.text()))))
                .hasRedirectedUrl(door);
        assertThat(visitor.get(door)).bodyText().contains("sudah diterima");

        Sweeping.sweep(confirming);
        assertThat(accounts.contact(me).orElseThrow().email()).isEqualTo(someone.email());
        world.clock().moveBy(Duration.ofDays(1).plusMinutes(1));
        Sweeping.sweep(confirming);

        assertThat(accounts.contact(me).orElseThrow().email()).isEqualTo(another);
        assertThat(inbox.about(another, "sudah pulih").text()).contains("/masuk/lupa");
        inbox.about(someone.email(), "sudah diganti");
        assertThat(visitor.get(door)).bodyText().contains("sudah pulih", "/masuk/lupa");
        assertThat(acts("CUSTOMER_FOUND")).isOne();
        assertThat(acts("RECOVERY_BEGUN")).isOne();
        assertThat(db.sql("SELECT why FROM audit.entry WHERE act = 'RECOVERY_BEGUN' AND subject = :account")
                        .param("account", me.toString())
                        .query(this::why)
                        .single())
                .isEqualTo("EMAIL_LOST");
    }

    @Test
    void whatAThiefAddedOpensNothingOnceTheAccountIsGivenBack() {
        var thief = new Browser(mvc);
        thief.signIn(someone.email(), SignedInPeople.PASSWORD);
        var added = new AddedByAThief(thief, me, house);
        begin(officer, find(officer, someone.nik().value()), form());
        var invitation = inbox.about(another, "Undangan memulihkan").text();
        new Browser(mvc).post(path("pulih", invitation), Map.of("newDigits", digits(invitation)));
        added.stillOpen();

        world.clock().moveBy(Duration.ofDays(1).plusMinutes(1));
        Sweeping.sweep(confirming);

        added.openNothing();
        assertThat(thief.get("/beranda")).hasRedirectedUrl("/masuk");
        assertThat(inbox.about(another, "sudah pulih").text()).contains("Kunci sandi", "dilepas");
    }

    @Test
    void aPhoneIsInvitedBySms() {
        var number = Telephones.someNumber();
        var form = form();
        form.put("to", "SMS");
        form.put("phone", number);
        form.remove("email");
        begin(officer, find(officer, someone.nik().value()), form);

        var text = new Telephones(world).about(number, "Undangan memulihkan").text();
        new Browser(mvc).post(path("pulih", text), Map.of("newDigits", digits(text)));
        world.clock().moveBy(Duration.ofDays(1).plusMinutes(1));
        Sweeping.sweep(confirming);

        assertThat(accounts.contact(me).orElseThrow().phone()).isEqualTo(number);
    }

    @Test
    void theOldEndStopsItWithinADayAndThePasswordStaysAsItIs() {
        begin(officer, find(officer, someone.nik().value()), form());
        var invitation = inbox.about(another, "Undangan memulihkan").text();
        var door = path("pulih", invitation);
        new Browser(mvc).post(door, Map.of("newDigits", digits(invitation)));
        var stop = path(
                "hentikan", inbox.about(someone.email(), "Di kantor imigrasi").text());
        var reader = new Browser(mvc);
        assertThat(reader.get(stop)).bodyText().contains("diminta di kantor imigrasi");

        assertThat(reader.post(stop, Map.of())).hasRedirectedUrl(stop);

        world.clock().moveBy(Duration.ofDays(2));
        Sweeping.sweep(confirming);
        assertThat(accounts.contact(me).orElseThrow().email()).isEqualTo(someone.email());
        assertThat(new Browser(mvc).signIn(someone.email(), SignedInPeople.PASSWORD))
                .hasRedirectedUrl("/beranda");
        assertThat(new Browser(mvc).get(door)).bodyText().contains("tidak berlaku lagi");
        assertThat(acts("EMAIL_CHANGE_STOPPED")).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"document", "face", "answers", "reason", "email", "to"})
    void nothingIsSentBeforeEverythingIsCheckedAndSaid(String missing) {
        var page = find(officer, someone.nik().value());
        var form = form();
        form.remove(missing);
        if (missing.equals("to")) {
            form.put("to", "POS");
        }

        assertThat(begin(officer, page, form)).hasStatus(422).bodyText().contains("<a href=\"#" + missing + "\">");

        assertThat(inbox.of(another)).isEmpty();
        assertThat(acts("RECOVERY_BEGUN")).isZero();
    }

    @Test
    void whatAnOfficerOpenedIsTheirsAtTheirOfficeForHalfAnHour() {
        var page = find(officer, someone.nik().value());
        var colleague = SignedInPeople.officer(accounts, OFFICE, Role.CUSTOMER_SERVICE_OFFICER);
        var elsewhere =
                new SignedIn(officer.account(), officer.name(), officer.roles(), new OfficeId("kanim-jakarta-pusat"));
        for (var other : new SignedIn[] {colleague, elsewhere}) {
            assertThat(get(other, page)).hasStatus(404);
            assertThat(begin(other, page, form())).hasStatus(404);
        }
        assertThat(get(officer, page)).hasStatusOk();

        world.clock().moveBy(Duration.ofMinutes(31));

        assertThat(get(officer, page)).hasStatus(404);
        assertThat(begin(officer, page, form())).hasStatus(404);
    }

    @Test
    void anyOfficeFindsWhoeverStandsThere() {
        var abroad =
                SignedInPeople.officer(accounts, new OfficeId("kanim-jakarta-pusat"), Role.CUSTOMER_SERVICE_OFFICER);

        assertThat(find(abroad, someone.nik().value())).startsWith("/petugas/pelanggan/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "3174010101900001x", "0000000000000000"})
    void aMalformedNumberIsSaidToBeOne(String nik) {
        assertThat(lookUp(officer, nik)).hasStatus(422).bodyText().contains("NIK harus 16 angka");
    }

    @Test
    void anUnknownNumberFindsNobodyAndStandsInNoAddress() {
        var nobody = People.someone().nik().value();

        assertThat(lookUp(officer, nobody))
                .hasStatus(422)
                .bodyText()
                .contains("Tidak ada akun")
                .doesNotContain(nobody);
    }

    @Test
    void thirtyLookUpsAnHourAreEnough() {
        for (int i = 0; i < 30; i++) {
            find(officer, someone.nik().value());
        }

        assertThat(lookUp(officer, someone.nik().value()))
                .hasStatus(422)
                .bodyText()
                .contains("terlalu banyak");
    }

    @Test
    void thirtyNumbersThatFindNobodyAreEnoughToo() {
        for (int i = 0; i < 30; i++) {
            assertThat(lookUp(officer, People.someone().nik().value()))
                    .bodyText()
                    .contains("Tidak ada akun");
        }

        for (var nik : List.of(People.someone().nik(), someone.nik())) {
            assertThat(lookUp(officer, nik.value())).hasStatus(422).bodyText().contains("terlalu banyak");
        }
        world.clock().moveBy(Duration.ofHours(1));
        assertThat(find(officer, someone.nik().value())).startsWith("/petugas/pelanggan/");
    }

    @Test
    void anAccountIsGivenBackTwiceAWeekAtMost() {
        for (int i = 0; i < 2; i++) {
            assertThat(begin(officer, find(officer, someone.nik().value()), form()))
                    .hasRedirectedUrl("/petugas/pelanggan");
        }

        assertThat(begin(officer, find(officer, someone.nik().value()), form()))
                .hasStatus(422)
                .bodyText()
                .contains("dua kali");
    }

    @Test
    void anAddressThatIsSomebodyElsesLooksTheSameAndItsDigitsFitNothing() {
        var other = People.someone();
        SignedInPeople.applicant(accounts, other);
        var form = form();
        form.put("email", other.email());

        assertThat(begin(officer, find(officer, someone.nik().value()), form)).hasRedirectedUrl("/petugas/pelanggan");

        inbox.about(other.email(), "sudah dipakai akun lain");
        assertThat(new Browser(mvc).signIn(other.email(), SignedInPeople.PASSWORD))
                .hasRedirectedUrl("/beranda");
    }

    @Test
    void theHoldersOwnPageTakesNoDigitsOfTheCounterAndAStrangersInvitationIsNone() {
        begin(officer, find(officer, someone.nik().value()), form());
        assertThat(changes.open(me)).isEmpty();
        var stranger = new Browser(mvc);
        assertThat(stranger.get("/kontak/pulih/" + UUID.randomUUID() + "/x")).hasStatus(404);
        var own =
                changes.ask(me, titian.account.EmailAddress.of(People.someone().email()));
        var path = changes.invitationAddress(own);
        assertThat(stranger.get(path)).hasStatus(404);
        stranger.post(path, Map.of("newDigits", changes.newDigits(own)));
        assertThat(changes.find(own).orElseThrow().state()).isEqualTo(State.ASKED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DOOR_OFFICER", "COUNTER_OFFICER", "ADMINISTRATOR", "AUDITOR", "VERIFIER"})
    void otherOfficersHaveNoSuchPage(String role) {
        var other = SignedInPeople.officer(accounts, OFFICE, Role.valueOf(role));

        assertThat(get(other, "/petugas/pelanggan")).hasStatus(403);
        assertThat(lookUp(other, someone.nik().value())).hasStatus(403);
    }

    private static Map<String, String> with(String... pairs) {
        var form = new HashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            form.put(pairs[i], pairs[i + 1]);
        }
        return form;
    }

    private Map<String, String> form() {
        return with(
                "document",
                "ya",
                "face",
                "ya",
                "answers",
                "ya",
                "reason",
                "EMAIL_LOST",
                "to",
                "EMAIL",
                "email",
                another);
    }

    private String find(SignedIn who, String nik) {
        var answer = lookUp(who, nik);
        assertThat(answer).hasStatus3xxRedirection();
        return String.valueOf(answer.getResponse().getRedirectedUrl());
    }

    private MvcTestResult lookUp(SignedIn who, String nik) {
        return mvc.post()
                .uri("/petugas/pelanggan/cari")
                .param("nik", nik)
                .with(as(who))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult get(SignedIn who, String path) {
        return mvc.get().uri(path).with(as(who)).exchange();
    }

    private MvcTestResult begin(SignedIn who, String path, Map<String, String> form) {
        var request = mvc.post().uri(path).with(as(who)).with(csrf());
        form.forEach(request::param);
        return request.exchange();
    }

    private int acts(String act) {
        return db.sql("SELECT count(*) FROM audit.entry WHERE act = :act AND subject = :account")
                .param("act", act)
                .param("account", me.toString())
                .query(Integer.class)
                .single();
    }

    private static String digits(String text) {
        return text.replaceAll("(?s).*?(?<![\\d-])(\\d{6})(?![\\d-]).*", "$1");
    }

    private static String path(String door, String text) {
        var link = Pattern.compile("/kontak/" + door + "/\\S+").matcher(text);
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private String why(ResultSet row, int number) throws SQLException {
        return seals.open(row.getString("why"), "audit.entry.why");
    }
}
