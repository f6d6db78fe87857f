package titian.contact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.UUID;
import org.springframework.stereotype.Component;
import titian.seal.Seals;

/** The digits of a change and the name under which it can be stopped. They stand nowhere: they follow from its id. */
@Component
class Proofs {

    private final Seals seals;

    Proofs(Seals seals) {
        this.seals = seals;
    }

    String newDigits(UUID change) {
        return digits("contact.new", change);
    }

    String oldDigits(UUID change) {
        return digits("contact.old", change);
    }

    private String digits(String end, UUID change) {
        var number = Long.remainderUnsigned(seals.mark(end, change.toString()).getMostSignificantBits(), 1_000_000);
        return "%06d".formatted(number);
    }

    /** Whoever knows it reads what is written to an old end. */
    UUID token(UUID change) {
        return seals.mark("contact.stop", change.toString());
    }

    /** Whoever knows it was invited to a new end from the counter. */
    UUID invitation(UUID change) {
        return seals.mark("contact.invitation", change.toString());
    }

    boolean isInvitation(UUID change, String token) {
        return same(token, invitation(change).toString());
    }

    boolean isToken(UUID change, String token) {
        return same(token, token(change).toString());
    }

    static boolean same(String typed, String expected) {
        return MessageDigest.isEqual(typed.getBytes(UTF_8), expected.getBytes(UTF_8));
    }
}
