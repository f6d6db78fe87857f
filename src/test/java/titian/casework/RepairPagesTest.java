package titian.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static titian.document.DocumentKind.KK;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import titian.TitianTest;
import titian.web.Words;

/** What an applicant is told of papers that went back, and how they hand in others. */
@TitianTest
class RepairPagesTest extends WithOneFile {

    @Test
    void theApplicantIsToldWhichPaperWhyHowAndUntilWhenAndHandsInAnother() {
        some.judgeAll(ani, one, KK);
        assertThat(get(one.applicant(), "/permohonan/" + one.id())).bodyText().contains("sedang diperiksa");
        desk.sendBack(officer(ani), one.id(), inDays(2));

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

    @ParameterizedTest
    @EnumSource
    void everyReasonHasItsWordsInBothLanguages(Reason reason) {
        for (var words : new Words[] {Words.in(Words.INDONESIAN), Words.in(Words.ENGLISH)}) {
            assertThat(words.text(reason.text())).isNotBlank();
            assertThat(words.text(reason.told())).isNotBlank();
            assertThat(words.text(reason.mended())).isNotBlank();
        }
    }
}
