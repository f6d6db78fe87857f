package titian.waitingroom;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import titian.outside.World;
import titian.shared.AccountId;
import titian.shared.OfficeId;

/** A waiting room that is open at an office, for tests of those who ask it. It must be closed in the end: offices are shared. */
public final class OpenRooms {

    private final Releases releases;
    private final HouseKey key;
    private final JdbcClient db;
    private final World world;
    private final Clock clock;

    public OpenRooms(BeanFactory house) {
        this.releases = house.getBean(Releases.class);
        this.key = house.getBean(HouseKey.class);
        this.db = house.getBean(JdbcClient.class);
        this.world = house.getBean(World.class);
        this.clock = house.getBean("movableClock", Clock.class);
    }

    public Release at(OfficeId office) {
        var release = soonAt(office);
        open(release);
        return release;
    }

    /** One that opens in a moment. */
    public Release soonAt(OfficeId office) {
        return new SomeReleases(releases, key, clock).announced(office, Duration.ofSeconds(5), Duration.ofMinutes(1));
    }

    public void open(Release release) {
        world.clock().moveTo(release.opensAt());
    }

    /** What the cookie of somebody who was let in says. */
    public String leave(Release release, AccountId account) {
        return new Admission(release.id(), account, clock.instant().plus(Standing.STAY)).token(key);
    }

    public void close(Release release) {
        db.sql("UPDATE waitingroom.release SET withdrawn_at = :now WHERE id = :id")
                .param("id", release.id().value())
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }
}
