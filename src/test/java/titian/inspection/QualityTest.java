package titian.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.awt.image.RescaleOp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a photograph, shown by one on each side of every threshold. */
class QualityTest {

    private static final Color CARD = new Color(150, 190, 215);

    @TempDir
    Path folder;

    @Test
    void aGoodPhotographOfACardOrAWhitePaperAndAScanAreLetBe() {
        assertThat(Quality.of(photo(CARD, true))).isEmpty();
        assertThat(Quality.of(photo(new Color(235, 235, 230), true))).isEmpty();
        assertThat(Quality.of(photo(Color.WHITE, true)))
                .as("a scan is white all over and has no glare")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aLittleSoftnessIsLetBe(int radius) {
        assertThat(Quality.of(blurred(photo(CARD, true), radius))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 8, 12})
    void aBlurIsSaid(int radius) {
        assertThat(Quality.of(blurred(photo(CARD, true), radius))).containsExactly(Hint.BLURRED);
    }

    @Test
    void darknessIsSaidAndShadeIsLetBe() {
        assertThat(Quality.of(dimmed(photo(CARD, true), 0.6f))).isEmpty();
        assertThat(Quality.of(dimmed(photo(CARD, true), 0.4f))).containsExactly(Hint.DARK);
        assertThat(Quality.of(dimmed(photo(CARD, true), 0.2f))).containsExactly(Hint.DARK);
    }

    @Test
    void aReflectionIsSaidAndAGlintIsLetBe() {
        assertThat(Quality.of(lit(photo(CARD, true), 50))).isEmpty();
        assertThat(Quality.of(lit(photo(CARD, true), 140))).containsExactly(Hint.GLARE);
    }

    @Test
    void writingThatRunsOffTheRimIsSaid() {
        assertThat(Quality.of(photo(CARD, false))).containsExactly(Hint.CUT);
    }

    @Test
    void aPaperThatLiesOnItsSideIsSaid() {
        assertThat(Quality.of(turned(photo(CARD, true)))).containsExactly(Hint.SIDEWAYS);
    }

    @Test
    void aSmallPictureIsSaid() {
        assertThat(Quality.of(Pictures.within(photo(CARD, true), 790))).contains(Hint.SMALL);
        assertThat(Quality.of(Pictures.within(photo(CARD, true), 810))).isEmpty();
        assertThat(Quality.of(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)))
                .containsExactly(Hint.SMALL);
    }

    /** The points of a screen, seen a little turned, as waves across the picture; and noise, of which there are none. */
    @Test
    void aPhotographOfAScreenIsSaidAndOneWithNoiseIsLetBe() {
        for (double pixels : new double[] {2.7, 4.4, 7.3}) {
            assertThat(Quality.of(waved(photo(CARD, true), pixels, 5))).containsExactly(Hint.SCREEN);
            assertThat(Quality.of(waved(photo(CARD, true), pixels, 0.5))).isEmpty();
        }
        assertThat(Quality.of(noisy(photo(CARD, true), 8))).isEmpty();
        assertThat(Quality.of(noisy(waved(photo(CARD, true), 4.4, 5), 4))).containsExactly(Hint.SCREEN);
        assertThat(Quality.of(Samples.picture(Samples.file(noisy(photo(CARD, true), 5), "jpg"))))
                .as("the squares of a JPEG")
                .isEmpty();
    }

    /** What is wrong with a photograph in a PDF is told as at once as if it had come alone. */
    @Test
    void ofAPdfTheFirstSheetIsLookedAt() throws IOException {
        assertThat(seen(photo(CARD, true))).isEmpty();
        assertThat(seen(dimmed(photo(CARD, true), 0.3f))).containsExactly(Hint.DARK);
        assertThat(seen(blurred(photo(CARD, true), 8))).containsExactly(Hint.BLURRED);
        assertThat(seen(turned(photo(CARD, true)))).containsExactly(Hint.SIDEWAYS);
        assertThat(seen(Pictures.within(photo(CARD, true), 700)))
                .as("how large it is drawn is our doing")
                .doesNotContain(Hint.SMALL);
        assertThat(Sheets.safe(Files.write(folder.resolve("kosong.pdf"), Samples.pdf(2)))
                        .hints())
                .as("an empty sheet")
                .isEmpty();
    }

