package titian.inspection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pictures as some programs write them, which are right, and pictures as nobody's program does. */
class StrangePicturesTest {

    @TempDir
    Path folder;

    @Test
    void aPhotographThatComesInEverFinerScansIsTaken() throws IOException {
        var photo = Cruel.progressive(lined(900, 600));

        assertThat(new Color(read(photo, FileType.JPEG).getRGB(450, 10)).getRed())
                .isGreaterThan(200);
        assertThat(JpegScans.areTooMany(Samples.stream(photo))).isFalse();
        assertThat(JpegScans.areTooMany(Samples.stream(Cruel.scanned(photo, 50))))
                .isFalse();
        assertThat(JpegScans.areTooMany(Samples.stream(Cruel.scanned(photo, 64))))
                .isTrue();
    }

    @Test
    void aPictureOfPointsThatComesInEverFinerRowsIsTaken() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByMIMEType("image/png").next();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            var how = writer.getDefaultWriteParam();
            how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(out);
            writer.write(null, new IIOImage(lined(900, 600), null, null), how);
        } finally {
            writer.dispose();
        }

        assertThat(read(bytes.toByteArray(), FileType.PNG).getHeight()).isEqualTo(600);
    }

    @Test
    void aPictureOfSixteenBitsAColourIsTaken() throws IOException {
        for (var transparency : new int[] {Transparency.OPAQUE, Transparency.TRANSLUCENT}) {
            var model = new ComponentColorModel(
                    ColorSpace.getInstance(ColorSpace.CS_sRGB),
                    transparency != Transparency.OPAQUE,
                    false,
                    transparency,
                    DataBuffer.TYPE_USHORT);
            var picture = new BufferedImage(model, model.createCompatibleWritableRaster(90, 60), false, null);
            var pen = picture.createGraphics();
            pen.setColor(Color.RED);
            pen.fillRect(0, 0, 90, 60);
            pen.dispose();

            assertThat(new Color(
                            read(Samples.file(picture, "png"), FileType.PNG).getRGB(40, 30)))
                    .satisfies(colour -> assertThat(colour.getRed()).isGreaterThan(240))
                    .satisfies(colour -> assertThat(colour.getBlue()).isLessThan(20));
        }
    }

    /** Its first picture is the paper; the others stay behind. */
    @Test
    void aPictureThatMovesIsTakenAsItsFirst() throws IOException {
        var frame = ByteBuffer.allocate(26).putInt(0).putInt(320).putInt(200).array();
        var moving =
                withChunks(Samples.png(), chunk("acTL", new byte[] {0, 0, 0, 2, 0, 0, 0, 0}), chunk("fcTL", frame));

        assertThat(read(moving, FileType.PNG).getWidth()).isEqualTo(320);
    }

    /** Some kilobytes that swell to half a gigabyte of words. */
    @Test
    @Timeout(20)
    void wordsThatSwellInAPictureStayBehindUnread() throws IOException {
        var swelling = Cruel.swelling(500_000_000);
        for (var picture : new byte[][] {Samples.png(), palette()}) {
            for (var name : new String[] {"zTXt", "iTXt", "iCCP"}) {
                var words = new ByteArrayOutputStream();
                words.writeBytes("Comment\0".getBytes(US_ASCII));
                words.writeBytes(name.equals("iTXt") ? new byte[] {1, 0, 0, 0} : new byte[] {0});
                words.writeBytes(swelling);

                assertThat(seen(withChunks(picture, chunk(name, words.toByteArray())), FileType.PNG))
                        .as(name)
                        .isIn("taken", "Unreadable");
            }
        }
    }

    /** Each of ten thousand scans goes over all of the picture once more. */
    @Test
    @Timeout(60)
    void aPhotographOfEndlessScansHoldsNobodyUp() throws IOException {
        var photo = Cruel.progressive(new BufferedImage(6000, 6000, BufferedImage.TYPE_BYTE_GRAY));
        var endless = Cruel.endless(photo, Inspection.MOST_BYTES);
        var began = System.nanoTime();

        assertThat(seen(endless, FileType.JPEG)).isEqualTo("Unreadable");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }

    private String seen(byte[] content, FileType type) throws IOException {
        try {
            return new Inspection().inspect(write(content), type, _ -> "taken");
        } catch (UploadRefused refused) {
            return refused.getClass().getSimpleName();
        }
    }

    private BufferedImage read(byte[] content, FileType type) throws IOException {
        return Samples.picture(new Inspection().inspect(write(content), type, Safe::content));
    }

    private Path write(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "a", ""), content);
    }

    private static BufferedImage lined(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.BLACK);
        for (int y = 40; y < height; y += 40) {
            pen.drawLine(0, y, width, y);
        }
        pen.dispose();
        return picture;
    }

    private static byte[] palette() {
        var model = new IndexColorModel(1, 2, new byte[] {0, -1}, new byte[] {0, -1}, new byte[] {0, -1});
        return Samples.file(new BufferedImage(320, 200, BufferedImage.TYPE_BYTE_BINARY, model), "png");
    }

    private static byte[] withChunks(byte[] png, byte[]... chunks) {
        var file = new ByteArrayOutputStream();
        file.write(png, 0, 33);
        for (var chunk : chunks) {
            file.writeBytes(chunk);
        }
        file.write(png, 33, png.length - 33);
        return file.toByteArray();
    }

    private static byte[] chunk(String name, byte[] content) {
        var named = ByteBuffer.allocate(4 + content.length)
                .put(name.getBytes(US_ASCII))
                .put(content);
        var sum = new CRC32();
        sum.update(named.array());
        return ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(named.array())
                .putInt((int) sum.getValue())
                .array();
    }
}
