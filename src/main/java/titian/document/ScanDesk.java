package titian.document;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Has files scanned that nobody could scan when they came. */
@Service
class ScanDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ScanDesk.class);

    private final Scanner scanner;
    private final DocumentDesk documents;
    private final Uploads uploads;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    ScanDesk(
            Scanner scanner,
            DocumentDesk documents,
            Uploads uploads,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.scanner = scanner;
        this.documents = documents;
        this.uploads = uploads;
        this.transaction = transaction;
        this.events = events;
    }

    /** The oldest first, until the scanner is away again. */
    void scanLeftOver(int most) {
        if (!scanner.isNamed()) {
            return;
        }
        for (var id : uploads.unscanned(most)) {
            try (var content = documents.open(id)) {
                var verdict = scanner.scan(content);
                if (verdict == Scan.UNSCANNED) {
                    return;
                }
                write(id, verdict);
            } catch (IOException | StoreUnavailable e) {
                LOG.warn("Upload {} could not be read to be scanned", id, e);
            }
        }
    }

    /** Whoever handed in what does harm is told, if and only if it is written down. */
    void write(UploadId id, Scan verdict) {
        transaction.executeWithoutResult(_ -> {
            if (uploads.scanned(id, verdict) && verdict == Scan.INFECTED) {
                events.publishEvent(new DocumentWithheld(uploads.account(id)));
            }
        });
    }
}
