package titian.snap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A QRIS code as text (EMVCo, merchant-presented): parts of two digits for what, two for how long, then the value. We
 * show none to a payer that is damaged, or asks for anything but the bill's amount in rupiah.
 */
final class Qris {

    private static final String DYNAMIC = "12";
    private static final String RUPIAH = "360";
    private static final int CHECKSUM = 4;

    private final Map<String, String> parts;

    private Qris(Map<String, String> parts) {
        this.parts = parts;
    }

    /** Reads a code; empty if it is none, or damaged. */
    static Optional<Qris> read(String text) {
        var body = text.length() - CHECKSUM;
        if (body < 0 || !text.startsWith("6304", body - CHECKSUM)) {
            return Optional.empty();
        }
        var sum = "%04X".formatted(checksum(text.substring(0, body)));
        return sum.equals(text.substring(body)) ? parts(text).map(Qris::new) : Optional.empty();
    }

    /** Whether it is for one payment of just this amount, and names a merchant in Indonesia. */
    boolean asksFor(long rupiah) {
        return part("00").equals("01")
                && part("01").equals(DYNAMIC)
                && part("53").equals(RUPIAH)
                && part("58").equals("ID")
                && !merchant().isEmpty()
                && part("54").matches("\\d{1,10}(\\.00)?")
                && Long.parseLong(part("54").replace(".00", "")) == rupiah;
    }

    String merchant() {
        return part("59");
    }

    private String part(String id) {
        return parts.getOrDefault(id, "");
    }

    private static Optional<Map<String, String>> parts(String text) {
        var parts = new LinkedHashMap<String, String>();
        for (int at = 0; at < text.length(); ) {
            if (!text.substring(at).matches("(?s)\\d{4}.*")) {
                return Optional.empty();
            }
            var begin = at + 4;
            var end = begin + Integer.parseInt(text.substring(at + 2, begin));
            if (end > text.length() || parts.put(text.substring(at, at + 2), text.substring(begin, end)) != null) {
                return Optional.empty();
            }
            at = end;
        }
        return Optional.of(parts);
    }

    /** CRC-16 with the polynomial 1021, beginning at FFFF. */
    static int checksum(String text) {
        int sum = 0xFFFF;
        for (byte letter : text.getBytes(UTF_8)) {
            sum ^= (letter & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) {
                sum = (sum & 0x8000) == 0 ? sum << 1 : (sum << 1) ^ 0x1021;
            }
        }
        return sum & 0xFFFF;
    }
}
