package titian.inspection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Opens a file to see that it is what it begins like, and makes of it one that holds nothing else. Opening takes
 * memory, so only a few are opened at a time and each within bounds that are read before anything large is.
 */
@Component
public class Inspection {

    /** The most a file may hold: 5 MB. */
    public static final long MOST_BYTES = 5L * 1024 * 1024;

    /** What is made of it may be a little larger, as when a PDF was packed tighter than we pack. */
    public static final long MOST_BYTES_KEPT = 8L * 1024 * 1024;

    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Semaphore places;
    private final Duration patience;

    @Autowired
    Inspection() {
        this(AT_ONCE, PATIENCE);
    }

    Inspection(int atOnce, Duration patience) {
        this.places = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /**
     * What becomes of the safe file happens while its place is held: a file waiting to be written takes memory too.
     *
     * @throws UploadRefused if the file cannot be opened to its end, is unreasonably large inside, or nobody has the
     *     time to open it now
     */
    public <T> T inspect(Path file, FileType type, Function<Safe, T> then) {
        enter();
        try {
            return then.apply(safe(file, type));
        } finally {
            places.release();
        }
    }

    /**
     * How many sheets a PDF has that was made safe before.
     *
     * @throws UploadRefused.Busy if nobody has the time to open it now
     */
    public int sheets(byte[] pdf) {
        return look(() -> Sheets.count(pdf));
    }

    /**
     * The picture of one of its sheets (JPEG), counted from one; nothing if there is no such sheet or it cannot be drawn.
     *
     * @throws UploadRefused.Busy if nobody has the time to open it now
     */
    public Optional<byte[]> sheet(byte[] pdf, int sheet) {
        return look(() -> Sheets.picture(pdf, sheet - 1));
    }

    /**
     * A picture turned half around.
     *
     * @throws UploadRefused.Busy if nobody has the time to open it now
     */
    public byte[] onItsHead(byte[] picture) {
        return look(() -> Pictures.onItsHead(picture));
    }

    /** What opens a file that was made safe. */
    private interface Looks<T> {

        T look() throws IOException;
    }

    /** It takes memory all the same. */
    private <T> T look(Looks<T> at) {
        enter();
        try {
            return at.look();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            places.release();
        }
    }

    private void enter() {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new UploadRefused.Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UploadRefused.Busy();
        }
    }

    private static Safe safe(Path file, FileType type) {
        try {
            return switch (type) {
                case JPEG, PNG -> Pictures.safe(file, type);
                case PDF -> Sheets.safe(file);
            };
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // The libraries answer a damaged file with whatever the damage led to, one nested too deep with the third,
            // one
            // that asks for a single piece larger than all memory with the last.
            throw e instanceof UploadRefused refused ? refused : new UploadRefused.Unreadable();
        }
    }
}
