package titian.contact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.UUID;
import org.springframework.stereotype.Component;
import titian.seal.Seals;

/** The digits of a change and the name under which it can be stopped. They stand nowhere: they follow from its id. */
@Component
class Proofs {

    private static final String NEW = "contact.new";
    private static final String OLD = "contact.old";
    private static final String STOP = "contact.stop";
    private static final String INVITATION = "contact.invitation";

    private final Seals seals;

    Proofs(Seals seals) {
        this.seals = seals;
    }

    String newDigits(UUID change) {
        return digits(seals.secret(NEW, change));
    }

    boolean areNewDigits(UUID change, String typed) {
        return seals.isSecret(NEW, change, secret -> same(typed, digits(secret)));
    }

    String oldDigits(UUID change) {
        return digits(seals.secret(OLD, change));
    }

    boolean areOldDigits(UUID change, String typed) {
        return seals.isSecret(OLD, change, secret -> same(typed, digits(secret)));
    }

    private static String digits(UUID secret) {
        return "%06d".formatted(Long.remainderUnsigned(secret.getMostSignificantBits(), 1_000_000));
    }

    /** Whoever knows it reads what is written to an old end. */
    UUID token(UUID change) {
        return seals.secret(STOP, change);
    }

    /** Whoever knows it was invited to a new end from the counter. */
    UUID invitation(UUID change) {
        return seals.secret(INVITATION, change);
    }

    boolean isInvitation(UUID change, String token) {
        return seals.isSecret(INVITATION, change, secret -> same(token, secret.toString()));
    }

    boolean isToken(UUID change, String token) {
        return seals.isSecret(STOP, change, secret -> same(token, secret.toString()));
    }

    private static boolean same(String typed, String expected) {
        return MessageDigest.isEqual(typed.getBytes(UTF_8), expected.getBytes(UTF_8));
    }
}
