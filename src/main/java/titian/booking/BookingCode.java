package titian.booking;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * The code a person shows at the door (kode booking): seven random characters and one that checks them, from an
 * alphabet without 0, O, 1, I and L, shown as {@code 7Q4M-2KXP}. The check character tells every single mistyped
 * character and every two that changed places.
 */
public record BookingCode(String value) {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int PRIME = ALPHABET.length();
    private static final int LENGTH = 8;
    private static final long ALL = (long) Math.pow(PRIME, LENGTH - 1);
    private static final RandomGenerator RANDOM = new SecureRandom();

    public BookingCode {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("not a booking code (expected eight letters and digits that check)");
        }
    }

    public static BookingCode next() {
        var left = RANDOM.nextLong(ALL);
        var code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH - 1; i++) {
            code.append(ALPHABET.charAt((int) (left % PRIME)));
            left /= PRIME;
        }
        return new BookingCode(code.append(check(code)).toString());
    }

    /** Reads a code as people type it or a scanner sends it: any case, with or without the hyphen. */
    public static BookingCode of(String typed) {
        return new BookingCode(typed.strip().replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
    }

    public static boolean isWellFormed(String value) {
        return value.length() == LENGTH
                && value.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                && value.charAt(LENGTH - 1) == check(value);
    }

    /** Weights 1 to 7 differ and the alphabet's size is prime, which is what makes the check tell. */
    private static char check(CharSequence code) {
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += (i + 1) * ALPHABET.indexOf(code.charAt(i));
        }
        return ALPHABET.charAt(sum % PRIME);
    }

    /** As shown to people, in two groups of four. */
    @Override
    public String toString() {
        return value.substring(0, 4) + "-" + value.substring(4);
    }
}
