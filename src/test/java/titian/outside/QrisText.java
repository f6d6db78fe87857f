package titian.outside;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/** Writes QRIS codes as a bank does (EMVCo, merchant-presented, dynamic). */
final class QrisText {

    private static final int[] TABLE =
            IntStream.range(0, 256).map(QrisText::row).toArray();

    private QrisText() {}

    static String of(String merchant, String terminal, String bill, String reference, long total) {
        var account = part("00", "ID.CO.BANKCONTOH.WWW")
                + part("01", "936000990000000017")
                + part("02", merchant)
                + part("03", "UBE");
        var national = part("00", "ID.CO.QRIS.WWW") + part("02", "ID1020000000017") + part("03", "UBE");
        var more = part("01", bill) + part("05", reference) + part("07", terminal);
        var text = part("00", "01")
                + part("01", "12")
                + part("26", account)
                + part("51", national)
                + part("52", "9399")
                + part("53", "360")
                + part("54", total + ".00")
                + part("58", "ID")
                + part("59", "DITJEN IMIGRASI CONTOH")
                + part("60", "JAKARTA SELATAN")
                + part("61", "12940")
                + part("62", more)
                + "6304";
        return text + checksum(text);
    }

    private static String part(String id, String value) {
        return id + "%02d".formatted(value.length()) + value;
    }

    /** By a table, one step a byte. */
    private static String checksum(String text) {
        int sum = 0xFFFF;
        for (byte letter : text.getBytes(StandardCharsets.US_ASCII)) {
            sum = ((sum << 8) & 0xFFFF) ^ TABLE[(sum >> 8) ^ (letter & 0xFF)];
        }
        return "%04X".formatted(sum);
    }

    private static int row(int letter) {
        int sum = letter << 8;
        for (int bit = 0; bit < 8; bit++) {
            sum = (sum & 0x8000) == 0 ? sum << 1 : sum << 1 ^ 0x1021;
        }
        return sum & 0xFFFF;
    }
}
