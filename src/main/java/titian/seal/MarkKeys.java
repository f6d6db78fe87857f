package titian.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * The keys of marks, each of which marks what those before it made of a text. So a mark becomes the next one without
 * anybody knowing the text, and whoever learns a former key can make no mark.
 *
 * @param links   the keys in their order, each with its number
 * @param present how many of them a mark is made by; one more may be on its way
 */
record MarkKeys(List<Link> links, int present) {

    private static final int FIRST_BYTES = 16;
    private static final int NEXT_BYTES = 10;

    record Link(Prf prf, int number) {

        /** How marks of this key end, but for those of the first, which end anyhow. */
        String ending() {
            return MarkKeys.ending(number);
        }
    }

    static String ending(int number) {
        return "%08x0000".formatted(number);
    }

    static MarkKeys of(KeysetHandle keys) throws GeneralSecurityException {
        var byNumber =
                keys.getPrimitive(RegistryConfiguration.get(), PrfSet.class).getPrfs();
        var links = new ArrayList<Link>();
        var present = 0;
        for (var at = 0; at < keys.size(); at++) {
            var number = keys.getAt(at).getId();
            links.add(new Link(Objects.requireNonNull(byNumber.get(number)), number));
            if (keys.getAt(at).isPrimary()) {
                present = at + 1;
            }
        }
        return new MarkKeys(List.copyOf(links), present);
    }

    boolean isOneOnItsWay() {
        return present < links.size();
    }

    UUID mark(String kind, String text) {
        return mark(kind, text, present);
    }

    /** By the key before, or the only one. */
    UUID formerMark(String kind, String text) {
        return mark(kind, text, Math.max(1, present - 1));
    }

    private UUID mark(String kind, String text, int count) {
        var mark = first((kind + '\n' + text).getBytes(UTF_8));
        for (var link : links.subList(1, count)) {
            mark = next(mark, link);
        }
        return mark;
    }

    private UUID first(byte[] text) {
        var bytes = computed(links.getFirst(), text, FIRST_BYTES);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    /** What the key that is on its way makes of a present mark. */
    UUID next(UUID mark) {
        return next(mark, links.get(present));
    }

    private static UUID next(UUID mark, Link link) {
        var former = ByteBuffer.allocate(FIRST_BYTES)
                .putLong(mark.getMostSignificantBits())
                .putLong(mark.getLeastSignificantBits());
        var bytes = computed(link, former.array(), NEXT_BYTES);
        return new UUID(bytes.getLong(), (long) bytes.getShort() << 48 | Integer.toUnsignedLong(link.number()) << 16);
    }

    private static ByteBuffer computed(Link link, byte[] from, int bytes) {
        try {
            return ByteBuffer.wrap(link.prf().compute(from, bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a mark could not be made", e);
        }
    }
}
