package titian.inspection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PDF made anew shows the same sheets and can do nothing. */
class SheetsTest {

    @TempDir
    Path folder;

    @Test
    void scriptsFilesLinksAndWordsAboutWhoMadeItStayBehind() throws IOException {
        var safe = safe(SheetsTest::everythingAPdfShouldNotHold);
        try (var pdf = Loader.loadPDF(safe.content())) {
            var catalog = pdf.getDocumentCatalog();
            assertThat(catalog.getCOSObject().keySet())
                    .extracting(COSName::getName)
                    .containsExactlyInAnyOrder("Type", "Pages");
            assertThat(pdf.getDocumentInformation().getAuthor()).isNull();
            assertThat(pdf.getPage(0).getCOSObject().containsKey(COSName.AA)).isFalse();
            assertThat(pdf.getPage(0).getAnnotations())
                    .as("the stamp, without its deed")
                    .hasSize(1);
            assertThat(pdf.getPage(0).getAnnotations().getFirst().getCOSObject().containsKey(COSName.A))
                    .isFalse();
            for (var key : pdf.getDocument().getXrefTable().keySet()) {
                var object = pdf.getDocument().getObjectFromPool(key).getObject();
                assertThat(String.valueOf(object)).doesNotContain("app.alert", "JavaScript", "EmbeddedFile", "Ratna");
            }
        }
    }

    @Test
    void whatCouldBeSeenCanStillBeSeen() throws IOException {
        var safe = safe(SheetsTest::everythingAPdfShouldNotHold);
        var preview = Samples.picture(Objects.requireNonNull(safe.preview()));
        assertThat(preview.getHeight()).isEqualTo(240);
        assertThat(new Color(preview.getRGB(preview.getWidth() / 2, 120))).satisfies(colour -> {
            assertThat(colour.getRed()).isGreaterThan(200);
            assertThat(colour.getBlue()).isLessThan(90);
        });
        assertThat(new Color(preview.getRGB(8, 232)).getBlue()).as("the stamp").isGreaterThan(200);
    }

    @Test
    void aSheetThatWouldFillTheMemoryIsKeptWithoutASmallPicture() throws IOException {
        var safe = safe(() -> {
            try (var pdf = new PDDocument()) {
                var page = new PDPage(PDRectangle.A4);
                pdf.addPage(page);
                var image = LosslessFactory.createFromImage(pdf, new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB));
                image.setWidth(50_000);
                image.setHeight(50_000);
                try (var pen = new PDPageContentStream(pdf, page)) {
                    pen.drawImage(image, 0, 0, 500, 500);
                }
                return Samples.saved(pdf);
            }
        });
        assertThat(safe.preview()).isNull();
        assertThat(safe.content()).isNotEmpty();
    }

    @Test
    void aSheetThatTakesForeverToDrawIsKeptWithoutASmallPicture() throws IOException {
        var safe = safe(() -> {
            try (var pdf = new PDDocument()) {
                var page = new PDPage(PDRectangle.A4);
                pdf.addPage(page);
                try (var pen = new PDPageContentStream(pdf, page)) {
                    for (int i = 0; i < 400_000; i++) {
                        pen.moveTo(0, 0);
                    }
                }
                return Samples.saved(pdf);
            }
        });
        assertThat(safe.preview()).isNull();
    }

    @Test
    void formsWithinFormsWithinFormsEndSomewhere() throws IOException {
        var inspection = new Inspection();
        var file = write(() -> {
            try (var pdf = new PDDocument()) {
                var page = new PDPage(PDRectangle.A4);
                pdf.addPage(page);
                var form = new PDFormXObject(pdf);
                var resources = new PDResources();
                resources.put(COSName.getPDFName("Self"), form);
                form.setResources(resources);
                form.setBBox(PDRectangle.A4);
                try (var content = form.getStream().createOutputStream()) {
                    content.write("/Self Do".getBytes(ISO_8859_1));
                }
                try (var pen = new PDPageContentStream(pdf, page)) {
                    pen.drawForm(form);
                }
                return Samples.saved(pdf);
            }
        });
        assertThat(inspection.<Integer>inspect(file, FileType.PDF, safe -> safe.content().length))
                .isPositive();
    }

    @Test
    void aPdfThatDoesNotSayWhereItEndsIsRefused() throws IOException {
        var pdf = Samples.pdf(1);
        var file = Files.write(folder.resolve("a"), Arrays.copyOf(pdf, pdf.length + 2_000));
        assertThatThrownBy(() -> Sheets.safe(file)).isInstanceOf(UploadRefused.Unreadable.class);
    }

    private static byte[] everythingAPdfShouldNotHold() throws IOException {
        try (var pdf = new PDDocument()) {
            var page = new PDPage(PDRectangle.A4);
            pdf.addPage(page);
            try (var pen = new PDPageContentStream(pdf, page)) {
                pen.setNonStrokingColor(Color.RED);
                pen.addRect(50, 50, 500, 700);
                pen.fill();
            }
            var script = new PDActionJavaScript("app.alert(1)");
            pdf.getDocumentCatalog().setOpenAction(script);
            var whenOpened = new COSDictionary();
            whenOpened.setItem(COSName.O, script.getCOSObject());
            page.getCOSObject().setItem(COSName.AA, whenOpened);
            pdf.getDocumentInformation().setAuthor("Ratna");
            embedAFile(pdf);
            var link = new PDAnnotationLink();
            link.setAction(script);
            link.setRectangle(new PDRectangle(0, 0, 100, 100));
            page.getAnnotations().add(link);
            page.getAnnotations().add(stamp(pdf, script));
            var form = new COSDictionary();
            form.setItem(COSName.FIELDS, new COSArray());
            form.setItem(COSName.getPDFName("XFA"), new COSString("<xfa>app.alert(2)</xfa>"));
            pdf.getDocumentCatalog().getCOSObject().setItem(COSName.ACRO_FORM, form);
            return Samples.saved(pdf);
        }
    }

    private static PDAnnotationRubberStamp stamp(PDDocument pdf, PDActionJavaScript script) throws IOException {
        var stamp = new PDAnnotationRubberStamp();
        stamp.setRectangle(new PDRectangle(0, 0, 40, 40));
        stamp.getCOSObject().setItem(COSName.A, script.getCOSObject());
        var look = new PDAppearanceStream(pdf);
        look.setBBox(new PDRectangle(0, 0, 40, 40));
        look.setResources(new PDResources());
        try (var content = look.getStream().createOutputStream()) {
            content.write("0 0 1 rg 0 0 40 40 re f".getBytes(ISO_8859_1));
        }
        var looks = new PDAppearanceDictionary();
        looks.setNormalAppearance(look);
        stamp.setAppearance(looks);
        return stamp;
    }

    private static void embedAFile(PDDocument pdf) throws IOException {
        var inside = new PDComplexFileSpecification();
        inside.setFile("program.exe");
        inside.setEmbeddedFile(new PDEmbeddedFile(pdf, Samples.stream("MZ app.alert".getBytes(ISO_8859_1))));
        var files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of("program.exe", inside));
        var names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        pdf.getDocumentCatalog().setNames(names);
    }

    private Safe safe(Callable<byte[]> content) throws IOException {
        return Sheets.safe(write(content));
    }

    private Path write(Callable<byte[]> content) throws IOException {
        try {
            return Files.write(Files.createTempFile(folder, "a", ".pdf"), content.call());
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
