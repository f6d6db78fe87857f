package titian.inspection;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.DecodeResult;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.filter.FilterFactory;

/**
 * A way a PDF packs its bytes, unpacked no further than a paper needs. The library unpacks into memory, a kilobyte into
 * a megabyte if it is made so, and knows no bound; so these stand in the place of its own, for everybody.
 */
final class Unpacking extends Filter {

    /** A picture of as many pixels as we open, in three colours; drawings, fonts and words are far smaller. */
    private static final long MOST_OF_A_PICTURE = 3 * Pictures.MOST_PIXELS;

    private static final long MOST = 32_000_000;

    private static final List<COSName> SWELLING = List.of(
            COSName.FLATE_DECODE,
            COSName.FLATE_DECODE_ABBREVIATION,
            COSName.LZW_DECODE,
            COSName.LZW_DECODE_ABBREVIATION,
            COSName.RUN_LENGTH_DECODE,
            COSName.RUN_LENGTH_DECODE_ABBREVIATION);

    private final Filter unbounded;

    private Unpacking(Filter unbounded) {
        this.unbounded = unbounded;
    }

    /** Bounds all that follows. There is no door for that in the library: its table of ways is opened. */
    static synchronized void bound() {
        try {
            var table = FilterFactory.class.getDeclaredField("filters");
            table.setAccessible(true);
            @SuppressWarnings("unchecked")
            var ways = (Map<COSName, Filter>) table.get(FilterFactory.INSTANCE);
            for (var name : SWELLING) {
                ways.computeIfPresent(
                        name, (_, way) -> way instanceof Unpacking bounded ? bounded : new Unpacking(way));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("PDFBox keeps its filters elsewhere now", e);
        }
    }

    @Override
    public DecodeResult decode(InputStream packed, OutputStream to, COSDictionary of, int index) throws IOException {
        var picture = COSName.IMAGE.equals(of.getCOSName(COSName.SUBTYPE));
        return unbounded.decode(packed, new Bounded(to, picture ? MOST_OF_A_PICTURE : MOST), of, index);
    }

    @Override
    protected void encode(InputStream from, OutputStream packed, COSDictionary of) throws IOException {
        unbounded.encode(from, packed, of, 0);
    }

    private static final class Bounded extends FilterOutputStream {

        private long left;

        Bounded(OutputStream to, long most) {
            super(to);
            this.left = most;
        }

        @Override
        public void write(int one) throws IOException {
            take(1);
            out.write(one);
        }

        @Override
        public void write(byte[] some, int from, int count) throws IOException {
            take(count);
            out.write(some, from, count);
        }

        private void take(int count) {
            left -= count;
            if (left < 0) {
                throw new UploadRefused.Unreadable();
            }
        }
    }
}
