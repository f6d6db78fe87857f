package titian.shared;

import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * A resident's identity number (Nomor Induk Kependudukan): six digits for the district that first registered the
 * person, six for the date of birth (a woman's day of birth counts from 41) and four to tell apart those born there
 * that day (PP 37/2007 art. 37).
 *
 * <p>A {@code Nik} in hand is well formed; whether it belongs to a living person only the civil registry knows. The
 * district may no longer exist and the date may differ from the registry's, for the number never changes (PP 40/2019
 * art. 30). It prints masked, so that no log ever holds one.
 */
public record Nik(String value) implements Serializable {

    /** Well-formedness, for the forms that ask for a number as much as for this class. */
    public static final String FORMAT =
            "[1-9]\\d{5}" + "(0[1-9]|[12]\\d|3[01]|4[1-9]|[56]\\d|7[01])(0[1-9]|1[0-2])\\d{2}" + "(?!0000)\\d{4}";

    private static final Pattern PATTERN = Pattern.compile(FORMAT);
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s.-]");

    public Nik {
        if (!PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException("not a NIK (expected sixteen digits with a birth date in 7 to 12)");
        }
    }

    /** Reads a number as people type it, with spaces, dots or dashes between the digits. */
    public static Nik of(String typed) {
        return new Nik(tidy(typed));
    }

    /** What was typed without the spaces, dots and dashes between the digits. */
    public static String tidy(String typed) {
        return BETWEEN_DIGITS.matcher(typed).replaceAll("");
    }

    public String district() {
        return value.substring(0, 6);
    }

    @Override
    public String toString() {
        return "************" + value.substring(12);
    }
}
