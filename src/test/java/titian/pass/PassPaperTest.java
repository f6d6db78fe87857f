package titian.pass;

import static com.google.zxing.BarcodeFormat.CODE_128;
import static com.google.zxing.BarcodeFormat.QR_CODE;
import static com.google.zxing.DecodeHintType.POSSIBLE_FORMATS;
import static org.assertj.core.api.Assertions.assertThat;
import static titian.pass.Pass.Standing.READY;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import titian.TitianTest;
import titian.web.Words;

/** The pass on paper. */
@TitianTest
class PassPaperTest {

    private static final int SCREEN_DOTS_PER_INCH = 96;

    @Autowired
    PassDesk desk;

    @ParameterizedTest
    @EnumSource
    void everyPassIsOnePage(Pass.Standing standing) throws IOException {
        for (var language : new String[] {"id", "en"}) {
            try (var paper = print(Passes.of(standing), language)) {
                assertThat(paper.getNumberOfPages()).isOne();
            }
        }
    }

    @Test
    void itIsOnePageAlsoForWhoHasALongName() throws IOException {
        try (var paper = print(Passes.of("RADEN AYU ".repeat(15), READY), "en")) {
            assertThat(paper.getNumberOfPages()).isOne();
        }
    }

    @Test
    void aNameKeepsItsMarks() throws IOException {
        var name = "I GUSTI NGURAH ŚRĪ DÉWI ḌḤĀÑÇ O’BRIEN";
        try (var paper = print(Passes.of(name, READY), "id")) {
            assertThat(new PDFTextStripper().getText(paper).replaceAll("\\s+", " "))
                    .contains(name, "Selasa, 8 Desember 2026", "Rp10.000");
        }
    }

    @Test
    void whatIsInANameStaysAName() throws IOException {
        try (var paper = print(Passes.of("<b>&amp; \"O'", READY), "id")) {
            assertThat(new PDFTextStripper().getText(paper)).contains("<b>&amp; \"O'");
        }
    }

    @Test
    void theCodeIsReadFromThePaper() throws Exception {
        var pass = Passes.of(READY);
        try (var paper = print(pass, "id")) {
            var picture = new PDFRenderer(paper).renderImageWithDPI(0, SCREEN_DOTS_PER_INCH);
            var read = new MultiFormatReader()
                    .decode(
                            new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(picture))),
                            Map.of(POSSIBLE_FORMATS, List.of(QR_CODE, CODE_128)));
            assertThat(read.getText()).isEqualTo(pass.code().value());
        }
    }

    @Test
    void whatDoesNotOpenTheDoorHasNoCodeToScanAndSaysSo() throws IOException {
        try (var paper = print(Passes.of(Pass.Standing.ADMITTED), "id")) {
            assertThat(new PDFTextStripper().getText(paper)).contains("Tidak berlaku", "sudah dipakai");
        }
    }

    private PDDocument print(Pass pass, String language) throws IOException {
        return Loader.loadPDF(desk.pdf(pass, Words.in(Locale.of(language))));
    }
}
