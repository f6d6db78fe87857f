package titian.document;

import java.io.IOException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import titian.shared.UploadId;
import titian.shelf.StoreUnavailable;

/** Has files scanned that nobody could scan when they came. */
@Service
class ScanDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ScanDesk.class);

    private final Scanner scanner;
    private final DocumentDesk documents;
    private final Uploads uploads;
    private final ScanRounds rounds;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ScanDesk(
            Scanner scanner,
            DocumentDesk documents,
            Uploads uploads,
            ScanRounds rounds,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.scanner = scanner;
        this.documents = documents;
        this.uploads = uploads;
        this.rounds = rounds;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** What waits longest first, until the scanner is away again. What it cannot read comes after all others next time. */
    void scanLeftOver(int most) {
        if (!scanner.isNamed()) {
            return;
        }
        for (var id : rounds.next(most)) {
            if (scanner.isResting()) {
                return;
            }
            write(id, asked(id));
        }
    }

    private Scan asked(UploadId id) {
        try (var content = documents.open(id)) {
            return scanner.scan(content);
        } catch (IOException | StoreUnavailable e) {
            LOG.warn("Upload {} could not be read to be scanned", id, e);
            return Scan.UNSCANNED;
        }
    }

    /** Whoever handed in what does harm is told, if and only if it is written down. */
    void write(UploadId id, Scan verdict) {
        transaction.executeWithoutResult(_ -> {
            if (verdict == Scan.UNSCANNED) {
                rounds.tried(id, clock.instant());
            } else if (uploads.scanned(id, verdict) && verdict == Scan.INFECTED) {
                events.publishEvent(uploads.whose(id));
            }
        });
    }
}
