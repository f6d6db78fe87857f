package titian.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionOperations;
import titian.Browser;
import titian.People;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.allowance.Limit;
import titian.allowance.Limits;
import titian.allowance.TooManyAttempts;
import titian.outside.World;
import titian.registry.RegistryDesk.Person;
import titian.seal.Seals;
import titian.shared.OfficeId;
import titian.shared.Role;

/** Getting an account: every field, every wrong turn, and everyone who is not who they say. */
@TitianTest
class RegisteringTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AccountDesk desk;

    @Autowired
    Accounts accounts;

    @Autowired
    Registrations registrations;

    @Autowired
    Codes codes;

    @Autowired
    Limits limits;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    JdbcClient db;

    @Autowired
    Seals seals;

    @Autowired
    World world;

    final People.Someone someone = People.someone();
    Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(mvc);
    }

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
                Forms.with(Forms.registration(someone), "email", known.email().toUpperCase(java.util.Locale.ROOT));

        assertThat(stranger.post("/daftar", form)).hasRedirectedUrl("/daftar/kode");
        browser.post("/daftar", Forms.registration(someone));

        var theirs = Browser.text(stranger.get("/daftar/kode"));
        var ours = Browser.text(browser.get("/daftar/kode"));
        assertThat(tidy(theirs, known.email().toUpperCase(java.util.Locale.ROOT)))
                .isEqualTo(tidy(ours, someone.email()));
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
                java.util.Locale.of("id"),
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
    void nobodySlipsTheirPasswordUnderAnothersCode() {
        var attack = new Registration(
                UUID.randomUUID(),
                new Person(someone.nik(), "PENYERANG", someone.birthDate()),
                EmailAddress.of(someone.email()),
                Phone.of("0811111111111"),
                null,
                "kata sandi penyerang",
                java.util.Locale.of("id"),
                "test");
        desk.register(attack, SignedInPeople.network());
        var mine = desk.register(SignedInPeople.registration(someone), SignedInPeople.network());
        var digits = desk.code(mine).orElseThrow().digits();

        desk.register(attack, SignedInPeople.network());

        assertThatExceptionOfType(AccountRefused.CodeExpired.class).isThrownBy(() -> desk.confirm(mine, digits));
        assertThatExceptionOfType(AccountRefused.CodeExpired.class).isThrownBy(() -> desk.askAgain(mine));
    }

    @Test
    void wrongDigitsAreCountedAndAfterFiveNoneFit() {
        browser.post("/daftar", Forms.registration(someone));
        var digits = digits();
        var wrong = digits.equals("000000") ? "000001" : "000000";

        for (int left = 4; left > 0; left--) {
            assertThat(browser.post("/daftar/kode", Map.of("digits", wrong)))
                    .hasStatus(422)
                    .bodyText()
                    .contains(left + " kali lagi");
        }
        assertThat(browser.post("/daftar/kode", Map.of("digits", wrong)))
                .bodyText()
                .contains("terlalu sering dicoba");
        assertThat(browser.post("/daftar/kode", Map.of("digits", digits)))
                .hasStatus(422)
                .bodyText()
                .contains("terlalu sering dicoba");
    }

    @ParameterizedTest
    @CsvSource({"''", "12345", "1234567", "abcdef", "١٢٣٤٥٦", "12 34", "<b>123"})
    void whatIsNoCodeIsToldAndNotCounted(String typed) {
        browser.post("/daftar", Forms.registration(someone));

        assertThat(browser.post("/daftar/kode", Map.of("digits", typed)))
                .hasStatus(422)
                .bodyText()
                .contains("6 angka");
        assertThat(db.sql("SELECT tries FROM account.code WHERE id = :id")
                        .param("id", code())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void guessingFromManyPlacesAtOnceGainsNothing() throws Exception {
        var code = desk.register(SignedInPeople.registration(someone), SignedInPeople.network());
        var right = Integer.parseInt(desk.code(code).orElseThrow().digits());

        try (var guessers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 1; i <= 20; i++) {
                var guess = "%06d".formatted((right + i) % 1_000_000);
                guessers.submit(() -> desk.confirm(code, guess));
            }
        }

        assertThatExceptionOfType(AccountRefused.CodeWrong.class)
                .isThrownBy(() -> desk.confirm(code, "%06d".formatted(right)))
                .satisfies(wrong -> assertThat(wrong.left()).isZero());
    }

    @Test
    void theRightDigitsTwiceAreHarmless() {
        var code = desk.register(SignedInPeople.registration(someone), SignedInPeople.network());
        var digits = desk.code(code).orElseThrow().digits();

        assertThat(desk.confirm(code, digits)).isEqualTo(desk.confirm(code, digits));
    }

    @Test
    void anOldCodeNoLongerCountsAndANewOneDoes() {
        browser.post("/daftar", Forms.registration(someone));
        var old = digits();
        world.clock().moveBy(Code.LIFE);

        assertThat(browser.post("/daftar/kode", Map.of("digits", old)))
                .hasStatus(422)
                .bodyText()
                .contains("tidak berlaku lagi");
        assertThat(browser.post("/daftar/kode/ulang", Map.of())).hasRedirectedUrl("/daftar/kode");
        assertThat(browser.post("/daftar/kode", Map.of("digits", digits()))).hasRedirectedUrl("/beranda");
    }

    @Test
    void anotherCodeMayBeAskedForAfterAMinute() {
        browser.post("/daftar", Forms.registration(someone));
        var first = code();

        browser.post("/daftar/kode/ulang", Map.of());
        assertThat(browser.get("/daftar/kode"))
                .bodyText()
                .contains("baru saja dikirim")
                .containsPattern("mulai pukul \\d\\d\\.\\d\\d WIB");
        assertThat(code()).isEqualTo(first);

        world.clock().moveBy(Code.PAUSE);
        browser.post("/daftar/kode/ulang", Map.of());
        assertThat(browser.get("/daftar/kode")).bodyText().contains("sudah kami kirim");
        assertThat(code()).isNotEqualTo(first);
        assertThat(desk.code(first)).isEmpty();
    }

    @Test
    void fiveCodesAnHourAreEnough() {
        browser.post("/daftar", Forms.registration(someone));
        for (int i = 0; i < 5; i++) {
            world.clock().moveBy(Code.PAUSE);
            browser.post("/daftar/kode/ulang", Map.of());
        }

        assertThat(browser.get("/daftar/kode"))
                .bodyText()
                .contains("sudah terlalu sering diminta")
                .containsPattern("mulai pukul \\d\\d\\.\\d\\d WIB");
        assertThat(codes()).isEqualTo(5);
        assertThat(new Browser(mvc).post("/daftar", Forms.registration(someone)))
                .hasStatus(429)
                .bodyText()
                .contains("terlalu sering");
        world.clock().moveBy(Duration.ofHours(1));
        browser.post("/daftar/kode/ulang", Map.of());
        assertThat(codes()).isEqualTo(6);
    }

    @Test
    void aNetworkRegistersAHundredPeopleAnHourAndOthersAreNotHeldUp() {
        for (int i = 1; i < Limit.REGISTRATIONS_FROM_NETWORK.times(); i++) {
            limits.take(
                    Limit.REGISTRATIONS_FROM_NETWORK,
                    Limits.network(browser.network()),
                    world.clock().instant());
        }

        assertThat(browser.post("/daftar", Forms.registration(someone))).hasRedirectedUrl("/daftar/kode");
        assertThat(browser.post("/daftar", Forms.registration(People.someone())))
                .hasStatus(429)
                .bodyText()
                .contains("terlalu sering")
                .containsPattern("\\d\\d\\.\\d\\d WIB");
        assertThat(new Browser(mvc).post("/daftar", Forms.registration(People.someone())))
                .hasRedirectedUrl("/daftar/kode");
    }

    /** Nobody's turn to be hashed ever comes here: whoever is told of the limit was not hashed for. */
    @Test
    void aNetworkThatRegistersTooManyTakesNobodysTurnToBeHashed() {
        var crowded = new AccountDesk(
                accounts,
                registrations,
                codes,
                limits,
                new Passwords(HashCost.LEAST, 0, Duration.ZERO),
                events,
                transactions,
                world.clock());
        for (int i = 0; i < Limit.REGISTRATIONS_FROM_NETWORK.times(); i++) {
            assertThatExceptionOfType(AccountRefused.Busy.class)
                    .isThrownBy(() -> crowded.register(SignedInPeople.registration(someone), browser.network()));
        }

        assertThatExceptionOfType(TooManyAttempts.class)
                .isThrownBy(() -> crowded.register(SignedInPeople.registration(someone), browser.network()));
        assertThat(browser.post("/daftar", Forms.registration(someone))).hasStatus(429);
    }

    @Test
    void withoutARegistrationThereIsNoCodePage() {
        assertThat(browser.get("/daftar/kode")).hasRedirectedUrl("/masuk");
        assertThat(browser.post("/daftar/kode", Map.of("digits", "123456"))).hasRedirectedUrl("/masuk");
        assertThat(browser.post("/daftar/kode/ulang", Map.of())).hasRedirectedUrl("/masuk");
    }

    @Test
    void officersAreAppointedAgainWithoutHarmAndApplicantsAreNot() {
        var office = new OfficeId("kanim-bandung");
        var roles = java.util.Set.of(Role.DOOR_OFFICER, Role.ADMINISTRATOR);

        var first = desk.appoint(someone.email(), someone.name(), SignedInPeople.PASSWORD, office, roles);
        var again = desk.appoint(
                someone.email().toUpperCase(java.util.Locale.ROOT),
                someone.name(),
                SignedInPeople.PASSWORD,
                office,
                java.util.Set.of(Role.DOOR_OFFICER));

        assertThat(again).isEqualTo(first);
        assertThat(browser.signIn(someone.email(), SignedInPeople.PASSWORD)).hasRedirectedUrl("/petugas/bukti");
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

    private static java.util.Set<UUID> codesOf(int times, java.util.concurrent.Callable<UUID> asking) throws Exception {
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

    private String digits() {
        return desk.code(code()).orElseThrow().digits();
    }

    private UUID code() {
        return db.sql("""
                        SELECT c.id FROM account.code c JOIN account.account a ON a.id = c.account
                         WHERE a.email_mark = :email AND c.replaced_at IS NULL
                        """).param("email", mark(someone)).query(UUID.class).single();
    }

    private int accounts() {
        return db.sql("SELECT count(*) FROM account.account WHERE email_mark = :email")
                .param("email", mark(someone))
                .query(Integer.class)
                .single();
    }

    private int codes() {
        return db.sql("""
                        SELECT count(*) FROM account.code c JOIN account.account a ON a.id = c.account
                         WHERE a.email_mark = :email
                        """).param("email", mark(someone)).query(Integer.class).single();
    }

    private UUID mark(People.Someone whom) {
        return seals.mark("email", whom.email());
    }
}
