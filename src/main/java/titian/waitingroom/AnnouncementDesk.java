package titian.waitingroom;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.office.ReleaseRule;
import titian.shared.AccountId;
import titian.shared.ServiceLane;

/** Where releases are announced as the office's rules say, and people are told of those they asked about. */
@Service
class AnnouncementDesk {

    /** How far ahead releases are announced. */
    static final Duration AHEAD = Duration.ofDays(35);

    private static final int MOST_ANNOUNCED = 40;
    private static final int TOLD_AT_ONCE = 200;

    private final Releases releases;
    private final Reminders reminders;
    private final OfficeDesk offices;
    private final HouseKey key;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AnnouncementDesk(
            Releases releases,
            Reminders reminders,
            OfficeDesk offices,
            HouseKey key,
            ApplicationEventPublisher events,
            Clock clock) {
        this.releases = releases;
        this.reminders = reminders;
        this.offices = offices;
        this.key = key;
        this.events = events;
        this.clock = clock;
    }

    /** Announces the coming releases of an office and takes back what it decided otherwise. Any node, any number of times. */
    @Transactional
    void announce(Office office) {
        var now = clock.instant();
        var wanted = coming(office, now);
        var known = releases.after(office.id(), ServiceLane.PASSPORT, now, MOST_ANNOUNCED);
        var announced = known.stream().collect(toMap(Release::opensAt, Function.identity()));
        for (var release : wanted) {
            var earlier = announced.get(release.opensAt());
            if (earlier == null) {
                announce(office, release, now);
            } else if (!release.isAnnouncedAs(earlier)) {
                releases.correct(earlier.id(), release, now);
            }
        }
        var times = wanted.stream().map(Decided::opensAt).toList();
        known.stream()
                .filter(release -> !times.contains(release.opensAt()) && !release.withdrawn())
                .forEach(release -> releases.withdraw(release.id(), now));
    }

    private void announce(Office office, Decided decided, Instant now) {
        var id = ReleaseId.next();
        var seed = Seed.random();
        releases.announce(id, office.id(), ServiceLane.PASSPORT, decided, seed.fingerprint(), key.seal(id, seed), now);
    }

    /** Those that open after now and soon enough, by the rules in force on the first day each opens. */
    private List<Decided> coming(Office office, Instant now) {
        var today = office.day(now);
        var until = LocalDate.ofInstant(now.plus(AHEAD), office.zone());
        return Stream.of(today, until)
                .map(day -> offices.policy(office.id(), day).release())
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(rule -> days(rule, today, until)
                        .filter(day -> isInForce(rule, office, day))
                        .map(day -> Decided.by(rule, day, office.zone())))
                .filter(decided -> decided.opensAt().isAfter(now))
                .toList();
    }

    private static Stream<LocalDate> days(ReleaseRule rule, LocalDate from, LocalDate until) {
        return Stream.iterate(rule.next(from), day -> !day.isAfter(until), day -> day.plusDays(rule.days()));
    }

    private boolean isInForce(ReleaseRule rule, Office office, LocalDate release) {
        return rule.equals(offices.policy(office.id(), rule.firstOf(release)).release());
    }

    /** Notes a wish to be told; one that comes too late is not kept. */
    @Transactional
    void remind(ReleaseId release, AccountId account) {
        var now = clock.instant();
        releases.find(release)
                .filter(found -> found.remindsAt(now))
                .ifPresent(found -> reminders.add(found.id(), account, now));
    }

    @Transactional
    void forgetReminder(ReleaseId release, AccountId account) {
        reminders.remove(release, account);
    }

    /**
     * Tells some of those who wished it and whose time has come. Marking and telling are one transaction: a node killed
     * in between has told nobody, and nobody is told twice.
     *
     * @return how many
     */
    @Transactional
    int tellSome() {
        var now = clock.instant();
        var due = reminders.takeDue(now, now.plus(Release.REMINDED_BEFORE), TOLD_AT_ONCE);
        due.forEach(reminder -> events.publishEvent(new ReleaseApproaching(reminder.id(), reminder.account())));
        return due.size();
    }
}
