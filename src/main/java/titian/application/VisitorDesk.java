package titian.application;

import java.time.Clock;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.booking.AppointmentId;
import titian.live.LiveEvents;
import titian.requirement.RequestedService;
import titian.shared.AccountId;
import titian.shared.Act;
import titian.shared.ApplicationId;
import titian.shared.Nik;

/**
 * Where those come in who book a visit only and hand everything over at the counter. Their applications have neither
 * form nor bill, and begin with the visit.
 */
@Service
@Transactional
public class VisitorDesk {

    /** Somebody whose visit has been booked. */
    public record Visitor(
            ApplicationId application,
            AccountId account,
            RequestedService service,
            Locale language,
            String name,
            Nik nik) {

        @Override
        public String toString() {
            return "visitor of application " + application;
        }
    }

    private final Applications applications;
    private final Moves moves;
    private final LiveEvents live;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    VisitorDesk(
            Applications applications, Moves moves, LiveEvents live, ApplicationEventPublisher events, Clock clock) {
        this.applications = applications;
        this.moves = moves;
        this.live = live;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Begins the application of somebody whose visit is booked, in the caller's transaction. The second time nothing
     * happens.
     *
     * @throws ApplicationRefused.AlreadyLive if the person has another under way
     */
    public void begin(Visitor visitor, AppointmentId appointment) {
        if (applications.find(visitor.application()).isPresent()) {
            return;
        }
        refuseIfLive(visitor.nik(), visitor.account());
        add(visitor, appointment);
        events.publishEvent(Act.of("APPLICATION_MOVED", "application", visitor.application())
                .from("", "SCHEDULED"));
        events.publishEvent(new ApplicationScheduled(visitor.application()));
    }

    private void add(Visitor visitor, AppointmentId appointment) {
        try {
            while (!applications.add(begun(visitor, appointment))) {
                // the reference number is another's: the next is tried
            }
        } catch (DuplicateKeyException _) {
            throw new ApplicationRefused.AlreadyLive(null); // begun elsewhere a moment ago
        }
    }

    private PassportApplication begun(Visitor visitor, AppointmentId appointment) {
        return PassportApplication.visit(
                visitor.application(),
                visitor.account(),
                visitor.service(),
                visitor.language(),
                visitor.name(),
                visitor.nik(),
                appointment,
                clock.instant());
    }

    /**
     * Says whether this person may begin another.
     *
     * @throws ApplicationRefused.AlreadyLive if not; it names the other one to its own account only
     */
    @Transactional(readOnly = true)
    public void refuseIfLive(Nik nik, AccountId account) {
        applications.live(nik).ifPresent(other -> {
            var mine = applications.find(other, account).isPresent();
            throw new ApplicationRefused.AlreadyLive(mine ? other : null);
        });
    }

    /** How many applications of this account are under way, drafts not counted. */
    @Transactional(readOnly = true)
    public int underWay(AccountId account) {
        return Math.toIntExact(applications.of(account).stream()
                .filter(PassportApplication::isLive)
                .count());
    }

    /** The visit has another time now: whoever comes is told. */
    public void moved(ApplicationId application) {
        live.changed(ApplicationDesk.topic(application));
        events.publishEvent(new ApplicationScheduled(application));
    }

    /**
     * The person will not come, in the caller's transaction. The second time nothing happens.
     *
     * @throws ApplicationRefused.StepNotOpen if the person has come already, or was missed
     */
    public void cancel(ApplicationId id) {
        var application = applications.lock(id).orElseThrow(NoSuchApplication::new);
        if (!(application.stage() instanceof Stage.Cancelled)) {
            moves.move(application, application.cancel(clock.instant()));
        }
    }
}
