package titian.waitingroom;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.shared.AccountId;
import titian.shared.OfficeId;
import titian.shared.ServiceLane;

/**
 * Where other modules ask about releases: which are coming, and whether somebody may book at an office now or has to
 * wait. Every page that leads to a booking asks.
 */
@Service
public class WaitingRoomDesk {

    /** The cookie in which people carry their leave to book. */
    public static final String COOKIE = "giliran";

    private static final int MOST_SHOWN = 4;

    private final Releases releases;
    private final Reminders reminders;
    private final HouseKey key;
    private final Clock clock;

    WaitingRoomDesk(Releases releases, Reminders reminders, HouseKey key, Clock clock) {
        this.releases = releases;
        this.reminders = reminders;
        this.key = key;
        this.clock = clock;
    }

    /**
     * Whether this account may book at the office now.
     *
     * @param token what the person's cookie says; forged, foreign or expired, it counts as none
     */
    @Transactional(readOnly = true)
    public Passage mayBook(AccountId account, OfficeId office, ServiceLane lane, @Nullable String token) {
        var now = clock.instant();
        var guarding = releases.guarding(office, lane, now.minus(DrawDesk.LONGEST), now);
        if (guarding.isEmpty()) {
            return new Passage.NotNeeded();
        }
        return Admission.read(token, account, key, now)
                .filter(admission -> guarding.contains(admission.release()))
                .<Passage>map(admission -> new Passage.Admitted(admission.until()))
                .orElseGet(() -> new Passage.Wait(Release.address(guarding.getFirst())));
    }

    /** The releases of an office that are announced and not over, the next one first. */
    @Transactional(readOnly = true)
    public List<Release> coming(OfficeId office, ServiceLane lane) {
        return releases.notOver(office, lane, MOST_SHOWN);
    }

    @Transactional(readOnly = true)
    public Optional<Release> find(ReleaseId release) {
        return releases.find(release);
    }

    /** A release whose places are still to open. */
    @Transactional(readOnly = true)
    public Optional<Release> announced(ReleaseId release) {
        var now = clock.instant();
        return releases.find(release)
                .filter(found -> !found.withdrawn() && found.opensAt().isAfter(now));
    }

    /** A wish to be told of a release, for the letter that does. */
    @Transactional(readOnly = true)
    public Optional<Reminder> reminder(UUID id) {
        return reminders.find(id);
    }
}
