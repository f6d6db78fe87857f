package titian.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where letters reach an account holder. Of what RFC 5321 allows we take what the mail services people use give out: a
 * plain local part and a domain with a dot. It prints without giving anyone away.
 */
public record EmailAddress(String value) {

    private static final String WORD = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

    /** Well-formedness, for the form that asks for an address as much as for this class. */
    public static final String FORMAT = "(?=.{6,254}$)(?!.{65,}@)" + WORD + "(\\." + WORD + ")*@(" + LABEL
            + "\\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]";

    private static final Pattern PATTERN = Pattern.compile(FORMAT);

    public EmailAddress {
        if (!PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException("not an e-mail address (expected name@domain.example)");
        }
    }

    /** Reads an address as people type or paste it, with blanks around it. */
    public static EmailAddress of(String typed) {
        return new EmailAddress(typed.strip());
    }

    public static Optional<EmailAddress> read(String typed) {
        var tidy = typed.strip();
        return PATTERN.matcher(tidy).matches() ? Optional.of(new EmailAddress(tidy)) : Optional.empty();
    }

    /** The same for every way of writing the address in capitals and small letters. */
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "an e-mail address";
    }
}
