package titian.forfeit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.forfeit.Forfeit.Moment;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/**
 * Where fees are guarded against being lost unawares: whoever knows of such a moment says so here, in its own
 * transaction, and says when it no longer threatens. In between, the payer is warned in time, by letter and on the home.
 */
@Service
@Transactional
public class ForfeitDesk {

    private static final LocalTime WARNED_AT = LocalTime.of(9, 0);

    private final Forfeits forfeits;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ForfeitDesk(Forfeits forfeits, ApplicationEventPublisher events, Clock clock) {
        this.forfeits = forfeits;
        this.events = events;
        this.clock = clock;
    }

    /**
     * From now on this may be lost then. Saying the same twice is saying it once; another time takes the place of the
     * one before, and warnings begin anew.
     */
    public void guard(Forfeit forfeit) {
        var now = clock.instant();
        if (!forfeit.lostAt().isAfter(now)) {
            forfeits.remove(forfeit.application(), forfeit.moment());
        } else if (forfeits.put(forfeit)) {
            forfeits.plan(forfeit, warnings(forfeit, now));
        }
    }

    /** It cannot be lost that way any more. */
    public void lift(ApplicationId application, Moment moment) {
        forfeits.remove(application, moment);
    }

    @Transactional(readOnly = true)
    public Optional<Forfeit> find(ApplicationId application, Moment moment) {
        return forfeits.find(application, moment)
                .filter(forfeit -> forfeit.lostAt().isAfter(clock.instant()));
    }

    /** What the account was warned of and can still prevent, the nearest first. */
    @Transactional(readOnly = true)
    public List<Forfeit> near(AccountId account) {
        return forfeits.near(account, clock.instant());
    }

    /** Gives some of the warnings that are due; whether there may be more. */
    boolean warn(int most) {
        var now = clock.instant();
        var due = forfeits.takeDue(now, most);
        for (var near : due) {
            forfeits.find(near.application(), near.moment())
                    .filter(forfeit -> forfeit.lostAt().isAfter(now))
                    .ifPresent(_ -> {
                        forfeits.warned(near.application(), near.moment(), now);
                        events.publishEvent(near);
                    });
        }
        return due.size() == most;
    }

    /**
     * At nine where the office is, on days counted back from the last; a moment nearer than those is told at once, and so
     * is that something can be fetched.
     */
    private static List<Instant> warnings(Forfeit forfeit, Instant now) {
        var lastDay = forfeit.lostAt().minus(Duration.ofNanos(1)).atZone(forfeit.zone());
        var ahead = daysBefore(forfeit.moment())
                .map(days -> morning(lastDay, days))
                .filter(at -> at.isAfter(now) && at.isBefore(forfeit.lostAt()))
                .toList();
        var atOnce = ahead.isEmpty() || forfeit.moment() == Moment.PICKUP_ENDS;
        return Stream.concat(atOnce ? Stream.of(now) : Stream.of(), ahead.stream())
                .toList();
    }

    private static Stream<Integer> daysBefore(Moment moment) {
        return switch (moment) {
            case WRONG_KIND -> Stream.of();
            case CHANGE_ENDS -> Stream.of(1);
            case REPAIR_ENDS -> Stream.of(3, 1);
            case PICKUP_ENDS -> Stream.of(23, 10, 3);
        };
    }

    private static Instant morning(ZonedDateTime lastDay, int days) {
        return lastDay.toLocalDate()
                .minusDays(days)
                .atTime(WARNED_AT)
                .atZone(lastDay.getZone())
                .toInstant();
    }
}
