package titian.application;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** The number by which people speak of an application, as in {@code 7Q4M-2K}: letters and digits none takes for another. */
public record Reference(String value) {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final Pattern FORMAT = Pattern.compile("[" + ALPHABET + "]{6}");
    private static final RandomGenerator RANDOM = new SecureRandom();

    public Reference {
        if (!FORMAT.matcher(value).matches()) {
            throw new IllegalArgumentException("not a reference number (expected six letters and digits)");
        }
    }

    /** A number as people type it: with small letters, spaces and the dash, or without; nothing if it is none. */
    public static Optional<Reference> read(String typed) {
        var tidy = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return FORMAT.matcher(tidy).matches() ? Optional.of(new Reference(tidy)) : Optional.empty();
    }

    static Reference next() {
        var drawn = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            drawn.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new Reference(drawn.toString());
    }

    @Override
    public String toString() {
        return value.substring(0, 4) + "-" + value.substring(4);
    }
}
