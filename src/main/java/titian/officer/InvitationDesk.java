package titian.officer;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.account.AccountDesk;
import titian.account.AccountRefused;
import titian.account.EmailAddress;
import titian.account.PostDesk;
import titian.shared.AccountId;
import titian.shared.Act;
import titian.shared.OfficeId;
import titian.shared.Role;
import titian.web.Words;

/** Where people are asked to become officers, and accept. */
@Service
public class InvitationDesk {

    static final Duration LIFE = Duration.ofDays(7);

    private final Invitations invitations;
    private final AccountDesk accounts;
    private final PostDesk posts;
    private final Places places;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    InvitationDesk(
            Invitations invitations,
            AccountDesk accounts,
            PostDesk posts,
            Places places,
            ApplicationEventPublisher events,
            Clock clock) {
        this.invitations = invitations;
        this.accounts = accounts;
        this.posts = posts;
        this.places = places;
        this.events = events;
        this.clock = clock;
    }

    /** The letter's part: who is asked to what, in words, and the path that leads them in. */
    public record Way(Invitation invitation, String place, String roles, String path) {

        @Override
        public String toString() {
            return invitation.toString();
        }
    }

    /**
     * Asks somebody to become an officer of a place; what was sent to them for it before counts no longer. Whether the
     * address has an account is not said.
     *
     * @param by who asks; nobody if it is the house itself
     */
    @Transactional
    public void invite(EmailAddress email, String name, OfficeId place, Set<Role> roles, @Nullable AccountId by) {
        var now = clock.instant();
        var invitation = new Invitation(UUID.randomUUID(), name, email.value(), place, roles, by, now.plus(LIFE));
        invitations.replace(email.value(), place, now);
        if (invitations.add(invitation, now)) {
            events.publishEvent(new OfficerInvited(invitation.id()));
            events.publishEvent(new Act(
                    "OFFICER_INVITED", "invitation", invitation.id().toString(), "", place + " " + names(roles), ""));
        }
    }

    /** The invitations to a place that nobody has answered. */
    @Transactional(readOnly = true)
    public List<Invitation> open(OfficeId place) {
        return invitations.open(place, clock.instant());
    }

    /** An open invitation and its link, for the letter that carries it. */
    @Transactional(readOnly = true)
    public Optional<Way> way(UUID id) {
        var words = Words.in(Words.INDONESIAN);
        return open(id).map(open -> new Way(
                open,
                places.name(open.place(), words),
                Staff.names(open.roles(), words),
                "/undangan/" + id + "/" + invitations.key(id)));
    }

    /** The open invitation a link leads to. */
    @Transactional(readOnly = true)
    Optional<Invitation> find(UUID id, UUID key) {
        return invitations.isKey(id, key) ? open(id) : Optional.empty();
    }

    @Transactional(readOnly = true)
    Optional<Invitation> open(UUID id) {
        return invitations.open(id, clock.instant());
    }

    /**
     * Takes back an invitation nobody has answered.
     *
     * @throws OfficerRefused.NoInvitation if there is none to these places
     */
    @Transactional
    public void withdraw(UUID id, Collection<OfficeId> within) {
        if (!invitations.withdraw(id, within, clock.instant())) {
            throw new OfficerRefused.NoInvitation();
        }
        events.publishEvent(Act.of("INVITATION_WITHDRAWN", "invitation", id));
    }

    /**
     * Makes an officer of whoever was asked, with the password they chose: once, however often it is sent.
     *
     * @throws OfficerRefused.NoInvitation         if it is used, withdrawn or too old
     * @throws titian.account.AccountRefused       if an applicant has the address, or too many passwords are checked
     * @throws titian.account.PostRefused.ServesElsewhere if they are an officer already
     */
    public AccountId accept(UUID id, String password) {
        var asked = open(id).orElseThrow(OfficerRefused.NoInvitation::new);
        try {
            return accounts.appoint(
                    asked.email(),
                    asked.name(),
                    password,
                    asked.place(),
                    asked.roles(),
                    officer -> accepted(asked, officer));
        } catch (AccountRefused.AddressTaken taken) {
            if (open(id).isEmpty()) {
                throw new OfficerRefused.NoInvitation(); // used meanwhile: the address is taken by the officer it made
            }
            throw taken;
        }
    }

    private void accepted(Invitation asked, AccountId officer) {
        posts.refuseIfServing(officer);
        if (!invitations.use(asked.id(), officer, clock.instant())) {
            throw new OfficerRefused.NoInvitation();
        }
        events.publishEvent(new Act(
                "OFFICER_APPOINTED",
                "account",
                officer.toString(),
                "",
                asked.place() + " " + names(asked.roles()),
                ""));
    }

    private static String names(Set<Role> roles) {
        return String.join(" ", roles.stream().map(Role::name).sorted().toList());
    }
}
