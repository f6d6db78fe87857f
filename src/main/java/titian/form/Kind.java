package titian.form;

import org.jspecify.annotations.Nullable;
import titian.shared.PassportType;
import titian.shared.Speed;

/**
 * Which passport.
 *
 * @param speed how soon it is wished for; whether that can be promised is for {@link SameDay} to say
 */
public record Kind(PassportType type, int validityYears, Speed speed) implements Answer {

    /** What was kept before one could wish for haste says nothing of it. */
    public Kind(PassportType type, int validityYears, @Nullable Speed speed) {
        this.type = type;
        this.validityYears = validityYears;
        this.speed = speed == null ? Speed.REGULAR : speed;
    }

    public Kind(PassportType type, int validityYears) {
        this(type, validityYears, Speed.REGULAR);
    }

    /** The same book, wished for so soon. */
    public Kind at(Speed soon) {
        return new Kind(type, validityYears, soon);
    }
}
