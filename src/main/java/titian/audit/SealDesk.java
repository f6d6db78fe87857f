package titian.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where entries are linked into the chain, and days that are over are signed. */
@Service
class SealDesk {

    static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private static final int AT_ONCE = 2_000;

    /** Entries written while a transaction may still be open: it ends within seconds. */
    private static final int LOOK_BACK = 100_000;

    private final Entries entries;
    private final Chain chain;
    private final SigningKey key;
    private final Clock clock;

    SealDesk(Entries entries, Chain chain, SigningKey key, Clock clock) {
        this.entries = entries;
        this.chain = chain;
        this.key = key;
        this.clock = clock;
    }

    /**
     * Links what waits.
     *
     * @return whether there may be more
     */
    @Transactional
    boolean link() {
        if (!chain.takeTurn()) {
            return false;
        }
        var end = chain.end().orElse(Chain.End.NONE);
        var links = new ArrayList<Link>();
        var day = day(end.day());
        for (var entry : entries.unlinked(LOOK_BACK, AT_ONCE)) {
            var link = Link.after(end, day, entry);
            links.add(link);
            end = link.end();
        }
        chain.add(links);
        return links.size() == AT_ONCE;
    }

    /** Today; but days only go on, and one that was signed is closed, even where the clock of a node is a little slow. */
    private LocalDate day(LocalDate last) {
        var open = chain.lastSigned().map(signed -> signed.plusDays(1)).orElse(last);
        var today = LocalDate.ofInstant(clock.instant(), JAKARTA);
        return Stream.of(last, open, today).max(Comparator.naturalOrder()).orElseThrow();
    }

    /** Signs the days that are over. */
    @Transactional
    void sign() {
        chain.waitForTurn();
        var now = clock.instant();
        for (var head : chain.unsigned(LocalDate.ofInstant(now, JAKARTA))) {
            var signature = key.sign(Head.text(head.day(), head.seq(), head.hash()));
            chain.sign(new Head(head.day(), head.seq(), head.hash(), signature), now);
        }
    }
}
