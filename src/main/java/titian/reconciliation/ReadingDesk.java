package titian.reconciliation;

import static titian.reconciliation.Lines.State.MATCHED;
import static titian.reconciliation.Lines.State.OUTGOING;
import static titian.reconciliation.Lines.State.REPEATED;
import static titian.reconciliation.Lines.State.UNKNOWN;
import static titian.reconciliation.Lines.State.WRONG_AMOUNT;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.reconciliation.DailyFile.Counts;
import titian.reconciliation.DailyFile.State;
import titian.reconciliation.Line.Item;
import titian.reconciliation.Line.Malformed;
import titian.reconciliation.Lines.Judged;
import titian.treasury.BookDesk;
import titian.treasury.Booked;

/**
 * Writes down what was read of a file, together with how far it was read: whoever is cut off in between has read nothing,
 * and whoever reads on begins where that stands.
 */
@Service
class ReadingDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingDesk.class);

    private final DailyFiles files;
    private final Pieces pieces;
    private final Lines lines;
    private final MalformedLines malformedLines;
    private final BookDesk books;
    private final Clock clock;

    ReadingDesk(
            DailyFiles files, Pieces pieces, Lines lines, MalformedLines malformedLines, BookDesk books, Clock clock) {
        this.files = files;
        this.pieces = pieces;
        this.lines = lines;
        this.malformedLines = malformedLines;
        this.books = books;
        this.clock = clock;
    }

    /**
     * Judges some lines.
     *
     * @return false if somebody else has read on from the same place; then nothing is written
     */
    @Transactional
    boolean write(DailyFile file, List<Line> read, Reading reading) {
        var items = read.stream()
                .filter(Item.class::isInstance)
                .map(Item.class::cast)
                .toList();
        var malformed = read.stream()
                .filter(Malformed.class::isInstance)
                .map(Malformed.class::cast)
                .toList();
        var judged = judge(file.source(), items);
        if (!files.readOn(file, reading, counts(judged, malformed.size()), first(items), last(items))) {
            return false;
        }
        if (!judged.isEmpty()) {
            lines.add(file.id(), file.source(), judged);
        }
        if (!malformed.isEmpty()) {
            malformedLines.add(file.id(), malformed);
        }
        return true;
    }

    /** All of it is read: what was sealed for reading goes. */
    @Transactional
    void end(DailyFile file, State state) {
        if (files.end(file.id(), state, clock.instant())) {
            pieces.remove(file.id());
            LOG.info("File {} is {} after {} lines", file.id(), state, file.line());
        }
    }

    private List<Judged> judge(Source source, List<Item> items) {
        var incoming = items.stream().filter(item -> !item.outgoing()).toList();
        var booked = books.named(
                incoming.stream()
                        .map(Item::stateReceiptNumber)
                        .filter(Predicate.not(String::isEmpty))
                        .toList(),
                incoming.stream()
                        .map(Item::billingCode)
                        .filter(Predicate.not(String::isEmpty))
                        .toList());
        var byNumber = new HashMap<String, Booked>();
        booked.forEach(one -> {
            byNumber.put(one.stateReceiptNumber(), one);
            byNumber.put(one.billingCode(), one);
        });
        var named = lines.matched(
                source, booked.stream().map(one -> one.bill().value()).toList());
        return items.stream().map(item -> judge(item, byNumber, named)).toList();
    }

    /** The treasury's number counts before the billing code: one code may have been tried twice. */
    private static Judged judge(Item item, Map<String, Booked> byNumber, Set<UUID> named) {
        if (item.outgoing()) {
            return new Judged(item, OUTGOING, null);
        }
        var booked = byNumber.get(item.stateReceiptNumber());
        if (booked == null && item.stateReceiptNumber().isEmpty()) {
            booked = byNumber.get(item.billingCode());
        }
        if (booked == null) {
            return new Judged(item, UNKNOWN, null);
        }
        if (booked.amount() != item.amount()) {
            return new Judged(item, WRONG_AMOUNT, booked.bill());
        }
        return new Judged(item, named.add(booked.bill().value()) ? MATCHED : REPEATED, booked.bill());
    }

    private static Counts counts(Collection<Judged> judged, int malformed) {
        long matched = 0;
        long repeated = 0;
        long outgoing = 0;
        for (var one : judged) {
            matched += one.state() == MATCHED ? 1 : 0;
            repeated += one.state() == REPEATED ? 1 : 0;
            outgoing += one.state() == OUTGOING ? 1 : 0;
        }
        return new Counts(matched, repeated, outgoing, judged.size() - matched - repeated - outgoing, malformed);
    }

    private static @Nullable LocalDate first(List<Item> items) {
        return days(items).min(Comparator.naturalOrder()).orElse(null);
    }

    private static @Nullable LocalDate last(List<Item> items) {
        return days(items).max(Comparator.naturalOrder()).orElse(null);
    }

    private static Stream<LocalDate> days(List<Item> items) {
        return items.stream().map(Item::day);
    }
}
