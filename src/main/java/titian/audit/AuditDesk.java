package titian.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import titian.shared.Act;
import titian.shared.SignedIn;
import titian.web.RequestNumber;

/** Where entries are written and read. */
@Service
class AuditDesk {

    static final int PAGE = 50;

    private static final int PIECE = 2_000;

    private static final String HOUSE = "HOUSE";

    private final Entries entries;
    private final Clock clock;

    AuditDesk(Entries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /** Writes an entry in the transaction that does what it says; in one of its own if there is none. */
    @Transactional
    void write(Act act, @Nullable SignedIn who) {
        entries.add(entry(act, who));
    }

    /** Writes an entry at once, whatever becomes of the request. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void writeAtOnce(Act act, SignedIn who) {
        entries.add(entry(act, who));
    }

    /** Whether they did the same within so long. */
    @Transactional(readOnly = true)
    boolean wasWritten(Act act, SignedIn who, Duration within) {
        return entries.isThere(who.account(), act, clock.instant().minus(within));
    }

    private Entry entry(Act act, @Nullable SignedIn who) {
        return new Entry(
                0,
                clock.instant(),
                who == null ? null : who.account(),
                who == null ? HOUSE : roles(who),
                who == null || who.office() == null ? "" : who.office().value(),
                new Act(act.what(), act.kind(), act.subject(), act.before(), act.after(), Discreet.reason(act.why())),
                RequestNumber.current());
    }

    private static String roles(SignedIn who) {
        return String.join(" ", who.roles().stream().map(Enum::name).sorted().toList());
    }

    /** A page of entries, the latest first, those with a number below {@code before}; one more says there are more. */
    @Transactional(readOnly = true)
    List<Entry> find(Search search, long before) {
        return find(search, before, PAGE + 1);
    }

    private List<Entry> find(Search search, long before, int limit) {
        var day = search.day();
        return entries.find(search, start(day), day == null ? Instant.EPOCH : start(day.plusDays(1)), before, limit);
    }

    private static Instant start(@Nullable LocalDate day) {
        return day == null ? Instant.EPOCH : day.atStartOfDay(SealDesk.JAKARTA).toInstant();
    }

    /** One entry. */
    @Transactional(readOnly = true)
    Optional<Entry> find(long id) {
        return entries.find(id);
    }

    /** What else was written while the same request was answered. */
    @Transactional(readOnly = true)
    List<Entry> together(Entry entry) {
        return entry.request().isEmpty() ? List.of() : entries.together(entry, PAGE);
    }

    /**
     * Hands over what was looked for, the latest first, piece by piece as it is read: it is never held in memory, and no
     * transaction waits for a slow reader.
     *
     * @param reader says whether it wants more
     */
    void each(Search search, Predicate<List<Entry>> reader) {
        var piece = piece(search, Long.MAX_VALUE);
        while (!piece.isEmpty() && reader.test(piece)) {
            piece = piece(search, piece.getLast().id());
        }
    }

    private List<Entry> piece(Search search, long before) {
        return find(search, before, PIECE);
    }
}
