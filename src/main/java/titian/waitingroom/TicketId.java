package titian.waitingroom;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a ticket, as in {@code K7QF2-M9XRT-4C8H3-D2M4P}: twenty digits and letters that follow from account and
 * release by the house's key, so that nobody can pick a lucky one, and that say nothing about a person.
 */
record TicketId(String value) {

    static final int LENGTH = 20;

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int GROUP = 5;
    private static final Pattern FORMAT = Pattern.compile("([" + DIGITS + "]{5}-){3}[" + DIGITS + "]{5}");

    TicketId {
        if (!FORMAT.matcher(value).matches()) {
            throw new IllegalArgumentException("not the number of a ticket");
        }
    }

    /** Five bits of each byte, in groups as people read them. */
    static TicketId of(byte[] bytes) {
        var text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            text.append(i > 0 && i % GROUP == 0 ? "-" : "").append(DIGITS.charAt(bytes[i] & 31));
        }
        return new TicketId(text.toString());
    }

    /** As people type it: in small letters, without hyphens, with an O for a zero. */
    static Optional<TicketId> typed(String text) {
        var bare = text.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        var grouped = bare.replaceAll("(.{5})(?=.)", "$1-");
        return FORMAT.matcher(grouped).matches() ? Optional.of(new TicketId(grouped)) : Optional.empty();
    }

    /** The first half, as narrow pages break it. */
    String head() {
        return value.substring(0, 2 * (GROUP + 1));
    }

    String tail() {
        return value.substring(2 * (GROUP + 1));
    }

    @Override
    public String toString() {
        return value;
    }
}
