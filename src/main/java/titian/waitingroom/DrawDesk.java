package titian.waitingroom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where the draw is done and late comers get their places, in steps that are rows: each is taken once by whichever node
 * comes first, and taken again by another if that one is killed.
 */
@Service
class DrawDesk {

    private static final Logger LOG = LoggerFactory.getLogger(DrawDesk.class);

    /** How long a room stays open when nobody waits or nothing is left. */
    static final Duration IDLE = Duration.ofMinutes(10);

    /** After so long a release is nothing to wait for any more. */
    static final Duration LONGEST = Duration.ofDays(1);

    private static final int SEATED_AT_ONCE = 20_000;

    private final Draws draws;
    private final PlacesLeft places;
    private final HouseKey key;
    private final Clock clock;

    DrawDesk(Draws draws, PlacesLeft places, HouseKey key, Clock clock) {
        this.draws = draws;
        this.places = places;
        this.key = key;
        this.clock = clock;
    }

    /** First step: whoever takes a ticket from now on comes after the draw. */
    @Transactional
    public void gather(ReleaseId release) {
        draws.endGathering(release, clock.instant());
    }

    /**
     * Second step: every ticket of the draw gets its place, and the seed is published with it, or neither.
     *
     * @return whether this was the one who did it
     */
    @Transactional
    public boolean draw(ReleaseId release) {
        draws.takeTime();
        var sealed = draws.take(release);
        sealed.ifPresent(bytes -> {
            var seed = key.open(release, bytes);
            var drawn = draws.draw(release, seed);
            draws.publish(release, seed, drawn, clock.instant());
            LOG.info("Drew {} tickets of release {}", drawn, release);
        });
        return sealed.isPresent();
    }

    /** Gives late comers their places behind those who have one. If another node is at it, it is left to do so. */
    @Transactional
    public void seat(ReleaseId release) {
        draws.hold(release).ifPresent(line -> {
            var more = draws.seat(release, line.placed(), SEATED_AT_ONCE);
            if (more > 0) {
                draws.count(release, line.joinedBy(more, clock.instant()));
            }
        });
    }

    /** Closes the room once nobody has waited, or nothing was left to wait for, for some minutes. */
    @Transactional
    public void closeWhenIdle(Release release) {
        var now = clock.instant();
        draws.idle(release.id(), isIdle(release, now), now);
        draws.close(release.id(), now.minus(IDLE), now.minus(LONGEST), now);
    }

    private boolean isIdle(Release release, Instant now) {
        var nobodyWaits = release.standing().filter(line -> line.isDrained(now)).isPresent()
                && !draws.somebodyIsComing(release.id());
        return nobodyWaits || places.areGone(release.office(), release.lane(), release.firstDay(), release.lastDay());
    }
}
