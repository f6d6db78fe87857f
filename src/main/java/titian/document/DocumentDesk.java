package titian.document;

import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** Where files are handed in and read back. Whoever asks has made sure that the reader may see the application. */
@Service
public class DocumentDesk {

    /** The most a file may hold: 5 MB. */
    public static final long MOST_BYTES = 5L * 1024 * 1024;

    private final Store store;
    private final Inspection inspection;
    private final Uploads uploads;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DocumentDesk(Store store, Inspection inspection, Uploads uploads, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.inspection = inspection;
        this.uploads = uploads;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Stores a file for this application in place of the one it had of this kind, if any. Only the account that hands
     * it in may look at it again. The same file handed in twice is kept once.
     *
     * <p>The transaction opens only when the file is safely in its place: no connection waits for a disk, and a row
     * never stands without its file.
     *
     * @throws UploadRefused if it is empty, too large or not a readable JPEG, PNG or PDF
     * @throws StoreUnavailable if it could not be written; nothing was kept
     */
    public Upload store(
            ApplicationId application, AccountId account, DocumentKind kind, String fileName, InputStream content) {
        try (var incoming = store.receive(content)) {
            var type = FileType.of(incoming.head()).orElseThrow(UploadRefused.WrongKind::new);
            inspection.inspect(incoming.path(), type);
            return uploads.same(application, account, kind, incoming.sha256())
                    .orElseGet(() -> keep(incoming, application, account, kind, FileName.of(fileName, type), type));
        }
    }

    private Upload keep(
            Store.Incoming incoming,
            ApplicationId application,
            AccountId account,
            DocumentKind kind,
            FileName name,
            FileType type) {
        var upload = new Upload(
                UploadId.next(), application, kind, name.value(), type.mediaType(), incoming.bytes(), clock.instant());
        store.keep(incoming, upload.id());
        transaction.executeWithoutResult(_ -> {
            uploads.add(upload, account, incoming.sha256());
            uploads.makeCurrent(upload);
        });
        return upload;
    }

    /** The files this application has now, one a kind. */
    public List<Upload> of(ApplicationId application) {
        return uploads.current(application);
    }

    /** A file of this application, also one that was replaced. */
    public Optional<Upload> find(ApplicationId application, UploadId upload) {
        return uploads.find(application, upload);
    }

    /** The bytes as they were handed in. */
    public InputStream open(Upload upload) {
        return store.open(upload.id());
    }
}
