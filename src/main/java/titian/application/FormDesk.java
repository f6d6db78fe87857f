package titian.application;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.application.Answer.Identity;
import titian.application.Answer.NikCheck;
import titian.platform.LiveEvents;
import titian.platform.Tasks;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** Where applications are begun and their forms filled in. Each answer is kept as soon as it is given. */
@Service
@Transactional
class FormDesk {

    /** One account may care for a family. */
    static final int MOST_UNDER_WAY = 5;

    private final Applications applications;
    private final AnswerSheets sheets;
    private final Tasks tasks;
    private final LiveEvents live;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FormDesk(
            Applications applications,
            AnswerSheets sheets,
            Tasks tasks,
            LiveEvents live,
            ApplicationEventPublisher events,
            Clock clock) {
        this.applications = applications;
        this.sheets = sheets;
        this.tasks = tasks;
        this.live = live;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Begins a draft. A draft in which nothing is answered yet is taken up again instead, so that pressing twice begins
     * one.
     *
     * @throws ApplicationRefused.TooMany if five are under way
     */
    ApplicationId begin(AccountId account, Locale language) {
        applications.waitForTurn(account);
        var underWay = applications.of(account).stream()
                .filter(PassportApplication::isUnderWay)
                .toList();
        var untouched = underWay.stream()
                .filter(application -> application.stage() instanceof Stage.Draft)
                .map(PassportApplication::id)
                .filter(id -> sheets.of(id).isEmpty())
                .findFirst();
        if (untouched.isPresent()) {
            return untouched.get();
        }
        if (underWay.size() >= MOST_UNDER_WAY) {
            throw new ApplicationRefused.TooMany();
        }
        return draft(account, language);
    }

    private ApplicationId draft(AccountId account, Locale language) {
        var draft = PassportApplication.draft(account, RequestedService.NEW_ADULT, language, clock.instant());
        while (!applications.add(draft)) {
            draft = PassportApplication.draft(account, RequestedService.NEW_ADULT, language, clock.instant());
        }
        return draft.id();
    }

    /** Forgets a draft and all its answers. */
    boolean discard(ApplicationId application, AccountId account) {
        if (!applications.discard(application, account)) {
            return false;
        }
        events.publishEvent(new ApplicationDiscarded(application));
        return true;
    }

    /**
     * Keeps the answers of a section; those of other sections stay as they are.
     *
     * @throws ApplicationRefused.StepNotOpen if the form has gone in meanwhile
     */
    void save(ApplicationId application, AccountId account, Answer answer) {
        lockEditable(application, account);
        write(application, answer);
    }

    /** Writes an answer down, in the caller's transaction. A number that could not be checked is checked later. */
    void write(ApplicationId application, Answer answer) {
        sheets.save(application, answer, clock.instant());
        if (answer instanceof Identity identity && identity.check().outcome() == NikCheck.Outcome.UNREACHABLE) {
            tasks.soon(
                    NikChecks.CHECK_AGAIN,
                    application + " " + identity.check().at(),
                    new NikChecks.Unchecked(
                            application.value(), identity.check().at()));
        }
    }

    /** Keeps what was typed on a page although it cannot be taken yet. */
    void keep(ApplicationId application, AccountId account, Section section, Object typed) {
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
        applications.lock(application);
        unchecked(unchecked).ifPresent(identity -> {
            sheets.save(application, identity.with(check), clock.instant());
            live.changed(ApplicationDesk.topic(application));
        });
    }

    private Optional<Identity> identity(ApplicationId application) {
        return Optional.ofNullable((Identity) sheets.of(application).get(Section.IDENTITY));
    }

    private void lockEditable(ApplicationId id, AccountId account) {
        var application = applications.lock(id, account).orElseThrow(NoSuchApplication::new);
        if (!application.stage().isEditable()) {
            throw new ApplicationRefused.StepNotOpen(id, application.stage().name(), Step.SUBMIT.name());
        }
    }
}
