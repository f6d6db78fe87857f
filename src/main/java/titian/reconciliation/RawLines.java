package titian.reconciliation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a file one after the other, in bounded memory however long one of them is. */
final class RawLines {

    private static final int LONGEST = 4 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private int at;
    private int filled;
    private long position;
    private long number;
    private @Nullable Raw pushedBack;

    /**
     * A line without its end.
     *
     * @param starts where it begins in the file
     * @param whole  false if it was longer than anything we read, and the rest left out
     */
    record Raw(long number, String text, long starts, boolean whole) {}

    /**
     * @param position how many bytes of the file come before what {@code in} gives
     * @param number   how many lines
     */
    RawLines(InputStream in, long position, long number) {
        this.in = in;
        this.position = position;
        this.number = number;
    }

    /** Nothing at the end of the file. */
    @Nullable
    Raw next() throws IOException {
        var again = pushedBack;
        if (again != null) {
            pushedBack = null;
            return again;
        }
        var starts = position;
        var bytes = new ByteArrayOutputStream(160);
        var whole = true;
        while (true) {
            var one = read();
            if (one < 0 && starts == position) {
                return null;
            }
            if (one < 0 || one == '\n') {
                return new Raw(++number, starts == 0 ? unmarked(text(bytes)) : text(bytes), starts, whole);
            }
            if (bytes.size() < LONGEST) {
                bytes.write(one);
            } else {
                whole = false;
            }
        }
    }

    /** The next line is this one again. */
    void pushBack(Raw line) {
        pushedBack = line;
    }

    /** How many bytes come before the next line. */
    long position() {
        return pushedBack == null ? position : pushedBack.starts();
    }

    /** How many lines come before the next line. */
    long number() {
        return pushedBack == null ? number : pushedBack.number() - 1;
    }

    private int read() throws IOException {
        if (at == filled) {
            filled = Math.max(0, in.read(buffer));
            at = 0;
            if (filled == 0) {
                return -1;
            }
        }
        position++;
        return buffer[at++] & 0xFF;
    }

    /** The mark by which some programs know UTF-8 is no part of the first line. */
    private static String unmarked(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String text(ByteArrayOutputStream bytes) {
        var text = bytes.toString(UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
