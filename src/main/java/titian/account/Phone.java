package titian.account;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import titian.phone.Carrier;
import titian.web.Words;

/**
 * A telephone number as the whole world dials it, {@code +6281234567890} (ITU-T E.164). It prints masked.
 */
public record Phone(String value) {

    /** Well-formedness: eight to fifteen digits; those of Indonesia have eight to twelve after the 62. */
    public static final String FORMAT = "\\+(62[1-9]\\d{7,11}|(?!62)[1-9]\\d{7,14})";

    private static final Pattern PATTERN = Pattern.compile(FORMAT);
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s().\\-/\\u2010-\\u2015]");

    public Phone {
        if (!PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException("not a telephone number (expected + and eight to fifteen digits)");
        }
    }

    /** Reads a number as people write it: 0812-3456-7890, 62 812…, +62 (0)812…, 0062 812…, +1 (310) 555…. */
    public static Phone of(String typed) {
        return new Phone(tidy(typed));
    }

    /** The number meant, if it is one; else what was typed, so that its owner can mend it. */
    public static String read(String typed) {
        var tidy = tidy(typed);
        return PATTERN.matcher(tidy).matches() ? tidy : typed.strip();
    }

    /** The number meant, if it is one. */
    public static Optional<Phone> parse(String typed) {
        var tidy = tidy(typed);
        return PATTERN.matcher(tidy).matches() ? Optional.of(new Phone(tidy)) : Optional.empty();
    }

    private static String tidy(String typed) {
        var digits = BETWEEN_DIGITS.matcher(typed).replaceAll("");
        if (digits.startsWith("00")) {
            digits = "+" + digits.substring(2);
        } else if (digits.startsWith("0")) {
            digits = "+62" + digits.substring(1);
        } else if (digits.startsWith("62")) {
            digits = "+" + digits;
        } else if (digits.startsWith("8")) {
            digits = "+62" + digits;
        }
        return digits.startsWith("+620") ? "+62" + digits.substring(4) : digits;
    }

    /** As its owner would write it down: +62 812-3456-7890; numbers abroad are grouped their own ways and stay whole. */
    public String grouped() {
        return value.startsWith("+62")
                ? "+62 " + value.substring(3, 6) + "-" + value.substring(6, 10) + "-" + value.substring(10)
                : value;
    }

    /** What carries a message to a phone, in the reader's words. */
    public static Map<String, String> carriers(Words words) {
        var carriers = new LinkedHashMap<String, String>();
        for (var carrier : Carrier.values()) {
            carriers.put(carrier.name(), words.text("account.carrier." + carrier));
        }
        return carriers;
    }

    @Override
    public String toString() {
        return "*******" + value.substring(value.length() - 3);
    }
}
