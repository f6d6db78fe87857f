package titian.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import gg.jte.Content;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * A short text as bars (Code 128), with the quiet space scanners need at both ends: what doors have read since before
 * there were QR codes. For a page as a drawing, for a paper as a picture.
 */
public final class Barcode {

    private static final int QUIET = 20;
    private static final int HEIGHT = 44;
    private static final int POINTS_PER_MODULE = 6;
    private static final int WHITE = 0xFFFFFF;

    private final BitMatrix modules;

    private Barcode(BitMatrix modules) {
        this.modules = modules;
    }

    public static Barcode of(String text) {
        var asked = Map.of(EncodeHintType.MARGIN, QUIET);
        return new Barcode(new Code128Writer().encode(text, BarcodeFormat.CODE_128, 1, 1, asked));
    }

    /** How many modules it is wide, the quiet ends included. */
    public int width() {
        return modules.getWidth();
    }

    private String path() {
        var path = new StringBuilder();
        for (int x = 0; x < width(); x++) {
            int start = x;
            while (x < width() && modules.get(x, 0)) {
                x++;
            }
            if (x > start) {
                path.append("M%d 0h%dv%dh-%dz".formatted(start, x - start, HEIGHT, x - start));
            }
        }
        return path.toString();
    }

    /** A drawing to stand in a page, black on white whatever the page's colours are. */
    public Content svg(String label) {
        var box = "0 0 " + width() + " " + HEIGHT;
        return output -> {
            output.writeContent("<svg class=\"bars\" role=\"img\" viewBox=\"" + box + "\" width=\"" + 2 * width()
                    + "\" height=\"" + 2 * HEIGHT + "\" shape-rendering=\"crispEdges\" aria-label=\"");
            output.writeUserContent(label);
            output.writeContent("\"><path fill=\"#fff\" d=\"M0 0h" + width() + "v" + HEIGHT + "H0z\"/><path d=\""
                    + path() + "\"/></svg>");
        };
    }

    /** A picture for papers that take no drawing, as an address that holds the picture itself. */
    public String png() {
        var picture = new BufferedImage(
                width() * POINTS_PER_MODULE, HEIGHT * POINTS_PER_MODULE, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                picture.setRGB(x, y, modules.get(x / POINTS_PER_MODULE, 0) ? 0 : WHITE);
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
