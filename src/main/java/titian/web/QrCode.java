package titian.web;

import static com.google.zxing.qrcode.decoder.ErrorCorrectionLevel.H;
import static com.google.zxing.qrcode.decoder.ErrorCorrectionLevel.M;
import static com.google.zxing.qrcode.decoder.ErrorCorrectionLevel.Q;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import gg.jte.Content;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * A short text as a QR code, with the quiet border scanners need: for a page as a drawing, for a paper as a picture.
 * People hold it out on cracked screens and creased paper, so it takes all the correction its size has room for.
 */
public final class QrCode {

    private static final int QUIET = 4;
    private static final int POINTS_PER_MODULE = 12;
    private static final int WHITE = 0xFFFFFF;

    private final BitMatrix modules;

    private QrCode(BitMatrix modules) {
        this.modules = modules;
    }

    public static QrCode of(String text) {
        var best = encode(text, M);
        for (var stronger : List.of(Q, H)) {
            var other = encode(text, stronger);
            best = other.getWidth() == best.getWidth() ? other : best;
        }
        return new QrCode(best);
    }

    private static BitMatrix encode(String text, ErrorCorrectionLevel correction) {
        var asked = Map.of(EncodeHintType.ERROR_CORRECTION, correction, EncodeHintType.MARGIN, QUIET);
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 1, 1, asked);
        } catch (WriterException e) {
            throw new IllegalArgumentException("a text too long for a QR code", e);
        }
    }

    /** How many modules each side has, the quiet border included. */
    public int size() {
        return modules.getWidth();
    }

    /** The dark modules as one path in a view box of {@code 0 0 size size}: each run in a row is a bar. */
    public String path() {
        var path = new StringBuilder();
        for (int y = 0; y < size(); y++) {
            for (int x = 0; x < size(); x++) {
                int start = x;
                while (x < size() && modules.get(x, y)) {
                    x++;
                }
                if (x > start) {
                    path.append("M%d %dh%dv1h-%dz".formatted(start, y, x - start, x - start));
                }
            }
        }
        return path.toString();
    }

    /**
     * A drawing to stand in a page, black on white whatever the page's colours are; the label is what it says to those
     * who cannot see it.
     */
    public Content svg(String label) {
        var box = "0 0 " + size() + " " + size();
        return output -> {
            output.writeContent("<svg class=\"qr\" role=\"img\" viewBox=\"" + box
                    + "\" width=\"232\" height=\"232\" shape-rendering=\"crispEdges\" aria-label=\"");
            output.writeUserContent(label);
            output.writeContent("\"><path fill=\"#fff\" d=\"M0 0h" + size() + "v" + size() + "H0z\"/><path d=\""
                    + path() + "\"/></svg>");
        };
    }

    /** A picture for papers that take no drawing, as an address that holds the picture itself. */
    public String png() {
        var side = size() * POINTS_PER_MODULE;
        var picture = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                var dark = modules.get(x / POINTS_PER_MODULE, y / POINTS_PER_MODULE);
                picture.setRGB(x, y, dark ? 0 : WHITE);
            }
        }
        var file = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(file.toByteArray());
    }
}
