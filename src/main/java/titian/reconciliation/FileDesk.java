package titian.reconciliation;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import titian.platform.Tasks;
import titian.reconciliation.DailyFile.State;
import titian.shared.AccountId;
import titian.shared.OfficeId;

/** Takes in the files of bank and biller, of any size, and has them read. The same file again is the one there was. */
@Service
class FileDesk {

    private static final int A_BATCH = 5_000;
    private static final Duration LEFT_BEHIND = Duration.ofHours(12);

    /** The task that reads a file to its end. */
    static final TaskDescriptor<OneFile> READ_FILE = TaskDescriptor.of("read-daily-file", OneFile.class);

    /** Names a file to the task. */
    record OneFile(UUID file) {}

    private final DailyFiles files;
    private final Pieces pieces;
    private final ReadingDesk reading;
    private final Tasks tasks;
    private final TransactionOperations transaction;
    private final Clock clock;

    FileDesk(
            DailyFiles files,
            Pieces pieces,
            ReadingDesk reading,
            Tasks tasks,
            TransactionOperations transaction,
            Clock clock) {
        this.files = files;
        this.pieces = pieces;
        this.reading = reading;
        this.tasks = tasks;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Stores a file piece by piece as it comes, each on its own, and has it read once all of it is there.
     *
     * @return the file; the one there was, if it is the same
     */
    FileId take(String name, Source source, OfficeId office, @Nullable AccountId officer, InputStream content)
            throws IOException {
        var id = FileId.next();
        files.add(id, name, source, office, officer, clock.instant());
        var digest = sha256();
        long bytes = 0;
        int number = 0;
        for (var piece = content.readNBytes(Pieces.SIZE); piece.length > 0; piece = content.readNBytes(Pieces.SIZE)) {
            digest.update(piece);
            bytes += piece.length;
            pieces.add(id, number++, piece);
        }
        var print = HexFormat.of().formatHex(digest.digest());
        var size = bytes;
        try {
            transaction.executeWithoutResult(_ -> {
                files.arrived(id, print, size);
                tasks.soon(READ_FILE, id.toString(), new OneFile(id.value()));
            });
            return id;
        } catch (DuplicateKeyException _) {
            files.remove(id);
            return files.known(print).orElseThrow();
        }
    }

    /** Reads a file to its end, from wherever it was left. */
    void readAll(FileId id) throws IOException {
        while (readOn(id)) {
            Thread.onSpinWait();
        }
    }

    /**
     * Reads some more lines of a file and writes down what they are.
     *
     * @return whether there may be more
     */
    boolean readOn(FileId id) throws IOException {
        var file = files.find(id).orElseThrow();
        if (file.state() != State.READING) {
            return false;
        }
        var found = Reading.of(file, position -> pieces.from(id, position));
        if (found.isEmpty()) {
            reading.end(file, State.REFUSED);
            return false;
        }
        var from = found.get();
        var read = new ArrayList<Line>();
        for (var line = from.next(); line != null; line = read.size() < A_BATCH ? from.next() : null) {
            read.add(line);
        }
        if (read.isEmpty()) {
            reading.end(file, State.DONE);
            return false;
        }
        return reading.write(file, read, from);
    }

    void forgetLeftBehind() {
        files.removeLeftBehind(clock.instant().minus(LEFT_BEHIND));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
