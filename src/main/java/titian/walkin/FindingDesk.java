package titian.walkin;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.allowance.LookUpAllowance;
import titian.allowance.TooManyAttempts;
import titian.application.DraftDesk;
import titian.application.PassportApplication;
import titian.application.Reference;
import titian.registry.ClaimDesk;
import titian.shared.AccountId;
import titian.shared.Act;
import titian.shared.ApplicationId;
import titian.shared.Nik;
import titian.submission.ReadyDesk;
import titian.submission.ReadyDesk.Ready;

/** Where an officer finds the form of somebody who filled one in and booked nothing. Each that is found is on record. */
@Service
@Transactional
class FindingDesk {

    /** What is known of somebody. */
    enum Standing {
        /** The number is no NIK and no application's. */
        MALFORMED,
        /** No application has this number. */
        NO_APPLICATION,
        /** The application has gone in: it has a time, or had one. */
        GONE_IN,
        /** The form lacks more than a place. */
        UNFINISHED,
        /** There is no form: everything is handed over at the counter. */
        NO_FORM,
        READY
    }

    /** What was found by a number. */
    record Found(Standing standing, @Nullable Nik nik, List<Known> forms) {

        @Override
        public String toString() {
            return "found: " + standing;
        }
    }

    /** A form that is ready, by the number people speak of it. */
    record Known(Reference reference, Comer.WithForm comer) {}

    private static final Pattern NIK = Pattern.compile(Nik.FORMAT);

    private final DraftDesk applications;
    private final ReadyDesk ready;
    private final ClaimDesk claims;
    private final LookUpAllowance allowance;
    private final ApplicationEventPublisher events;

    FindingDesk(
            DraftDesk applications,
            ReadyDesk ready,
            ClaimDesk claims,
            LookUpAllowance allowance,
            ApplicationEventPublisher events) {
        this.applications = applications;
        this.ready = ready;
        this.claims = claims;
        this.allowance = allowance;
        this.events = events;
    }

    /** Finds forms by the number of a person or of an application. A number that finds nobody is counted as well. */
    Found find(AccountId officer, String typed) {
        try {
            allowance.take(officer);
        } catch (TooManyAttempts _) {
            throw new WalkInRefused.LookedUpTooOften();
        }
        var digits = Nik.tidy(typed);
        if (NIK.matcher(digits).matches()) {
            return byNumber(new Nik(digits));
        }
        return Reference.read(typed)
                .map(this::byReference)
                .orElseGet(() -> new Found(Standing.MALFORMED, null, List.of()));
    }

    private Found byNumber(Nik nik) {
        var forms = claims.of(nik).stream()
                .flatMap(claim -> ready.of(claim.account()).stream())
                .filter(form -> form.nik().equals(nik))
                .map(this::known)
                .toList();
        return new Found(forms.isEmpty() ? Standing.NO_FORM : Standing.READY, nik, forms);
    }

    private Found byReference(Reference reference) {
        return applications
                .find(reference)
                .flatMap(applications::find)
                .map(application -> found(application, ready(application.id())))
                .orElseGet(() -> new Found(Standing.NO_APPLICATION, null, List.of()));
    }

    private static Found found(PassportApplication application, Optional<Known> form) {
        if (form.isPresent()) {
            return new Found(Standing.READY, form.get().comer().nik(), List.of(form.get()));
        }
        var standing = application.stage().isEditable() ? Standing.UNFINISHED : Standing.GONE_IN;
        return new Found(standing, null, List.of());
    }

    /** Whoever filled in the form with this number, if it is still ready. */
    Optional<Comer.WithForm> withForm(Reference reference) {
        return applications.find(reference).flatMap(this::ready).map(Known::comer);
    }

    private Optional<Known> ready(ApplicationId application) {
        return ready.find(application).map(this::known);
    }

    private Known known(Ready form) {
        events.publishEvent(Act.of("FORM_FOUND", "application", form.id()));
        var application = applications.find(form.id()).orElseThrow();
        return new Known(
                application.reference(),
                new Comer.WithForm(
                        form.id(), form.account(), form.nik(), form.name(), form.birthDate(), application.service()));
    }
}
