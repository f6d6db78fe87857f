package titian.form;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.application.ApplicationDesk;
import titian.application.DraftDesk;
import titian.form.Answer.Identity;
import titian.form.Answer.NikCheck;
import titian.form.Answer.NikCheck.Outcome;
import titian.live.LiveEvents;
import titian.registry.RegistryAnswer;
import titian.registry.RegistryDesk;
import titian.shared.ApplicationId;

/** Where numbers are asked about that the civil registry has not confirmed, and where they are settled. */
@Service
@Transactional
public class NumberDesk {

    /** A number in doubt: whose, and what the registry said of it. */
    public record Doubt(
            ApplicationId application,
            RegistryDesk.Person person,
            String outcome,
            Set<RegistryAnswer.Field> differing) {

        @Override
        public String toString() {
            return "doubt about " + person;
        }
    }

    private final DraftDesk drafts;
    private final AnswerSheets sheets;
    private final LiveEvents live;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NumberDesk(DraftDesk drafts, AnswerSheets sheets, LiveEvents live, ApplicationEventPublisher events, Clock clock) {
        this.drafts = drafts;
        this.sheets = sheets;
        this.live = live;
        this.events = events;
        this.clock = clock;
    }

    /** What is in doubt about an application's number, if anything is. */
    @Transactional(readOnly = true)
    public Optional<Doubt> doubt(ApplicationId application) {
        return identity(application)
                .filter(identity -> !identity.check().isConfirmed())
                .map(identity -> new Doubt(
                        application,
                        identity.person(),
                        identity.check().outcome().name(),
                        identity.check().differing()));
    }

    /**
     * Writes down what the registry says now, unless the applicant has changed the answers meanwhile. Whoever went on
     * with the number goes on.
     */
    public void answered(Doubt doubt, RegistryAnswer answer) {
        drafts.lock(doubt.application());
        identity(doubt.application())
                .filter(identity -> identity.person().equals(doubt.person()))
                .filter(identity -> !identity.check().isConfirmed())
                .ifPresent(identity -> {
                    var check = NikCheck.of(answer, clock.instant());
                    keep(doubt.application(), identity.with(identity.check().goingOn() ? check.goOn() : check));
                });
    }

    /** An officer saw the papers: the number is this person's, whatever the registry says. */
    public boolean settle(ApplicationId application) {
        drafts.lock(application);
        var open = identity(application).filter(identity -> !identity.check().isConfirmed());
        open.ifPresent(identity -> keep(
                application,
                identity.with(new NikCheck(Outcome.SETTLED, identity.check().differing(), true, clock.instant()))));
        return open.isPresent();
    }

    private void keep(ApplicationId application, Identity identity) {
        sheets.save(application, identity, clock.instant());
        events.publishEvent(NumberChecked.of(application, identity.check()));
        live.changed(ApplicationDesk.topic(application));
    }

    private Optional<Identity> identity(ApplicationId application) {
        return Optional.ofNullable((Identity) sheets.of(application).get(Section.IDENTITY));
    }
}
