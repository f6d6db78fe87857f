package titian.form;

import static org.assertj.core.api.Assertions.assertThat;
import static titian.SignedInPeople.as;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.allowance.SpentQuestions;
import titian.application.ApplicationDesk;
import titian.application.DraftDesk;
import titian.application.Outside;
import titian.application.Paid;
import titian.application.Stage.Submitted;
import titian.document.DocumentDesk;
import titian.document.DocumentKind;
import titian.document.SentInPieces;
import titian.form.Answer.Identity;
import titian.form.Answer.NikCheck.Outcome;
import titian.outside.World;
import titian.seal.Seals;
import titian.shared.ApplicationId;
import titian.shared.SignedIn;

/** The nine steps as people meet them. */
@TitianTest
class FormPagesTest {

    @Autowired
    BeanFactory house;

    @Autowired
    MockMvcTester browser;

    @Autowired
    DraftDesk applications;

    @Autowired
    AnswerSheets sheets;

    @Autowired
    FormDesk forms;

    @Autowired
    DocumentDesk documents;

    @Autowired
    AccountDesk accounts;

    @Autowired
    Seals seals;

    @Autowired
    World world;

    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    Person person;

    @BeforeEach
    void somebody() {
        person = new Person(browser);
    }

    @Test
    void allNineStepsLeadToABill() {
        Outside.register(world, person.who, "HIDUP");
        var id = person.before("jadwal");
        var slot = new FilledIn(house).opened();

        assertThat(person.answer(id, "jadwal", Map.of("slot", slot.toString())))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/permohonan/" + id + "/periksa");
        assertThat(person.get("/permohonan/" + id + "/periksa"))
                .hasStatusOk()
                .bodyText()
                .contains(person.who.name(), "Rp950.000", "Kirim permohonan", "Cipedak");
        assertThat(person.answer(id, "periksa", Map.of("setuju", "ya"))).hasRedirectedUrl("/tagihan/" + id);

        assertThat(applications.find(id).orElseThrow().stage()).isInstanceOf(Submitted.class);
        assertThat(person.answer(id, "periksa", Map.of("setuju", "ya")))
                .as("a second press")
                .hasRedirectedUrl("/tagihan/" + id);
        assertThat(person.get("/permohonan/" + id)).hasStatusOk().bodyText().contains("Menunggu pembayaran");
        assertThat(person.get("/beranda")).hasStatusOk().bodyText().contains("Tinggal membayar");
    }

