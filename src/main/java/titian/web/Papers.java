package titian.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.springframework.stereotype.Component;

/** Writes pages that are not answers to a browser: the HTML of a letter, the PDF of a paper to print. */
@Component
public class Papers {

    private final Pages pages;

    Papers(Pages pages) {
        this.pages = pages;
        XRLog.listRegisteredLoggers().forEach(log -> XRLog.setLevel(log, Level.WARNING)); // ten lines a page otherwise
    }

    /** Fills the page of this name, as in {@code notification/welcome}, and gives its HTML. */
    public String write(String page, Map<String, Object> model) {
        return pages.write(page, model);
    }

    /**
     * Fills the page of this name and prints it, in our own letters and readable to a screen reader. The page is
     * well-formed XML and gets the style of all papers; it fetches nothing, pictures stand in it as {@code data:}
     * addresses.
     */
    public byte[] pdf(String page, Map<String, Object> model) {
        return printed(new PdfRendererBuilder(), page, model);
    }

    /**
     * The same as a paper to be kept for years (PDF/A-2): it holds its letters, its colours and what it is called, and
     * needs nothing from outside to be read.
     */
    public byte[] archival(String page, Map<String, Object> model) {
        var printer = new PdfRendererBuilder();
        printer.usePdfAConformance(PdfAConformance.PDFA_2_A);
        printer.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        return printed(printer, page, model);
    }

    private byte[] printed(PdfRendererBuilder printer, String page, Map<String, Object> model) {
        var file = new ByteArrayOutputStream();
        printer.useFont(() -> open("papers/jakarta-400.ttf"), "Jakarta", 400, FontStyle.NORMAL, true);
        printer.useFont(() -> open("papers/jakarta-700.ttf"), "Jakarta", 700, FontStyle.NORMAL, true);
        printer.useExternalResourceAccessControl(
                (address, _) -> address.startsWith("data:"), ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        printer.useUnicodeLineBreaker(new Lines());
        printer.usePdfUaAccessibility(true);
        printer.withProducer("Titian");
        printer.withHtmlContent(write(page, model).replace("</head>", style() + "</head>"), "");
        printer.toStream(file);
        try {
            printer.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    /** A PNG among our static files, as an address that holds the picture itself. */
    public String picture(String name) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(read("static/aset/" + name));
    }

    private static String style() {
        return "<style>" + new String(read("papers/paper.css"), UTF_8) + "</style>";
    }

    private static byte[] read(String resource) {
        try (var file = open(resource)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Breaks lines between words only; the usual ways break amounts of money and names: Rp10.|000, O’|Brien. */
    private static final class Lines implements FSTextBreaker {

        private String text = "";
        private int at;

        @Override
        public void setText(String text) {
            this.text = text;
            this.at = 0;
        }

        @Override
        public int next() {
            if (at >= text.length()) {
                return BreakIterator.DONE;
            }
            while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return at;
        }
    }

    private static InputStream open(String resource) {
        return Objects.requireNonNull(Papers.class.getClassLoader().getResourceAsStream(resource), resource);
    }
}
