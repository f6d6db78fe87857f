package titian.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static titian.document.DocumentKind.KK;
import static titian.document.DocumentKind.KTP;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.application.ApplicationDesk;
import titian.application.DraftDesk;
import titian.document.DocumentDesk;
import titian.document.SomeTroubles;
import titian.office.OfficeDesk;
import titian.seal.Seals;
import titian.shared.Role;
import titian.shared.UploadId;
import titian.shelf.StoreUnavailable;
import titian.web.Notice;

/** What a verifier sees of a file and its papers. */
@TitianTest
class FilePagesTest extends WithOneFile {

    @Autowired
    Seals seals;

    @Test
    void whatIsPromisedForTheSameDayComesFirstAndIsMarked() {
        var regular = some.certain();
        var hurried = some.hurried();

        assertThat(file(hurried.id()).dueAt()).isBefore(file(regular.id()).dueAt());
        assertThat(get(some.verifier(), "/petugas/berkas"))
                .bodyText()
                .containsOnlyOnce(">Percepatan<")
                .containsSubsequence(">Percepatan<", hurried.address(), regular.address());
        assertThat(get(some.verifier(), hurried.address())).bodyText().contains(">Percepatan<");
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
        desk.take(officer(ani), one.id());
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
        var file = desk.find(one.id(), officer(ani)).orElseThrow();
        var shown = pages.of(
                file, officer(ani), new FilePages.LookedAt("KK", 1, 0, 1, Verdicts.Typed.NOTHING), Locale.of("id"));
        assertThat(Objects.requireNonNull(shown.look()).sheets()).isZero();
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> sheets.picture(kk, 1));
    }

    @Test
    void theCounterSeesWhatWasFoundBeforeTheVisit() {
        some.judgeAll(ani, one);
        desk.approve(officer(ani), one.id());
        var applications = house.getBean(ApplicationDesk.class);
        applications.checkIn(one.id());
        applications.startService(one.id());
        var counter = SignedInPeople.officer(house.getBean(AccountDesk.class), some.office(), Role.COUNTER_OFFICER);

        assertThat(get(counter, "/petugas/wawancara/" + one.id()))
                .hasStatusOk()
                .bodyText()
                .contains("Lolos periksa awal", "Isian pemohon", "JL KENANGASARI 1");
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
}
