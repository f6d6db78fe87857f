package titian.inspection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** PDFs made to fill the memory or to hold everybody up; and sheets of odd sizes, which are right. */
class SwellingSheetsTest {

    private static final int HALF_A_GIGABYTE = 500_000_000;

    @TempDir
    Path folder;

    @Test
    void aSheetOfTwoHundredInchesAndOneOfAHairAreTaken() throws IOException {
        for (var size : new float[][] {{14_400, 14_400}, {14_400, 1}, {1, 14_400}, {0.5f, 0.5f}, {3e6f, 3e6f}}) {
            var pdf = Cruel.pdf(document -> document.addPage(new PDPage(new PDRectangle(size[0], size[1]))));

            assertThat(seen(pdf)).as(Arrays.toString(size)).isEqualTo("taken");
        }
    }

    /** What is drawn on a sheet, packed once or twice. */
    @Test
    @Timeout(60)
    void aSheetThatSwellsIsKeptUndrawn() throws IOException {
        var run = new byte[1_000_000];
        for (int i = 0; i < run.length; i += 2) {
            run[i] = (byte) 129;
            run[i + 1] = ' ';
        }
        var twice = new ByteArrayOutputStream();
        try (var packing = new DeflaterOutputStream(twice)) {
            packing.write(run);
        }
        var ways = new COSArray();
        ways.add(COSName.FLATE_DECODE);
        ways.add(COSName.RUN_LENGTH_DECODE);

        assertThat(preview(drawnAs(COSName.FLATE_DECODE, Cruel.swelling(HALF_A_GIGABYTE))))
                .isNull();
        assertThat(preview(drawnAs(COSName.RUN_LENGTH_DECODE, run))).isNull();
        assertThat(preview(drawnAs(ways, twice.toByteArray()))).isNull();
    }

    @Test
    void whatSwellsNoMoreThanADrawingDoesIsDrawn() throws IOException {
        assertThat(preview(drawnAs(COSName.FLATE_DECODE, Cruel.swelling(20_000_000))))
                .isNotNull();
    }

    /** A row of two billion points before there is a single one. */
    @Test
    @Timeout(60)
    void aSheetThatAsksForMoreThanThereIsHarmsNobody() throws IOException {
        var rows = new COSDictionary();
        rows.setInt(COSName.PREDICTOR, 12);
        rows.setInt(COSName.COLUMNS, 2_000_000_000);
        var pdf = Cruel.pdf(document -> {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            var content = document.getDocument().createCOSStream();
            content.setItem(COSName.FILTER, COSName.FLATE_DECODE);
            content.setItem(COSName.DECODE_PARMS, rows);
            try (var raw = content.createRawOutputStream()) {
                raw.write(Cruel.swelling(1_000));
            }
            page.setContents(new PDStream(content));
        });

        assertThat(seen(pdf)).isEqualTo("taken");
    }

    /** A photograph of endless scans, by itself or among the strokes. */
    @Test
    @Timeout(60)
    void aSheetWithAPhotographOfEndlessScansIsKeptUndrawn() throws IOException {
        var photo = Cruel.progressive(new BufferedImage(6000, 6000, BufferedImage.TYPE_BYTE_GRAY));
        var endless = Cruel.endless(photo, 3_000_000);
        var alone = Cruel.pdf(document -> {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            var image = new PDImageXObject(
                    document, Samples.stream(endless), COSName.DCT_DECODE, 6000, 6000, 8, PDDeviceGray.INSTANCE);
            try (var pen = new PDPageContentStream(document, page)) {
                pen.drawImage(image, 0, 0, 500, 500);
            }
        });
        var strokes = new ByteArrayOutputStream();
        strokes.writeBytes("q 500 0 0 500 0 0 cm BI /W 60 /H 60 /BPC 8 /CS /G /F /DCT ID ".getBytes(US_ASCII));
        strokes.writeBytes(endless);
        strokes.writeBytes("\nEI Q\n".getBytes(US_ASCII));

        assertThat(preview(alone)).isNull();
        assertThat(preview(drawnAs(new COSArray(), strokes.toByteArray()))).isNull();
    }

    /** Objects packed together, before the first of them is found. */
    @Test
    @Timeout(60)
    void objectsThatSwellAreRefused() throws IOException {
        var packed = Cruel.swelling(HALF_A_GIGABYTE);
        var file = new ByteArrayOutputStream();
        file.writeBytes("%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 4 0 R>>\nendobj\n".getBytes(US_ASCII));
        int at = file.size();
        file.writeBytes(
                ("2 0 obj\n<</Type/ObjStm/N 1/First 5/Filter/FlateDecode/Length " + packed.length + ">>\nstream\n")
                        .getBytes(US_ASCII));
        file.writeBytes(packed);
        file.writeBytes("\nendstream\nendobj\n".getBytes(US_ASCII));
        int table = file.size();
        var rows = ByteBuffer.allocate(5 * 7);
        row(rows, 0, 0, 255);
        row(rows, 1, 9, 0);
        row(rows, 1, at, 0);
        row(rows, 1, table, 0);
        row(rows, 2, 2, 0);
        file.writeBytes("3 0 obj\n<</Type/XRef/Size 5/W[1 4 2]/Root 1 0 R/Length 35>>\nstream\n".getBytes(US_ASCII));
        file.writeBytes(rows.array());
        file.writeBytes(("\nendstream\nendobj\nstartxref\n" + table + "\n%%EOF\n").getBytes(US_ASCII));

        assertThat(seen(file.toByteArray())).isEqualTo("Unreadable");
    }

    @Test
    @Timeout(20)
    void sheetsThatLeadToThemselvesEndSomewhere() throws IOException {
        var pdf = Cruel.pdf(document -> {
            document.addPage(new PDPage(PDRectangle.A4));
            var all = document.getPages().getCOSObject();
            var kids = new COSArray();
            kids.add(all);
            var round = new COSDictionary();
            round.setItem(COSName.TYPE, COSName.PAGES);
            round.setItem(COSName.PARENT, all);
            round.setItem(COSName.KIDS, kids);
            round.setItem(COSName.COUNT, COSInteger.get(1_000_000));
            ((COSArray) all.getDictionaryObject(COSName.KIDS)).add(round);
        });

        assertThat(seen(pdf)).isIn("taken", "Unreadable");
    }

    private static byte[] drawnAs(COSBase how, byte[] packed) throws IOException {
        return Cruel.pdf(document -> {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            var content = document.getDocument().createCOSStream();
            content.setItem(COSName.FILTER, how);
            try (var raw = content.createRawOutputStream()) {
                raw.write(packed);
            }
            page.setContents(new PDStream(content));
        });
    }

    private static void row(ByteBuffer rows, int kind, int number, int rest) {
        rows.put((byte) kind).putInt(number).putShort((short) rest);
    }

    private String seen(byte[] content) throws IOException {
        try {
            return new Inspection().inspect(write(content), FileType.PDF, _ -> "taken");
        } catch (UploadRefused refused) {
            return refused.getClass().getSimpleName();
        }
    }

    private byte @Nullable [] preview(byte[] pdf) throws IOException {
        return new Inspection().inspect(write(pdf), FileType.PDF, safe -> safe).preview();
    }

    private Path write(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "a", ""), content);
    }
}
