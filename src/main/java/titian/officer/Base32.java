package titian.officer;

import java.io.ByteArrayOutputStream;
import java.util.Locale;

/** Bytes as letters and digits that cannot be mistaken for one another (RFC 4648), without padding. */
final class Base32 {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String of(byte[] bytes) {
        var text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (var one : bytes) {
            held = ((held << Byte.SIZE) | (one & 0xff)) & 0xffff;
            for (bits += Byte.SIZE; bits >= BITS; bits -= BITS) {
                text.append(LETTERS.charAt((held >> (bits - BITS)) & 31));
            }
        }
        if (bits > 0) {
            text.append(LETTERS.charAt((held << (BITS - bits)) & 31));
        }
        return text.toString();
    }

    static byte[] bytes(String text) {
        var bytes = new ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        for (int i = 0; i < text.length(); i++) {
            var value = LETTERS.indexOf(text.charAt(i));
            if (value < 0) {
                throw new IllegalArgumentException("not base 32");
            }
            held = ((held << BITS) | value) & 0xffff;
            bits += BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes.write(held >> bits);
            }
        }
        return bytes.toByteArray();
    }

    /** A code of digits as typed or pasted, with or without a blank. */
    static String tidyDigits(String typed) {
        return typed.replaceAll("[\\s.-]", "");
    }

    /** As somebody may have typed it: small letters, blanks and dashes, digits for the letters they look like. */
    static String tidy(String typed) {
        return typed.strip()
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s.-]", "")
                .replace('0', 'O')
                .replace('1', 'I')
                .replace('8', 'B');
    }
}
