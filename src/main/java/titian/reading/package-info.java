/**
 * What a program makes out on a paper, and how that differs from what was typed.
 *
 * <p>It promises that reading ends within its time and memory whatever the picture, that of lines whose sums do not hold
 * nothing is said, and that what was read prints nowhere. It is a hint and decides nothing. Why: ADR 103.
 *
 * <ul>
 *   <li>Doors: {@link titian.reading.Tesseract} makes text of a picture, {@link titian.reading.Reading} makes sense of it
 *   <li>Owns: nothing; readings are kept beside the file that was read, and the texts stand with those of
 *       {@code document}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Reading",
        allowedDependencies = {"shared", "web"})
package titian.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
