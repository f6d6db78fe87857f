package titian.document;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.springframework.stereotype.Component;

/**
 * Opens a file to see that it is what it begins like, as whoever looks at it later will. Opening takes memory, so only
 * a few are opened at a time and each within bounds that are read before anything large is.
 */
@Component
class Inspection {

    /** A phone's camera takes 12 to 50 million pixels; the page shrinks them, and a scan of A4 at 600 dpi has 35. */
    static final long MOST_PIXELS = 40_000_000;

    /** A family card with its back, or a judgement on a name: no paper asked for has more. */
    static final int MOST_PAGES = 20;

    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int SIDE_IN_SAMPLE = 64;
    private static final long PDF_MEMORY = 16 * 1024 * 1024;
    private static final long PDF_SCRATCH = 256 * 1024 * 1024;

    private final Semaphore places = new Semaphore(AT_ONCE, true);

    /** Refuses a file that cannot be opened to its end or is unreasonably large inside. */
    void inspect(Path file, FileType type) {
        enter();
        try {
            switch (type) {
                case JPEG, PNG -> inspectPicture(file, type);
                case PDF -> inspectPdf(file);
            }
        } catch (IOException | RuntimeException e) {
            // Both libraries answer a damaged file with whatever exception the damage led to.
            throw e instanceof UploadRefused refused ? refused : new UploadRefused.Unreadable();
        } finally {
            places.release();
        }
    }

    private void enter() {
        try {
            if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StoreUnavailable("too many files are being opened", new TimeoutException());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("interrupted while waiting to open a file", e);
        }
    }

    /** Every pixel is read but only a few are kept, so that forty million of them fit. */
    private static void inspectPicture(Path file, FileType type) throws IOException {
        var reader = ImageIO.getImageReadersByMIMEType(type.mediaType()).next();
        try (var input = new FileImageInputStream(file.toFile())) {
            reader.setInput(input, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            if (width * height > MOST_PIXELS) {
                throw new UploadRefused.TooManyPixels();
            }
            var damage = new Damage();
            reader.addIIOReadWarningListener(damage);
            sample(reader, (int) height, (int) Math.max(1, Math.max(width, height) / SIDE_IN_SAMPLE));
            if (damage.found) {
                throw new UploadRefused.Unreadable();
            }
        } finally {
            reader.dispose();
        }
    }

    /**
     * Down to the last row, where a file that breaks off lacks it. A raster where the format can give one: scanners
     * write JPEG in inks, which have no image of their own here.
     */
    private static void sample(ImageReader reader, int height, int step) throws IOException {
        var every = reader.getDefaultReadParam();
        every.setSourceSubsampling(step, step, 0, (height - 1) % step);
        if (reader.canReadRaster()) {
            reader.readRaster(0, every);
        } else {
            reader.read(0, every);
        }
    }

    private static void inspectPdf(Path file) throws IOException {
        var memory = MemoryUsageSetting.setupMixed(PDF_MEMORY, PDF_SCRATCH);
        try (var pdf = Loader.loadPDF(file.toFile(), memory.streamCache)) {
            if (pdf.isEncrypted()) {
                throw new UploadRefused.Locked();
            }
            count(pdf);
        } catch (InvalidPasswordException e) {
            throw new UploadRefused.Locked();
        }
    }

    /** Counts the pages that are there, whatever the file says their number is. */
    private static void count(PDDocument pdf) {
        int pages = 0;
        for (var page : pdf.getPages()) {
            page.getMediaBox();
            if (++pages > MOST_PAGES) {
                throw new UploadRefused.TooManyPages();
            }
        }
        if (pages == 0) {
            throw new UploadRefused.Unreadable();
        }
    }
}
