package titian.audit;

import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Goes along the chain and stops at the first thing that is not as it was written. */
final class Check {

    /** What a check found. */
    sealed interface Finding {

        /** Everything is as it was written, so many entries; those after the last signed day are not signed yet. */
        record Whole(long entries, @Nullable LocalDate signedUntil) implements Finding {}

        /** From this place on nothing can be trusted. */
        record Broken(long seq, long entry, LocalDate day, Fault fault) implements Finding {}
    }

    /** What is wrong at that place. */
    enum Fault {
        /** The entry says something else than when it was linked. */
        CHANGED,
        /** An entry is missing before it, or stands elsewhere. */
        MISSING,
        /** The day ended with another entry than the one that was signed. */
        OTHER_END,
        /** The end of the day is not signed by this house. */
        NOT_SIGNED,
        /** The chain ends before a day that was signed. */
        CUT_OFF
    }

    private final SigningKey key;
    private final Map<Long, Head> heads = new HashMap<>();
    private final List<Head> all;
    private long seq;
    private byte[] hash = Link.NOTHING;
    private LocalDate day = LocalDate.EPOCH;
    private Finding.@Nullable Broken broken;

    Check(SigningKey key, List<Head> heads) {
        this.key = key;
        this.all = heads;
        heads.forEach(head -> this.heads.put(head.seq(), head));
    }

    Finding of(Stream<Link> links) {
        links.takeWhile(_ -> broken == null).forEach(this::go);
        if (broken != null) {
            return broken;
        }
        var last = all.isEmpty() ? null : all.getLast();
        if (last != null && last.seq() > seq) {
            return new Finding.Broken(seq + 1, 0, last.day(), Fault.CUT_OFF);
        }
        return new Finding.Whole(seq, last == null ? null : last.day());
    }

    private void go(Link link) {
        var wrong = fault(link);
        if (wrong != null) {
            broken = new Finding.Broken(link.seq(), link.entry().id(), link.day(), wrong);
        }
        seq = link.seq();
        hash = link.hash();
        day = link.day();
    }

    private @Nullable Fault fault(Link link) {
        if (link.seq() != seq + 1 || link.day().isBefore(day)) {
            return Fault.MISSING;
        }
        if (!MessageDigest.isEqual(link.hash(), Link.hash(hash, link.entry()))) {
            return Fault.CHANGED;
        }
        var head = heads.get(link.seq());
        if (head == null) {
            return null;
        }
        if (!MessageDigest.isEqual(head.hash(), link.hash()) || !head.day().equals(link.day())) {
            return Fault.OTHER_END;
        }
        return key.signed(Head.text(head.day(), head.seq(), head.hash()), head.signature()) ? null : Fault.NOT_SIGNED;
    }
}
