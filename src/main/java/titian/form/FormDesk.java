package titian.form;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.application.ApplicationDesk;
import titian.application.ApplicationRefused;
import titian.application.DraftDesk;
import titian.application.NoSuchApplication;
import titian.application.Step;
import titian.form.Answer.Identity;
import titian.form.Answer.NikCheck;
import titian.live.LiveEvents;
import titian.payment.PaymentDesk;
import titian.platform.Tasks;
import titian.registry.RegistryAnswer;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Nik;

/** Where applications are begun and their forms filled in. Each answer is kept as soon as it is given. */
@Service
@Transactional
public class FormDesk {

    private final DraftDesk drafts;
    private final AnswerSheets sheets;
    private final Tasks tasks;
    private final LiveEvents live;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FormDesk(
            DraftDesk drafts,
            AnswerSheets sheets,
            Tasks tasks,
            LiveEvents live,
            ApplicationEventPublisher events,
            Clock clock) {
        this.drafts = drafts;
        this.sheets = sheets;
        this.tasks = tasks;
        this.live = live;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Begins a draft, or takes up one in which nothing is answered yet.
     *
     * @throws ApplicationRefused.TooMany if five are under way
     */
    public ApplicationId begin(AccountId account, Locale language) {
        return drafts.begin(account, language, draft -> sheets.of(draft).isEmpty());
    }

    /**
     * Forgets a draft and all its answers.
     *
     * @throws ApplicationRefused.KeptByOrder if nothing of the account may be forgotten
     */
    public void discard(ApplicationId application, AccountId account) {
        if (drafts.discard(application, account)) {
            sheets.forget(application);
        }
    }

    /**
     * Keeps the answers of a section; those of other sections stay as they are.
     *
     * @throws ApplicationRefused.StepNotOpen if the form has gone in meanwhile
     */
    public void save(ApplicationId application, AccountId account, Answer answer) {
        lockEditable(application, account);
        write(application, answer);
    }

    /**
     * Writes an answer down, in the caller's transaction: the answers together say which service is asked for. A number
     * that could not be checked is checked later.
     */
    public void write(ApplicationId application, Answer answer) {
        sheets.save(application, answer, clock.instant());
        drafts.ask(
                application,
                Reading.of(sheets.of(application), today()).decide().service());
        if (answer instanceof Identity identity) {
            drafts.name(application, identity.fullName());
            events.publishEvent(NumberChecked.of(application, identity.check()));
            checkLater(application, identity);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PaymentDesk.TREASURY);
    }

    private void checkLater(ApplicationId application, Identity identity) {
        if (identity.check().outcome() == NikCheck.Outcome.UNREACHABLE) {
            tasks.soon(
                    NikChecks.CHECK_AGAIN,
                    application + " " + identity.check().at(),
                    new NikChecks.Unchecked(
                            application.value(), identity.check().at()));
        }
    }

    /** Who comes with nothing but a visit, and what the civil registry said of them; in the caller's transaction. */
    public void identify(
            ApplicationId application, String name, Nik nik, LocalDate birthDate, RegistryAnswer said, Instant at) {
        write(
                application,
                new Identity(name, nik, birthDate, NikCheck.of(said, at).goOn()));
    }

    /** Keeps what was typed on a page although it cannot be taken yet. */
    public void keep(ApplicationId application, AccountId account, Section section, Object typed) {
        lockEditable(application, account);
        sheets.keep(application, section, typed, clock.instant());
    }

    /** The identity whose check of that moment still stands and could not be made then. */
    Optional<Identity> unchecked(NikChecks.Unchecked unchecked) {
        return identity(new ApplicationId(unchecked.application()))
                .filter(identity -> identity.check().outcome() == NikCheck.Outcome.UNREACHABLE)
                .filter(identity -> identity.check().at().equals(unchecked.at()));
    }

    /** Writes down what the registry said at last, unless the applicant has changed the answers meanwhile. */
    void checked(NikChecks.Unchecked unchecked, NikCheck check) {
        var application = new ApplicationId(unchecked.application());
        drafts.lock(application);
        unchecked(unchecked).ifPresent(identity -> {
            sheets.save(application, identity.with(check), clock.instant());
            events.publishEvent(NumberChecked.of(application, check));
            live.changed(ApplicationDesk.topic(application));
        });
    }

    private Optional<Identity> identity(ApplicationId application) {
        return Optional.ofNullable((Identity) sheets.of(application).get(Section.IDENTITY));
    }

    private void lockEditable(ApplicationId id, AccountId account) {
        var application = drafts.lock(id, account).orElseThrow(NoSuchApplication::new);
        if (!application.stage().isEditable()) {
            throw new ApplicationRefused.StepNotOpen(id, application.stage().name(), Step.SUBMIT.name());
        }
    }
}
