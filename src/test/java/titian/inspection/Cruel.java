package titian.inspection;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/** What files are made of that are meant to do harm. */
final class Cruel {

    private Cruel() {}

    /** Fills a PDF. */
    interface Fills {
        void fill(PDDocument document) throws IOException;
    }

    static byte[] pdf(Fills with) throws IOException {
        try (var pdf = new PDDocument()) {
            with.fill(pdf);
            return Samples.saved(pdf);
        }
    }

    /** A photograph that comes in ever finer scans. */
    static byte[] progressive(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByMIMEType("image/jpeg").next();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            var how = writer.getDefaultWriteParam();
            how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** The same with its last scan over and over, until it has nearly so many bytes. */
    static byte[] endless(byte[] photo, long bytes) {
        int last = lastScan(photo);
        int each = photo.length - 2 - last;
        return scanned(photo, (int) ((bytes - photo.length) / each));
    }

    /** The same with its last scan so many times more. */
    static byte[] scanned(byte[] photo, int more) {
        var scans = new ByteArrayOutputStream();
        scans.write(photo, 0, photo.length - 2);
        int last = lastScan(photo);
        for (int i = 0; i < more; i++) {
            scans.write(photo, last, photo.length - 2 - last);
        }
        scans.write(photo, photo.length - 2, 2);
        return scans.toByteArray();
    }

    private static int lastScan(byte[] jpeg) {
        int at = jpeg.length - 3;
        while (jpeg[at] != (byte) 0xFF || jpeg[at + 1] != (byte) 0xDA) {
            at--;
        }
        return at;
    }

    /** So many spaces, packed. */
    static byte[] swelling(int count) {
        var deflater = new Deflater(Deflater.BEST_SPEED);
        var packed = new ByteArrayOutputStream();
        var out = new byte[1 << 16];
        var spaces = new byte[1 << 20];
        Arrays.fill(spaces, (byte) ' ');
        for (int left = count; left > 0; left -= spaces.length) {
            deflater.setInput(spaces);
            while (!deflater.needsInput()) {
                packed.write(out, 0, deflater.deflate(out));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            packed.write(out, 0, deflater.deflate(out));
        }
        deflater.end();
        return packed.toByteArray();
    }
}
