package titian.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.RegistryConfiguration;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Seals what is personal before it is written to a column, and opens it again. What must be found again stands beside
 * as a mark: the same for the same text, and telling nothing else.
 *
 * <p>A sealed text begins with {@code §} and the number of its key. Text without that sign is from before and is
 * read as it stands, until its table has been walked.
 */
@Component
public class Seals {

    /** For how long keys are used before they are read anew. */
    static final Duration HELD = Duration.ofMinutes(1);

    private static final String SIGN = "§";

    private static final int KEY_DIGITS = 8;
    private static final int PREFIX_BYTES = 5;

    private final KeyDesk desk;
    private final Marks table;
    private final Clock clock;
    private volatile Ring ring;

    /** The keys in hand, the number of the one that seals, and since when. */
    private record Ring(Aead keys, String current, MarkKeys marks, Instant since) {}

    Seals(KeyDesk desk, Marks table, Clock clock) {
        this.desk = desk;
        this.table = table;
        this.clock = clock;
        this.ring = ring();
    }

    private Ring ring() {
        try {
            var keys = desk.keys(KeyPurpose.SEAL);
            return new Ring(
                    keys.getPrimitive(RegistryConfiguration.get(), Aead.class),
                    "%08x".formatted(keys.getPrimary().getId()),
                    desk.marks(),
                    clock.instant());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the library knows its own keys", e);
        }
    }

    /**
     * @param column the column it is for, as in {@code account.email}: elsewhere it does not open
     */
    public String seal(String text, String column) {
        var with = present();
        try {
            var sealed = with.keys().encrypt(text.getBytes(UTF_8), column.getBytes(UTF_8));
            var rest = Arrays.copyOfRange(sealed, PREFIX_BYTES, sealed.length);
            return SIGN
                    + with.current()
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(rest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a value for " + column + " could not be sealed", e);
        }
    }

    byte[] seal(byte[] bytes, String column) {
        try {
            return present().keys().encrypt(bytes, column.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a value for " + column + " could not be sealed", e);
        }
    }

    byte[] open(byte[] sealed, String column) {
        return opened(with -> with.keys().decrypt(sealed, column.getBytes(UTF_8)), column);
    }

    private Ring present() {
        if (ring.since().plus(HELD).isBefore(clock.instant())) {
            ring = ring();
        }
        return ring;
    }

    /** Nothing stays nothing. */
    public @Nullable String sealIfAny(@Nullable String text, String column) {
        return text == null ? null : seal(text, column);
    }

    /**
     * @throws IllegalStateException if it was sealed for another column, or changed
     */
    public String open(String sealed, String column) {
        if (!sealed.startsWith(SIGN)) {
            return sealed;
        }
        return opened(with -> opened(sealed, column, with), column);
    }

    private interface Opening<T> {

        T by(Ring ring) throws GeneralSecurityException;
    }

    private <T> T opened(Opening<T> opening, String column) {
        try {
            return opening.by(ring);
        } catch (GeneralSecurityException _) {
            ring = ring(); // another node may have begun with a new key
        }
        try {
            return opening.by(ring);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a value of " + column + " does not open", e);
        }
    }

    public @Nullable String openIfAny(@Nullable String sealed, String column) {
        return sealed == null ? null : open(sealed, column);
    }

    private static String opened(String sealed, String column, Ring with) throws GeneralSecurityException {
        var rest = SIGN.length() + KEY_DIGITS;
        if (sealed.length() < rest) {
            throw new GeneralSecurityException("too short");
        }
        var whole = ByteBuffer.allocate(PREFIX_BYTES + sealed.length());
        try {
            whole.put((byte) 1)
                    .putInt(HexFormat.fromHexDigits(sealed, SIGN.length(), rest))
                    .put(Base64.getUrlDecoder().decode(sealed.substring(rest)));
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("no sealed text", e);
        }
        var bytes = Arrays.copyOf(whole.array(), whole.position());
        return new String(with.keys().decrypt(bytes, column.getBytes(UTF_8)), UTF_8);
    }

    /**
     * Stands for a text where it must be found again, on every node. Another key of marks changes it in every column at
     * one moment, so it is asked for where it is used and not kept.
     *
     * @param kind what it is, as in {@code nik}: the same text of another kind has another mark
     */
    public UUID mark(String kind, String text) {
        var keys = present().marks();
        var mark = keys.mark(kind, text);
        return keys.isOneOnItsWay() ? table.present(mark, keys.next(mark)) : mark;
    }

    /** What follows from an id by our key and stands nowhere, as in the link of a letter. */
    public UUID secret(String kind, UUID id) {
        return present().marks().mark(kind, id.toString());
    }

    /** Whether the secret of an id is this; what a letter told before the key of marks changed still fits. */
    public boolean isSecret(String kind, UUID id, Predicate<UUID> told) {
        var keys = present().marks();
        var secret = keys.mark(kind, id.toString());
        return told.test(secret)
                || told.test(keys.formerMark(kind, id.toString()))
                || keys.isOneOnItsWay() && told.test(keys.next(secret));
    }

    /** The number of the key that seals, read anew: another node may have changed it. */
    String renewed() {
        ring = ring();
        return ring.current();
    }
}
