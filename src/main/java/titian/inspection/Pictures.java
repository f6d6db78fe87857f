package titian.inspection;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Reads what a camera wrote within bounds, and writes it anew: upright, no larger than a paper needs, bare. */
final class Pictures {

    /** A phone's camera takes 12 to 50 million pixels; the page shrinks them, and a scan of A4 at 600 dpi has 35. */
    static final long MOST_PIXELS = 40_000_000;

    /** A4 at 170 dpi: the smallest writing on a family card can be read. */
    static final int LONGEST_SIDE = 2000;

    static final int PREVIEW_SIDE = 240;

    /** As Exif counts. */
    private static final int HALF_AROUND = 3;

    private static final long MOST_BYTES_IN_MEMORY = 48_000_000;
    private static final float QUALITY = 0.85f;
    private static final float PREVIEW_QUALITY = 0.6f;

    private Pictures() {}

    static Safe safe(Path file, FileType type) throws IOException {
        if (type == FileType.JPEG && JpegScans.areTooMany(file)) {
            throw new UploadRefused.Unreadable();
        }
        var head = type == FileType.JPEG ? JpegHead.of(file) : new JpegHead(Orientation.UPRIGHT, Inks.PLAIN);
        var picture = upright(read(file, type, head.inks()), head.orientation());
        var hints = Quality.of(picture);
        return new Safe(FileType.JPEG, jpeg(picture, QUALITY), preview(picture), hints);
    }

    static byte[] preview(BufferedImage picture) throws IOException {
        return jpeg(within(picture, PREVIEW_SIDE), PREVIEW_QUALITY);
    }

    /** A picture as it is. */
    static byte[] whole(BufferedImage picture) throws IOException {
        return jpeg(picture, QUALITY);
    }

    /** The same picture turned half around. */
    static byte[] onItsHead(byte[] picture) throws IOException {
        return jpeg(upright(ImageIO.read(new ByteArrayInputStream(picture)), new Orientation(HALF_AROUND)), QUALITY);
    }

    /** Down to the last pixel, where a file that breaks off lacks it. */
    private static BufferedImage read(Path file, FileType type, Inks inks) throws IOException {
        var reader = ImageIO.getImageReadersByMIMEType(type.mediaType()).next();
        try (var input = new FileImageInputStream(file.toFile())) {
            reader.setInput(input, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MOST_PIXELS) {
                throw new UploadRefused.TooManyPixels();
            }
            var damage = new Damage();
            reader.addIIOReadWarningListener(damage);
            var picture = read(reader, inks, step(reader, pixels));
            if (damage.found) {
                throw new UploadRefused.Unreadable();
            }
            return picture;
        } finally {
            reader.dispose();
        }
    }

    /** A picture too large for its place in memory is read every second or third pixel of every such row. */
    private static BufferedImage read(ImageReader reader, Inks inks, int step) throws IOException {
        var every = reader.getDefaultReadParam();
        every.setSourceSubsampling(step, step, 0, (reader.getHeight(0) - 1) % step);
        if (reader.canReadRaster() && reader.getRawImageType(0) == null) {
            var raw = reader.readRaster(0, every);
            if (raw.getNumBands() == Inks.COUNT) {
                return inks.onScreen(raw);
            }
        }
        return reader.read(0, every);
    }

    private static int step(ImageReader reader, long pixels) throws IOException {
        var raw = reader.getRawImageType(0);
        long each = raw == null
                ? 4
                : raw.getNumBands()
                        * (long) DataBuffer.getDataTypeSize(raw.getSampleModel().getDataType())
                        / Byte.SIZE;
        int step = 1;
        while (pixels * each / ((long) step * step) > MOST_BYTES_IN_MEMORY) {
            step++;
        }
        return step;
    }

    private static BufferedImage upright(BufferedImage picture, Orientation orientation) {
        var small = within(picture, LONGEST_SIDE);
        if (orientation.equals(Orientation.UPRIGHT)) {
            return small;
        }
        int width = small.getWidth();
        int height = small.getHeight();
        var upright = orientation.liesOnItsSide() ? blank(height, width) : blank(width, height);
        var pen = upright.createGraphics();
        pen.drawImage(small, orientation.upright(width, height), null);
        pen.dispose();
        return upright;
    }

    /** Halved as long as it is far too large, so that no writing falls between two pixels; on white where it is clear. */
    static BufferedImage within(BufferedImage picture, int side) {
        var small = picture;
        while (longest(small) > 2 * side) {
            small = drawn(small, Math.max(1, small.getWidth() / 2), Math.max(1, small.getHeight() / 2));
        }
        double part = Math.min(1, (double) side / longest(small));
        return drawn(small, (int) Math.max(1, Math.round(small.getWidth() * part)), (int)
                Math.max(1, Math.round(small.getHeight() * part)));
    }

    private static int longest(BufferedImage picture) {
        return Math.max(picture.getWidth(), picture.getHeight());
    }

    private static BufferedImage drawn(BufferedImage picture, int width, int height) {
        var drawn = blank(width, height);
        var pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
        pen.dispose();
        return drawn;
    }

    private static BufferedImage blank(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    }

    private static byte[] jpeg(BufferedImage picture, float quality) throws IOException {
        var writer = ImageIO.getImageWritersByMIMEType("image/jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
