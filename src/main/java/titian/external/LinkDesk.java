package titian.external;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.entry.EntryDesk;
import titian.shared.AccountId;
import titian.shared.Act;
import titian.shared.SignedIn;

/** Where accounts and providers' people are linked, and whom a link lets in. */
@Service
class LinkDesk {

    private final Links links;
    private final EntryDesk entry;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LinkDesk(Links links, EntryDesk entry, ApplicationEventPublisher events, Clock clock) {
        this.links = links;
        this.entry = entry;
        this.events = events;
        this.clock = clock;
    }

    /** Whoever this opens an account for. */
    @Transactional
    Optional<SignedIn> open(Identity identity) {
        return links.open(identity, clock.instant()).flatMap(entry::applicant);
    }

    /**
     * The account that may be linked, once its holder agrees.
     *
     * @throws ExternalRefused.NotVerified if the provider has not seen that the address is theirs
     * @throws ExternalRefused.NoAccount   if no applicant has that address
     */
    @Transactional(readOnly = true)
    AccountId candidate(Identity identity) {
        if (!identity.verified()) {
            throw new ExternalRefused.NotVerified();
        }
        return entry.applicant(identity.email()).map(SignedIn::account).orElseThrow(ExternalRefused.NoAccount::new);
    }

    /** Links the two and lets the holder in: they have just shown by the password who they are. */
    @Transactional
    Optional<SignedIn> link(Identity identity, AccountId account) {
        links.add(identity, account, clock.instant());
        events.publishEvent(new ExternalLinked(account));
        events.publishEvent(Act.of("EXTERNAL_LINKED", "account", account));
        return links.open(identity, clock.instant()).filter(account::equals).flatMap(entry::applicant);
    }

    @Transactional
    void unlink(AccountId account, String provider) {
        if (links.remove(account, provider)) {
            events.publishEvent(Act.of("EXTERNAL_UNLINKED", "account", account));
        }
    }

    @Transactional(readOnly = true)
    List<Links.Link> of(AccountId account) {
        return links.of(account);
    }
}
