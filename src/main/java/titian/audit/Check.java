package titian.audit;

import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Goes along the chain, or a part of it that begins with a signed day, and stops at the first thing that is wrong. */
final class Check {

    /** What a check found. */
    sealed interface Finding {

        /**
         * Everything is as it was written.
         *
         * @param since       the last signed day before the part that was looked at; nothing if it was all of it
         * @param signedUntil entries after that day are not signed yet
         */
        record Whole(
                long entries,
                @Nullable LocalDate since,
                @Nullable LocalDate signedUntil) implements Finding {}

        /** From this place on nothing can be trusted; an entry that was never linked has place 0. */
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
        CUT_OFF,
        /** The entry was never linked: it was put in from outside. */
        STRAY
    }

    private final SigningKey key;
    private final @Nullable Head before;
    private final List<Head> heads;
    private final Map<Long, Head> ends;
    private long entries;
    private Chain.End at;
    private Finding.@Nullable Broken broken;

    /** Begins behind that head, or at the very beginning; these heads are to be met. */
    Check(SigningKey key, @Nullable Head before, List<Head> heads) {
        this.key = key;
        this.before = before;
        this.heads = heads;
        this.ends = heads.stream().collect(Collectors.toMap(Head::seq, Function.identity()));
        this.at = before == null ? Chain.End.NONE : before.end();
        if (before != null && !isSigned(before)) {
            broken = new Finding.Broken(before.seq(), 0, before.day(), Fault.NOT_SIGNED);
        }
    }

    /** Goes on to the next link, unless something was wrong before. */
    void go(Link link) {
        if (broken == null) {
            var wrong = fault(link);
            if (wrong != null) {
                broken = new Finding.Broken(link.seq(), link.entry().id(), link.day(), wrong);
            }
            at = link.end();
            entries++;
        }
    }

    boolean isBroken() {
        return broken != null;
    }

    long seq() {
        return at.seq();
    }

    Finding finding() {
        if (broken != null) {
            return broken;
        }
        var last = heads.isEmpty() ? before : heads.getLast();
        if (last != null && last.seq() > at.seq()) {
            return new Finding.Broken(at.seq() + 1, 0, last.day(), Fault.CUT_OFF);
        }
        return new Finding.Whole(entries, before == null ? null : before.day(), last == null ? null : last.day());
    }

    private @Nullable Fault fault(Link link) {
        if (link.seq() != at.seq() + 1 || link.day().isBefore(at.day())) {
            return Fault.MISSING;
        }
        if (!MessageDigest.isEqual(link.hash(), Link.hash(at.hash(), link.entry()))) {
            return Fault.CHANGED;
        }
        var head = ends.get(link.seq());
        if (head == null) {
            return null;
        }
        if (!MessageDigest.isEqual(head.hash(), link.hash()) || !head.day().equals(link.day())) {
            return Fault.OTHER_END;
        }
        return isSigned(head) ? null : Fault.NOT_SIGNED;
    }

    private boolean isSigned(Head head) {
        return key.signed(Head.text(head.day(), head.seq(), head.hash()), head.signature());
    }
}
