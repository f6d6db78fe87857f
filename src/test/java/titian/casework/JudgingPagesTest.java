package titian.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static titian.document.DocumentKind.KK;
import static titian.document.DocumentKind.KTP;

import org.junit.jupiter.api.Test;
import titian.TitianTest;
import titian.document.DocumentKind;
import titian.web.Notice;

/** How a verifier judges paper after paper, and what is said when somebody else was quicker. */
@TitianTest
class JudgingPagesTest extends WithOneFile {

    @Test
    void aVerdictLeadsToTheNextPaperAndTheLastToTheDecision() {
        desk.take(officer(ani), one.id());
        assertThat(judge(KTP, "baik", "", "")).hasRedirectedUrl(one.address() + "?dok=KK#putusan");
        assertThat(judge(KK, "perbaiki", "CUT_OFF", "")).hasRedirectedUrl(one.address() + "?dok=CIVIL_PROOF#putusan");
        assertThat(judge(DocumentKind.CIVIL_PROOF, "baik", "", "")).hasRedirectedUrl(one.address() + "#putusan");
        assertThat(get(ani, one.address())).bodyText().contains("1 dokumen perlu diperbaiki", "Kembalikan ke pemohon");
        var day = inDays(2).toString().substring(0, 10);
        assertThat(post(ani, one.address() + "/kembalikan", "batas", "bukan tanggal"))
                .hasRedirectedUrl(one.address());
        assertThat(post(ani, one.address() + "/kembalikan", "batas", day)).hasRedirectedUrl("/petugas/berkas");
        assertThat(post(ani, one.address() + "/kembalikan", "batas", day))
                .as("pressed twice")
                .hasRedirectedUrl("/petugas/berkas");
    }

    @Test
    void aPaperThatIsNotGoodNeedsItsReasonAndWhatWasTypedStays() {
        desk.take(officer(ani), one.id());
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
        desk.take(officer(ani), one.id());
        var budi = some.verifier();
        desk.takeOver(officer(budi), one.id(), ani.account());

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
    void whatWasTypedWhileAColleagueSentTheFileBackIsKeptAndShownAgain() {
        desk.take(officer(ani), one.id());
        assertThat(judge(KTP, "baik", "", "")).hasStatus3xxRedirection();
        assertThat(judge(DocumentKind.CIVIL_PROOF, "baik", "", "")).hasStatus3xxRedirection();
        assertThat(judge(KK, "perbaiki", "CUT_OFF", "")).hasStatus3xxRedirection();
        var budi = some.verifier();
        desk.takeOver(officer(budi), one.id(), ani.account());
        desk.sendBack(officer(budi), one.id(), inDays(2));

        assertThat(judge(KTP, "perbaiki", "OTHER", "Fotonya tertutup jari"))
                .hasRedirectedUrl(one.address() + "?dok=KTP");

        assertThat(get(ani, one.address() + "?dok=KTP"))
                .hasStatusOk()
                .bodyText()
                .contains("Yang Anda ketik", "Fotonya tertutup jari");
    }

    @Test
    void aPaperThatWasReplacedOrRemovedWhileItWasLookedAtIsSaid() {
        desk.take(officer(ani), one.id());
        var seen = some.upload(one, KTP);
        some.replace(one, KTP);
        assertThat(judge(KTP, seen, "baik", "", ""))
                .hasRedirectedUrl(one.address() + "?dok=KTP")
                .flash()
                .containsEntry("notice", Notice.warning("casework.notice.changed"));
        db.sql("DELETE FROM document.current_upload WHERE application = :application AND kind = 'KTP'")
                .param("application", one.id().value())
                .update();
        assertThat(judge(KK, "baik", "", "")).hasStatus3xxRedirection();
        assertThat(judge(KTP, seen, "baik", "", "")).hasRedirectedUrl(one.address() + "?dok=KTP");
        assertThat(post(ani, one.address() + "/minta", "jenis", "KTP")).hasRedirectedUrl(one.address() + "?dok=KTP");
        assertThat(get(ani, one.address() + "?dok=KTP")).bodyText().contains("sudah dihapus atau tidak dapat dibuka");
    }
}
