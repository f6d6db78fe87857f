package titian.document;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Enumeration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import titian.allowance.TooManyAttempts;
import titian.allowance.UploadAllowance;
import titian.inspection.UploadRefused;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.UploadId;
import titian.shelf.FileKey;
import titian.shelf.MasterKeys;

/**
 * Where a file comes in: with a form, or before it, piece by piece, so that one whose line breaks goes on where it
 * stopped, at any node. What has come lies sealed and is its sender's alone; either way the very same is looked at.
 */
@Service
public class ArrivalDesk {

    /** How long somebody may take over sending a file. */
    static final Duration PATIENCE = Duration.ofDays(1);

    static final int MOST_OF_ACCOUNT = 10;

    private static final int PIECE = 64 * 1024;
    private static final int AT_ONCE = 500;
    private static final long MOST_BYTES_OF_ALL = 10_000_000_000L;

    private final Arrivals arrivals;
    private final DocumentDesk documents;
    private final MasterKeys keys;
    private final UploadAllowance allowance;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE);

    ArrivalDesk(
            Arrivals arrivals,
            DocumentDesk documents,
            MasterKeys keys,
            UploadAllowance allowance,
            TransactionTemplate transaction,
            Clock clock) {
        this.arrivals = arrivals;
        this.documents = documents;
        this.keys = keys;
        this.allowance = allowance;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Stores what a form brought. The same form sent again is answered as it was the first time.
     *
     * @param network where it came from, an IP address
     * @throws UploadRefused as {@link DocumentDesk#store} says; if this account or network hands in too many; or if what
     *     came before the form is no longer there
     */
    public Upload store(
            ApplicationId application, AccountId account, DocumentKind kind, Brought brought, String network)
            throws IOException {
        if (brought.cameBefore()) {
            var arrival = find(new UploadId(Objects.requireNonNull(brought.unggahan())), account)
                    .orElseThrow(UploadRefused.Gone::new);
            return arrival.upload() == null
                    ? store(application, account, kind, brought.name(), arrival)
                    : documents.find(application, arrival.upload()).orElseThrow(UploadRefused.Gone::new);
        }
        admit(account, network);
        try (var content = brought.content()) {
            return documents.store(application, account, kind, brought.name(), content);
        }
    }

    private Upload store(ApplicationId application, AccountId account, DocumentKind kind, String name, Arrival arrival)
            throws IOException {
        if (!arrival.isWhole()) {
            throw new UploadRefused.Gone();
        }
        try (var content = content(arrival)) {
            var upload = documents.store(application, account, kind, name, content);
            transaction.executeWithoutResult(_ -> arrivals.handedIn(arrival.id(), upload.id()));
            return upload;
        } catch (UploadRefused refused) {
            if (!refused.passes()) {
                end(arrival.id());
            }
            throw refused;
        }
    }

    /**
     * Counts one more file of this account and network.
     *
     * @throws UploadRefused.TooMany if it is one too many
     */
    void admit(AccountId account, String network) {
        try {
            allowance.take(account, network);
        } catch (TooManyAttempts _) {
            throw new UploadRefused.TooMany();
        }
    }

    /**
     * A file of so many bytes will come. Of those begun and left the oldest make room for it.
     *
     * @throws UploadRefused.NotStored if too much is on its way already
     */
    Arrival begin(AccountId account, long bytes) {
        var id = UploadId.next();
        var key = keys.seal(FileKey.fresh(), id);
        transaction.executeWithoutResult(_ -> {
            arrivals.keepNewest(account, MOST_OF_ACCOUNT - 1);
            if (arrivals.promised() + bytes > MOST_BYTES_OF_ALL) {
                throw new UploadRefused.NotStored("too many files are on their way", null);
            }
            arrivals.add(id, account, bytes, key, clock.instant());
        });
        return new Arrival(id, bytes, 0, null);
    }

    /** As its sender may go on with it. */
    Optional<Arrival> find(UploadId id, AccountId account) {
        return arrivals.find(id, account, begunSince());
    }

    /**
     * Keeps what comes over the line until it ends, breaks or has brought enough; how much that was is told.
     *
     * @throws UploadRefused.Busy if more lines are open than memory allows
     */
    long take(Arrival arrival, InputStream line) {
        if (!places.tryAcquire()) {
            throw new UploadRefused.Busy();
        }
        try {
            return take(arrival, line, keys.open(arrivals.key(arrival.id()), arrival.id()));
        } finally {
            places.release();
        }
    }

    private long take(Arrival arrival, InputStream line, FileKey key) {
        var piece = new byte[(int) Math.min(PIECE, arrival.lacks())];
        var now = arrival;
        for (int read; (read = read(line, piece, now.lacks())) > 0; now = now.after(read)) {
            if (!append(now, read, seal(key, now, piece, read))) {
                return arrivals.arrived(arrival.id());
            }
        }
        return now.arrived();
    }

    private boolean append(Arrival at, int count, byte[] sealed) {
        return Boolean.TRUE.equals(transaction.execute(_ -> arrivals.append(at, count, sealed)));
    }

    /** What came before a line broke has come. */
    private static int read(InputStream line, byte[] piece, long most) {
        int filled = 0;
        int wanted = (int) Math.min(piece.length, most);
        try {
            for (int read; filled < wanted && (read = line.read(piece, filled, wanted - filled)) > 0; ) {
                filled += read;
            }
            return filled;
        } catch (IOException broken) {
            return filled;
        }
    }

    private static byte[] seal(FileKey key, Arrival at, byte[] piece, int count) {
        var sealed = new ByteArrayOutputStream(count + FileKey.OVERHEAD);
        try (var sealing = key.sealing(sealed, bound(at.id(), at.arrived()))) {
            sealing.write(piece, 0, count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sealed.toByteArray();
    }

    /** One piece in memory at a time. */
    private InputStream content(Arrival arrival) {
        var key = keys.open(arrivals.key(arrival.id()), arrival.id());
        var each = arrivals.pieces(arrival.id()).stream()
                .map(first -> piece(key, arrival.id(), first))
                .iterator();
        return new SequenceInputStream(new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return each.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return each.next();
            }
        });
    }

    private InputStream piece(FileKey key, UploadId id, long first) {
        var sealed = arrivals.piece(id, first).orElseThrow(UploadRefused.Gone::new);
        try {
            return key.opening(new ByteArrayInputStream(sealed), bound(id, first));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No piece passes for one of another file, or for another of this. */
    private static byte[] bound(UploadId id, long first) {
        return (id + "." + first).getBytes(US_ASCII);
    }

    /** Nobody goes on with it. */
    void end(UploadId id) {
        transaction.executeWithoutResult(_ -> arrivals.remove(id));
    }

    /** Lets go of what nobody went on with, and of what became of the rest. */
    int sweep() {
        return Objects.requireNonNull(transaction.execute(_ -> arrivals.removeBefore(begunSince())));
    }

    private Instant begunSince() {
        return clock.instant().minus(PATIENCE);
    }
}
