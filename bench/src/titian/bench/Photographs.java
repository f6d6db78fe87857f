package titian.bench;

import java.awt.Color;
import java.awt.Font;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;

/** A photograph as phones take them, in many files: 12 million points, 3 MB at least, a card on a table, grain and all. */
final class Photographs {

    private static final int WIDTH = 4000;
    private static final int HEIGHT = 3000;
    private static final int HOSTILE_WIDTH = 8000;
    private static final int HOSTILE_HEIGHT = 5000;
    private static final int SHEETS = 20;
    private static final int STROKES = 90_000;
    private static final int QUALITY = 90;
    private static final int BEST = 100;
    private static final int GRAIN = 5;
    private static final int LEAST_BYTES = 3_000_000;
    private static final int MOST_BYTES = 5 * 1024 * 1024;

    private Photographs() {}

    static List<Path> take(Path folder, int count) throws IOException {
        Files.createDirectories(folder);
        var photo = heavy(photograph());
        var files = new ArrayList<Path>();
        for (int i = 0; i < count; i++) {
            files.add(Files.write(folder.resolve("photo-%03d.jpg".formatted(i)), photo));
        }
        return files;
    }

    /** As large as is let in, in the two ways that take most memory: step by step, and of 64 bits a point. */
    static List<Path> hostile(Path folder, int count) throws IOException {
        Files.createDirectories(folder);
        var stepwise = jpeg(
                new BufferedImage(HOSTILE_WIDTH, HOSTILE_HEIGHT, BufferedImage.TYPE_3BYTE_BGR),
                ImageWriteParam.MODE_DEFAULT,
                QUALITY);
        var deep = deep();
        var files = new ArrayList<Path>();
        for (int i = 0; i < count; i++) {
            files.add(Files.write(folder.resolve("hostile-%03d".formatted(i)), i % 2 == 0 ? deep : stepwise));
        }
        return files;
    }

    /** As many sheets as are let in, each with a picture as large as is let in; the first file takes long to draw. */
    static List<Path> hostileSheets(Path folder, int count) throws IOException {
        Files.createDirectories(folder);
        var large = jpeg(
                new BufferedImage(HOSTILE_WIDTH, HOSTILE_HEIGHT, BufferedImage.TYPE_3BYTE_BGR),
                ImageWriteParam.MODE_DEFAULT,
                QUALITY);
        var files = new ArrayList<Path>();
        for (int i = 0; i < count; i++) {
            files.add(Files.write(folder.resolve("hostile-%03d.pdf".formatted(i)), sheets(large, i == 0)));
        }
        return files;
    }

    private static byte[] sheets(byte[] large, boolean slow) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var pdf = new PDDocument()) {
            var picture = JPEGFactory.createFromByteArray(pdf, large);
            for (int i = 0; i < SHEETS; i++) {
                var sheet = new PDPage(PDRectangle.A4);
                pdf.addPage(sheet);
                try (var pen = new PDPageContentStream(pdf, sheet)) {
                    pen.drawImage(picture, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
                    for (int stroke = 0; slow && i == 0 && stroke < STROKES; stroke++) {
                        pen.moveTo(0, 0);
                        pen.curveTo(PDRectangle.A4.getWidth(), 0, 0, PDRectangle.A4.getHeight(), 500, 800);
                        pen.stroke();
                    }
                }
            }
            pdf.save(bytes);
        }
        return fitting(bytes.toByteArray());
    }

    /** Three megabytes and more, as phones write them; never so little that the figure flatters us. */
    private static byte[] heavy(BufferedImage photograph) throws IOException {
        for (int quality = QUALITY; quality < BEST; quality++) {
            var photo = jpeg(photograph, ImageWriteParam.MODE_DISABLED, quality);
            if (photo.length >= LEAST_BYTES) {
                return fitting(photo);
            }
        }
        throw new IllegalStateException("no photograph of 3 MB could be taken");
    }

    private static byte[] fitting(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new IllegalStateException("a file of " + file.length + " bytes would not be let in");
        }
        return file;
    }

    private static BufferedImage photograph() {
        var photo = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        var pen = photo.createGraphics();
        pen.setColor(new Color(110, 100, 90));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(new Color(150, 190, 215));
        pen.fillRect(400, 400, WIDTH - 800, HEIGHT - 800);
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 90));
        for (int y = 600; y < HEIGHT - 500; y += 140) {
            pen.drawString("NIK 3174010190010001 SITI RAHMAWATI JAKARTA " + y, 500, y);
        }
        pen.dispose();
        var grain = new Random(1);
        var points = photo.getRaster();
        var row = new int[WIDTH * 3];
        for (int y = 0; y < HEIGHT; y++) {
            points.getPixels(0, y, WIDTH, 1, row);
            for (int i = 0; i < row.length; i++) {
                row[i] = Math.clamp(row[i] + Math.round(grain.nextGaussian() * GRAIN), 0, 255);
            }
            points.setPixels(0, y, WIDTH, 1, row);
        }
        return photo;
    }

    private static byte[] jpeg(BufferedImage picture, int progressive, int quality) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByMIMEType("image/jpeg").next();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality / (float) BEST);
            how.setProgressiveMode(progressive);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static byte[] deep() throws IOException {
        var colours = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), true, false, Transparency.TRANSLUCENT, DataBuffer.TYPE_USHORT);
        var points = Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, HOSTILE_WIDTH, HOSTILE_HEIGHT, 4, null);
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(colours, points, false, null), "png", bytes);
        return bytes.toByteArray();
    }
}
