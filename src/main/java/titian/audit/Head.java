package titian.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.HexFormat;

/** The last link of a day, signed once the day is over: what was true up to then. */
record Head(LocalDate day, long seq, byte[] hash, byte[] signature) {

    /** What is signed. */
    static byte[] text(LocalDate day, long seq, byte[] hash) {
        return (day + "\t" + seq + "\t" + HexFormat.of().formatHex(hash)).getBytes(UTF_8);
    }

    /** The chain as it ends with this day. */
    Chain.End end() {
        return new Chain.End(seq, hash, day);
    }
}