    /** Page, field, what is typed there, and a piece of what is said about it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', emptyValue = "", textBlock = """
            nik       | fullName           | ""               | Isi nama lengkap
            nik       | fullName           | R4TNA            | hanya boleh berisi huruf
            nik       | nik                | ""               | Isi NIK
            nik       | nik                | 31740255079000   | Anda mengisi 14 angka
            nik       | nik                | 3174O25507900012 | hanya berisi angka
            nik       | nik                | 3174025599900001 | tidak mungkin benar
            nik       | birthDate.day      | ""               | tidak ada di kalender
            nik       | birthDate.month    | 13               | bulan dengan angka 1 sampai 12
            nik       | birthDate.year     | 90               | tahun lengkap
            nik       | birthDate.year     | 2999             | masa depan
            perdim    | hasPassport        | ""               | Pilih pernah atau belum
            perdim    | hasPassport        | mungkin          | Pilih pernah atau belum
            perdim    | purpose            | ""               | Pilih tujuan
            perdim    | purpose            | PERANG           | Pilih tujuan
            perdim    | stay               | ""               | Pilih lama tinggal
            perdim    | country            | XX               | Pilih negara dari daftar
            perdim    | oldNumber          | 12345678         | satu huruf dan tujuh angka
            keluarga  | father             | ""               | Isi nama ayah
            keluarga  | father             | BUD1             | Nama ayah hanya boleh
            keluarga  | mother             | ""               | Isi nama ibu
            keluarga  | mother             | ?                | Nama ibu hanya boleh
            keluarga  | maritalStatus      | ""               | Pilih status perkawinan
            keluarga  | maritalStatus      | MARRIED          | Isi nama suami atau istri
            keluarga  | spouse             | 007              | Nama suami atau istri hanya boleh
            keluarga  | spouseNationality  | 007              | Kewarganegaraan suami atau istri hanya
            keluarga  | spouseBirthDate.day | 31x             | Tanggal lahir suami atau istri tidak ada
            kerabat   | homeName           | ""               | Isi nama kerabat di Indonesia
            kerabat   | homeName           | 4ni              | Nama kerabat di Indonesia hanya
            kerabat   | homePhone          | ""               | Isi nomor telepon kerabat
            kerabat   | homePhone          | telepon          | diawali 0
            kerabat   | homePhone          | 08123            | diawali 0
            kerabat   | homeRelation       | ""               | Pilih hubungan kerabat di Indonesia
            kerabat   | homeRelation       | MUSUH            | Pilih hubungan kerabat di Indonesia
            kerabat   | abroadName         | LEE              | Isi nomor telepon kerabat di luar negeri
            kerabat   | abroadPhone        | +60123456789     | Isi nama kerabat di luar negeri
            kerabat   | abroadPhone        | 12               | diawali +
            kerabat   | abroadRelation     | FRIEND           | Isi nama kerabat di luar negeri
            jenis     | kind               | ""               | Pilih jenis paspor
            jenis     | kind               | EMAS-100         | Pilih jenis paspor
            data-diri | birthPlace         | ""               | Isi tempat lahir
            data-diri | birthPlace         | <b>              | Tempat lahir hanya
            data-diri | sex                | ""               | Pilih jenis kelamin
            data-diri | height             | ""               | 50 sampai 250
            data-diri | height             | 49               | 50 sampai 250
            data-diri | height             | 251              | 50 sampai 250
            data-diri | height             | 1,6              | 50 sampai 250
            data-diri | occupation         | ""               | Isi pekerjaan
            data-diri | occupation         | <script>         | Pekerjaan hanya
            data-diri | cardIssued.day     | 31x              | tidak ada di kalender
            data-diri | cardIssued.year    | 2999             | antara tahun 1990
            data-diri | cardValidity       | ""               | Pilih masa berlaku KTP
            data-diri | cardValidity       | until            | Isi sampai kapan KTP berlaku
            alamat    | address            | ""               | Isi alamat sesuai KTP
            alamat    | province           | ""               | Pilih provinsi
            alamat    | province           | 99               | Pilih provinsi
            alamat    | regency            | 32.01            | Pilih kabupaten
            alamat    | district           | 99.99.99         | Pilih kecamatan
            alamat    | postcode           | 1234             | 5 angka
            alamat    | phone              | ""               | Isi nomor telepon
            alamat    | phone              | 12345            | diawali 0
            kantor    | kantor             | ""               | Pilih kantor
            kantor    | kantor             | kanim-tidak-ada  | Pilih kantor
            """)
    void whatIsMalformedIsSaidAndKept(String page, String field, String typed, String said) {
        var id = person.before(page);
        var answers = new HashMap<>(person.answers(page));
        answers.put(field, typed);

        var shown = person.answer(id, page, answers);

        assertThat(shown).hasStatus(422);
        assertThat(shown).bodyText().contains("Ada kesalahan:").contains(said).contains("errsum");
        assertThat(shown).bodyText().contains(typed.isEmpty() ? "" : kept(typed));
        assertThat(sheets.of(id)).doesNotContainKey(section(page));
    }

    /** What was typed is shown back, as the form tidies it; what was not on a list cannot be. */
    private static String kept(String typed) {
        return typed.matches(
                        "[A-Z]{5,}(-100)?|mungkin|XX|99|32.01|99.99.99|kanim-tidak-ada|until|FRIEND|EMAS-100|MARRIED|MUSUH")
                ? ""
                : typed.replace("<", "&lt;")
                        .toUpperCase(Locale.ROOT)
                        .replace("&LT;", "&lt;")
                        .replace("TELEPON", "telepon")
                        .replace("31X", "31x");
    }

