package titian.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;

/**
 * An entry's place in the chain. Its hash covers the entry and the hash before, so that nothing earlier can be changed,
 * left out or put in between without all that follow saying so.
 *
 * @param seq counts from 1 without a gap
 * @param day the day in Jakarta on which it was linked
 */
record Link(long seq, LocalDate day, byte[] hash, Entry entry) {

    /** Before the first. */
    static final byte[] NOTHING = new byte[32];

    static Link after(Chain.End end, LocalDate day, Entry entry) {
        return new Link(end.seq() + 1, day, hash(end.hash(), entry), entry);
    }

    /** The chain as it ends with this link. */
    Chain.End end() {
        return new Chain.End(seq, hash, day);
    }

    static byte[] hash(byte[] before, Entry entry) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(before);
            return digest.digest(entry.line().getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
