package titian.contact;

import static titian.contact.ContactNews.Occasion.NEW;
import static titian.contact.ContactNews.Occasion.NOTICE;
import static titian.contact.ContactNews.Occasion.OLD;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.account.EmailAddress;
import titian.account.Phone;
import titian.account.ReachDesk;
import titian.account.ReachDesk.Reach;
import titian.contact.Change.Field;
import titian.contact.Change.Origin;
import titian.contact.Change.State;
import titian.phone.Carrier;
import titian.shared.AccountId;

/** Where an account comes to be reached by another address or phone. */
@Service
public class ChangeDesk {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MOST_IN_AN_HOUR = 5;

    private final Changes changes;
    private final ReachDesk reaches;
    private final Proofs digits;
    private final Herald herald;
    private final Clock clock;

    ChangeDesk(Changes changes, ReachDesk reaches, Proofs digits, Herald herald, Clock clock) {
        this.changes = changes;
        this.reaches = reaches;
        this.digits = digits;
        this.herald = herald;
        this.clock = clock;
    }

    /**
     * Asks for another address. Whether it is somebody else's shows nowhere but in the letter that goes there.
     *
     * @throws ChangeRefused.Same    if the account has it
     * @throws ChangeRefused.TooMany if it was asked for too often
     */
    @Transactional
    UUID ask(AccountId account, EmailAddress email) {
        return ask(account, email, Origin.HOLDER);
    }

    /** The same, asked for at the counter: the new end is invited, the old ones are told. */
    @Transactional
    UUID askAtOffice(AccountId account, EmailAddress email) {
        return ask(account, email, Origin.OFFICE);
    }

    private UUID ask(AccountId account, EmailAddress email, Origin origin) {
        reaches.hold(account);
        var reach = reaches.reach(account).orElseThrow();
        if (reach.email().equalsIgnoreCase(email.value())) {
            throw new ChangeRefused.Same();
        }
        var before = reach.email().isEmpty() ? null : reach.email();
        var end = new NewEnd(Field.EMAIL, null, email.value(), reaches.isFree(email));
        return ask(account, origin, before, reach, end);
    }

    /**
     * Asks for another phone, or for the present one to be confirmed.
     *
     * @throws ChangeRefused.Same    if the account has it, confirmed
     * @throws ChangeRefused.TooMany if it was asked for too often
     */
    @Transactional
    UUID ask(AccountId account, Phone phone, Carrier carrier) {
        return ask(account, phone, carrier, Origin.HOLDER);
    }

    /** The same, asked for at the counter: the new end is invited, the old ones are told. */
    @Transactional
    UUID askAtOffice(AccountId account, Phone phone, Carrier carrier) {
        return ask(account, phone, carrier, Origin.OFFICE);
    }

    private UUID ask(AccountId account, Phone phone, Carrier carrier, Origin origin) {
        reaches.hold(account);
        var reach = reaches.reach(account).orElseThrow();
        if (reach.phoneConfirmed() && reach.phone().equals(phone.value())) {
            throw new ChangeRefused.Same();
        }
        var before = reach.phoneConfirmed() ? reach.phone() : null;
        var end = new NewEnd(Field.PHONE, carrier, phone.value(), reaches.isFree(phone, account));
        return ask(account, origin, before, reach, end);
    }

    /** What is asked for. */
    private record NewEnd(Field field, @Nullable Carrier carrier, String value, boolean free) {}

    private UUID ask(AccountId account, Origin origin, @Nullable String before, Reach reach, NewEnd end) {
        var now = clock.instant();
        mayAsk(account, end.field(), end.value(), now);
        changes.replaceLive(account);
        var guard = guard(reach);
        var change = new Change(
                UUID.randomUUID(),
                account,
                end.field(),
                origin,
                end.carrier(),
                before,
                guard,
                end.value(),
                end.free(),
                State.ASKED,
                now,
                now.plus(
                        switch (origin) {
                            case HOLDER -> Change.LIFE;
                            case OFFICE -> Change.INVITED;
                        }),
                null,
                0);
        changes.add(change);
        herald.tellNew(change, NEW);
        herald.tell(
                change,
                switch (origin) {
                    case HOLDER -> OLD;
                    case OFFICE -> NOTICE;
                },
                guard);
        if (before != null && !before.equals(guard)) {
            herald.tell(change, NOTICE, before);
        }
        return change.id();
    }

    /** The end that agrees or stops: the address, or the phone of whoever has none. */
    private static String guard(Reach reach) {
        return reach.email().isEmpty() ? reach.phone() : reach.email();
    }

    private void mayAsk(AccountId account, Field field, String after, Instant now) {
        var then = now.minus(HOUR);
        if (changes.countSince(account, then) >= MOST_IN_AN_HOUR
                || changes.countSince(field, after, then) >= MOST_IN_AN_HOUR) {
            throw new ChangeRefused.TooMany();
        }
    }

    /** The change of this account that takes digits now. */
    @Transactional(readOnly = true)
    Optional<Change> open(AccountId account) {
        return changes.live(account)
                .filter(change -> change.origin() == Origin.HOLDER && change.takesDigitsAt(clock.instant()));
    }

    /** The change of this account that waits to become true. */
    @Transactional(readOnly = true)
    Optional<Change> waiting(AccountId account) {
        return changes.live(account).filter(change -> change.state() == State.WAITING);
    }

    /** Gives a change up from within. */
    @Transactional
    void giveUp(AccountId account) {
        changes.replaceLive(account);
    }

    /** For the letters about it. */
    @Transactional(readOnly = true)
    public Optional<Change> find(UUID id) {
        return changes.find(id);
    }

    /** The digits for its new end. */
    public String newDigits(UUID change) {
        return digits.newDigits(change);
    }

    /** The digits for its old end. */
    public String oldDigits(UUID change) {
        return digits.oldDigits(change);
    }

    /** Where the new end that was invited from the counter gives its digits. */
    public String invitationAddress(UUID change) {
        return "/kontak/pulih/" + change + "/" + digits.invitation(change);
    }

    /** Where it is stopped. */
    public String stopAddress(UUID change) {
        return "/kontak/hentikan/" + change + "/" + digits.token(change);
    }
}