    private List<Hint> seen(BufferedImage photo) throws IOException {
        try (var pdf = new PDDocument()) {
            var sheet = new PDPage(new PDRectangle(photo.getWidth() / 2f, photo.getHeight() / 2f));
            pdf.addPage(sheet);
            try (var pen = new PDPageContentStream(pdf, sheet)) {
                pen.drawImage(
                        JPEGFactory.createFromImage(pdf, photo, 0.9f),
                        0,
                        0,
                        photo.getWidth() / 2f,
                        photo.getHeight() / 2f);
            }
            return Sheets.safe(Files.write(folder.resolve("foto.pdf"), Samples.saved(pdf)))
                    .hints();
        }
    }

    private static BufferedImage turned(BufferedImage upright) {
        var turned = new BufferedImage(upright.getHeight(), upright.getWidth(), BufferedImage.TYPE_INT_RGB);
        var pen = turned.createGraphics();
        pen.drawImage(upright, new Orientation(6).upright(upright.getWidth(), upright.getHeight()), null);
        pen.dispose();
        return turned;
    }

    private static BufferedImage waved(BufferedImage photo, double pixels, double height) {
        for (int y = 0; y < photo.getHeight(); y++) {
            for (int x = 0; x < photo.getWidth(); x++) {
                lighten(photo, x, y, height * Math.sin(2 * Math.PI * (x * 0.998 + y * 0.06) / pixels));
            }
        }
        return photo;
    }

    private static BufferedImage noisy(BufferedImage photo, double height) {
        var chance = new Random(3);
        for (int y = 0; y < photo.getHeight(); y++) {
            for (int x = 0; x < photo.getWidth(); x++) {
                lighten(photo, x, y, height * chance.nextGaussian());
            }
        }
        return photo;
    }

    private static void lighten(BufferedImage photo, int x, int y, double by) {
        var colour = new Color(photo.getRGB(x, y));
        int more = (int) Math.round(by);
        photo.setRGB(
                x,
                y,
                new Color(
                                Math.clamp(colour.getRed() + more, 0, 255),
                                Math.clamp(colour.getGreen() + more, 0, 255),
                                Math.clamp(colour.getBlue() + more, 0, 255))
                        .getRGB());
    }

    @Test
    void ofAnEmptyWhitePictureNothingIsSaid() {
        var empty = new BufferedImage(1600, 1000, BufferedImage.TYPE_INT_RGB);
        var pen = empty.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 1600, 1000);
        pen.dispose();
        assertThat(Quality.of(empty)).isEmpty();
    }

    /** Lines of writing on a paper that lies on a table, or that fills the photograph and goes on beyond it. */
    private static BufferedImage photo(Color paper, boolean whole) {
        var chance = new Random(7);
        var photo = new BufferedImage(1600, 1000, BufferedImage.TYPE_INT_RGB);
        var pen = photo.createGraphics();
        pen.setColor(new Color(110, 100, 90));
        pen.fillRect(0, 0, 1600, 1000);
        int rim = whole ? 130 : -60;
        pen.setColor(paper);
        pen.fillRect(rim, rim, 1600 - 2 * rim, 1000 - 2 * rim);
        pen.setColor(new Color(30, 30, 40));
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 40));
        for (int y = rim + 80; y < 990 - rim; y += 62) {
            pen.drawString(words(chance, whole ? 20 + chance.nextInt(20) : 90), rim + 50, y);
        }
        pen.dispose();
        return photo;
    }

    private static String words(Random chance, int length) {
        var words = new StringBuilder();
        while (words.length() < length) {
            for (int letters = 2 + chance.nextInt(8); letters > 0; letters--) {
                words.append((char) ('A' + chance.nextInt(26)));
            }
            words.append(' ');
        }
        return words.toString();
    }

    private static BufferedImage blurred(BufferedImage photo, int radius) {
        int side = 2 * radius + 1;
        var weights = new float[side * side];
        Arrays.fill(weights, 1f / weights.length);
        return new ConvolveOp(new Kernel(side, side, weights), ConvolveOp.EDGE_NO_OP, null).filter(photo, null);
    }

    private static BufferedImage dimmed(BufferedImage photo, float light) {
        return new RescaleOp(light, 0, null).filter(photo, null);
    }

    private static BufferedImage lit(BufferedImage photo, int radius) {
        var pen = photo.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fill(new Ellipse2D.Double(800 - radius, 500 - radius, 2 * radius, 2 * radius));
        pen.dispose();
        return photo;
    }
}
