package titian.audit;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Where the chain is checked and written out. It only grows, so it is read piece by piece, each by itself: no transaction
 * waits for it. A day that was signed vouches for all before it, so that a check never takes longer than somebody waits.
 */
@Service
class CheckDesk {

    static final int DAYS = 31;

    private static final int PIECE = 2_000;
    private static final long MOST = 1_000_000;

    /** A transaction that wrote an entry is over long before. */
    private static final Duration LINKED_BY_THEN = Duration.ofMinutes(10);

    private final Entries entries;
    private final Chain chain;
    private final SigningKey key;
    private final Clock clock;

    CheckDesk(Entries entries, Chain chain, SigningKey key, Clock clock) {
        this.entries = entries;
        this.chain = chain;
        this.key = key;
        this.clock = clock;
    }

    /** The days before that one, the latest first; one more says there are more. */
    List<Chain.Day> days(@Nullable LocalDate before) {
        return chain.days(before == null ? LocalDate.of(9999, 1, 1) : before, DAYS + 1);
    }

    /** Where an entry stands in the chain. */
    Optional<Chain.End> place(Entry entry) {
        return chain.place(entry.id());
    }

    /** Goes along the chain: all of it, or so much as can be looked at while somebody waits, up to now. */
    Check.Finding check() {
        var heads = chain.heads();
        var first = chain.end().map(Chain.End::seq).orElse(0L) - MOST;
        var begin = (int) heads.stream().filter(head -> head.seq() < first).count();
        return check(heads, begin, heads.size(), Long.MAX_VALUE);
    }

    /** Looks at one day; nothing if nothing was linked on it. */
    Optional<Check.Finding> check(LocalDate day) {
        var heads = chain.heads();
        var begin =
                (int) heads.stream().filter(head -> head.day().isBefore(day)).count();
        var signed = begin < heads.size() && heads.get(begin).day().equals(day);
        var isKnown = chain.days(day.plusDays(1), 1).stream()
                .anyMatch(known -> known.day().equals(day));
        if (!isKnown) {
            return Optional.empty();
        }
        return Optional.of(check(
                heads,
                begin,
                signed ? begin + 1 : heads.size(),
                signed ? heads.get(begin).seq() : Long.MAX_VALUE));
    }

    private Check.Finding check(List<Head> heads, int begin, int end, long last) {
        var before = begin == 0 ? null : heads.get(begin - 1);
        var check = new Check(key, before, heads.subList(begin, end));
        var ids = new LongSummaryStatistics();
        walk(before == null ? 0 : before.seq(), last, () -> !check.isBroken(), link -> {
            ids.accept(link.entry().id());
            check.go(link);
        });
        return check.isBroken() || ids.getCount() == 0
                ? check.finding()
                : stray(before == null ? Long.MIN_VALUE : ids.getMin(), ids.getMax())
                        .orElseGet(check::finding);
    }

    private void walk(long after, long last, BooleanSupplier goesOn, Consumer<Link> reader) {
        var seq = after;
        for (var piece = piece(seq, last); !piece.isEmpty() && goesOn.getAsBoolean(); piece = piece(seq, last)) {
            piece.forEach(reader);
            seq = piece.getLast().seq();
        }
    }

    private List<Link> piece(long after, long last) {
        return last <= after ? List.of() : chain.after(after, (int) Math.min(PIECE, last - after));
    }

    private Optional<Check.Finding> stray(long first, long last) {
        return entries.stray(first, last, clock.instant().minus(LINKED_BY_THEN))
                .map(entry -> new Check.Finding.Broken(
                        0, entry.id(), LocalDate.ofInstant(entry.at(), SealDesk.JAKARTA), Check.Fault.STRAY));
    }

    /** Writes out the chain, a line each, for whoever checks it elsewhere: {@code bin/verify-audit}. */
    void export(PrintWriter out) {
        out.print("titian-audit\t1\t" + key.open() + "\n");
        for (var head : chain.heads()) {
            out.print("head\t" + head.day() + "\t" + head.seq() + "\t" + hex(head.hash()) + "\t" + hex(head.signature())
                    + "\n");
        }
        walk(
                0,
                Long.MAX_VALUE,
                () -> !out.checkError(),
                link -> out.print("entry\t" + link.seq() + "\t" + link.day() + "\t" + hex(link.hash()) + "\t"
                        + link.entry().line() + "\n"));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
