package titian.inspection;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How often a JPEG goes over its picture. An ordinary one does so once or, coming in ever finer, ten times; one made to
 * hold everybody up does so many thousand times in five megabytes, and each costs as much as the whole picture.
 */
final class JpegScans {

    /** Some programs part the colours and the fine from the coarse further than others. */
    static final int MOST = 64;

    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int ALONE = 0x01;
    private static final int FIRST_RESTART = 0xD0;
    private static final int START = 0xD8;

    private JpegScans() {}

    static boolean areTooMany(Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            return areTooMany(content);
        }
    }

    static boolean areTooMany(InputStream content) throws IOException {
        var bytes = new DataInputStream(new BufferedInputStream(content));
        int scans = 0;
        try {
            for (int marker = next(bytes); marker != END && scans <= MOST; marker = next(bytes)) {
                if (marker == SCAN) {
                    scans++;
                }
                if (hasLength(marker)) {
                    bytes.skipNBytes(Math.max(0, bytes.readUnsignedShort() - 2));
                }
            }
        } catch (EOFException _) {
            return scans > MOST; // that it breaks off is told by whoever opens it
        }
        return scans > MOST;
    }

    /** The next marker, past whatever of the picture stands before it. */
    private static int next(DataInputStream bytes) throws IOException {
        for (int before = 0, now; ; before = now) {
            now = bytes.readUnsignedByte();
            if (before == 0xFF && now != 0 && now != 0xFF) {
                return now;
            }
        }
    }

    private static boolean hasLength(int marker) {
        return marker != ALONE && (marker < FIRST_RESTART || marker > START);
    }
}
