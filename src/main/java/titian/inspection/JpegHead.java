package titian.inspection;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What stands before the picture in a JPEG and is needed to show it: how the phone was held, and how inks are written.
 * Whatever else stands there is left behind.
 */
record JpegHead(Orientation orientation, Inks inks) {

    private static final int MOST_SEGMENTS = 200;
    private static final int LONGEST_SEGMENT = 65_535;
    private static final int EXIF = 0xE1;
    private static final int ADOBE = 0xEE;
    private static final int SCAN = 0xDA;
    private static final byte[] EXIF_NAME = "Exif\0\0".getBytes(US_ASCII);
    private static final byte[] ADOBE_NAME = "Adobe".getBytes(US_ASCII);
    private static final int TRANSFORM_AT = 11;
    private static final int ORIENTATION = 0x0112;
    private static final int ENTRY_BYTES = 12;
    private static final int VALUE_IN_ENTRY = 8;

    static JpegHead of(Path file) throws IOException {
        var orientation = Orientation.UPRIGHT;
        var inks = Inks.PLAIN;
        try (var bytes = FileChannel.open(file)) {
            long at = 2;
            for (int i = 0; i < MOST_SEGMENTS; i++) {
                var start = read(bytes, at, 4);
                if (start.remaining() < 4 || start.get() != (byte) 0xFF) {
                    break;
                }
                int marker = Byte.toUnsignedInt(start.get());
                int length = Short.toUnsignedInt(start.getShort());
                if (marker == SCAN || length < 2) {
                    break;
                }
                var segment = read(bytes, at + 4, Math.min(length - 2, LONGEST_SEGMENT));
                if (marker == EXIF && begins(segment, EXIF_NAME)) {
                    orientation = orientation(segment.slice(EXIF_NAME.length, segment.remaining() - EXIF_NAME.length));
                } else if (marker == ADOBE && begins(segment, ADOBE_NAME) && segment.remaining() > TRANSFORM_AT) {
                    inks = segment.get(TRANSFORM_AT) == 2 ? Inks.ADOBE_BRIGHTNESS : Inks.ADOBE;
                }
                at += 2 + length;
            }
        }
        return new JpegHead(orientation, inks);
    }

    /** Upright, if what is written there makes no sense. */
    private static Orientation orientation(ByteBuffer tiff) {
        if (tiff.remaining() < 8) {
            return Orientation.UPRIGHT;
        }
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 0 || directory > tiff.limit() - 2) {
            return Orientation.UPRIGHT;
        }
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0, at = directory + 2; i < entries && at <= tiff.limit() - ENTRY_BYTES; i++, at += ENTRY_BYTES) {
            if (Short.toUnsignedInt(tiff.getShort(at)) == ORIENTATION) {
                return new Orientation(Short.toUnsignedInt(tiff.getShort(at + VALUE_IN_ENTRY)));
            }
        }
        return Orientation.UPRIGHT;
    }

    private static boolean begins(ByteBuffer segment, byte[] name) {
        return segment.remaining() >= name.length
                && Arrays.equals(segment.array(), 0, name.length, name, 0, name.length);
    }

    private static ByteBuffer read(FileChannel file, long at, int length) throws IOException {
        var buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && file.read(buffer, at + buffer.position()) > 0) {
            Thread.onSpinWait();
        }
        return buffer.flip();
    }
}
