package titian.shared;

import java.io.Serializable;
import java.util.regex.Pattern;

/** Names an immigration office, one of its units or a mission abroad, as in {@code kanim-jakarta-selatan}. */
public record OfficeId(String value) implements Serializable {

    private static final Pattern FORMAT = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public OfficeId {
        if (value.length() > 60 || !FORMAT.matcher(value).matches()) {
            throw new IllegalArgumentException("not an office (expected words in small letters joined by hyphens)");
        }
    }

    public static OfficeId of(String text) {
        return new OfficeId(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
