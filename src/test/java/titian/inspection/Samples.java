package titian.inspection;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** Files as people send them, and as they should not. Each picture is one nobody has sent before. */
public final class Samples {

    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private Samples() {}

    public static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    public static byte[] jpeg() {
        return picture("jpg");
    }

    public static byte[] png() {
        return picture("png");
    }

    public static BufferedImage picture(byte[] file) {
        try {
            return ImageIO.read(stream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] file(BufferedImage image, String format) {
        var file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static byte[] picture(String format) {
        var image = new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        for (int i = 0; i < 200; i++) {
            pen.setColor(new Color(ThreadLocalRandom.current().nextInt(1 << 24)));
            pen.drawLine(0, i, 319, 199 - i);
        }
        pen.dispose();
        return file(image, format);
    }

    /** A whole photograph of exactly this many bytes: readers stop at its end, what follows is what phones append. */
    public static byte[] jpegOf(long bytes) {
        return Arrays.copyOf(jpeg(), (int) bytes);
    }

    public static byte[] pdf(int pages) {
        try (var pdf = new PDDocument()) {
            return write(pdf, pages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] lockedPdf(String ownerPassword, String userPassword) {
        try (var pdf = new PDDocument()) {
            pdf.protect(new StandardProtectionPolicy(ownerPassword, userPassword, new AccessPermission()));
            return write(pdf, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] write(PDDocument pdf, int pages) throws IOException {
        for (int i = 0; i < pages; i++) {
            pdf.addPage(new PDPage());
        }
        pdf.getDocumentInformation()
                .setTitle("PDF " + ThreadLocalRandom.current().nextLong());
        return saved(pdf);
    }

    public static byte[] saved(PDDocument pdf) throws IOException {
        var file = new ByteArrayOutputStream();
        pdf.save(file);
        return file.toByteArray();
    }

    /** A few hundred bytes that promise a picture of this size. */
    public static byte[] pngPromising(int width, int height) {
        var file = new ByteArrayOutputStream();
        file.writeBytes(PNG_SIGNATURE);
        chunk(file, "IHDR", bytes(width, height, 8, 2));
        chunk(file, "IDAT", deflated(new byte[100_000]));
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    /** A photograph whose head says that it has this size. */
    public static byte[] jpegPromising(int width, int height) {
        var file = jpeg();
        for (int at = 2; at < file.length - 9; at++) {
            if (file[at] == (byte) 0xFF && file[at + 1] == (byte) 0xC0) {
                file[at + 5] = (byte) (height >> 8);
                file[at + 6] = (byte) height;
                file[at + 7] = (byte) (width >> 8);
                file[at + 8] = (byte) width;
                return file;
            }
        }
        throw new IllegalStateException("every photograph of ours has a frame");
    }

    private static byte[] bytes(int width, int height, int depth, int colours) {
        return new byte[] {
            (byte) (width >> 24),
            (byte) (width >> 16),
            (byte) (width >> 8),
            (byte) width,
            (byte) (height >> 24),
            (byte) (height >> 16),
            (byte) (height >> 8),
            (byte) height,
            (byte) depth,
            (byte) colours,
            0,
            0,
            0
        };
    }

    private static void chunk(ByteArrayOutputStream file, String name, byte[] content) {
        var named = new ByteArrayOutputStream();
        named.writeBytes(name.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        named.writeBytes(content);
        var sum = new CRC32();
        sum.update(named.toByteArray());
        file.writeBytes(number(content.length));
        file.writeBytes(named.toByteArray());
        file.writeBytes(number((int) sum.getValue()));
    }

    private static byte[] number(int number) {
        return new byte[] {(byte) (number >> 24), (byte) (number >> 16), (byte) (number >> 8), (byte) number};
    }

    private static byte[] deflated(byte[] content) {
        var deflater = new Deflater();
        deflater.setInput(content);
        deflater.finish();
        var small = new byte[content.length];
        var length = deflater.deflate(small);
        deflater.end();
        return Arrays.copyOf(small, length);
    }
}