    private static Section section(String page) {
        return Stream.of(Section.values())
                .filter(section -> section.path().equals(page))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nik", "perdim", "keluarga", "kerabat", "jenis", "data-diri", "alamat", "kantor"})
    void anEmptyFormIsShownBackWithASummary(String page) {
        var id = person.before(page);

        assertThat(person.answer(id, page, Map.of())).hasStatus(422).bodyText().contains("errsum");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nik", "perdim", "dokumen", "keluarga", "kerabat", "jenis", "data-diri", "alamat", "kantor"})
    void everyPageReadsInEnglishToo(String page) {
        var id = person.before(page);

        assertThat(person.get("/permohonan/" + id + "/" + page + "?lang=en"))
                .hasStatusOk()
                .bodyText()
                .contains("Step ")
                .contains("lang=\"en\"");
    }

    /** Once the holder's own is under way, the next one is somebody else's. */
    @Test
    void whoKeepsTheAccountNeedNotTypeWhoTheyAreAgain() {
        var filledIn = new FilledIn(house);
        var me = SignedInPeople.applicant(accounts, person.who);
        var first = filledIn.begin(me.account());
        assertThat(nik(me, first)).contains(named(), "Kami isi dari akun Anda");

        forms.discard(first, me.account());
        var own = filledIn.form(me.account(), person.who, filledIn.slot(1));
        var next = filledIn.begin(me.account());
        assertThat(nik(me, next)).doesNotContain(named(), "Kami isi dari akun Anda");

        filledIn.submit(own, me.account());
        Paid.now(house, own);
        house.getBean(ApplicationDesk.class).refuse(own);
        assertThat(nik(me, next)).contains(named(), person.who.nik().value());
    }

    private String named() {
        return "value=\"" + person.who.name() + "\"";
    }

    private String nik(SignedIn me, ApplicationId id) {
        var answer =
                browser.get().uri("/permohonan/" + id + "/nik").with(as(me)).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void everyFieldHasAHintInWords() throws IOException {
        var field = Pattern.compile("@template\\.web\\.(?:field|choice|select|date)\\([^\\n]*");
        var fields = new ArrayList<String>();
        for (var module : List.of("form", "occasion", "applicant")) {
            try (var pages = Files.list(Path.of("src/main/jte", module))) {
                pages.forEach(page -> field.matcher(read(page))
                        .results()
                        .map(MatchResult::group)
                        .forEach(fields::add));
            }
        }

        assertThat(fields)
                .hasSizeGreaterThan(40)
                .allSatisfy(one -> assertThat(one).contains("hint = "));
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<String> everyAddress() {
        return Stream.of(
                "",
                "/nik",
                "/perdim",
                "/perdim/penggantian",
                "/dokumen",
                "/keluarga",
                "/kerabat",
                "/jenis",
                "/data-diri",
                "/alamat",
                "/kantor",
                "/jadwal",
                "/periksa",
                "/hapus");
    }

    @ParameterizedTest
    @MethodSource("everyAddress")
    void somebodyElsesApplicationIsNotThere(String address) {
        var id = new Person(browser).before("jadwal");

        assertThat(person.get("/permohonan/" + id + address)).hasStatus(404);
        if (!address.isEmpty()) {
            assertThat(person.post("/permohonan/" + id + address, Map.of("jenis", "KTP")))
                    .hasStatus(404);
        }
    }

    @ParameterizedTest
    @MethodSource("everyAddress")
    void anAddressWithoutAnApplicationIsAHumanPage(String address) {
        assertThat(person.get("/permohonan/" + ApplicationId.next() + address)).hasStatus(404);
        assertThat(person.get("/permohonan/bukan-nomor" + address)).hasStatus(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "perdim",
                "dokumen",
                "keluarga",
                "kerabat",
                "jenis",
                "data-diri",
                "alamat",
                "kantor",
                "jadwal",
                "periksa"
            })
    void aStepOpensWhenThoseBeforeItAreDone(String page) {
        var id = person.begin();

        assertThat(person.get("/permohonan/" + id + "/" + page)).hasRedirectedUrl("/permohonan/" + id);
    }

    @Test
    void savingForLaterKeepsEvenWhatCannotBeTakenYet() {
        var id = person.begin();

        assertThat(person.answer(id, "nik", Map.of("fullName", "Ratna", "nik", "123", "nanti", "ya")))
                .hasRedirectedUrl("/beranda");

        assertThat(person.get("/permohonan/" + id + "/nik")).bodyText().contains("RATNA", "123");
    }

    @Test
    void aKnownPersonGoesOnAtOnce() {
        Outside.register(world, person.who, "HIDUP");
        var id = person.begin();

        assertThat(person.answer(id, "nik", person.identity())).hasRedirectedUrl("/permohonan/" + id + "/perdim");

        assertThat(identity(id).check().outcome()).isEqualTo(Outcome.MATCHES);
    }

    /** Whoever tried long enough would learn who has which number, and when they were born. */
    @Test
    void nobodyGuessesAtTheRegistryWithoutEnd() {
        Outside.register(world, person.who, "HIDUP");
        var id = person.begin();
        SpentQuestions.of(person.me.account(), house);

        assertThat(person.answer(id, "nik", person.identity()))
                .hasStatus(422)
                .bodyText()
                .contains("terlalu sering diperiksa", person.who.name());

        assertThat(sheets.of(id)).doesNotContainKey(Section.IDENTITY);
        var other = new Person(browser, person.who);
        assertThat(other.answer(other.begin(), "nik", other.identity())).hasStatus3xxRedirection();
    }

    @Test
    void aDifferingFieldIsNamedAndMayBeSettledAtTheOffice() {
        Outside.register(world, person.who, "HIDUP");
        var id = person.begin();
        var another = new HashMap<>(person.identity());
        another.put("fullName", "Orang Lain Sekali");

        assertThat(person.answer(id, "nik", another)).hasRedirectedUrl("/permohonan/" + id + "/nik");
        assertThat(person.get("/permohonan/" + id + "/nik"))
                .bodyText()
                .contains("Nama lengkap berbeda dari data Dukcapil", "lanjutkan");
        assertThat(person.get("/permohonan/" + id + "/perdim")).hasRedirectedUrl("/permohonan/" + id);

        assertThat(person.answer(id, "nik/lanjut", Map.of())).hasRedirectedUrl("/permohonan/" + id + "/perdim");
        assertThat(identity(id).check().letsGoOn()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"MENINGGAL, sudah meninggal", "GANDA, tercatat ganda", "NON_AKTIF, tidak aktif"})
    void aNumberThatMayNotBeUsedStopsHere(String standing, String said) {
        Outside.register(world, person.who, standing);
        var id = person.begin();

        person.answer(id, "nik", person.identity());

        assertThat(person.get("/permohonan/" + id + "/nik")).bodyText().contains(said, "Dinas Dukcapil");
        person.answer(id, "nik/lanjut", Map.of());
        assertThat(person.get("/permohonan/" + id + "/perdim")).hasRedirectedUrl("/permohonan/" + id);
    }

    @Test
    void whileTheRegistryIsAwayThePersonGoesOnAndIsCheckedLater() {
        Outside.register(world, person.who, "HIDUP");
        var id = person.begin();
        Outside.fault(world, "dukcapil", "mati");
        try {
            assertThat(person.answer(id, "nik", person.identity())).hasRedirectedUrl("/permohonan/" + id + "/perdim");
            assertThat(identity(id).check().outcome()).isEqualTo(Outcome.UNREACHABLE);
        } finally {
            Outside.fault(world, "dukcapil", "normal");
        }
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> identity(id).check().outcome() == Outcome.MATCHES);
    }

    @Test
    void pilgrimsAreAskedForTheirGrandfather() {
        var id = person.before("keluarga");
        person.answer(id, "perdim", Map.of("hasPassport", "no", "purpose", "UMRAH", "stay", "UNDER_ONE_MONTH"));

        assertThat(person.answer(id, "keluarga", person.answers("keluarga")))
                .hasStatus(422)
                .bodyText()
                .contains("Isi nama kakek");
    }

    @Test
    void anEarlierAnswerThatChangesWhatIsAskedKeepsTheLaterOnes() {
        var id = person.before("jadwal");

        person.answer(id, "perdim", Map.of("hasPassport", "no", "purpose", "HAJJ", "stay", "UNDER_ONE_MONTH"));

        assertThat(sheets.of(id)).containsKeys(Section.FAMILY, Section.RESIDENCE, Section.PLACE);
        assertThat(person.get("/permohonan/" + id)).bodyText().contains("Tersimpan");
        assertThat(person.get("/permohonan/" + id + "/kantor")).hasRedirectedUrl("/permohonan/" + id);
    }

    @Test
    void aPaperThatCannotBeReadIsRefusedInWords() {
        var id = person.before("dokumen");

        assertThat(person.upload(
                        id, DocumentKind.KTP, "bukan gambar".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .hasStatus(422)
                .bodyText()
                .contains("bukan JPG, PNG, atau PDF");
    }

    @Test
    void aPaperThatCamePieceByPieceIsHandedInByItsNumber() {
        var id = person.before("dokumen");
        var number = SentInPieces.by(person.me.account(), FilledIn.PICTURE, house);
        var form = Map.of("jenis", "KTP", "unggahan", number, "nama", "../foto saya.png");
        for (var press : List.of("first", "second")) {
            assertThat(person.answer(id, "dokumen", form))
                    .as(press)
                    .hasStatus3xxRedirection()
                    .hasRedirectedUrl("/permohonan/" + id + "/dokumen#KTP-l");
        }
        assertThat(person.get("/permohonan/" + id + "/dokumen")).bodyText().contains("foto saya.jpg");
        assertThat(documents.of(id)).hasSize(1);
        assertThat(new Person(browser).answer(id, "dokumen", form)).hasStatus(404);
        var gone = Map.of("jenis", "KTP", "unggahan", UUID.randomUUID().toString(), "nama", "foto.png");
        assertThat(person.answer(id, "dokumen", gone))
                .hasStatus(422)
                .bodyText()
                .contains("Pilih berkasnya sekali lagi", "foto saya.jpg");
        assertThat(person.answer(id, "dokumen", Map.of("jenis", "KTP", "unggahan", "x")))
                .hasStatus(400);
    }

    @Test
    void whatAMachineReadOtherwiseIsSaidBesideThePaper() {
        var id = person.before("keluarga");
        var page = "/permohonan/" + id + "/dokumen";
        assertThat(person.get(page)).bodyText().doesNotContain("Mesin bisa salah baca");
        db.sql("""
                        INSERT INTO document.reading (upload, said)
                        SELECT upload, :said FROM document.current_upload WHERE application = :id AND kind = 'KTP'
                        """)
                .param("said", seals.seal("3174025708909999\nORANG LAIN\n\n\ntrue", "document.said"))
                .param("id", id.value())
                .update();
        assertThat(person.get(page))
                .hasStatusOk()
                .bodyText()
                .contains("berbeda dari isian Anda: NIK, nama.", "Mesin bisa salah baca")
                .doesNotContain("3174025708909999", "ORANG LAIN");
    }

    @Test
    void anotherProvinceBringsItsRegenciesWithoutAProblem() {
        var id = person.before("alamat");
        var typed = new HashMap<>(person.answers("alamat"));
        typed.put("province", "32");
        typed.put("wilayah", "provinsi");

        assertThat(person.answer(id, "alamat", typed))
                .hasStatusOk()
                .bodyText()
                .contains("Kabupaten Bogor", "Jl. Melati 1")
                .doesNotContain("errsum");
    }

    @Test
    void aTimeTakenMeanwhileOffersOthersAndKeepsTheAnswers() {
        var id = person.before("jadwal");
        var slot = new FilledIn(house).opened();
        person.answer(id, "jadwal", Map.of("slot", slot.toString()));
        db.sql("UPDATE booking.slot SET taken = 1 WHERE id = ?")
                .param(slot.value())
                .update();

        assertThat(person.answer(id, "periksa", Map.of("setuju", "ya")))
                .hasRedirectedUrl("/permohonan/" + id + "/jadwal");
        assertThat(person.get("/permohonan/" + id + "/jadwal"))
                .hasStatusOk()
                .bodyText()
                .contains("baru saja terisi", "Semua jawaban Anda tersimpan");
        assertThat(person.answer(id, "jadwal", Map.of("slot", slot.toString())))
                .hasStatus(422)
                .bodyText()
                .contains("Pilih jam lain");
    }

    @Test
    void whoeverMeetsARushIsToldWhenToComeAgainAndKeepsTheAnswers() throws SQLException {
        var id = person.before("jadwal");
        var slot = new FilledIn(house).opened();
        person.answer(id, "jadwal", Map.of("slot", slot.toString()));

        try (var somebody = house.getBean(DataSource.class).getConnection();
                var holdsOn = somebody.prepareStatement("SELECT id FROM booking.slot WHERE id = ? FOR UPDATE")) {
            somebody.setAutoCommit(false);
            holdsOn.setObject(1, slot.value());
            holdsOn.execute();
            assertThat(person.answer(id, "periksa", Map.of("setuju", "ya")))
                    .hasStatus(429)
                    .containsHeader("Retry-After")
                    .bodyText()
                    .contains("detik");
            somebody.rollback();
        }
        assertThat(person.answer(id, "periksa", Map.of("setuju", "ya"))).hasRedirectedUrl("/tagihan/" + id);
    }

    @Test
    void aPlaceKeptForOthersCannotBeChosen() {
        var id = person.before("jadwal");
        var partners = new FilledIn(house).slot(1);

        assertThat(person.answer(id, "jadwal", Map.of("slot", partners.toString())))
                .hasStatus(422)
                .bodyText()
                .contains("Pilih jam kedatangan");
    }

    @Test
    void theDeclarationMustBeTicked() {
        var id = person.before("jadwal");
        var slot = new FilledIn(house).opened();
        person.answer(id, "jadwal", Map.of("slot", slot.toString()));

        assertThat(person.answer(id, "periksa", Map.of()))
                .hasStatus(422)
                .bodyText()
                .contains("Centang pernyataan");
    }

    @Test
    void changingAnAnswerLeadsBackToTheCheck() {
        var id = person.before("jadwal");
        var slot = new FilledIn(house).opened();
        person.answer(id, "jadwal", Map.of("slot", slot.toString()));
        var kind = Map.of("kind", "NON_ELECTRONIC-5", "kembali", "periksa");

        assertThat(person.answer(id, "jenis", kind)).hasRedirectedUrl("/permohonan/" + id + "/periksa");

        assertThat(person.get("/permohonan/" + id + "/periksa")).bodyText().contains("Rp350.000");
    }

    @Test
    void everyOfficeIsListedNearestFirst() {
        var id = person.before("kantor");

        assertThat(person.get("/permohonan/" + id + "/kantor?tampil=200"))
                .hasStatusOk()
                .bodyText()
                .contains("Jayapura", "Banda Aceh")
                .satisfies(page -> assertThat(page.indexOf("Jakarta Selatan")).isLessThan(page.indexOf("Banda Aceh")));
        assertThat(person.get("/permohonan/" + id + "/kantor?cari=denpasar"))
                .bodyText()
                .contains("Denpasar");
        assertThat(person.get("/permohonan/" + id + "/kantor?cari=aceh"))
                .bodyText()
                .contains("Langsa");
        assertThat(person.get("/permohonan/" + id + "/kantor?cari=lombok"))
                .bodyText()
                .containsPattern("tidak ada; tercatat|sudah pindah|Belum ada kepastian|belum membuka kuota");
    }

    @Test
    void aDraftCanBeForgotten() {
        var id = person.before("perdim");

        assertThat(person.get("/permohonan/" + id + "/hapus")).hasStatusOk();
        assertThat(person.post("/permohonan/" + id + "/hapus", Map.of())).hasRedirectedUrl("/beranda");

        assertThat(applications.find(id)).isEmpty();
    }

    @Test
    void theHomeOfSomebodyNewInvitesToBegin() {
        assertThat(person.get("/beranda"))
                .hasStatusOk()
                .bodyText()
                .contains("Belum ada permohonan", "Mulai permohonan", "Ratna");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?bulan=besok", "?tanggal=31-12-2026", "?slot=1", "?tanggal=%2B999999999-01-01"})
    void aCalendarThatMakesNoSenseIsMalformed(String query) {
        var id = person.before("jadwal");

        assertThat(person.get("/permohonan/" + id + "/jadwal" + query)).hasStatus(400);
    }

    private Identity identity(ApplicationId id) {
        return (Identity) Objects.requireNonNull(sheets.of(id).get(Section.IDENTITY));
    }
}
