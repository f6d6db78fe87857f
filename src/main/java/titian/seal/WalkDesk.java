package titian.seal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import titian.seal.Keysets.Walk;

/**
 * Walks through every table with sealed columns once for each key, in steps that can be cut off anywhere. What is plain
 * from before is sealed before the first request; a new key is brought in while everybody works on.
 */
@Service
class WalkDesk implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(WalkDesk.class);
    private static final int AT_A_TIME = 500;
    private static final Duration EVERY_NODE_KNOWS = Seals.HELD.multipliedBy(2);
    private static final UUID NIL = new UUID(0, 0);

    private final List<HoldsSealed> holders;
    private final Keysets keysets;
    private final Seals seals;
    private final TransactionOperations transactions;
    private final Clock clock;

    WalkDesk(List<HoldsSealed> holders, Keysets keysets, Seals seals, TransactionOperations transactions, Clock clock) {
        this.holders = holders;
        this.keysets = keysets;
        this.seals = seals;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var key = seals.renewed();
        holders.stream()
                .filter(holder -> !keysets.walk(holder.table()).map(Walk::whole).orElse(false))
                .forEach(holder -> walk(holder, key));
    }

    /** Seals by the present key whatever is not yet, once every node has that key in hand. */
    void walkAll() {
        var key = seals.renewed();
        if (keysets.changedAt(KeyPurpose.SEAL).plus(EVERY_NODE_KNOWS).isBefore(clock.instant())) {
            holders.forEach(holder -> walk(holder, key));
        }
    }

    private void walk(HoldsSealed holder, String key) {
        long steps = 0;
        while (Boolean.TRUE.equals(transactions.execute(_ -> step(holder, key)))) {
            steps++;
        }
        if (steps > 0) {
            LOG.info("{} is sealed by the key {}", holder.table(), key);
        }
    }

    /** One step, if there is one left to go. */
    private boolean step(HoldsSealed holder, String key) {
        var former = keysets.walk(holder.table());
        var begun = former.filter(walk -> walk.key().equals(key))
                .orElseGet(
                        () -> new Walk(key, NIL, false, former.map(Walk::whole).orElse(false)));
        if (begun.done()) {
            return false;
        }
        var some = holder.sealAnew(begun.reached(), AT_A_TIME);
        keysets.keep(holder.table(), some.isEmpty() ? begun.ended() : begun.to(some.getLast()));
        return !some.isEmpty();
    }
}
