package titian.waitingroom;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import titian.office.OfficeDesk;

/**
 * The rounds through all waiting rooms, on one node at a time: draws, places for late comers, closing, reminders. What
 * a killed node left undone is a row that says so, and the next round does it.
 */
@Configuration(proxyBeanMethods = false)
class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_ANNOUNCEMENTS = Duration.ofSeconds(20);
    private static final int ROOMS_AT_ONCE = 500;

    private final Releases releases;
    private final DrawDesk draws;
    private final AnnouncementDesk announcements;
    private final OfficeDesk offices;
    private final Clock clock;

    Rounds(Releases releases, DrawDesk draws, AnnouncementDesk announcements, OfficeDesk offices, Clock clock) {
        this.releases = releases;
        this.draws = draws;
        this.announcements = announcements;
        this.offices = offices;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> waitingRooms() {
        return Tasks.recurring("waiting-rooms", FixedDelay.of(BETWEEN_ROUNDS)).execute((_, _) -> goRound());
    }

    @Bean
    RecurringTask<Void> announceReleases() {
        return Tasks.recurring("announce-releases", FixedDelay.of(BETWEEN_ANNOUNCEMENTS))
                .execute((_, _) -> announceAll());
    }

    /** One room in trouble does not hold up the others. */
    void goRound() {
        for (var release : releases.opened(clock.instant(), ROOMS_AT_ONCE)) {
            try {
                goInto(release);
            } catch (RuntimeException failed) {
                LOG.error(
                        "The waiting room of release {} could not be seen to; it is tried again", release.id(), failed);
            }
        }
        announcements.tellSome();
    }

    void goInto(Release release) {
        if (release.drawnAt() == null) {
            draws.gather(release.id());
            draws.draw(release.id());
        } else {
            draws.seat(release.id());
            draws.closeWhenIdle(release);
        }
    }

    void announceAll() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var closed = offices.closed(today);
        offices.all().stream()
                .filter(office -> !closed.containsKey(office.id()))
                .forEach(announcements::announce);
    }
}
