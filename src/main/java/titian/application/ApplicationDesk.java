package titian.application;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.application.Stage.Booked;
import titian.booking.AppointmentId;
import titian.payment.BillId;
import titian.requirement.RequestedService;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Speed;

/** Where other modules ask about an application, and tell it what happened at the office. */
@Service
@Transactional
public class ApplicationDesk {

    /**
     * What other modules may know of an application: whose it is, what to call the applicant, what was asked for, and
     * how far it has come.
     *
     * @param applicantName empty until the form says it
     * @param intake  how it comes in: by the form here, or at the counter
     * @param stage   the stage's name, as in {@code SCHEDULED}
     */
    public record Summary(
            ApplicationId id,
            AccountId account,
            String applicantName,
            RequestedService requested,
            Speed speed,
            Intake intake,
            String stage,
            Locale language,
            @Nullable AppointmentId appointment,
            @Nullable BillId bill) {

        /** The text key of the service asked for, as in {@code requirement.asked.NEW_ADULT}. */
        public String service() {
            return requested.text();
        }

        @Override
        public String toString() {
            return "application " + id + " " + stage;
        }
    }

    private final Applications applications;
    private final KeptPlaces keptPlaces;
    private final Moves moves;
    private final Clock clock;

    ApplicationDesk(Applications applications, KeptPlaces keptPlaces, Moves moves, Clock clock) {
        this.applications = applications;
        this.keptPlaces = keptPlaces;
        this.moves = moves;
        this.clock = clock;
    }

    /** The live topic of an application: says that its applicant's pages should look again. */
    public static String topic(ApplicationId application) {
        return "application:" + application;
    }

    public Optional<Summary> summary(ApplicationId application) {
        return applications.find(application).map(this::summary);
    }

    private Summary summary(PassportApplication application) {
        var booked = application.stage() instanceof Booked b ? b : null;
        return new Summary(
                application.id(),
                application.account(),
                application.applicant(),
                application.service(),
                application.speed(),
                application.intake(),
                application.stage().name(),
                application.language(),
                booked == null ? null : booked.appointment(),
                booked == null ? null : booked.billed().orElse(null));
    }

    /** The place that is kept for an application that was paid late, as long as it is. */
    @Transactional(readOnly = true)
    public Optional<KeptPlace> keptPlace(ApplicationId application) {
        return keptPlaces.find(application, clock.instant());
    }

    /** The applicant came in at the door. In the caller's transaction, as the four below; the second time nothing. */
    public void checkIn(ApplicationId application) {
        move(application, Stage.CheckedIn.class, PassportApplication::checkIn);
    }

    /** A counter officer began to serve the applicant. */
    public void startService(ApplicationId application) {
        move(application, Stage.InService.class, PassportApplication::startService);
    }

    /** The counter is done: originals seen, interview held. */
    public void finishService(ApplicationId application) {
        move(application, Stage.Interviewed.class, PassportApplication::finishService);
    }

    /** The applicant did not come when called. */
    public void miss(ApplicationId application) {
        move(application, Stage.NoShow.class, PassportApplication::miss);
    }

    /** The office says no. In the caller's transaction, which gives the place back; the second time nothing happens. */
    public void refuse(ApplicationId application) {
        move(application, Stage.Refused.class, PassportApplication::refuse);
    }

    /** The head of the office puts it off until then. The second time nothing happens. */
    public void suspend(ApplicationId application, Instant until) {
        move(application, Stage.Suspended.class, (one, now) -> one.suspend(until, now));
    }

    /** The months it was put off for are over. The second time nothing happens. */
    public void resume(ApplicationId application) {
        move(application, Stage.Interviewed.class, PassportApplication::resume);
    }

    /** The applicant will not come at that time: the place has been given back. The form stays. */
    public void cancel(ApplicationId application) {
        move(application, Stage.Cancelled.class, PassportApplication::cancel);
    }

    private void move(
            ApplicationId id,
            Class<? extends Stage> there,
            BiFunction<PassportApplication, Instant, PassportApplication> step) {
        var application = applications.lock(id).orElseThrow(NoSuchApplication::new);
        if (there.isInstance(application.stage())) {
            return;
        }
        moves.move(application, step.apply(application, clock.instant()));
    }
}
