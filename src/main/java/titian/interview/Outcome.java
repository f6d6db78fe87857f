package titian.interview;

import org.jspecify.annotations.Nullable;
import titian.web.Words;

/** What an examination comes to, as the head of a section proposes it and the head of the office decides it. */
sealed interface Outcome {

    int FEWEST_MONTHS = 6;
    int MOST_MONTHS = 24;

    /** The passport is issued. */
    record Grant() implements Outcome {}

    /** Nothing is issued for so many months (Permenkumham 8/2014). */
    record Suspend(int months) implements Outcome {

        public Suspend {
            if (months < FEWEST_MONTHS || months > MOST_MONTHS) {
                throw new IllegalArgumentException("suspended for six to twenty-four months");
            }
        }
    }

    /** The application is refused. */
    record Refuse() implements Outcome {}

    default String name() {
        return switch (this) {
            case Grant _ -> "GRANT";
            case Suspend _ -> "SUSPEND";
            case Refuse _ -> "REFUSE";
        };
    }

    default @Nullable Integer monthsIfAny() {
        return switch (this) {
            case Suspend suspend -> suspend.months();
            case Grant _, Refuse _ -> null;
        };
    }

    default String in(Words words) {
        return switch (this) {
            case Suspend suspend -> words.text("interview.outcome.SUSPEND.months", suspend.months());
            case Grant _, Refuse _ -> words.text("interview.outcome." + name());
        };
    }

    /** @throws IllegalArgumentException if there is none of this name, or it is not for so many months */
    static Outcome of(String name, @Nullable Integer months) {
        return switch (name) {
            case "GRANT" -> new Grant();
            case "SUSPEND" -> new Suspend(months == null ? 0 : months);
            case "REFUSE" -> new Refuse();
            default -> throw new IllegalArgumentException("no outcome of this name");
        };
    }
}
