package titian.application;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import titian.booking.AppointmentId;
import titian.payment.BillId;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** Where an application takes its steps. */
@Service
public class ApplicationDesk {

    /**
     * What other modules may know of an application: whose it is, what to call the applicant, what was asked for, and
     * how far it has come.
     *
     * @param service text key of the service asked for, as in {@code application.service.NEW_ADULT}
     * @param stage   the stage's name, as in {@code SCHEDULED}
     */
    public record Summary(
            ApplicationId id,
            AccountId account,
            String applicantName,
            String service,
            String stage,
            Locale language,
            @Nullable AppointmentId appointment,
            @Nullable BillId bill) {

        @Override
        public String toString() {
            return "application " + id + " " + stage;
        }
    }

    public Optional<Summary> summary(ApplicationId application) {
        throw new UnsupportedOperationException("not yet built: " + application);
    }

    /** The applicant came in at the door. In the caller's transaction, as the three below. */
    public void checkIn(ApplicationId application) {
        throw new UnsupportedOperationException("not yet built: " + application);
    }

    /** A counter officer began to serve the applicant. */
    public void startService(ApplicationId application) {
        throw new UnsupportedOperationException("not yet built: " + application);
    }

    /** The counter is done: originals seen, interview held. */
    public void finishService(ApplicationId application) {
        throw new UnsupportedOperationException("not yet built: " + application);
    }

    /** The applicant did not come when called. */
    public void miss(ApplicationId application) {
        throw new UnsupportedOperationException("not yet built: " + application);
    }
}
