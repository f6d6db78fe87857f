package titian.bench;

import java.time.Duration;

/** How long and how much is measured: thoroughly, or in under four minutes. */
record Plan(
        String name,
        int rounds,
        Duration length,
        int people,
        int places,
        boolean readsAndHistory) {

    static final Plan FULL = new Plan("full", 5, Duration.ofSeconds(8), 100_000, 5_000, true);
    static final Plan QUICK = new Plan("quick", 3, Duration.ofSeconds(5), 10_000, 500, false);
}
