package titian.inspection;

import java.time.Duration;

/** Inspections for other modules' tests. */
public final class SomeInspections {

    private SomeInspections() {}

    /** A picture turned half around. */
    public static byte[] onItsHead(byte[] picture) {
        return new Inspection().onItsHead(picture);
    }

    /** Where nobody ever has the time to open a file. */
    public static Inspection withoutAPlace() {
        return new Inspection(0, Duration.ofMillis(1));
    }
}
