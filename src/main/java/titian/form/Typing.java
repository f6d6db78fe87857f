package titian.form;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import titian.shared.Nik;
import titian.web.TypedDate;

/**
 * How answers are typed, and what is well formed. Formats let an empty answer pass: whether there must be one is
 * another question.
 */
public final class Typing {

    /**
     * A name as identity cards print it: capitals, with the signs that names have (Permendagri 73/2022), and the letters
     * that names from elsewhere have. How those are printed is told.
     */
    public static final String NAME = "|\\p{IsLatin}[\\p{IsLatin} .,'-]*";

    /** The name of a place or a trade: capitals, digits and the signs that occur in them. */
    public static final String TITLE = "|[A-Z0-9][A-Z0-9 .,'()/&-]*";

    /** Of Indonesia or, with a plus, of any country. */
    public static final String PHONE = "|0[0-9]{8,13}|\\+[1-9][0-9]{7,14}";

    public static final String POSTCODE = "|[1-9][0-9]{4}";

    /** What is printed for a citizen of ours. */
    public static final String CITIZEN = "INDONESIA";

    public static final int LONGEST_NAME = 60;
    private static final int NIK_LENGTH = 16;
    public static final int LONGEST_ADDRESS = 200;

    /** What other programs put around a number or a name that is copied, and nobody sees. */
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");

    private static final Pattern APOSTROPHES = Pattern.compile("[’‘`´ʼʻ′]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Zs}]+");
    private static final Pattern FIRST_LETTER = Pattern.compile("(?<=^|[ .,-])[a-z]");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s().-]");

    private Typing() {}

    /** One line without spaces to spare and without what nobody sees; a letter and its mark are one. */
    public static String line(@Nullable String typed) {
        if (typed == null) {
            return "";
        }
        var seen =
                UNSEEN.matcher(Normalizer.normalize(typed, Normalizer.Form.NFC)).replaceAll("");
        return SPACES.matcher(seen).replaceAll(" ").strip();
    }

    /** One line in capitals, as the form is filled in on paper. Signs that phones draw prettily are made plain. */
    public static String capitals(@Nullable String typed) {
        return APOSTROPHES.matcher(line(typed)).replaceAll("'").toUpperCase(Locale.ROOT);
    }

    /** A name in capitals as people read it: RATNA WULANDARI is Ratna Wulandari. */
    public static String asCalled(String capitals) {
        return FIRST_LETTER
                .matcher(capitals.toLowerCase(Locale.ROOT))
                .replaceAll(letter -> letter.group().toUpperCase(Locale.ROOT));
    }

    public static String phone(@Nullable String typed) {
        return BETWEEN_DIGITS.matcher(line(typed)).replaceAll("");
    }

    public static TypedDate date(@Nullable TypedDate typed) {
        return typed == null ? TypedDate.BLANK : typed;
    }

    /** What was typed, if anything was. */
    public static @Nullable String orNothing(String typed) {
        return typed.isEmpty() ? null : typed;
    }

    public static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** The value of that name, or nothing if there is none: what is chosen from a list may still be forged. */
    public static <E extends Enum<E>> Optional<E> value(Class<E> type, String name) {
        for (var value : type.getEnumConstants()) {
            if (value.name().equals(name)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    public static <E extends Enum<E>> void mustChoose(
            Errors problems, String field, Class<E> type, String name, String key) {
        if (value(type, name).isEmpty()) {
            problems.rejectValue(field, key);
        }
    }

    /** The day must be there, exist, and lie within these, both included. */
    public static void mustBeBetween(
            Errors problems, String field, TypedDate typed, LocalDate first, LocalDate last, String key) {
        if (typed.isBlank()) {
            problems.rejectValue(field, key + ".missing");
        } else if (typed.date().isEmpty()) {
            problems.rejectValue(field, key + ".malformed");
        } else if (typed.date().get().isBefore(first) || typed.date().get().isAfter(last)) {
            problems.rejectValue(field, key + ".out-of-range");
        }
    }

    /** Whatever was typed must be a number; whether it may be left out is another question. */
    public static void mustBeNik(Errors problems, @Nullable String field, String nik) {
        if (!nik.isEmpty() && !nik.matches("\\d*")) {
            problems.rejectValue(field, "form.nik.not-digits");
        } else if (!nik.isEmpty() && nik.length() != NIK_LENGTH) {
            problems.rejectValue(field, "form.nik.length", new Object[] {nik.length()}, null);
        } else if (!nik.isEmpty() && !nik.matches(Nik.FORMAT)) {
            problems.rejectValue(field, "form.nik.malformed");
        }
    }
}
