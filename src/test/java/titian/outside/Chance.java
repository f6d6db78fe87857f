package titian.outside;

import java.security.SecureRandom;

/** Numbers nobody can guess and no restart can repeat: billing codes, bank references. */
final class Chance {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String CAPITALS_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private Chance() {}

    static String digits(int length) {
        return drawn("0123456789", length);
    }

    /** Twelve digits that nobody takes for a telephone number: no such begins with nine. */
    static String reference() {
        return "9" + digits(11);
    }

    static String capitalsAndDigits(int length) {
        return drawn(CAPITALS_AND_DIGITS, length);
    }

    private static String drawn(String letters, int length) {
        var text = new StringBuilder(length);
        RANDOM.ints(length, 0, letters.length()).forEach(at -> text.append(letters.charAt(at)));
        return text.toString();
    }
}
