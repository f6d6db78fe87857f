package titian.officer;

import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import titian.account.EmailAddress;
import titian.account.PostDesk;
import titian.platform.CannotStart;
import titian.shared.OfficeId;
import titian.shared.Role;

/** Asks the first administrator of a new house, for somebody has to ask the others. */
@Component
class FirstAdministrator implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final String address;
    private final InvitationDesk invitations;
    private final PostDesk posts;

    FirstAdministrator(
            @Value("${titian.first-administrator:}") String address, InvitationDesk invitations, PostDesk posts) {
        this.address = address;
        this.invitations = invitations;
        this.posts = posts;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!address.isBlank()) {
            ask(Places.CENTRE);
        }
    }

    /** Unless there is somebody, or somebody is asked already. */
    void ask(OfficeId place) {
        if (posts.anybody(place, Role.CENTRAL_ADMINISTRATOR)
                || !invitations.open(place).isEmpty()) {
            return;
        }
        invitations.invite(
                EmailAddress.read(address).orElseThrow(FirstAdministrator::malformed),
                "Administrator",
                place,
                Set.of(Role.CENTRAL_ADMINISTRATOR),
                null);
        LOG.info("The first administrator was sent an invitation");
    }

    private static CannotStart malformed() {
        return new CannotStart(
                "The address of the first administrator is no e-mail address.",
                "Set TITIAN_FIRST_ADMINISTRATOR to the e-mail address of whoever is to invite the others.");
    }
}
