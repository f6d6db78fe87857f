package titian.document;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import titian.inspection.FileType;
import titian.inspection.Inspection;
import titian.inspection.Safe;
import titian.inspection.UploadRefused;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.UploadId;
import titian.shelf.FileKey;
import titian.shelf.MasterKeys;
import titian.shelf.Store;
import titian.shelf.StoreUnavailable;

/** Where files are handed in and read back. Whoever asks has made sure that the reader may see the application. */
@Service
public class DocumentDesk {

    /** The most a file may hold: 5 MB. */
    public static final long MOST_BYTES = Inspection.MOST_BYTES;

    private static final Logger LOG = LoggerFactory.getLogger(DocumentDesk.class);

    private final Store store;
    private final Scanner scanner;
    private final Inspection inspection;
    private final MasterKeys keys;
    private final Uploads uploads;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    DocumentDesk(
            Store store,
            Scanner scanner,
            Inspection inspection,
            MasterKeys keys,
            Uploads uploads,
            TransactionTemplate transaction,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.scanner = scanner;
        this.inspection = inspection;
        this.keys = keys;
        this.uploads = uploads;
        this.transaction = transaction;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Makes of a file one that is safe to open, and stores that for this application in place of the one it had of this
     * kind, if any. Only the account that hands it in may look at it again. The same file handed in twice is kept once.
     *
     * <p>The transaction opens only when the file is safely in its place: no connection waits for a disk, and a row
     * never stands without its file.
     *
     * @throws UploadRefused if it is empty, too large, infected, not a readable JPEG, PNG or PDF, or cannot be kept now;
     *     nothing of it is kept and what was there stays
     */
    public Upload store(
            ApplicationId application, AccountId account, DocumentKind kind, String fileName, InputStream content) {
        try (var incoming = store.receive(content)) {
            var type = FileType.of(incoming.head()).orElseThrow(() -> FileType.refusal(incoming.head()));
            var sender = new Sender(application, account, kind, incoming.sha256());
            return again(sender).orElseGet(() -> {
                var scan = scanned(incoming);
                return inspection.inspect(
                        incoming.path(), type, safe -> keep(safe, scan, sender, FileName.of(fileName, safe.type())));
            });
        } catch (UploadRefused.NotStored notStored) {
            LOG.error("An upload could not be kept: {}", notStored.getMessage(), notStored.getCause());
            throw notStored;
        }
    }

    private record Sender(ApplicationId application, AccountId account, DocumentKind kind, byte[] sha256) {}

    private Optional<Upload> again(Sender sender) {
        return Optional.ofNullable(transaction.execute(_ -> {
            var same = uploads.same(sender.application(), sender.account(), sender.kind(), sender.sha256());
            if (same.isPresent() && uploads.scan(same.get().id()) == Scan.INFECTED) {
                throw new UploadRefused.Infected();
            }
            same.ifPresent(this::makeCurrent);
            return same.orElse(null);
        }));
    }

    /** What was sent is scanned before any of our own programs opens it. */
    private Scan scanned(Store.Incoming incoming) {
        try (var content = incoming.open()) {
            var scan = scanner.scan(content);
            if (scan == Scan.INFECTED) {
                throw new UploadRefused.Infected();
            }
            return scan;
        } catch (IOException e) {
            throw new UploadRefused.NotStored("an upload could not be read again", e);
        }
    }

    private Upload keep(Safe safe, Scan scan, Sender sender, FileName name) {
        var id = UploadId.next();
        var upload = new Upload(
                id,
                sender.application(),
                sender.kind(),
                name.value(),
                safe.type().mediaType(),
                safe.content().length,
                clock.instant(),
                safe.preview() != null,
                safe.hints());
        var key = FileKey.fresh();
        store.keep(id, key, safe.content(), safe.preview());
        var isNew = Boolean.TRUE.equals(transaction.execute(_ -> {
            var added = uploads.add(upload, sender.account(), sender.sha256(), keys.seal(key, id), scan);
            if (added) {
                makeCurrent(upload);
            }
            return added;
        }));
        return isNew ? upload : pressedTwice(sender, id);
    }

    private void makeCurrent(Upload upload) {
        uploads.makeCurrent(upload);
        events.publishEvent(new DocumentHandedIn(upload.application()));
    }

    private Upload pressedTwice(Sender sender, UploadId id) {
        store.remove(id);
        return again(sender).orElseThrow();
    }

    /** The files this application has now, one a kind. */
    public List<Upload> of(ApplicationId application) {
        return uploads.current(application);
    }

    /** The papers whose last file turned out infected after it was taken; nobody gets to see it, and it does not count. */
    public Set<DocumentKind> withheld(ApplicationId application) {
        return Set.copyOf(uploads.withheld(application));
    }

    /** A file of this application, also one that was replaced. */
    public Optional<Upload> find(ApplicationId application, UploadId upload) {
        return uploads.find(application, upload);
    }

    /**
     * The file as it is kept.
     *
     * @throws StoreUnavailable if it cannot be read just now
     */
    public InputStream open(Upload upload) {
        return open(upload.id());
    }

    InputStream open(UploadId id) {
        return store.open(id, key(id).orElse(null));
    }

    /** The small picture of a file that has one. */
    public InputStream openPreview(Upload upload) {
        return store.openPreview(upload.id(), key(upload.id()).orElseThrow());
    }

    private Optional<FileKey> key(UploadId id) {
        return uploads.key(id).map(key -> keys.open(key, id));
    }

    /** Seals some keys of files anew that a former master key sealed. How many is told; at zero it can be taken away. */
    int reseal(int most) {
        var former = keys.former();
        if (former.isEmpty()) {
            return 0;
        }
        return Optional.ofNullable(transaction.execute(_ -> {
                    var some = uploads.sealedBy(former, most);
                    some.forEach((id, key) -> uploads.reseal(id, keys.seal(keys.open(key, id), id)));
                    return some.size();
                }))
                .orElse(0);
    }
}
