package titian.questionnaire;

import java.util.Locale;
import java.util.regex.Pattern;

/** The number of a passport as its pages are punched with: a letter and seven digits. It prints masked. */
public record PassportNumber(String value) {

    /** Well-formedness, for forms as much as for this class; an empty answer is another question. */
    public static final String FORMAT = "|[A-Z][0-9]{7}";

    private static final Pattern BETWEEN = Pattern.compile("[\\s.-]");
    private static final int SHOWN_FROM = 5;

    public PassportNumber {
        if (value.isEmpty() || !value.matches(FORMAT)) {
            throw new IllegalArgumentException("not a passport number (expected a letter and seven digits)");
        }
    }

    /** What was typed, in capitals, without the spaces, dots and dashes people put in. */
    public static String tidy(String typed) {
        return BETWEEN.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "*****" + value.substring(SHOWN_FROM);
    }
}
