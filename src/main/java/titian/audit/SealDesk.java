package titian.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
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
        var end = chain.end().orElseGet(() -> new Chain.End(0, Link.NOTHING));
        var links = new ArrayList<Link>();
        var today = LocalDate.ofInstant(clock.instant(), JAKARTA);
        for (var entry : entries.unlinked(LOOK_BACK, AT_ONCE)) {
            var link = Link.after(end.seq(), end.hash(), today, entry);
            links.add(link);
            end = new Chain.End(link.seq(), link.hash());
        }
        chain.add(links);
        return links.size() == AT_ONCE;
    }

    /** Signs the days that are over. */
    @Transactional
    void sign() {
        var now = clock.instant();
        for (var head : chain.unsigned(LocalDate.ofInstant(now, JAKARTA))) {
            var signature = key.sign(Head.text(head.day(), head.seq(), head.hash()));
            chain.sign(new Head(head.day(), head.seq(), head.hash(), signature), now);
        }
    }
}
