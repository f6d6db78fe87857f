package titian.waitingroom;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import titian.office.OfficeDesk;
import titian.office.ReleaseRule;
import titian.shared.OfficeId;
import titian.shared.ServiceLane;

/** Releases for tests, each at an office of its own unless one is named, so that nobody else meets them. */
final class SomeReleases {

    static final int PER_MINUTE = 60;

    private final Releases releases;
    private final HouseKey key;
    private final Clock clock;

    SomeReleases(Releases releases, HouseKey key, Clock clock) {
        this.releases = releases;
        this.key = key;
        this.clock = clock;
    }

    /** Opens after so long; its waiting room is open. */
    Release opening(Duration in) {
        return announced(somewhere(), in, in.plusMinutes(1));
    }

    /** Opens after the one duration, its waiting room the other duration before. */
    Release announced(OfficeId office, Duration in, Duration lead) {
        var id = ReleaseId.next();
        var seed = Seed.random();
        var now = clock.instant();
        var opensAt = now.plus(in);
        var first = LocalDate.ofInstant(opensAt, ZoneOffset.UTC).plusDays(10);
        releases.announce(
                id,
                office,
                ServiceLane.PASSPORT,
                new Decided(opensAt, opensAt.minus(lead), first, first.plusDays(13), PER_MINUTE),
                seed.fingerprint(),
                key.seal(id, seed),
                now);
        return releases.find(id).orElseThrow();
    }

    /**
     * The same at an office that is there, decided by it and announced: what it did not decide, the next round of
     * announcements takes back.
     */
    Release decided(OfficeDesk offices, AnnouncementDesk desk, OfficeId id, Duration in, Duration lead) {
        var office = offices.find(id).orElseThrow();
        var now = clock.instant();
        var opens = now.plus(in).truncatedTo(SECONDS).atZone(office.zone());
        var rule = new ReleaseRule(opens.toLocalDate(), opens.toLocalTime(), 2, 10, lead, PER_MINUTE);
        var today = office.day(now);
        offices.decide(id, today, offices.policy(id, today).releasing(rule));
        desk.announce(office);
        return releases.notOver(id, ServiceLane.PASSPORT, 10).stream()
                .filter(release -> release.opensAt().equals(opens.toInstant()))
                .findFirst()
                .orElseThrow();
    }

    static OfficeId somewhere() {
        return OfficeId.of("kanim-uji-" + UUID.randomUUID().toString().substring(0, 8));
    }
}
