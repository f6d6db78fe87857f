package titian.inspection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Point;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A picture made anew looks as it did, stands upright and says nothing else. */
class PicturesTest {

    @TempDir
    Path folder;

    /** However the phone was held, the red corner comes to lie where the eye saw it: at the upper left. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aPhotographStandsUprightHoweverThePhoneWasHeld(int held) throws IOException {
        for (var order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            var upright = picture(Pictures.safe(write(withExif(heldAs(held), held, order)), FileType.JPEG));
            assertThat(upright.getWidth()).isEqualTo(400);
            assertThat(upright.getHeight()).isEqualTo(300);
            assertThat(redAt(upright, 50, 50)).isTrue();
            assertThat(redAt(upright, 350, 50) || redAt(upright, 50, 250) || redAt(upright, 350, 250))
                    .isFalse();
        }
    }

    @Test
    void anOrientationThatMakesNoSenseIsNone() throws IOException {
        assertThat(new Orientation(0)).isEqualTo(Orientation.UPRIGHT);
        assertThat(new Orientation(9)).isEqualTo(Orientation.UPRIGHT);
        var odd = withExif(heldAs(1), 1, ByteOrder.BIG_ENDIAN);
        Arrays.fill(odd, 16, 24, (byte) 0x7F);
        assertThat(picture(Pictures.safe(write(odd), FileType.JPEG)).getWidth()).isEqualTo(400);
    }

    @ParameterizedTest
    @EnumSource(
            value = FileType.class,
            names = {"JPEG", "PNG"})
    void whatElseIsInTheFileStaysBehind(FileType type) throws IOException {
        var picture = type == FileType.JPEG ? withExif(heldAs(1), 1, ByteOrder.BIG_ENDIAN) : Samples.png();
        var polyglot = join(picture, "PK\u0003\u0004<script>alert(1)</script>-6.2088,106.8456".getBytes(ISO_8859_1));
        var safe = Pictures.safe(write(polyglot), type);
        assertThat(new String(safe.content(), ISO_8859_1)).doesNotContain("Exif", "script", "PK\u0003\u0004", "106.8");
        assertThat(safe.type()).isEqualTo(FileType.JPEG);
    }

    @Test
    void aLargePhotographComesDownToWhatAPaperNeeds() throws IOException {
        var large = new BufferedImage(7000, 5000, BufferedImage.TYPE_BYTE_GRAY);
        var safe = Pictures.safe(write(Samples.file(large, "jpg")), FileType.JPEG);
        assertThat(picture(safe).getWidth()).isEqualTo(2000);
        assertThat(picture(safe).getHeight()).isBetween(1428, 1429);
        assertThat(safe.preview()).isNotNull().hasSizeLessThan(20_000);
    }

    @Test
    void aPictureOfOnePointIsTaken() throws IOException {
        var point = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        assertThat(picture(Pictures.safe(write(Samples.file(point, "png")), FileType.PNG))
                        .getWidth())
                .isOne();
    }

    @Test
    void anExtremelyLongPictureKeepsAtLeastARow() throws IOException {
        var strip = new BufferedImage(30_000, 2, BufferedImage.TYPE_INT_RGB);
        assertThat(picture(Pictures.safe(write(Samples.file(strip, "png")), FileType.PNG))
                        .getHeight())
                .isOne();
    }

    @Test
    void whatIsClearInAPictureBecomesWhite() throws IOException {
        var clear = new BufferedImage(100, 100, BufferedImage.TYPE_INT_ARGB);
        var shown = picture(Pictures.safe(write(Samples.file(clear, "png")), FileType.PNG));
        assertThat(shown.getRGB(50, 50) & 0xFF).isGreaterThan(250);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_BYTE_BINARY,
                BufferedImage.TYPE_BYTE_INDEXED,
                BufferedImage.TYPE_USHORT_GRAY,
                BufferedImage.TYPE_BYTE_GRAY
            })
    void everyWayToWriteAPictureIsUnderstood(int type) throws IOException {
        var picture = new BufferedImage(60, 40, type);
        var pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 30, 40);
        pen.dispose();
        var shown = picture(Pictures.safe(write(Samples.file(picture, "png")), FileType.PNG));
        assertThat(shown.getRGB(10, 20) & 0xFF).isGreaterThan(240);
        assertThat(shown.getRGB(50, 20) & 0xFF).isLessThan(15);
    }

    @Test
    void aScanInFourInksIsShownInItsColours() throws IOException {
        var inks = Raster.createInterleavedRaster(0, 64, 64, 4, null);
        for (int y = 0; y < 64; y++) {
            for (int x = 0; x < 64; x++) {
                inks.setPixel(x, y, new int[] {0, 255, 255, 0});
            }
        }
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByMIMEType("image/jpeg").next();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(inks, null, null), null);
        } finally {
            writer.dispose();
        }
        assertThat(redAt(picture(Pictures.safe(write(bytes.toByteArray()), FileType.JPEG)), 32, 32))
                .isTrue();
    }

    @Test
    void adobesInksAreReadAsAdobeWritesThem() {
        assertThat(colour(Inks.PLAIN, 0, 255, 255, 0)).isEqualTo(0xFF0000);
        assertThat(colour(Inks.ADOBE, 255, 0, 0, 255)).isEqualTo(0xFF0000);
        assertThat(colour(Inks.ADOBE, 255, 255, 255, 0)).isZero();
        assertThat(colour(Inks.ADOBE_BRIGHTNESS, 0, 128, 128, 255)).isEqualTo(0xFFFFFF);
        assertThat(colour(Inks.ADOBE_BRIGHTNESS, 255, 128, 128, 255)).isZero();
    }

    @Test
    void aPictureOfMoreThanFortyMillionPointsIsRefused() throws IOException {
        var file = write(Samples.pngPromising(50_000, 50_000));
        assertThatThrownBy(() -> Pictures.safe(file, FileType.PNG)).isInstanceOf(UploadRefused.TooManyPixels.class);
    }

    private static int colour(Inks inks, int... values) {
        var raster = Raster.createInterleavedRaster(0, 1, 1, 4, null);
        raster.setPixel(0, 0, values);
        return inks.onScreen(raster).getRGB(0, 0) & 0xFFFFFF;
    }

    /** A landscape of 400 by 300 with a red corner at the upper left, as a phone held so writes it. */
    private static byte[] heldAs(int held) {
        int width = held < 5 ? 400 : 300;
        int height = held < 5 ? 300 : 400;
        var written = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                var seen = seenAt(held, row, column);
                written.setRGB(column, row, seen.x < 100 && seen.y < 100 ? 0xFF0000 : 0);
            }
        }
        return Samples.file(written, "jpg");
    }

    /** The table of the standard: where the eye sees the first row and the first column. */
    private static Point seenAt(int held, int row, int column) {
        return switch (held) {
            case 2 -> new Point(399 - column, row);
            case 3 -> new Point(399 - column, 299 - row);
            case 4 -> new Point(column, 299 - row);
            case 5 -> new Point(row, column);
            case 6 -> new Point(399 - row, column);
            case 7 -> new Point(399 - row, 299 - column);
            case 8 -> new Point(row, 299 - column);
            default -> new Point(column, row);
        };
    }

    static byte[] withExif(byte[] jpeg, int orientation, ByteOrder order) {
        var exif = ByteBuffer.allocate(36).order(ByteOrder.BIG_ENDIAN);
        exif.putShort((short) 0xFFE1).putShort((short) 34).put("Exif\0\0".getBytes(ISO_8859_1));
        exif.order(order);
        exif.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(ISO_8859_1));
        exif.putShort((short) 42).putInt(8).putShort((short) 1);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        exif.putInt(0);
        return join(join(Arrays.copyOf(jpeg, 2), exif.array()), Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static boolean redAt(BufferedImage picture, int x, int y) {
        var colour = new Color(picture.getRGB(x, y));
        return colour.getRed() > 200 && colour.getGreen() < 60 && colour.getBlue() < 60;
    }

    private static BufferedImage picture(Safe safe) {
        return Samples.picture(safe.content());
    }

    private Path write(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "a", ""), content);
    }

    private static byte[] join(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
