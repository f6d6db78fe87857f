package titian.inspection;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

/**
 * What can be told of a photograph by its light and dark alone. It knows no paper from another, so it says what it
 * sees and leaves the verdict to the person; QualityTest shows a picture on each side of every threshold.
 */
final class Quality {

    private static final int SIDE = 1000;
    private static final int SHORTEST_LONG_SIDE = 800;
    private static final int SHORTEST_SHORT_SIDE = 480;

    /** Of the brightest tenth: a paper in the shade is still brighter. */
    private static final int DARK_PAPER = 90;

    private static final int BURNT_OUT = 252;
    private static final int WHITE_PAPER = 200;
    private static final double SPOT = 0.01;
    private static final double SHARPEST_STEP = 85;
    private static final int SHARPEST_OF = 500;
    private static final int LEAST_CONTRAST = 25;
    private static final int STEP_IN_CONTRAST = 4;
    private static final int RIM = 6;
    private static final double BUSY_RIM = 0.6;
    private static final double LEAST_WRITING = 0.01;
    private static final double ON_ITS_SIDE = 2;
    private static final double LEAST_ALTERNATION = 0.0005;
    private static final int LINE = 6;

    private final int width;
    private final int height;
    private final int[] light;
    private final int[] sorted;
    private final int contrast;

    private Quality(BufferedImage picture) {
        width = picture.getWidth();
        height = picture.getHeight();
        light = new int[width * height];
        var row = new int[width];
        for (int y = 0; y < height; y++) {
            picture.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                light[y * width + x] =
                        (299 * (row[x] >> 16 & 255) + 587 * (row[x] >> 8 & 255) + 114 * (row[x] & 255)) / 1000;
            }
        }
        sorted = light.clone();
        Arrays.sort(sorted);
        contrast = sorted[sorted.length * 98 / 100] - sorted[sorted.length * 2 / 100];
    }

    static List<Hint> of(BufferedImage picture) {
        var seen = EnumSet.noneOf(Hint.class);
        if (Math.max(picture.getWidth(), picture.getHeight()) < SHORTEST_LONG_SIDE
                || Math.min(picture.getWidth(), picture.getHeight()) < SHORTEST_SHORT_SIDE) {
            seen.add(Hint.SMALL);
        }
        if (ScreenGrid.isIn(picture)) {
            seen.add(Hint.SCREEN);
        }
        var small = Pictures.within(picture, SIDE);
        if (small.getWidth() > 4 * RIM && small.getHeight() > 4 * RIM) {
            new Quality(small).look(seen);
        }
        return List.copyOf(seen);
    }

    private void look(EnumSet<Hint> seen) {
        if (sorted[sorted.length * 9 / 10] < DARK_PAPER) {
            seen.add(Hint.DARK);
        }
        if (sorted[sorted.length / 2] < WHITE_PAPER && burntOut() > SPOT) {
            seen.add(Hint.GLARE);
        }
        if (contrast >= LEAST_CONTRAST && sharpestStep() < SHARPEST_STEP * contrast / 255) {
            seen.add(Hint.BLURRED);
            return; // lines cannot be told in a blur
        }
        if (runsOffTheRim()) {
            seen.add(Hint.CUT);
        }
        if (liesOnItsSide()) {
            seen.add(Hint.SIDEWAYS);
        }
    }

    private double burntOut() {
        return Arrays.stream(light).filter(value -> value >= BURNT_OUT).count() / (double) light.length;
    }

    /** The strongest of the steps from light to dark, passing over the few that are noise. */
    private int sharpestStep() {
        var steps = new int[256];
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                steps[Math.min(255, step(x, y))]++;
            }
        }
        int left = light.length / SHARPEST_OF;
        int step = 255;
        while (step > 0 && (left -= steps[step]) > 0) {
            step--;
        }
        return step;
    }

    private int step(int x, int y) {
        int at = y * width + x;
        return Math.max(Math.abs(light[at + 1] - light[at]), Math.abs(light[at + width] - light[at]));
    }

    private boolean isStep(int x, int y) {
        return step(x, y) * STEP_IN_CONTRAST > Math.max(contrast, LEAST_CONTRAST);
    }

    /** Writing as dense at a rim as within: it goes on where the photograph ends. */
    private boolean runsOffTheRim() {
        double within = written(RIM, RIM, width - RIM, height - RIM);
        double rim = Math.max(
                Math.max(written(1, RIM, RIM, height - RIM), written(width - RIM, RIM, width - 1, height - RIM)),
                Math.max(written(RIM, 1, width - RIM, RIM), written(RIM, height - RIM, width - RIM, height - 1)));
        return within > LEAST_WRITING && rim > BUSY_RIM * within;
    }

    private double written(int left, int top, int right, int bottom) {
        int count = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                if (isStep(x, y)) {
                    count++;
                }
            }
        }
        return count / (double) ((right - left) * (bottom - top));
    }

    /** Lines of writing and the gaps between them alternate down an upright paper, and across one that lies. */
    private boolean liesOnItsSide() {
        var rows = new double[height];
        var columns = new double[width];
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                if (isStep(x, y)) {
                    rows[y] += 1.0 / width;
                    columns[x] += 1.0 / height;
                }
            }
        }
        double down = alternation(rows);
        double across = alternation(columns);
        return across > LEAST_ALTERNATION && across > ON_ITS_SIDE * down;
    }

    private static double alternation(double[] profile) {
        double sum = 0;
        for (int i = LINE; i < profile.length; i++) {
            sum += Math.pow(profile[i] - profile[i - LINE], 2);
        }
        return sum / profile.length;
    }
}
