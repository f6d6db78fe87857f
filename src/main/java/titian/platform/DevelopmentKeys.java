package titian.platform;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** The keys of development stand in the source for everybody to read: a house that serves people refuses them. */
public final class DevelopmentKeys {

    /** As they all are called. */
    private static final Pattern NAME = Pattern.compile("development-only.*|[a-z-]+-dev");

    /** Those that are no words, by their SHA-256: what we and the bank of development know each other by. */
    private static final Set<String> PUBLISHED = Set.of(
            "8a52fc3c2bb4fa3676da84188f8a2567ea79e0bb651968b70b034400945002d5",
            "4b1982ef1c6e0e64cc9fc4e11070a7386afd3cfdaa1de2c53cc859cdfc57a094");

    private DevelopmentKeys() {}

    /**
     * @param setting the setting it stands in, for whoever has to change it
     * @throws CannotStart if this is a key of development and the house is not
     */
    public static void refuse(Environment environment, String setting, String key) {
        if (NAME.matcher(key.strip()).matches()) {
            refuse(environment, setting);
        }
    }

    /** The same for the bytes of a key that is no word. */
    public static void refuse(Environment environment, String setting, byte[] key) {
        if (PUBLISHED.contains(digest(key))) {
            refuse(environment, setting);
        }
    }

    private static void refuse(Environment environment, String setting) {
        if (!environment.acceptsProfiles(Profiles.of("development"))) {
            throw new CannotStart(
                    "The key in " + setting + " is the one of development, which everybody can read.",
                    "Set " + setting + " to the one that was agreed with your office alone.");
        }
    }

    private static String digest(byte[] key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
