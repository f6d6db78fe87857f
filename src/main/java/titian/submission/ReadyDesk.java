package titian.submission;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.application.DraftDesk;
import titian.application.PassportApplication;
import titian.form.Answer.Identity;
import titian.form.Answer.Place;
import titian.form.Answer.Residence;
import titian.form.FormStep;
import titian.form.Forms;
import titian.form.Forms.Opened;
import titian.form.Typing;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Nik;
import titian.shared.OfficeId;

/** Where one asks for applications that lack nothing but a place: whoever has one to give. */
@Service
@Transactional(readOnly = true)
public class ReadyDesk {

    /**
     * An application that lacks only an office and a time.
     *
     * @param name    the applicant's, as people are called
     * @param service text key of the service asked for
     * @param regency code of the regency the applicant lives in
     * @param office  the office that was chosen, if one was
     */
    public record Ready(
            ApplicationId id,
            AccountId account,
            Nik nik,
            String name,
            LocalDate birthDate,
            String service,
            String regency,
            @Nullable OfficeId office) {

        @Override
        public String toString() {
            return "application " + id + ", ready";
        }
    }

    private final DraftDesk applications;
    private final Forms forms;

    ReadyDesk(DraftDesk applications, Forms forms) {
        this.applications = applications;
        this.forms = forms;
    }

    /** The account's applications that are ready, the latest first. */
    public List<Ready> of(AccountId account) {
        return applications.of(account).stream()
                .filter(application -> application.stage().isEditable())
                .flatMap(application -> ready(application).stream())
                .toList();
    }

    /** The application, if it is ready. */
    public Optional<Ready> find(ApplicationId id) {
        return applications
                .find(id)
                .filter(application -> application.stage().isEditable())
                .flatMap(this::ready);
    }

    /** The applicant's name as people are called, as far as the form says it. */
    public Optional<String> name(ApplicationId id) {
        return applications
                .find(id)
                .flatMap(application -> forms.open(application).form().find(Identity.class))
                .map(identity -> Typing.asCalled(identity.fullName()));
    }

    /** Whether the application has gone in, or is gone: it waits for nothing any more. */
    public boolean isSettled(ApplicationId id) {
        return applications
                .find(id)
                .filter(application -> application.stage().isEditable())
                .isEmpty();
    }

    private Optional<Ready> ready(PassportApplication application) {
        var opened = forms.open(application);
        return opened.form().isOpen(FormStep.OFFICE) ? Optional.of(ready(opened)) : Optional.empty();
    }

    private static Ready ready(Opened opened) {
        var form = opened.form();
        var identity = form.get(Identity.class);
        return new Ready(
                opened.id(),
                opened.application().account(),
                identity.nik(),
                Typing.asCalled(identity.fullName()),
                identity.birthDate(),
                opened.application().service().text(),
                form.find(Residence.class).map(Residence::regency).orElse(""),
                form.find(Place.class).map(Place::office).orElse(null));
    }
}
