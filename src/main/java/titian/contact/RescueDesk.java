package titian.contact;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.account.EmailAddress;
import titian.account.Phone;
import titian.account.ReachDesk;
import titian.allowance.LookUpAllowance;
import titian.allowance.TooManyAttempts;
import titian.contact.Rescue.Reason;
import titian.entry.EntryDesk;
import titian.phone.Carrier;
import titian.registry.Claim;
import titian.registry.ClaimDesk;
import titian.shared.AccountId;
import titian.shared.Act;
import titian.shared.Nik;
import titian.shared.OfficeId;
import titian.shared.SignedIn;

/**
 * Where a customer service officer gives an account back to whoever came to the counter. People may come to any office,
 * so any office finds them by the number they show; what was opened belongs to the officer and the office that opened it.
 */
@Service
class RescueDesk {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final int MOST_IN_A_WEEK = 2;

    /** Somebody as the officer sees them: what the document in the officer's hand must say, the rest masked. */
    record Seen(Rescue rescue, Optional<Claim> claim, ReachDesk.Reach reach) {}

    private final Rescues rescues;
    private final ChangeDesk changes;
    private final ClaimDesk claims;
    private final ReachDesk reaches;
    private final EntryDesk entry;
    private final LookUpAllowance allowance;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RescueDesk(
            Rescues rescues,
            ChangeDesk changes,
            ClaimDesk claims,
            ReachDesk reaches,
            EntryDesk entry,
            LookUpAllowance allowance,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rescues = rescues;
        this.changes = changes;
        this.claims = claims;
        this.reaches = reaches;
        this.entry = entry;
        this.allowance = allowance;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Looks up whose number this is said to be. Each account found is opened for this officer, and on record.
     *
     * @throws ChangeRefused.TooMany if the officer looked up too many within an hour, found or not
     */
    @Transactional
    List<Seen> lookUp(SignedIn officer, Nik nik) {
        try {
            allowance.take(officer.account());
        } catch (TooManyAttempts _) {
            throw new ChangeRefused.TooMany();
        }
        return claims.of(nik).stream()
                .filter(claim -> entry.applicant(claim.account()).isPresent())
                .map(claim -> open(officer, claim.account()))
                .toList();
    }

    private Seen open(SignedIn officer, AccountId account) {
        var now = clock.instant();
        var rescue = new Rescue(
                UUID.randomUUID(), office(officer), officer.account(), account, now, now.plus(Rescue.LIFE), null);
        rescues.add(rescue);
        events.publishEvent(Act.of("CUSTOMER_FOUND", "account", account));
        return seen(rescue);
    }

    /** What this officer opened at this office, as long as it may be gone on with. */
    @Transactional(readOnly = true)
    Optional<Seen> find(SignedIn officer, UUID id) {
        return rescues.find(id, officer, office(officer))
                .filter(rescue -> rescue.isOpenAt(clock.instant()))
                .map(this::seen);
    }

    private Seen seen(Rescue rescue) {
        return new Seen(
                rescue,
                claims.find(rescue.account()),
                reaches.reach(rescue.account()).orElseThrow());
    }

    /**
     * Sends an invitation to a new address; the old ends are told, and can stop it.
     *
     * @throws ChangeRefused.Expired if it was begun, or opened too long ago
     * @throws ChangeRefused.TooMany if the account was given back too often this week
     */
    @Transactional
    void begin(SignedIn officer, UUID id, Reason reason, EmailAddress email) {
        var rescue = begun(officer, id);
        note(rescue, reason, changes.askAtOffice(rescue.account(), email));
    }

    /**
     * Sends an invitation to a new phone; the old ends are told, and can stop it.
     *
     * @throws ChangeRefused.Expired if it was begun, or opened too long ago
     * @throws ChangeRefused.TooMany if the account was given back too often this week
     */
    @Transactional
    void begin(SignedIn officer, UUID id, Reason reason, Phone phone, Carrier carrier) {
        var rescue = begun(officer, id);
        note(rescue, reason, changes.askAtOffice(rescue.account(), phone, carrier));
    }

    private Rescue begun(SignedIn officer, UUID id) {
        var now = clock.instant();
        var rescue = rescues.find(id, officer, office(officer))
                .filter(open -> open.isOpenAt(now))
                .orElseThrow(ChangeRefused.Expired::new);
        reaches.hold(rescue.account());
        if (rescues.countBegun(rescue.account(), now.minus(WEEK)) >= MOST_IN_A_WEEK) {
            throw new ChangeRefused.TooMany();
        }
        return rescue;
    }

    private void note(Rescue rescue, Reason reason, UUID change) {
        if (!rescues.begin(rescue.id(), reason, change, clock.instant())) {
            throw new ChangeRefused.Expired();
        }
        events.publishEvent(
                new Act("RECOVERY_BEGUN", "account", rescue.account().toString(), "", "", reason.name()));
    }

    private static OfficeId office(SignedIn officer) {
        return Objects.requireNonNull(officer.office(), "an officer has an office");
    }
}
