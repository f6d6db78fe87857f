package titian.inspection;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A picture of a PDF's sheet. Drawing runs what the file says to draw, so it ends after a while and opens
 * no picture that would fill the memory; such a sheet has no picture.
 */
final class FirstSheet extends PDFRenderer {

    private static final Logger LOG = LoggerFactory.getLogger(FirstSheet.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_STROKES = 300_000;
    private static final List<String> PHOTOGRAPH =
            List.of(COSName.DCT_DECODE.getName(), COSName.DCT_DECODE_ABBREVIATION.getName());

    private FirstSheet(PDDocument pdf) {
        super(pdf);
        setSubsamplingAllowed(true);
    }

    /** Any of its sheets, of which the longer side is so many points long. */
    static @Nullable BufferedImage drawn(PDDocument pdf, int sheet, float side) {
        try {
            mustNotSwell(pdf.getPage(sheet));
            var box = pdf.getPage(sheet).getCropBox();
            var longest = Math.max(box.getWidth(), box.getHeight());
            return longest < 1 ? null : new FirstSheet(pdf).renderImage(sheet, side / longest, ImageType.RGB);
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // Whatever the file led to: it can be kept and opened, only not be drawn here. Memory is short when a file
            // asks
            // for one piece larger than there is, which nobody else then lacks.
            LOG.info("A sheet of a PDF could not be drawn: {}", e.getClass().getName());
            return null;
        }
    }

    /** The library draws what it unpacks on the way, past every bound; so all of it is unpacked once before. */
    private static void mustNotSwell(PDPage page) throws IOException {
        try (var strokes = page.getContents()) {
            strokes.transferTo(OutputStream.nullOutputStream());
        }
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new Pen(parameters);
    }

    private static final class Pen extends PageDrawer {

        private final long end = System.nanoTime() + PATIENCE.toNanos();
        private int strokes;

        Pen(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if (++strokes > MOST_STROKES || System.nanoTime() > end) {
                throw new IllegalStateException("the sheet takes too long to draw");
            }
            if (operator.getName().equals(OperatorName.BEGIN_INLINE_IMAGE) && holdsPhotograph(operator)) {
                throw new IllegalStateException("a photograph among the strokes is opened before its size is known");
            }
            super.processOperator(operator, operands);
        }

        private static boolean holdsPhotograph(Operator operator) {
            var how = operator.getImageParameters();
            return how != null
                    && PHOTOGRAPH.stream()
                            .anyMatch(name -> String.valueOf(how.getDictionaryObject(COSName.F, COSName.FILTER))
                                    .contains(name));
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
            mustFit(image);
            if (image instanceof PDImageXObject whole) {
                mustFit(whole.getSoftMask());
                mustFit(whole.getMask());
            }
            super.drawImage(image);
        }

        private static void mustFit(@Nullable PDImage image) throws IOException {
            if (image == null) {
                return;
            }
            var photograph = PHOTOGRAPH.contains(last(image));
            if ((long) image.getWidth() * image.getHeight() > Pictures.MOST_PIXELS
                    || (photograph && pixels(image.createInputStream(PHOTOGRAPH)) > Pictures.MOST_PIXELS)
                    || (photograph && goesOverItTooOften(image))) {
                throw new IllegalStateException("a picture on the sheet is too large to draw");
            }
        }

        private static boolean goesOverItTooOften(PDImage image) throws IOException {
            try (var content = image.createInputStream(PHOTOGRAPH)) {
                return JpegScans.areTooMany(content);
            }
        }

        private static String last(PDImage image) {
            var filters =
                    image instanceof PDImageXObject whole ? whole.getStream().getFilters() : List.<COSName>of();
            return filters.isEmpty() ? "" : filters.getLast().getName();
        }

        /** What the photograph itself says, which need not be what the sheet says of it. */
        private static long pixels(InputStream content) throws IOException {
            var reader = ImageIO.getImageReadersByMIMEType("image/jpeg").next();
            try (content;
                    var input = new MemoryCacheImageInputStream(content)) {
                reader.setInput(input, true, true);
                return (long) reader.getWidth(0) * reader.getHeight(0);
            } finally {
                reader.dispose();
            }
        }
    }
}
