package titian.treasury;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** What names a receipt to whoever holds the paper: 160 bits of chance, so that nobody comes upon another's. */
record ReceiptToken(String value) {

    private static final Pattern FORMAT = Pattern.compile("[A-Za-z0-9_-]{27,64}");
    private static final SecureRandom CHANCE = new SecureRandom();

    ReceiptToken {
        if (!FORMAT.matcher(value).matches()) {
            throw new IllegalArgumentException("not the token of a receipt");
        }
    }

    static ReceiptToken next() {
        var bytes = new byte[20];
        CHANCE.nextBytes(bytes);
        return new ReceiptToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What somebody typed or scanned; empty if it cannot be a token. */
    static Optional<ReceiptToken> read(String typed) {
        return FORMAT.matcher(typed).matches() ? Optional.of(new ReceiptToken(typed)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value.substring(0, 4) + "...";
    }
}
