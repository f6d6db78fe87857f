package titian.seal;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import titian.seal.Marks.Moving;
import titian.seal.Marks.Place;

/**
 * Brings in another key of marks while everybody works on, in steps that may be cut off anywhere and are taken up again
 * by whoever begins next: the key is announced; once every node knows it each mark moves as a whole, when it is met or
 * when its turn comes; when none is left the key becomes the present one; and once every node knows that, what helped
 * is put away.
 */
@Service
class MarkDesk {

    static final Duration EVERY_NODE_KNOWS = Seals.HELD.multipliedBy(2);

    private static final UUID NIL = new UUID(0, 0);
    private static final int AT_A_TIME = 200;

    /** What PostgreSQL calls a lock waited for too long, and one that waits for us. */
    private static final Set<String> GIVE_WAY = Set.of("55P03", "40P01");

    private final Marks marks;
    private final KeyDesk keys;
    private final Keysets keysets;
    private final TransactionOperations transactions;
    private final Clock clock;

    MarkDesk(Marks marks, KeyDesk keys, Keysets keysets, TransactionOperations transactions, Clock clock) {
        this.marks = marks;
        this.keys = keys;
        this.keysets = keysets;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Announces another key, unless one is on its way. */
    void announce() {
        transactions.executeWithoutResult(_ -> {
            if (marks.moving().isEmpty()) {
                marks.announce(keys.addMarkKey(), clock.instant());
            }
        });
    }

    /** When every node knows what was last changed about the keys, and has ended what it had begun before. */
    Instant known() {
        var keysChanged = keysets.changedAt(KeyPurpose.MARK);
        var changed =
                marks.moving().map(Moving::since).filter(keysChanged::isBefore).orElse(keysChanged);
        return changed.plus(EVERY_NODE_KNOWS);
    }

    /** Lets marks move, and moves each whose turn comes, until none is left. Returns how many there were. */
    long move() {
        if (!keys.marks().isOneOnItsWay()) {
            return 0;
        }
        begin();
        long all = 0;
        long round;
        do {
            round = marks.places().stream().mapToLong(this::move).sum();
            all += round;
        } while (round > 0);
        return all;
    }

    private void begin() {
        marks.findPlaces();
        for (var place : marks.places()) {
            givingWay(() -> marks.watch(place));
            marks.index(place);
        }
        marks.begin(clock.instant());
    }

    private void givingWay(Runnable change) {
        while (!tried(change)) {
            Thread.yield();
        }
    }

    /** Whether it was done; not if somebody works there just now. */
    private boolean tried(Runnable change) {
        try {
            transactions.executeWithoutResult(_ -> {
                marks.waitShortly();
                change.run();
            });
            return true;
        } catch (DataAccessException e) {
            if (e.getRootCause() instanceof SQLException cause && GIVE_WAY.contains(cause.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private long move(Place place) {
        var next = keys.marks();
        var ending = next.links().getLast().ending();
        var after = NIL;
        long met = 0;
        while (true) {
            var some = marks.former(place, ending, after, AT_A_TIME);
            if (some.isEmpty()) {
                return met;
            }
            some.forEach(mark -> tried(() -> marks.present(mark, next.next(mark)))); // or in the next round
            met += some.size();
            after = some.getLast();
        }
    }

    /** Marks are made by the new key alone; no former one is left in any column. */
    void take() {
        move();
        if (keys.marks().isOneOnItsWay()) {
            keys.takeMarkKey();
        }
    }

    /** Puts away what helped. */
    void tidy() {
        for (var place : marks.places()) {
            givingWay(() -> marks.stopWatching(place));
            marks.dropIndex(place);
        }
        transactions.executeWithoutResult(_ -> marks.end());
    }
}
