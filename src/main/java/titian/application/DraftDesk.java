package titian.application;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.booking.AppointmentId;
import titian.payment.BillId;
import titian.requirement.RequestedService;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Nik;

/** Where applications begin, wait while their form is filled in, and are handed in. */
@Service
@Transactional
public class DraftDesk {

    /** How many an account may have under way: one may care for a family. */
    public static final int MOST_UNDER_WAY = 5;

    private final Applications applications;
    private final Owners owners;
    private final Moves moves;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DraftDesk(Applications applications, Owners owners, Moves moves, ApplicationEventPublisher events, Clock clock) {
        this.applications = applications;
        this.owners = owners;
        this.moves = moves;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Begins a draft. One in which nothing is answered yet is taken up again instead, so that pressing twice begins
     * one.
     *
     * @param untouched whether nothing is answered in a draft
     * @throws ApplicationRefused.TooMany if five are under way
     */
    public ApplicationId begin(AccountId account, Locale language, Predicate<ApplicationId> untouched) {
        applications.waitForTurn(account);
        var underWay = applications.of(account).stream()
                .filter(PassportApplication::isUnderWay)
                .toList();
        var begun = underWay.stream()
                .filter(application -> application.stage() instanceof Stage.Draft)
                .map(PassportApplication::id)
                .filter(untouched)
                .findFirst();
        if (begun.isPresent()) {
            return begun.get();
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

    @Transactional(readOnly = true)
    public Optional<PassportApplication> find(ApplicationId id) {
        return applications.find(id);
    }

    /** The application, if it is this account's. */
    @Transactional(readOnly = true)
    public Optional<PassportApplication> find(ApplicationId id, AccountId account) {
        return applications.find(id, account);
    }

    /** The application by whose number people speak of it. Whoever asks makes sure that they may know. */
    @Transactional(readOnly = true)
    public Optional<ApplicationId> find(Reference reference) {
        return owners.find(reference);
    }

    /** An account's applications, the latest first. */
    @Transactional(readOnly = true)
    public List<PassportApplication> of(AccountId account) {
        return applications.of(account);
    }

    /** Whose these applications are. */
    @Transactional(readOnly = true)
    public List<AccountId> accountsOf(Collection<ApplicationId> some) {
        return owners.of(some);
    }

    /** All of an account's applications, however long ago they ended. */
    @Transactional(readOnly = true)
    public List<ApplicationId> allOf(AccountId account) {
        return owners.applicationsOf(account);
    }

    /** The account's application, kept from everyone else until the caller's transaction ends. */
    public Optional<PassportApplication> lock(ApplicationId id, AccountId account) {
        return applications.lock(id, account);
    }

    /** Keeps everyone else from moving it until the caller's transaction ends. */
    public void lock(ApplicationId id) {
        applications.lock(id);
    }

    /** From now on the applicant is called this, as the form says. */
    public void name(ApplicationId id, String applicant) {
        applications.name(id, applicant);
    }

    /** From now on this is what is asked for, as the form says; what goes in at the counter stays what it is. */
    public void ask(ApplicationId id, RequestedService service) {
        applications.ask(id, service);
    }

    /**
     * Forgets a draft; false if it is no draft or not the account's.
     *
     * @throws ApplicationRefused.KeptByOrder if nothing of the account may be forgotten
     */
    public boolean discard(ApplicationId id, AccountId account) {
        if (!applications.discard(id, account)) {
            return false;
        }
        events.publishEvent(new ApplicationDiscarded(id, account));
        return true;
    }

    /**
     * Says whether this application may be this person's. What makes no book stands beside another.
     *
     * @throws ApplicationRefused.AlreadyLive if the person has another under way
     */
    @Transactional(readOnly = true)
    public void refuseIfAnotherIsLive(PassportApplication application, Nik nik) {
        if (!application.service().makesBook()) {
            return;
        }
        // It may be this one itself, if a second click was quicker.
        applications.live(nik).filter(other -> !other.equals(application.id())).ifPresent(other -> {
            var mine = applications.find(other, application.account()).isPresent();
            throw new ApplicationRefused.AlreadyLive(mine ? other : null);
        });
    }

    /** The form goes in with a place and a bill, in the caller's transaction, which has locked the application. */
    public Stage submit(
            PassportApplication application, Nik nik, AppointmentId appointment, BillId bill, Instant payBy) {
        return moves.move(application, application.submit(nik, appointment, bill, payBy, clock.instant()));
    }

    /** The form goes in with a place and nothing to pay before the visit, which is certain at once. */
    public Stage submitUnbilled(PassportApplication application, Nik nik, AppointmentId appointment) {
        return moves.move(application, application.submitUnbilled(nik, appointment, clock.instant()));
    }

    /** The form goes in again, and its fee was paid before: the visit is certain at once. */
    public Stage submitPaid(PassportApplication application, Nik nik, AppointmentId appointment, BillId paid) {
        return moves.move(application, application.submitPaid(nik, appointment, paid, clock.instant()));
    }
}
