package titian.casework;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import titian.account.AccountDesk;
import titian.account.Contact;
import titian.application.DraftDesk;
import titian.application.PassportApplication;
import titian.application.Reference;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** Who is who: the officers by name, and the application behind a file. */
@Component
class Names {

    private final AccountDesk accounts;
    private final DraftDesk applications;

    Names(AccountDesk accounts, DraftDesk applications) {
        this.accounts = accounts;
        this.applications = applications;
    }

    /** An officer's name; empty for nobody. */
    String officer(@Nullable AccountId officer) {
        return officer == null
                ? ""
                : accounts.contact(officer).map(Contact::name).orElse("");
    }

    Optional<PassportApplication> application(ApplicationId id) {
        return applications.find(id);
    }

    /** The application whose number this is, as an officer types what an applicant says. */
    Optional<ApplicationId> numbered(String typed) {
        return Reference.read(typed).flatMap(applications::find);
    }
}
