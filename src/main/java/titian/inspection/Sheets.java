package titian.inspection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.apache.pdfbox.cos.COSName.getPDFName;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Reads a PDF within bounds and writes it anew with what can be seen on its sheets and nothing else: no scripts, no
 * files inside, no links, no forms, no word of who made it. What is not named here stays behind.
 */
final class Sheets {

    /** A family card with its back, or a judgement on a name: no paper asked for has more. */
    static final int MOST_PAGES = 20;

    private static final int MOST_NOTES = 500;
    private static final long MEMORY = 16 * 1024 * 1024;
    private static final long SCRATCH = 256 * 1024 * 1024;
    private static final int TAIL = 1024;

    /** A4 at 140 dpi: a stamp can be read, and a sheet is drawn in a moment. */
    static final float READABLE = 1640;

    private static final Set<COSName> OF_ALL = Set.of(COSName.TYPE, COSName.PAGES, getPDFName("OCProperties"));
    private static final Set<COSName> OF_A_SHEET = Set.of(
            COSName.TYPE,
            COSName.PARENT,
            COSName.RESOURCES,
            COSName.CONTENTS,
            COSName.MEDIA_BOX,
            COSName.CROP_BOX,
            COSName.ROTATE,
            COSName.getPDFName("UserUnit"),
            COSName.GROUP,
            COSName.ANNOTS);
    private static final Set<COSName> OF_A_NOTE =
            Set.of(COSName.TYPE, COSName.SUBTYPE, COSName.RECT, COSName.AP, COSName.AS, COSName.F);

    static {
        Unpacking.bound();
    }

    private Sheets() {}

    static Safe safe(Path file) throws IOException {
        mustEnd(file);
        var memory = MemoryUsageSetting.setupMixed(MEMORY, SCRATCH);
        try (var pdf = Loader.loadPDF(file.toFile(), memory.streamCache)) {
            if (pdf.isEncrypted()) {
                throw new UploadRefused.Locked();
            }
            var sheets = sheets(pdf);
            sheets.forEach(Sheets::strip);
            keepOnly(OF_ALL, pdf.getDocumentCatalog().getCOSObject());
            pdf.getDocument().getTrailer().removeItem(COSName.INFO);
            var content = written(pdf);
            var first = FirstSheet.drawn(pdf, 0, READABLE);
            return first == null
                    ? new Safe(FileType.PDF, content, null, List.of())
                    : new Safe(FileType.PDF, content, Pictures.preview(first), seen(first));
        } catch (InvalidPasswordException e) {
            throw new UploadRefused.Locked();
        }
    }

    static int count(byte[] content) throws IOException {
        try (var pdf = Loader.loadPDF(content)) {
            return pdf.getNumberOfPages();
        }
    }

    static Optional<byte[]> picture(byte[] content, int sheet) throws IOException {
        try (var pdf = Loader.loadPDF(content)) {
            if (sheet < 0 || sheet >= pdf.getNumberOfPages()) {
                return Optional.empty();
            }
            var drawn = FirstSheet.drawn(pdf, sheet, READABLE);
            return drawn == null ? Optional.empty() : Optional.of(Pictures.whole(drawn));
        }
    }

    /** A PDF says where it ends. One that does not has lost its end, or something else begins there. */
    private static void mustEnd(Path file) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
            bytes.seek(Math.max(0, bytes.length() - TAIL));
            var tail = new byte[(int) Math.min(TAIL, bytes.length())];
            bytes.readFully(tail);
            if (!new String(tail, ISO_8859_1).contains("%%EOF")) {
                throw new UploadRefused.Unreadable();
            }
        }
    }

    /** The sheets that are there, whatever the file says their number is. */
    private static List<PDPage> sheets(PDDocument pdf) {
        var sheets = new ArrayList<PDPage>();
        for (var sheet : pdf.getPages()) {
            sheet.getMediaBox();
            sheets.add(sheet);
            if (sheets.size() > MOST_PAGES) {
                throw new UploadRefused.TooManyPages();
            }
        }
        if (sheets.isEmpty()) {
            throw new UploadRefused.Unreadable();
        }
        return sheets;
    }

    /** A stamp or a filled-in field stays to be seen; what it would do when touched does not. */
    private static void strip(PDPage sheet) {
        var page = sheet.getCOSObject();
        keepOnly(OF_A_SHEET, page);
        if (page.getDictionaryObject(COSName.ANNOTS) instanceof COSArray notes) {
            var seen = new COSArray();
            for (int i = 0; i < notes.size() && i < MOST_NOTES; i++) {
                if (notes.getObject(i) instanceof COSDictionary note && note.containsKey(COSName.AP)) {
                    keepOnly(OF_A_NOTE, note);
                    seen.add(note);
                }
            }
            page.setItem(COSName.ANNOTS, seen);
        } else {
            page.removeItem(COSName.ANNOTS);
        }
    }

    private static void keepOnly(Set<COSName> names, COSDictionary of) {
        List.copyOf(of.keySet()).stream().filter(name -> !names.contains(name)).forEach(of::removeItem);
    }

    private static byte[] written(PDDocument pdf) throws IOException {
        var bytes = new ByteArrayOutputStream();
        pdf.save(bytes);
        if (bytes.size() > Inspection.MOST_BYTES_KEPT) {
            throw new UploadRefused.TooLarge();
        }
        return bytes.toByteArray();
    }

    /** How large it is drawn is our doing, so that it is small is nothing to tell. */
    private static List<Hint> seen(BufferedImage sheet) {
        return Quality.of(sheet).stream().filter(hint -> hint != Hint.SMALL).toList();
    }
}
