package titian.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import titian.Browser;
import titian.People;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.registry.RegistryDesk.Person;
import titian.shared.OfficeId;
import titian.shared.Role;

/** Registering: what is asked, how it is said what is wrong, and that sending it twice is sending it once. */
@TitianTest
class RegisteringTest extends AtTheRegistration {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name     | ''                | Isi nama lengkap
            name     | '   '             | Isi nama lengkap
            name     | Ratna 2           | Nama hanya boleh
            name     | <b>Ratna</b>      | Nama hanya boleh
            nik      | ''                | Isi NIK
            nik      | 3174 0101 90      | harus 16 angka
            nik      | 0000000000000000  | harus 16 angka
            email    | ''                | Isi alamat surel
            email    | ratna             | belum lengkap
            email    | ratna@warga       | belum lengkap
            phone    | ''                | Isi nomor ponsel
            phone    | 0812              | tidak dapat dibaca
            phone    | nomor saya        | tidak dapat dibaca
            password | ''                | Isi kata sandi
            password | pendek123         | paling sedikit 10
            password | password123       | mudah ditebak
            consent  | ''                | Centang persetujuan
            consent  | 1999-01           | Centang persetujuan
            """)
    void aMalformedFieldIsNamedAndTheRestIsKept(String field, String value, String said) {
        var form = Forms.with(Forms.registration(someone), field, value);

        var answer = browser.post("/daftar", form);

        assertThat(answer).hasStatus(422);
        assertThat(answer)
                .bodyText()
                .contains("Ada 1 isian")
                .contains("Ada kesalahan: Daftar akun")
                .contains("<a href=\"#" + field + "\">")
                .contains("aria-invalid=\"true\"")
                .contains(said)
                .doesNotContain(SignedInPeople.PASSWORD);
        for (var other : new String[] {"name", "email"}) {
            if (!other.equals(field)) {
                assertThat(answer).bodyText().contains("value=\"" + form.get(other) + "\"");
            }
        }
        assertThat(accounts()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "31,2,1990,tidak mungkin",
        "1,1,90,tidak mungkin",
        "1,1,2100,tidak mungkin",
        "1,1,2020,17 tahun",
        ",,,Isi tanggal"
    })
    void aDayOfBirthThatCannotBeOrIsAChildsIsNamed(String day, String month, String year, String said) {
        var form = Forms.registration(someone);
        form = Forms.with(form, "birthDate.day", day == null ? "" : day);
        form = Forms.with(form, "birthDate.month", month == null ? "" : month);
        form = Forms.with(form, "birthDate.year", year == null ? "" : year);

        assertThat(browser.post("/daftar", form)).hasStatus(422).bodyText().contains("<a href=\"#birthDate\">", said);
    }

    @ParameterizedTest
    @CsvSource({"name", "nik", "email", "phone", "password", "consent"})
    void aMissingFieldIsNamedToo(String field) {
        assertThat(browser.post("/daftar", Forms.without(Forms.registration(someone), field)))
                .hasStatus(422)
                .bodyText()
                .contains("<a href=\"#" + field + "\">");
    }

    @ParameterizedTest
    @CsvSource({"name", "email", "phone", "password"})
    void anOverlongFieldIsRefusedPolitely(String field) {
        var long100k = "ab ".repeat(33_000);

        assertThat(browser.post("/daftar", Forms.with(Forms.registration(someone), field, long100k)))
                .hasStatus(422)
                .bodyText()
                .contains("<a href=\"#" + field + "\">");
    }

    @Test
    void anEmptyFormNamesEveryFieldFromTopToBottom() {
        var text = Browser.text(browser.post("/daftar", Map.of()));

        assertThat(text).contains("Ada 7 isian");
        assertThat(text.substring(text.indexOf("errsum"), text.indexOf("</ul>")))
                .containsSubsequence("#name", "#nik", "#birthDate", "#email", "#phone", "#password", "#consent");
    }

    @Test
    void theFormSpeaksEnglish() {
        browser.get("/daftar?lang=en");

        assertThat(browser.post("/daftar", Map.of()))
                .hasStatus(422)
                .bodyText()
                .contains("There are 7 answers to correct")
                .contains("Enter your e-mail address");
    }

    @Test
    void fieldsSayWhatABrowserMayFillIn() {
        assertThat(browser.get("/daftar"))
                .hasStatusOk()
                .bodyText()
                .contains("autocomplete=\"name\"", "autocomplete=\"email\"", "autocomplete=\"tel\"")
                .contains("autocomplete=\"new-password\"");
        browser.post("/daftar", Forms.registration(someone));
        assertThat(browser.get("/daftar/kode")).bodyText().contains("autocomplete=\"one-time-code\"");
    }

    @Test
    void sendingTheFormTwiceIsRegisteringOnce() {
        var form = Forms.registration(someone);

        browser.post("/daftar", form);
        browser.post("/daftar", form);

        assertThat(accounts()).isOne();
        assertThat(codes()).isOne();
    }

    @Test
    void sendingTheFormManyTimesAtOnceIsRegisteringOnce() throws Exception {
        var asked = SignedInPeople.registration(someone);

        assertThat(codesOf(8, () -> desk.register(asked, SignedInPeople.network())))
                .hasSize(1);

        assertThat(accounts()).isOne();
        assertThat(codes()).isOne();
    }

    @Test
    void anAddressWithAnAccountLooksTheSameAndKeepsItsAccount() {
        var known = People.someone();
        var me = SignedInPeople.applicant(desk, known);
        var stranger = new Browser(mvc);
        var form =
                Forms.with(Forms.registration(someone), "email", known.email().toUpperCase(Locale.ROOT));

        assertThat(stranger.post("/daftar", form)).hasRedirectedUrl("/daftar/kode");
        browser.post("/daftar", Forms.registration(someone));

        var theirs = Browser.text(stranger.get("/daftar/kode"));
        var ours = Browser.text(browser.get("/daftar/kode"));
        assertThat(tidy(theirs, known.email().toUpperCase(Locale.ROOT))).isEqualTo(tidy(ours, someone.email()));
        var row = db.sql("SELECT id FROM account.code WHERE account = :account AND NOT confirms")
                .param("account", me.account().value())
                .query(UUID.class)
                .single();
        var digits = desk.code(row).orElseThrow().digits();
        assertThat(stranger.post("/daftar/kode", Map.of("digits", digits)))
                .hasStatus(422)
                .bodyText()
                .contains("4 kali lagi");
        assertThat(new Browser(mvc).signIn(known.email(), SignedInPeople.PASSWORD))
                .hasRedirectedUrl("/beranda");
        assertThat(desk.contact(me.account()).orElseThrow().name()).isEqualTo(known.name());
    }

    @Test
    void whoeverRegistersLastHasTheUnconfirmedAccount() {
        var mistyped = new Registration(
                UUID.randomUUID(),
                new Person(someone.nik(), "ORANG LAIN", someone.birthDate()),
                EmailAddress.of(someone.email()),
                Phone.of("0811111111111"),
                null,
                "kata sandi orang lain",
                Locale.of("id"),
                "test");
        var first = desk.register(mistyped, SignedInPeople.network());
        var digits = desk.code(first).orElseThrow().digits();

        var mine = desk.register(SignedInPeople.registration(someone), SignedInPeople.network());

        assertThatExceptionOfType(AccountRefused.CodeExpired.class).isThrownBy(() -> desk.confirm(first, digits));
        var me = desk.confirm(mine, desk.code(mine).orElseThrow().digits());
        assertThat(me.name()).isEqualTo(someone.name());
        assertThat(accounts()).isOne();
    }

    @Test
    void officersAreAppointedAgainWithoutHarmAndApplicantsAreNot() {
        var officer = People.officer();
        var office = new OfficeId("kanim-bandung");
        var roles = Set.of(Role.DOOR_OFFICER, Role.ADMINISTRATOR);

        var first = desk.appoint(officer.email(), officer.name(), SignedInPeople.PASSWORD, office, roles);
        var again = desk.appoint(
                officer.email().toUpperCase(Locale.ROOT),
                officer.name(),
                SignedInPeople.PASSWORD,
                office,
                Set.of(Role.DOOR_OFFICER));

        assertThat(again).isEqualTo(first);
        assertThat(browser.signIn(officer.email(), SignedInPeople.PASSWORD)).hasRedirectedUrl("/petugas/bukti");
        var applicant = People.someone();
        SignedInPeople.applicant(desk, applicant);
        assertThatExceptionOfType(AccountRefused.AddressTaken.class)
                .isThrownBy(() -> desk.appoint(applicant.email(), "X", SignedInPeople.PASSWORD, office, roles));
        assertThat(new Browser(mvc).signIn(applicant.email(), SignedInPeople.PASSWORD))
                .hasRedirectedUrl("/beranda");
    }

    @Test
    void whatNobodyConfirmedIsForgottenAfterAWeek() {
        desk.register(SignedInPeople.registration(someone), SignedInPeople.network());
        var kept = People.someone();
        var me = SignedInPeople.applicant(desk, kept);

        world.clock().moveBy(Duration.ofDays(8));
        desk.tidy();

        assertThat(accounts()).isZero();
        assertThat(desk.contact(me.account())).isPresent();
    }

    private static String tidy(String page, String address) {
        return page.substring(page.indexOf("<main"))
                .replace(address, "ALAMAT")
                .replaceAll("\\d\\d\\.\\d\\d", "JAM")
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private static Set<UUID> codesOf(int times, Callable<UUID> asking) throws Exception {
        var codes = new ArrayList<Future<UUID>>();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < times; i++) {
                codes.add(crowd.submit(asking));
            }
        }
        var different = new HashSet<UUID>();
        for (var code : codes) {
            different.add(code.get());
        }
        return different;
    }
}
