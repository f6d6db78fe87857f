package titian.retention;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import titian.platform.ForgetsPeople;
import titian.platform.Kept;
import titian.shared.AccountId;
import titian.shared.Act;
import titian.shared.ApplicationId;

/** Lets go what has been kept long enough, kind by kind, in small steps. */
@Service
class RetentionDesk {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionDesk.class);
    private static final UUID NIL = new UUID(0, 0);

    /** So much at a time that nobody waits for it. */
    private static final int AT_A_TIME = 500;

    /** So much in a night; the rest goes in the next. */
    private static final int STEPS = 400;

    private final List<Kept> kinds;
    private final OldRows rows;
    private final ForgettingDesk forgetting;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;
    private final Clock clock;

    RetentionDesk(
            List<ForgetsPeople> modules,
            OldRows rows,
            ForgettingDesk forgetting,
            ApplicationEventPublisher events,
            TransactionOperations transactions,
            Clock clock) {
        this.kinds = modules.stream().flatMap(module -> module.kept().stream()).toList();
        this.rows = rows;
        this.forgetting = forgetting;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    List<Kept> kinds() {
        return kinds;
    }

    /** How much of each kind is too old, without letting any of it go. */
    Map<String, Long> dryRun() {
        var due = new LinkedHashMap<String, Long>();
        kinds.stream().filter(RetentionDesk::goesByItself).forEach(kind -> due.put(kind.kind(), due(kind)));
        return due;
    }

    static boolean goesByItself(Kept kind) {
        return switch (kind.going()) {
            case SWEPT, APPLICATIONS, ACCOUNTS -> true;
            case WITH_APPLICATION, WITH_ACCOUNT, PASSING, STAYS -> false;
        };
    }

    private long due(Kept kind) {
        var before = kind.before(clock.instant());
        return kind.rows().stream()
                .mapToLong(table -> rows.count(table, before))
                .sum();
    }

    /** Lets go what is too old, and tells how much of each kind went. A kind that cannot go holds up no other. */
    Map<String, Long> sweep() {
        var gone = new LinkedHashMap<String, Long>();
        for (var kind : kinds) {
            if (goesByItself(kind)) {
                try {
                    gone.put(kind.kind(), sweep(kind));
                } catch (DataAccessException e) {
                    LOG.error("What is too old of {} could not go", kind.kind(), e);
                }
            }
        }
        return gone;
    }

    private long sweep(Kept kind) {
        var before = kind.before(clock.instant());
        var gone = switch (kind.going()) {
            case SWEPT ->
                kind.rows().stream().mapToLong(table -> delete(table, before)).sum();
            case APPLICATIONS -> forgetApplications(kind.rows().getFirst(), before);
            case ACCOUNTS -> forgetAccounts(kind.rows().getFirst(), before);
            case WITH_APPLICATION, WITH_ACCOUNT, PASSING, STAYS -> 0;
        };
        if (gone > 0) {
            LOG.info("{} of {} were kept long enough and are gone", gone, kind.kind());
            transactions.executeWithoutResult(_ -> events.publishEvent(
                    Act.of("KEPT_LONG_ENOUGH", "kind", kind.kind()).from("", String.valueOf(gone))));
        }
        return gone;
    }

    private long delete(Kept.Rows table, Instant before) {
        long gone = 0;
        for (int step = 0, some = AT_A_TIME; step < STEPS && some == AT_A_TIME; step++) {
            some = Objects.requireNonNull(transactions.execute(_ -> rows.delete(table, before, AT_A_TIME)));
            gone += some;
        }
        return gone;
    }

    private long forgetApplications(Kept.Rows table, Instant before) {
        long gone = 0;
        var some = rows.ids(table, before, NIL, AT_A_TIME);
        for (int step = 0; step < STEPS && !some.isEmpty(); step++) {
            gone += forgetting.forget(some.stream().map(ApplicationId::new).toList());
            some = rows.ids(table, before, some.getLast(), AT_A_TIME);
        }
        return gone;
    }

    private long forgetAccounts(Kept.Rows table, Instant before) {
        long gone = 0;
        var some = rows.ids(table, before, NIL, AT_A_TIME);
        for (int step = 0; step < STEPS && !some.isEmpty(); step++) {
            gone += some.stream()
                    .filter(account -> forgetting.forget(new AccountId(account), () -> {}))
                    .count();
            some = rows.ids(table, before, some.getLast(), AT_A_TIME);
        }
        return gone;
    }
}
