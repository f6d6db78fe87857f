package titian.document;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import titian.inspection.UploadRefused;
import titian.reading.Difference;
import titian.reading.Reading;
import titian.reading.Tesseract;
import titian.reading.Typed;
import titian.shared.ApplicationId;
import titian.shelf.StoreUnavailable;

/**
 * Has papers read by a program, one after the other and while nobody waits, and says what stands there otherwise than it
 * was typed. It is a hint to whoever typed it and to whoever checks it, and decides nothing.
 */
@Service
public class ReadingDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingDesk.class);

    private final Tesseract reader;
    private final SheetDesk sheets;
    private final Uploads uploads;
    private final Readings readings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReadingDesk(
            Tesseract reader,
            SheetDesk sheets,
            Uploads uploads,
            Readings readings,
            TransactionTemplate transaction,
            Clock clock) {
        this.reader = reader;
        this.sheets = sheets;
        this.uploads = uploads;
        this.readings = readings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The newest first. What cannot be read is not tried again. */
    void readLeftOver(int most) {
        if (!reader.isNamed()) {
            return;
        }
        for (var unread : readings.unread(most)) {
            try {
                var read = uploads.find(unread.application(), unread.upload())
                        .map(this::read)
                        .orElse(Read.NOTHING);
                transaction.executeWithoutResult(
                        _ -> readings.add(unread.upload(), read.reading(), read.onItsHead(), clock.instant()));
            } catch (StoreUnavailable | UploadRefused.Busy e) {
                LOG.warn("Upload {} could not be fetched to be read", unread.upload(), e);
                return;
            }
        }
    }

    /** What was made out, and whether the picture had to be turned for it. */
    private record Read(Reading reading, boolean onItsHead) {

        static final Read NOTHING = new Read(Reading.NOTHING, false);
    }

    /** Where nothing can be made out the picture may stand on its head, which light and dark alone do not tell. */
    private Read read(Upload upload) {
        try {
            var picture = sheets.picture(upload, 1);
            var upright = picture.map(as -> read(upload.kind(), as)).orElse(Reading.NOTHING);
            if (!upright.isNothing() || picture.isEmpty()) {
                return new Read(upright, false);
            }
            var turned = read(upload.kind(), sheets.turned(picture.get()));
            return new Read(turned, !turned.isNothing());
        } catch (UncheckedIOException damaged) {
            LOG.warn("{} cannot be opened to be read", upload, damaged);
            return Read.NOTHING;
        }
    }

    private Reading read(DocumentKind kind, byte[] picture) {
        return reader.read(picture).map(text -> understood(kind, text)).orElse(Reading.NOTHING);
    }

    /** The number, name and birth on a card; the two lines for machines in a passport. */
    private Reading understood(DocumentKind kind, String text) {
        return kind == DocumentKind.KTP
                ? Reading.ofCard(text)
                : Reading.ofPassport(text, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /** What was read on each paper otherwise than it was typed; nothing of papers that were not read. */
    public Map<DocumentKind, Set<Difference>> differing(ApplicationId application, Typed typed) {
        var differing = new EnumMap<DocumentKind, Set<Difference>>(DocumentKind.class);
        readings.of(application).forEach((kind, reading) -> differing.put(kind, reading.from(typed)));
        return differing;
    }
}
