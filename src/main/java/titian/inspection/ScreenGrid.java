package titian.inspection;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * Sees whether a photograph shows a screen: its points and the camera's make a fine regular wave, most plainly where
 * there is nothing to see. Paper has none. Writing does, so only what is empty is looked at.
 */
final class ScreenGrid {

    private static final int SIDE = 128;
    private static final int EVERY = 4;
    private static final int ACROSS = 8;
    private static final int DOWN = 6;

    /** Waves of 2 to 16 pixels: longer ones are folds and shadows. */
    private static final int SLOWEST = SIDE / 16;

    private static final int FASTEST = SIDE / 2 - 6;

    /** Of 255, between the darkest and the brightest twentieth: an empty place. */
    private static final int EMPTY = 48;

    private static final int FEWEST_EMPTY = 4;

    /** Of 255: a wave that stands out of what a camera adds. */
    private static final double LEAST_HEIGHT = 1.5;

    private static final double SHARP = 8;
    private static final int NEAR = 3;
    private static final int FAR = 6;

    private static final double[] COSINE = new double[SIDE];
    private static final double[] WINDOW = new double[SIDE];

    static {
        for (int i = 0; i < SIDE; i++) {
            COSINE[i] = Math.cos(2 * Math.PI * i / SIDE);
            WINDOW[i] = 0.5 - 0.5 * COSINE[i];
        }
    }

    private ScreenGrid() {}

    static boolean isIn(BufferedImage picture) {
        if (picture.getWidth() < 2 * SIDE || picture.getHeight() < 2 * SIDE) {
            return false;
        }
        int empty = 0;
        int waving = 0;
        for (int down = 0; down < DOWN; down++) {
            for (int across = 0; across < ACROSS; across++) {
                var light = light(
                        picture,
                        (picture.getWidth() - SIDE) * across / (ACROSS - 1),
                        (picture.getHeight() - SIDE) * down / (DOWN - 1));
                if (isEmpty(light)) {
                    empty++;
                    waving += waves(light, SIDE, 1) || waves(light, 1, SIDE) ? 1 : 0;
                }
            }
        }
        return empty >= FEWEST_EMPTY && 2 * waving > empty;
    }

    private static int[] light(BufferedImage picture, int left, int top) {
        var light = picture.getRGB(left, top, SIDE, SIDE, null, 0, SIDE);
        for (int i = 0; i < light.length; i++) {
            light[i] = (299 * (light[i] >> 16 & 255) + 587 * (light[i] >> 8 & 255) + 114 * (light[i] & 255)) / 1000;
        }
        return light;
    }

    private static boolean isEmpty(int[] light) {
        var sorted = light.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length * 19 / 20] - sorted[sorted.length / 20] < EMPTY;
    }

    /** Along the rows or the columns: one wave that is much higher than those a little longer or shorter. */
    private static boolean waves(int[] light, int line, int step) {
        var power = new double[SIDE / 2];
        for (int at = 0; at < SIDE; at += EVERY) {
            add(power, light, at * line, step);
        }
        double least = Math.pow(LEAST_HEIGHT * SIDE / 4, 2) * SIDE / EVERY;
        for (int wave = SLOWEST + FAR; wave < FASTEST; wave++) {
            if (power[wave] > least && power[wave] > SHARP * around(power, wave)) {
                return true;
            }
        }
        return false;
    }

    private static void add(double[] power, int[] light, int first, int step) {
        var line = new double[SIDE];
        double mean = 0;
        for (int i = 0; i < SIDE; i++) {
            line[i] = light[first + i * step];
            mean += line[i] / SIDE;
        }
        for (int i = 0; i < SIDE; i++) {
            line[i] = (line[i] - mean) * WINDOW[i];
        }
        for (int wave = SLOWEST; wave < power.length; wave++) {
            double even = 0;
            double odd = 0;
            for (int i = 0, turn = 0; i < SIDE; i++, turn = (turn + wave) % SIDE) {
                even += line[i] * COSINE[turn];
                odd += line[i] * COSINE[(turn + SIDE / 4) % SIDE];
            }
            power[wave] += even * even + odd * odd;
        }
    }

    private static double around(double[] power, int wave) {
        double sum = 0;
        for (int far = NEAR; far < FAR; far++) {
            sum += power[wave - far] + power[wave + far];
        }
        return sum / (2 * (FAR - NEAR));
    }
}
