package titian.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.ArchiveJudge;
import titian.Inbox;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.application.ApplicationDesk;
import titian.application.SomeVisits;
import titian.document.DocumentDesk;
import titian.document.DocumentKind;
import titian.outside.World;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;
import titian.shared.Role;
import titian.shared.SignedIn;
import titian.slot.SomeSlots;
import titian.web.Notice;

/** The counter: originals beside uploads, notes that are never lost, and the examination up to its decision. */
@TitianTest
class InterviewTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    AccountDesk accounts;

    @Autowired
    ApplicationDesk applications;

    @Autowired
    DocumentDesk documents;

    @Autowired
    InterviewDesk desk;

    @Autowired
    ExaminationDesk examinations;

    @Autowired
    JdbcClient db;

    @Autowired
    World world;

    @Autowired
    BeanFactory house;

    SignedIn applicant;
    SignedIn counter;
    SignedIn section;
    SignedIn head;
    ApplicationId id;
    String page;

    @BeforeEach
    void somebodyAtTheCounter() throws IOException {
        applicant = SignedInPeople.applicant(accounts);
        id = new SomeVisits(house)
                .paid(applicant.account(), SomeSlots.OFFICE)
                .appointment()
                .application();
        documents.store(id, applicant.account(), DocumentKind.KTP, "ktp.png", new ByteArrayInputStream(picture()));
        applications.checkIn(id);
        applications.startService(id);
        counter = SignedInPeople.officer(accounts, SomeSlots.OFFICE, Role.COUNTER_OFFICER);
        section = SignedInPeople.officer(accounts, SomeSlots.OFFICE, Role.SECTION_HEAD);
        head = SignedInPeople.officer(accounts, SomeSlots.OFFICE, Role.HEAD_OF_OFFICE);
        page = "/petugas/wawancara/" + id;
    }

    @Test
    void anOriginalIsMarkedBesideWhatWasUploaded() {
        assertThat(get(counter, page))
                .hasStatusOk()
                .bodyText()
                .contains("Cocokkan dokumen asli", "KTP", "Isian pemohon");
        var upload = documents.of(id).getFirst().id();
        for (var size : new String[] {"", "?kecil=true"}) {
            assertThat(get(counter, page + "/dokumen/" + upload + size))
                    .hasStatusOk()
                    .hasContentType("image/jpeg");
        }
        assertThat(post(counter, page + "/asli", "jenis", "KTP", "hasil", "DIFFERENT", "beda-KTP", " "))
                .hasStatus(422)
                .bodyText()
                .contains("Tulis apa yang berbeda");
        assertThat(post(
                        counter,
                        page + "/asli",
                        "jenis",
                        "KTP",
                        "hasil",
                        "DIFFERENT",
                        "beda-KTP",
                        "Alamat di KTP baru"))
                .hasRedirectedUrl(page + "#asli-KTP");
        assertThat(get(counter, page)).bodyText().contains("Berbeda", "Alamat di KTP baru");
    }

    @Test
    void everySheetOfAPdfCanBeSeenAtTheCounter() throws IOException {
        var card = documents.store(
                id, applicant.account(), DocumentKind.KK, "kk.pdf", new ByteArrayInputStream(pdfOfTwoSheets()));
        var address = page + "/dokumen/" + card.id() + "?halaman=";
        assertThat(get(counter, page))
                .bodyText()
                .contains(address + 1, address + 2)
                .doesNotContain(address + 3);
        assertThat(get(counter, address + 2)).hasStatusOk().hasContentType("image/jpeg");
        assertThat(get(counter, address + 3)).hasStatus(404);
    }

    private static byte[] pdfOfTwoSheets() throws IOException {
        var file = new ByteArrayOutputStream();
        try (var pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.addPage(new PDPage());
            pdf.save(file);
        }
        return file.toByteArray();
    }

    @Test
    void anotherOfficesApplicantIsNotAtThisCounter() {
        var stranger = SignedInPeople.officer(accounts, OfficeId.of("kanim-bogor"), Role.COUNTER_OFFICER);
        var upload = documents.of(id).getFirst().id();
        for (var address : new String[] {"", "/dokumen/" + upload}) {
            assertThat(get(stranger, page + address)).hasStatus(404);
        }
        assertThat(post(stranger, page + "/asli", "jenis", "KTP", "hasil", "SAME"))
                .hasStatus(404);
        assertThat(post(stranger, page + "/catatan", "purpose", "x")).hasStatus(404);
        assertThat(post(stranger, page + "/bap", "perihal", "LOST", "sebab", "NEGLIGENCE", "berita", "x"))
                .hasStatus(404);
        assertThat(get(section, "/petugas/bap/" + id))
                .as("nothing was recorded")
                .hasStatus(404);
    }

    @Test
    void typingIsKeptAndNotesSavedElsewhereAreShownBesideWhatWasTyped() {
        get(counter, page);
        assertThat(post(counter, page + "/catatan", "versi", "1", "purpose", "Umrah"))
                .hasStatusOk()
                .bodyText()
                .isEqualTo("2");
        assertThat(post(counter, page + "/catatan", "versi", "1", "purpose", "Umrah"))
                .as("sent twice")
                .hasStatusOk();
        assertThat(post(counter, page + "/catatan", "versi", "1", "purpose", "Wisata"))
                .hasStatus(409);
        assertThat(post(counter, page + "/catatan", "versi", "1", "purpose", "Wisata", "aksi", "simpan"))
                .hasStatus(409)
                .bodyText()
                .contains("Wisata", "Yang tersimpan sekarang: Umrah");
        assertThat(post(counter, page + "/catatan", "versi", "2", "aksi", "selesai"))
                .hasStatus(422)
                .bodyText()
                .contains("Tulis jawaban pemohon");
        assertThat(post(counter, page + "/catatan", "versi", "2", "purpose", "Wisata", "aksi", "selesai"))
                .hasRedirectedUrl(page);
        assertThat(post(counter, page + "/catatan", "versi", "2", "purpose", "Wisata", "aksi", "selesai"))
                .as("pressed twice")
                .hasRedirectedUrl(page);
        assertThat(get(counter, page)).bodyText().contains("Wawancara sudah selesai", "Wisata");
        assertThat(post(counter, page + "/catatan", "versi", "3", "purpose", "Lain"))
                .hasStatus(409);
    }

    @Test
    void minutesAndDifferencesAreKeptWhileTheyAreTyped() {
        get(counter, page);
        assertThat(post(
                        counter,
                        page + "/catatan",
                        "versi",
                        "1",
                        "purpose",
                        "Umrah",
                        "beda-KTP",
                        "Alamat lama",
                        "perihal",
                        "DAMAGED",
                        "sebab",
                        "DISASTER",
                        "berita",
                        "Basah karena banjir."))
                .hasStatusOk()
                .bodyText()
                .isEqualTo("2");

        assertThat(get(counter, page))
                .bodyText()
                .contains(
                        "Umrah",
                        "value=\"Alamat lama\"",
                        "value=\"DAMAGED\" selected",
                        "value=\"DISASTER\" selected",
                        "Basah karena banjir.");
        assertThat(db.sql("SELECT drafts FROM interview.interview WHERE application = :application")
                        .param("application", id.value())
                        .query((row, _) -> row.getString("drafts"))
                        .single())
                .startsWith("§")
                .doesNotContain("banjir");
    }

    /** The page is one form: each of its buttons sends all that is typed. */
    @ParameterizedTest
    @CsvSource({
        "/asli?jenis=KK, hasil, DIFFERENT, 422",
        "/asli?jenis=KTP, hasil, NOT_BROUGHT, 302",
        "/catatan, aksi, selesai, 302",
        "/catatan, aksi, simpan, 302"
    })
    void whicheverButtonIsPressedNothingTypedIsLost(String door, String button, String value, int answer) {
        assertThat(get(counter, page))
                .bodyText()
                .containsOnlyOnce("action=\"" + page + "/catatan\"")
                .contains("formaction=\"" + page + "/asli?jenis=KTP\"", "formaction=\"" + page + "/bap\"");

        assertThat(post(
                        counter,
                        page + door,
                        button,
                        value,
                        "versi",
                        "1",
                        "purpose",
                        "Umrah",
                        "beda-KTP",
                        "Alamat lama",
                        "perihal",
                        "DAMAGED",
                        "sebab",
                        "DISASTER",
                        "berita",
                        "Basah karena banjir."))
                .hasStatus(answer);

        assertThat(get(counter, page))
                .bodyText()
                .contains("Umrah", "Alamat lama", "value=\"DAMAGED\" selected", "Basah karena banjir.");
    }

    @Test
    void minutesAreKeptAfterTheInterviewAndNotWrittenOverUnseen() {
        get(counter, page);
        post(counter, page + "/catatan", "versi", "1", "purpose", "Umrah", "aksi", "selesai");
        assertThat(post(counter, page + "/catatan", "versi", "2", "berita", "Basah karena banjir."))
                .hasStatusOk()
                .bodyText()
                .isEqualTo("3");
        assertThat(post(counter, page + "/catatan", "versi", "2", "berita", "Hilang di pasar."))
                .hasStatus(409);
        assertThat(post(counter, page + "/asli?jenis=KTP", "hasil", "SAME", "versi", "2", "berita", "Hilang di pasar."))
                .hasStatus(409)
                .bodyText()
                .contains("Hilang di pasar.", "Yang tersimpan sekarang: Basah karena banjir.");
        assertThat(post(counter, page + "/catatan", "versi", "1", "purpose", "Wisata", "aksi", "selesai"))
                .as("held elsewhere meanwhile")
                .hasStatus(409);
        assertThat(get(counter, page)).bodyText().contains("Wawancara sudah selesai", "Umrah", "Basah karena banjir.");
    }

    @Test
    void anExaminationGoesThroughThreePeopleAndASuspensionEndsOnItsDay() throws IOException {
        recorded();
        assertThat(get(section, "/petugas/bap")).hasStatusOk().bodyText().contains(id.toString());
        assertThat(get(head, "/petugas/bap")).bodyText().doesNotContain(id.toString());
        assertThat(step(section, "DECIDE", "GRANT", "0", "Baik"))
                .as("not theirs to decide")
                .hasStatus(404);
        assertThat(step(section, "OPINE", "SUSPEND", "3", "Lalai")).hasStatus(422);
        assertThat(step(section, "OPINE", "SUSPEND", "6", " "))
                .hasStatus(422)
                .bodyText()
                .contains("Tulis alasannya");
        assertThat(step(section, "OPINE", "SUSPEND", "6", "Lalai dua kali.")).hasStatus3xxRedirection();
        assertThat(step(section, "OPINE", "GRANT", "0", "Lain"))
                .as("said twice")
                .hasStatus3xxRedirection();

        assertThat(step(head, "DECIDE", "SUSPEND", "12", "Paspor hilang dua kali karena lalai."))
                .flash()
                .containsEntry("notice", Notice.warning("interview.notice.at-counter"));
        applications.finishService(id);
        assertThat(get(head, "/petugas/bap/" + id)).bodyText().contains("Lalai dua kali.", "Ditangguhkan 6 bulan");
        assertThat(step(head, "DECIDE", "SUSPEND", "12", "Paspor hilang dua kali karena lalai."))
                .hasStatus3xxRedirection();
        assertThat(step(head, "DECIDE", "GRANT", "0", "Berubah pikiran")).hasStatus3xxRedirection();

        assertThat(stage()).isEqualTo("SUSPENDED");
        assertThat(get(applicant, "/permohonan/" + id)).hasStatusOk().bodyText().contains("Ditangguhkan");
        assertThat(get(applicant, "/beranda")).bodyText().contains("Ditangguhkan 12 bulan", "/keputusan");
        assertThat(get(applicant, "/permohonan/" + id + "/keputusan"))
                .bodyText()
                .contains("Ditangguhkan 12 bulan", "Paspor hilang dua kali karena lalai.");
        assertThat(get(SignedInPeople.applicant(accounts), "/permohonan/" + id + "/keputusan"))
                .hasStatus(404);
        var letter = new Inbox(world)
                .about(accounts.contact(applicant.account()).orElseThrow().email(), "Keputusan atas pemeriksaan");
        assertThat(letter.attachments())
                .singleElement()
                .satisfies(file -> assertThat(file.type()).contains("application/pdf"));
        isToBeKeptForYears(get(applicant, "/permohonan/" + id + "/keputusan/pdf"), "Ditangguhkan 12 bulan");
        for (var paper : new String[] {"minutes", "opinion", "decision"}) {
            isToBeKeptForYears(get(head, "/petugas/bap/" + id + "/" + paper + ".pdf"), "Paspor hilang");
        }

        examinations.resume(50);
        assertThat(stage()).as("not before its day").isEqualTo("SUSPENDED");
        db.sql("UPDATE interview.examination SET until = decided_at WHERE application = :application")
                .param("application", id.value())
                .update();
        examinations.resume(50);
        assertThat(stage()).isEqualTo("INTERVIEWED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.5", "enam", "", "5", "25", "-6", "99999999999"})
    void monthsThatAreNoneAreSaidAndEverythingTypedStays(String months) {
        recorded();

        assertThat(step(section, "OPINE", "SUSPEND", months, "Lalai dua kali."))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "angka bulat, 6 sampai 24 bulan",
                        "<option value=\"SUSPEND\" selected",
                        "value=\"" + months + "\"",
                        "Lalai dua kali.");
        assertThat(step(section, "OPINE", "", months, "Lalai dua kali."))
                .hasStatus(422)
                .bodyText()
                .contains("Pilih hasil", "value=\"" + months + "\"", "Lalai dua kali.");
        assertThat(step(section, "OPINE", "SUSPEND", months, " "))
                .bodyText()
                .contains("angka bulat, 6 sampai 24 bulan", "Tulis alasannya");
    }

    @Test
    void whatIsRefusedEndsThere() {
        recorded();
        applications.finishService(id);
        step(section, "OPINE", "REFUSE", "0", "Keterangan palsu.");
        step(head, "DECIDE", "REFUSE", "0", "Keterangan palsu.");
        assertThat(stage()).isEqualTo("REFUSED");
        assertThat(get(applicant, "/permohonan/" + id)).hasStatusOk().bodyText().contains("Ditolak");
    }

    @Test
    void whatIsGrantedThroughThreePeopleGoesOnWithItsLetter() throws IOException {
        recorded();
        applications.finishService(id);
        assertThat(step(section, "OPINE", "GRANT", "", "Dapat diterima.")).hasStatus3xxRedirection();
        assertThat(step(section, "DECIDE", "GRANT", "", "Diberikan."))
                .as("not theirs to decide")
                .hasStatus(404);
        assertThat(get(applicant, "/permohonan/" + id + "/keputusan"))
                .as("before it is decided")
                .hasStatus(404);
        assertThat(step(head, "DECIDE", "GRANT", "", "Kehilangan dapat dipertanggungjawabkan."))
                .hasStatus3xxRedirection();

        assertThat(db.sql("""
                        SELECT proposed, decision, months, until,
                               recorded_by = :counter AND opined_by = :section AND decided_by = :head AS three
                          FROM interview.examination
                         WHERE application = :application
                        """)
                        .param("application", id.value())
                        .param("counter", counter.account().value())
                        .param("section", section.account().value())
                        .param("head", head.account().value())
                        .query()
                        .singleRow())
                .containsEntry("proposed", "GRANT")
                .containsEntry("decision", "GRANT")
                .containsEntry("months", null)
                .containsEntry("until", null)
                .containsEntry("three", true);
        assertThat(stage()).isEqualTo("INTERVIEWED");
        assertThat(get(applicant, "/permohonan/" + id + "/keputusan"))
                .bodyText()
                .contains("Paspor diberikan", "Kehilangan dapat dipertanggungjawabkan.");
        var letter = new Inbox(world)
                .about(accounts.contact(applicant.account()).orElseThrow().email(), "Keputusan atas pemeriksaan");
        assertThat(letter.attachments())
                .singleElement()
                .satisfies(file -> assertThat(file.type()).contains("application/pdf"));
        isToBeKeptForYears(get(applicant, "/permohonan/" + id + "/keputusan/pdf"), "Paspor diberikan");
    }

    @ParameterizedTest
    @CsvSource({"DAMAGED,DISASTER,Paspor rusak", "DATA_DIFFERS,CLERICAL,Data berbeda"})
    void damageAndDataThatDifferAreExaminedOnce(String subject, String cause, String said) {
        assertThat(post(counter, page + "/bap", "perihal", subject, "sebab", cause, "berita", "Yang pertama."))
                .hasRedirectedUrl(page);
        assertThat(post(counter, page + "/bap", "perihal", "LOST", "sebab", "NEGLIGENCE", "berita", "Yang kedua."))
                .as("a second time")
                .hasRedirectedUrl(page);

        assertThat(get(counter, page)).bodyText().contains("Menunggu pendapat kepala seksi", said);
        assertThat(get(section, "/petugas/bap/" + id))
                .bodyText()
                .contains(said, "Yang pertama.")
                .doesNotContain("Yang kedua.");
    }

    @Test
    void twentyFourMonthsAreTheMostThatIsSuspended() {
        recorded();
        applications.finishService(id);
        assertThat(step(section, "OPINE", "SUSPEND", "24", "Lalai.")).hasStatus3xxRedirection();
        assertThat(step(head, "DECIDE", "SUSPEND", "24", "Lalai berulang.")).hasStatus3xxRedirection();

        assertThat(stage()).isEqualTo("SUSPENDED");
        assertThat(get(applicant, "/permohonan/" + id + "/keputusan"))
                .bodyText()
                .contains("Ditangguhkan 24 bulan", "Lalai berulang.");
    }

    @Test
    void theDatabaseKeepsThreePeopleApart() {
        recorded();
        assertThatThrownBy(() -> db.sql("""
                                UPDATE interview.examination
                                   SET state = 'OPINED', proposed = 'GRANT', opinion = '§x', opined_by = recorded_by,
                                       opined_at = recorded_at
                                 WHERE application = :application
                                """).param("application", id.value()).update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("three_people_see_it");
    }

    private void recorded() {
        assertThat(post(counter, page + "/bap", "perihal", "LOST", "sebab", "NEGLIGENCE", "berita", " "))
                .hasStatus(422);
        assertThat(post(
                        counter,
                        page + "/bap",
                        "perihal",
                        "LOST",
                        "sebab",
                        "NEGLIGENCE",
                        "berita",
                        "Hilang di pasar, sudah lapor polisi."))
                .hasRedirectedUrl(page);
        assertThat(get(counter, page)).bodyText().contains("Menunggu pendapat kepala seksi");
    }

    private MvcTestResult step(SignedIn who, String step, String outcome, String months, String why) {
        return post(who, "/petugas/bap/" + id, "langkah", step, "hasil", outcome, "bulan", months, "alasan", why);
    }

    private static void isToBeKeptForYears(MvcTestResult answer, String says) throws IOException {
        assertThat(answer).hasStatusOk().hasContentType("application/pdf");
        var paper = answer.getResponse().getContentAsByteArray();
        assertThat(ArchiveJudge.faults(paper)).isEmpty();
        try (var pdf = Loader.loadPDF(paper)) {
            assertThat(new PDFTextStripper().getText(pdf)).contains(says);
        }
    }

    private String stage() {
        return applications.summary(id).orElseThrow().stage();
    }

    private static byte[] picture() throws IOException {
        var file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "png", file);
        return file.toByteArray();
    }

    private MvcTestResult get(SignedIn who, String address) {
        return browser.get().uri(address).with(as(who)).exchange();
    }

    private MvcTestResult post(SignedIn who, String address, String... parameters) {
        var request = browser.post().uri(address).with(as(who)).with(csrf());
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }
}
