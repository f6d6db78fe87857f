package titian.submission;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import titian.application.ApplicationRefused;
import titian.application.DraftDesk;
import titian.application.Stage.Booked;
import titian.booking.AppointmentId;
import titian.form.Answer.Place;
import titian.form.Answer.Visit;
import titian.form.FormDesk;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;
import titian.slot.SlotId;

/** Where applications go in that lacked nothing but a place, once one was booked for them: all who go together, or none. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class PlacedDesk {

    /** An application and the place that was booked for it. */
    public record Placed(ApplicationId application, AppointmentId appointment) {}

    private final DraftDesk applications;
    private final FormDesk forms;
    private final SubmissionDesk submission;

    PlacedDesk(DraftDesk applications, FormDesk forms, SubmissionDesk submission) {
        this.applications = applications;
        this.forms = forms;
        this.submission = submission;
    }

    /**
     * Hands these applications of the account in, in the caller's transaction: each with its office and hour, its place
     * claimed and its bill written. The second time nothing happens.
     *
     * @throws ApplicationRefused if one of them cannot go in; then the caller's transaction must not commit
     */
    public void handIn(AccountId account, OfficeId office, SlotId slot, List<Placed> party) {
        party.forEach(placed -> handIn(account, office, slot, placed, false));
    }

    /**
     * Hands the application of somebody in who is at the office already: it has its place, and what it costs is paid
     * there. The second time nothing happens.
     *
     * @throws ApplicationRefused if it cannot go in; then the caller's transaction must not commit
     */
    public void handInThere(AccountId account, OfficeId office, SlotId slot, Placed placed) {
        handIn(account, office, slot, placed, true);
    }

    private void handIn(AccountId account, OfficeId office, SlotId slot, Placed placed, boolean isThere) {
        var application =
                applications.lock(placed.application(), account).orElseThrow(() -> gone(placed.application()));
        if (application.stage().isEditable()) {
            forms.write(application.id(), new Place(office));
            forms.write(application.id(), new Visit(office, slot));
            submission.settle(application.id(), account, placed.appointment(), null, isThere);
        } else if (!(application.stage() instanceof Booked booked
                && booked.appointment().equals(placed.appointment()))) {
            throw gone(placed.application());
        }
    }

    private static ApplicationRefused gone(ApplicationId application) {
        return new ApplicationRefused.TimeGone(application);
    }
}
