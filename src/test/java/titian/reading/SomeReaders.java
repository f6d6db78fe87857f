package titian.reading;

import java.nio.file.Path;
import java.time.Duration;

/** Programs that read, for other modules' tests. */
public final class SomeReaders {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private SomeReaders() {}

    public static Tesseract of(Path program) {
        return new Tesseract(program.toString(), PATIENCE);
    }

    public static Tesseract none() {
        return new Tesseract("", PATIENCE);
    }
}
