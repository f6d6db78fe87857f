package titian.inspection;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/** How a scanner wrote the four inks of a picture, which screens know nothing of. */
enum Inks {
    PLAIN,
    /** Adobe writes how much paper is left, not how much ink is on it. */
    ADOBE,
    /** The same, the three colours as brightness and two differences. */
    ADOBE_BRIGHTNESS;

    static final int COUNT = 4;

    private static final int FULL = 255;

    /** Close enough to read a paper by; true colours would need the profile of the printing press. */
    BufferedImage onScreen(Raster inks) {
        var image = new BufferedImage(inks.getWidth(), inks.getHeight(), BufferedImage.TYPE_INT_RGB);
        var row = new int[inks.getWidth() * inks.getNumBands()];
        var line = new int[inks.getWidth()];
        for (int y = 0; y < inks.getHeight(); y++) {
            inks.getPixels(inks.getMinX(), inks.getMinY() + y, inks.getWidth(), 1, row);
            for (int x = 0, at = 0; x < line.length; x++, at += inks.getNumBands()) {
                line[x] = colour(row[at], row[at + 1], row[at + 2], row[at + 3]);
            }
            image.setRGB(0, y, line.length, 1, line, 0, line.length);
        }
        return image;
    }

    private int colour(int first, int second, int third, int black) {
        return switch (this) {
            case PLAIN -> mix(FULL - first, FULL - second, FULL - third, FULL - black);
            case ADOBE -> mix(first, second, third, black);
            case ADOBE_BRIGHTNESS -> {
                double blue = second - 128;
                double red = third - 128;
                yield mix(
                        FULL - bounded(first + 1.402 * red),
                        FULL - bounded(first - 0.344136 * blue - 0.714136 * red),
                        FULL - bounded(first + 1.772 * blue),
                        black);
            }
        };
    }

    private static int mix(int red, int green, int blue, int light) {
        return (red * light / FULL) << 16 | (green * light / FULL) << 8 | (blue * light / FULL);
    }

    private static int bounded(double value) {
        return (int) Math.clamp(Math.round(value), 0L, FULL);
    }
}
