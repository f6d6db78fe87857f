package titian.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;
import static titian.document.DocumentKind.KK;
import static titian.document.DocumentKind.KTP;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.application.ApplicationDesk;
import titian.application.DraftDesk;
import titian.casework.SomeFiles.Case;
import titian.document.DocumentDesk;
import titian.document.DocumentKind;
import titian.document.SomeTroubles;
import titian.shelf.StoreUnavailable;
import titian.shared.UploadId;
import titian.office.OfficeDesk;
import titian.outside.World;
import titian.queue.Officer;
import titian.seal.Seals;
import titian.shared.Role;
import titian.shared.SignedIn;
import titian.web.Words;

/** What a verifier sees and presses, and what the applicant is told and hands in. */
@TitianTest
class FilePagesTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    BeanFactory house;

    @Autowired
    VerificationDesk desk;

    @Autowired
    JdbcClient db;

    @Autowired
    World world;

    @Autowired
    Clock clock;

    @Autowired
    Seals seals;

    SomeFiles some;
    SignedIn ani;
    Case one;

    @BeforeEach
    void aFile() {
        some = new SomeFiles(house);
        ani = some.verifier();
        one = some.certain();
    }

    @Test
    void theListSaysWhoByWhenAndWhoHasItInHand() {
        assertThat(get(ani, "/petugas/berkas"))
                .hasStatusOk()
                .bodyText()
                .contains(one.who().name(), one.address(), "Tenggat", "F2");
        var taken = post(ani, "/petugas/berkas/berikutnya");
        assertThat(taken).hasStatus3xxRedirection().hasRedirectedUrl(one.address());
        assertThat(get(some.verifier(), "/petugas/berkas")).bodyText().contains("Dipegang", ani.name());
        assertThat(get(ani, "/petugas/berkas?bagian=saya")).bodyText().contains(one.address());
    }

    @Test
    void aFileIsFoundByTheNumberItsApplicantSays() {
        var number = house.getBean(DraftDesk.class).find(one.id()).orElseThrow().reference();
        for (var typed : new String[] {number.toString(), " " + number.value().toLowerCase(Locale.ROOT) + " "}) {
            assertThat(post(ani, "/petugas/berkas/cari", "nomor", typed)).hasRedirectedUrl(one.address());
        }
        var stranger = new SomeFiles(house).verifier();
        assertThat(post(stranger, "/petugas/berkas/cari", "nomor", number.value()))
                .as("another office's")
                .hasRedirectedUrl("/petugas/berkas");
        for (var typed : new String[] {"", "RATNA", "ZZZZZZ", "' OR 1=1 --"}) {
            assertThat(post(ani, "/petugas/berkas/cari", "nomor", typed))
                    .hasRedirectedUrl("/petugas/berkas")
                    .flash()
                    .containsEntry("notice", Notice.warning("casework.notice.no-such"));
        }
    }

    @Test
    void aNumberTheRegistryDoesNotConfirmIsSaidBesideThePapers() {
        assertThat(get(ani, one.address())).bodyText().doesNotContain("NIK belum dipastikan");
        assertThat(get(ani, some.doubted().address()))
                .hasStatusOk()
                .bodyText()
                .contains("NIK belum dipastikan Dukcapil", "Nama lengkap berbeda");
    }

    @Test
    void nothingLeftIsSaid() {
        post(ani, "/petugas/berkas/berikutnya");
        var none = post(some.verifier(), "/petugas/berkas/berikutnya");
        assertThat(none).hasRedirectedUrl("/petugas/berkas");
    }

    @Test
    void thePaperStandsBesideWhatWasTypedAndTurnsAndGrowsWithoutScripts() {
        assertThat(get(ani, one.address() + "?dok=KK&putar=1&besar=2"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        one.who().name(),
                        one.who().nik().value(),
                        "JL KENANGASARI 1",
                        "turn-1 zoom-2",
                        "putar=2&amp;besar=2",
                        "putar=1&amp;besar=3",
                        "/dokumen/" + some.upload(one, KK))
                .doesNotContain("name=\"putusan\"");
        desk.take(Officer.of(ani), one.id());
        assertThat(get(ani, one.address() + "?dok=CIVIL_PROOF"))
                .bodyText()
                .contains("name=\"putusan\"", "Yang diminta, salah satu:", "Akta kelahiran");
    }

    @Test
    void everyLookAtAPaperIsKeptByTheAudit() {
        var upload = some.upload(one, KTP);
        assertThat(get(ani, one.address() + "/dokumen/" + upload)).hasStatusOk().hasContentType("image/jpeg");
        assertThat(get(ani, one.address() + "/dokumen/" + upload + "/asli"))
                .hasStatusOk()
                .hasHeader("Content-Disposition", "attachment; filename=\"KTP.jpeg\"");
        assertThat(looks(upload)).isEqualTo(2);
    }

    @Test
    void whatAMachineReadIsAHintUnderThePicture() {
        var page = one.address() + "?dok=KTP";
        assertThat(get(ani, page)).bodyText().doesNotContain("terbaca mesin");
        read(one.who().nik().value());
        assertThat(get(ani, page)).bodyText().contains("Yang terbaca mesin sama dengan isian");
        read("3174025708909999");
        assertThat(get(ani, page))
                .bodyText()
                .contains("Yang terbaca mesin berbeda dari isian: NIK")
                .doesNotContain("3174025708909999");
    }

    private void read(String nik) {
        db.sql("""
                        INSERT INTO document.reading (upload, said) VALUES (:upload, :said)
                        ON CONFLICT (upload) DO UPDATE SET said = excluded.said
                        """)
                .param("upload", some.upload(one, KTP).value())
                .param("said", seals.seal(nik + "\n\n\n\ntrue", "document.said"))
                .update();
    }

    private long looks(UploadId upload) {
        return db.sql("""
                        SELECT count(*) FROM audit.entry
                         WHERE act = 'LOOKED' AND account = :who AND subject = :what
                        """)
                .param("who", ani.account().value())
                .param("what", one.id() + " " + upload)
                .query(Long.class)
                .single();
    }

    @Test
    void anotherOfficesFileDoesNotExist() {
        var stranger = new SomeFiles(house).verifier();
        var upload = some.upload(one, KTP);
        for (var address : new String[] {"", "?dok=KK", "/dokumen/" + upload, "/dokumen/" + upload + "/asli"}) {
            assertThat(get(stranger, one.address() + address)).as(address).hasStatus(404);
        }
        for (var address : new String[] {"/ambil", "/lepas", "/setujui", "/kembalikan", "/buka-lagi"}) {
            assertThat(post(stranger, one.address() + address)).as(address).hasStatus(404);
        }
        assertThat(post(stranger, one.address() + "/putusan", "jenis", "KTP", "putusan", "baik"))
                .hasStatus(404);
        assertThat(post(stranger, one.address() + "/ketikan", "jenis", "KTP")).hasStatus(404);
        assertThat(get(ani, one.address() + "/dokumen/" + UploadId.next())).hasStatus(404);
    }

    /** Nor by a field or a parameter that names it. */
    @Test
    void noFieldReachesAnotherOfficesFile() {
        var elsewhere = new SomeFiles(house);
        var theirs = elsewhere.certain();
        var colleague = elsewhere.verifier();
        desk.take(Officer.of(colleague), theirs.id());

        assertThat(get(ani, "/petugas/berkas?tenggat=1970-01-01T00:00:00Z&berkas=" + theirs.id()))
                .hasStatusOk()
                .bodyText()
                .contains(one.address())
                .doesNotContain(theirs.address());
        desk.take(Officer.of(ani), one.id());
        assertThat(post(
                        ani,
                        one.address() + "/putusan",
                        "jenis",
                        "KTP",
                        "unggahan",
                        elsewhere.upload(theirs, KTP).toString(),
                        "putusan",
                        "baik"))
                .flash()
                .containsEntry("notice", Notice.warning("casework.notice.changed"));
        post(ani, one.address() + "/ambil", "dari", colleague.account().toString());
        assertThat(post(
                        ani,
                        theirs.address() + "/ambil",
                        "dari",
                        colleague.account().toString()))
                .hasStatus(404);
        var claim = desk.find(theirs.id(), Officer.of(colleague)).orElseThrow().claim();
        assertThat(Objects.requireNonNull(claim).officer()).isEqualTo(colleague.account());
    }

    @Test
    void aVerdictLeadsToTheNextPaperAndTheLastToTheDecision() {
        desk.take(Officer.of(ani), one.id());
        assertThat(judge(KTP, "baik", "", "")).hasRedirectedUrl(one.address() + "?dok=KK#putusan");
        assertThat(judge(KK, "perbaiki", "CUT_OFF", "")).hasRedirectedUrl(one.address() + "?dok=CIVIL_PROOF#putusan");
        assertThat(judge(DocumentKind.CIVIL_PROOF, "baik", "", "")).hasRedirectedUrl(one.address() + "#putusan");
        assertThat(get(ani, one.address())).bodyText().contains("1 dokumen perlu diperbaiki", "Kembalikan ke pemohon");
        var day = clock.instant().plus(Duration.ofDays(2)).toString().substring(0, 10);
        assertThat(post(ani, one.address() + "/kembalikan", "batas", "bukan tanggal"))
                .hasRedirectedUrl(one.address());
        assertThat(post(ani, one.address() + "/kembalikan", "batas", day)).hasRedirectedUrl("/petugas/berkas");
        assertThat(post(ani, one.address() + "/kembalikan", "batas", day))
                .as("pressed twice")
                .hasRedirectedUrl("/petugas/berkas");
    }

    @Test
    void aPaperThatIsNotGoodNeedsItsReasonAndWhatWasTypedStays() {
        desk.take(Officer.of(ani), one.id());
        assertThat(judge(KTP, "perbaiki", "", "Fotonya tertutup jari"))
                .hasStatus(422)
                .bodyText()
                .contains("Pilih sebab", "Fotonya tertutup jari");
        assertThat(judge(KTP, "perbaiki", "OTHER", "  "))
                .hasStatus(422)
                .bodyText()
                .contains("Tulis sebabnya");
    }

    @Test
    void whoLostTheFileWhileTypingIsToldWhoHasItAndFindsTheWordsAgain() {
        desk.take(Officer.of(ani), one.id());
        var budi = some.verifier();
        desk.takeOver(Officer.of(budi), one.id(), ani.account());

        assertThat(judge(KTP, "perbaiki", "OTHER", "Fotonya tertutup jari"))
                .hasRedirectedUrl(one.address() + "?dok=KTP");
        assertThat(post(ani, one.address() + "/ketikan", "jenis", "KTP", "alasan", "GLARE", "catatan", "Silau sekali"))
                .hasStatus(409);
        assertThat(judge(KTP, "baik", "", ""))
                .as("pressed without a word, the words stay")
                .hasRedirectedUrl(one.address() + "?dok=KTP");
        assertThat(post(ani, one.address() + "/ambil", "dari", budi.account().toString()))
                .hasRedirectedUrl(one.address());
        assertThat(get(ani, one.address() + "?dok=KTP")).bodyText().contains("Silau sekali");
        assertThat(post(ani, one.address() + "/ketikan", "jenis", "KTP", "catatan", "Silau"))
                .hasStatus(204);
    }

    @Test
    void aPaperThatWasReplacedOrRemovedWhileItWasLookedAtIsSaid() {
        desk.take(Officer.of(ani), one.id());
        var seen = some.upload(one, KTP);
        some.replace(one, KTP);
        assertThat(post(
                        ani,
                        one.address() + "/putusan",
                        "jenis",
                        "KTP",
                        "unggahan",
                        seen.toString(),
                        "putusan",
                        "baik"))
                .hasRedirectedUrl(one.address() + "?dok=KTP")
                .flash()
                .containsEntry("notice", Notice.warning("casework.notice.changed"));
        db.sql("DELETE FROM document.current_upload WHERE application = :application AND kind = 'KTP'")
                .param("application", one.id().value())
                .update();
        assertThat(judge(KK, "baik", "", "")).hasStatus3xxRedirection();
        assertThat(post(
                        ani,
                        one.address() + "/putusan",
                        "jenis",
                        "KTP",
                        "unggahan",
                        seen.toString(),
                        "putusan",
                        "baik"))
                .hasRedirectedUrl(one.address() + "?dok=KTP");
        assertThat(post(ani, one.address() + "/minta", "jenis", "KTP")).hasRedirectedUrl(one.address() + "?dok=KTP");
        assertThat(get(ani, one.address() + "?dok=KTP")).bodyText().contains("sudah dihapus atau tidak dapat dibuka");
    }

    @Test
    void aPdfThatNobodyHasTheTimeToOpenLeavesThePageStanding() {
        var kk = house.getBean(DocumentDesk.class)
                .store(one.id(), one.applicant().account(), KK, "kk.pdf", new ByteArrayInputStream(pdf()));
        var sheets = SomeTroubles.busySheets(house);
        var pages = new FilePages(
                house.getBean(Folder.class),
                sheets,
                house.getBean(Statement.class),
                house.getBean(Names.class),
                house.getBean(Past.class),
                house.getBean(OfficeDesk.class),
                house.getBean(Paces.class),
                clock);
        var file = desk.find(one.id(), Officer.of(ani)).orElseThrow();
        var shown = pages.of(
                file, Officer.of(ani), new FilePages.LookedAt("KK", 1, 0, 1, Verdicts.Typed.NOTHING), Locale.of("id"));
        assertThat(Objects.requireNonNull(shown.look()).sheets()).isZero();
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> sheets.picture(kk, 1));
    }

    private static byte[] pdf() {
        var file = new ByteArrayOutputStream();
        try (var pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.save(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    @Test
    void theApplicantIsToldWhichPaperWhyHowAndUntilWhenAndHandsInAnother() {
        some.judgeAll(ani, one, KK);
        assertThat(get(one.applicant(), "/permohonan/" + one.id())).bodyText().contains("sedang diperiksa");
        desk.sendBack(Officer.of(ani), one.id(), clock.instant().plus(Duration.ofDays(2)));

        var repair = "/permohonan/" + one.id() + "/perbaikan";
        assertThat(get(one.applicant(), "/beranda")).bodyText().contains("1 dokumen perlu diperbaiki", repair);
        assertThat(get(one.applicant(), "/permohonan/" + one.id()))
                .bodyText()
                .contains("Perlu perbaikan", "Kartu Keluarga", "tidak terbaca", "Petugas meminta perbaikan dokumen");
        assertThat(get(one.applicant(), "/pass/" + one.id()))
                .bodyText()
                .contains("Anda akan ditolak di loket", "Kartu Keluarga", "Perbaiki paling lambat");
        assertThat(get(one.applicant(), repair))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Kartu Keluarga",
                        "tidak terbaca",
                        "Foto ulang",
                        "Masih 1 dokumen",
                        "Jadwal kunjungan Anda tetap")
                .doesNotContain("id=\"KTP\"");
        assertThat(post(one.applicant(), repair + "/kirim"))
                .hasStatus(422)
                .bodyText()
                .contains("belum diganti");
        assertThat(hand(one.applicant(), repair, "KK", "bukan gambar".getBytes()))
                .hasStatus(422);
        assertThat(hand(one.applicant(), repair, "KTP", SomeFiles.picture()))
                .as("a paper that was good")
                .hasStatus(400);

        assertThat(hand(one.applicant(), repair, "KK", SomeFiles.picture())).hasRedirectedUrl(repair + "#KK-l");
        assertThat(get(one.applicant(), repair)).bodyText().contains("Semua sudah diganti");
        assertThat(post(one.applicant(), repair + "/kirim")).hasRedirectedUrl("/permohonan/" + one.id());
        assertThat(get(one.applicant(), "/permohonan/" + one.id())).bodyText().contains("sedang diperiksa");
        assertThat(get(one.applicant(), repair)).hasRedirectedUrl("/permohonan/" + one.id());

        assertThat(get(ani, one.address() + "?dok=KK")).bodyText().contains("Diganti pemohon");
        some.judge(ani, one, KK, null);
        assertThat(post(ani, one.address() + "/setujui")).hasRedirectedUrl("/petugas/berkas");
        assertThat(get(one.applicant(), "/pass/" + one.id())).bodyText().contains("Siap: dokumen Anda sudah diperiksa");
        assertThat(get(one.applicant(), "/permohonan/" + one.id())).bodyText().contains("Dokumen Anda siap");
    }

    @Test
    void nobodyElseMendsSomebodysPapers() {
        some.judgeAll(ani, one, KK);
        desk.sendBack(Officer.of(ani), one.id(), clock.instant().plus(Duration.ofDays(2)));
        var stranger = some.certain().applicant();
        assertThat(get(stranger, "/permohonan/" + one.id() + "/perbaikan")).hasStatus(404);
        assertThat(post(stranger, "/permohonan/" + one.id() + "/perbaikan/kirim"))
                .hasStatus(404);
    }

    @Test
    void theCounterSeesWhatWasFoundBeforeTheVisit() {
        some.judgeAll(ani, one);
        desk.approve(Officer.of(ani), one.id());
        var applications = house.getBean(ApplicationDesk.class);
        applications.checkIn(one.id());
        applications.startService(one.id());
        var counter = SignedInPeople.officer(house.getBean(AccountDesk.class), some.office(), Role.COUNTER_OFFICER);

        assertThat(get(counter, "/petugas/wawancara/" + one.id()))
                .hasStatusOk()
                .bodyText()
                .contains("Lolos periksa awal", "Isian pemohon", "JL KENANGASARI 1");
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonHasItsWordsInBothLanguages(Reason reason) {
        for (var words : new Words[] {Words.in(Words.INDONESIAN), Words.in(Words.ENGLISH)}) {
            assertThat(words.text(reason.text())).isNotBlank();
            assertThat(words.text(reason.told())).isNotBlank();
            assertThat(words.text(reason.mended())).isNotBlank();
        }
    }

    private MvcTestResult judge(DocumentKind kind, String verdict, String why, String note) {
        return post(
                ani,
                one.address() + "/putusan",
                "jenis",
                kind.name(),
                "unggahan",
                some.upload(one, kind).toString(),
                "putusan",
                verdict,
                "alasan",
                why,
                "catatan",
                note);
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

    private MvcTestResult hand(SignedIn who, String address, String kind, byte[] content) {
        return browser.post()
                .uri(address)
                .multipart()
                .file(new MockMultipartFile("berkas", "foto.png", "image/png", content))
                .param("jenis", kind)
                .with(as(who))
                .with(csrf())
                .exchange();
    }
}
