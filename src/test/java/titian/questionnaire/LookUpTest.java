package titian.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.TitianTest;

/** "Cek syarat": a few answers and the papers of one's own case, for everybody, with nothing kept. */
@TitianTest
class LookUpTest {

    private static final String RESULT = "id=\"hasil\"";

    @Autowired
    MockMvcTester browser;

    /** What is chosen, which service that is, a paper it asks for and one it does not. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            untuk=PASSPORT&usia=dewasa&paspor=belum | Anda berusia 17 tahun | KTP-el yang masih berlaku | Paspor lama
            untuk=PASSPORT&usia=dewasa&paspor=belum&tujuan=UMRAH | Anda berusia 17 tahun | PPIU | Dinas Tenaga Kerja
            untuk=PASSPORT&usia=dewasa&paspor=belum&tujuan=CPMI | pekerja migran | Dinas Tenaga Kerja | PPIU
            untuk=PASSPORT&usia=dewasa&paspor=pernah | Paspor lama habis | Paspor lama (terbit | kepolisian
            untuk=PASSPORT&usia=dewasa&paspor=pernah&alasan=LOST | Paspor hilang | kepolisian | Paspor lama (terbit
            untuk=PASSPORT&usia=dewasa&paspor=pernah&alasan=DAMAGED | Paspor rusak | Paspor yang rusak | kepolisian
            untuk=PASSPORT&usia=anak&paspor=belum | Pemohon di bawah 17 tahun | KTP-el ayah atau ibu | KTP-el yang masih berlaku
            untuk=PASSPORT&usia=anak&paspor=belum&keadaan=GUARDIAN | Pemohon di bawah 17 tahun | Penetapan perwalian | Surat kuasa
            untuk=PASSPORT&usia=anak&paspor=belum&keadaan=PARENT_ABSENT | Pemohon di bawah 17 tahun | Surat kuasa | Penetapan perwalian
            untuk=PASSPORT&usia=anak&paspor=belum&anak=BORN_ABROAD | lahir di luar negeri | pelaporan kelahiran | affidavit
            untuk=PASSPORT&usia=anak&paspor=pernah | pernah punya paspor | Paspor biasa lama | kepolisian
            untuk=PICKUP_PROXY | diambil orang lain | bukti bayar | Kartu Keluarga
            """)
    void theAnswersSayWhichServiceItIsAndWhatToBring(String chosen, String because, String asked, String notAsked) {
        assertThat(look(chosen)).hasStatusOk().bodyText().contains(because);
        assertThat(papers(chosen)).contains(asked).doesNotContain(notAsked);
        assertThat(look(chosen + "&lang=en"))
                .hasStatusOk()
                .bodyText()
                .contains(RESULT)
                .doesNotContain("questionnaire.");
    }

    @Test
    void whoeverHasNotChosenEnoughIsAskedOnAndShownNoList() {
        assertThat(look("")).hasStatusOk().bodyText().contains("Lihat syarat").doesNotContain(RESULT);
        assertThat(look("untuk=PASSPORT&usia=anak")).bodyText().doesNotContain(RESULT);
        assertThat(look("untuk=PASSPORT&usia=dewasa&paspor=pernah"))
                .bodyText()
                .contains("Mengapa perlu paspor lagi?", "Perbarui daftar");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "untuk=TERBANG",
                "untuk=PASSPORT&usia=tua&paspor=belum",
                "untuk=PASSPORT&usia=dewasa&paspor=%3Cb%3E",
                "usia=dewasa&paspor=belum",
                "untuk=&usia=&paspor=&alasan=&anak=&tujuan=&keadaan="
            })
    void whatMakesNoSenseCountsAsNotChosen(String chosen) {
        assertThat(look(chosen)).hasStatusOk().bodyText().doesNotContain(RESULT, "<b>\"");
    }

    @Test
    void aCircumstanceNobodyKnowsChangesNothing() {
        assertThat(papers("untuk=PASSPORT&usia=dewasa&paspor=belum&keadaan=MENDUNG&tujuan=BULAN&alasan=BOSAN"))
                .isEqualTo(papers("untuk=PASSPORT&usia=dewasa&paspor=belum"));
    }

    @Test
    void nothingIsKeptOfWhoLooks() {
        assertThat(look("untuk=PASSPORT&usia=dewasa&paspor=belum")).doesNotContainHeader("Set-Cookie");
    }

    private MvcTestResult look(String chosen) {
        return browser.get().uri(URI.create("/syarat/cek?" + chosen)).exchange();
    }

    /** What is asked for, without the questions. */
    private String papers(String chosen) {
        var page = new String(look(chosen).getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        var from = page.indexOf(RESULT);
        assertThat(from).as("a list for " + chosen).isPositive();
        return page.substring(from, page.indexOf("</main>", from));
    }
}
