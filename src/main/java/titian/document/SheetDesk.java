package titian.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import titian.inspection.Inspection;
import titian.inspection.UploadRefused;
import titian.shelf.StoreUnavailable;

/**
 * Where a file is looked at sheet by sheet, each as a picture, whatever kind of file it is. Whoever asks has made sure
 * that the reader may see it.
 */
@Service
public class SheetDesk {

    private final DocumentDesk desk;
    private final Inspection inspection;

    SheetDesk(DocumentDesk desk, Inspection inspection) {
        this.desk = desk;
        this.inspection = inspection;
    }

    /**
     * How many sheets it has; a photograph has one.
     *
     * @throws StoreUnavailable if it cannot be read just now
     */
    public int count(Upload upload) {
        if (upload.isPicture()) {
            return 1;
        }
        var content = read(upload);
        return look(() -> inspection.sheets(content));
    }

    /**
     * The picture of a sheet (JPEG), counted from one; nothing if there is no such sheet or it cannot be drawn.
     *
     * @throws StoreUnavailable if the file cannot be read just now
     */
    public Optional<byte[]> picture(Upload upload, int sheet) {
        var content = read(upload);
        if (upload.isPicture()) {
            return sheet == 1 ? Optional.of(content) : Optional.empty();
        }
        return look(() -> inspection.sheet(content, sheet));
    }

    /** A picture turned half around. */
    byte[] turned(byte[] picture) {
        return inspection.onItsHead(picture);
    }

    /** Whoever only looks has nothing to mend: that nobody has the time is told as if the file could not be read. */
    private static <T> T look(Supplier<T> at) {
        try {
            return at.get();
        } catch (UploadRefused.Busy busy) {
            throw new StoreUnavailable("too many documents are being opened", busy);
        }
    }

    private byte[] read(Upload upload) {
        try (var content = desk.open(upload)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
