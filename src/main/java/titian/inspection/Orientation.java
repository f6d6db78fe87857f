package titian.inspection;

import java.awt.geom.AffineTransform;

/** How a phone was held, as it writes it into a photograph: one to eight, by the standard of Exif. */
record Orientation(int value) {

    static final Orientation UPRIGHT = new Orientation(1);

    private static final int FIRST_ON_ITS_SIDE = 5;
    private static final int LAST = 8;

    Orientation {
        if (value < 1 || value > LAST) {
            value = 1;
        }
    }

    boolean liesOnItsSide() {
        return value >= FIRST_ON_ITS_SIDE;
    }

    /** Sets a picture of this width and height upright, with its corner where the former one was. */
    AffineTransform upright(int width, int height) {
        return switch (value) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
