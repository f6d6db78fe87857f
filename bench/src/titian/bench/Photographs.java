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

/** A photograph as phones take them, in many files: 12 million points, 3 MB, a card on a table, grain and all. */
final class Photographs {

    private static final int WIDTH = 4000;
    private static final int HEIGHT = 3000;
    private static final int HOSTILE_WIDTH = 8000;
    private static final int HOSTILE_HEIGHT = 5000;
    private static final float QUALITY = 0.9f;
    private static final int GRAIN = 5;

    private Photographs() {}

    static List<Path> take(Path folder, int count) throws IOException {
        Files.createDirectories(folder);
        var photo = jpeg(photograph(), ImageWriteParam.MODE_DISABLED);
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
                ImageWriteParam.MODE_DEFAULT);
        var deep = deep();
        var files = new ArrayList<Path>();
        for (int i = 0; i < count; i++) {
            files.add(Files.write(folder.resolve("hostile-%03d".formatted(i)), i % 2 == 0 ? deep : stepwise));
        }
        return files;
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

    private static byte[] jpeg(BufferedImage picture, int progressive) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByMIMEType("image/jpeg").next();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
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
