package titian.contact;

import static titian.contact.ContactNews.Occasion.DONE_NEW;
import static titian.contact.ContactNews.Occasion.DONE_OLD;
import static titian.contact.ContactNews.Occasion.STOPPED;
import static titian.contact.ContactNews.Occasion.WAITING;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.account.AccountRefused;
import titian.account.EmailAddress;
import titian.account.Phone;
import titian.account.ReachDesk;
import titian.contact.Change.Origin;
import titian.contact.Change.State;
import titian.entry.ProofDesk;
import titian.shared.AccountId;

/** Where both ends of a change have their say, and it becomes true or is stopped. */
@Service
class ConfirmDesk {

    private static final Duration KEPT = Duration.ofDays(30);

    private final Changes changes;
    private final ReachDesk reaches;
    private final ProofDesk proofs;
    private final Proofs digits;
    private final Herald herald;
    private final Clock clock;

    ConfirmDesk(Changes changes, ReachDesk reaches, ProofDesk proofs, Proofs digits, Herald herald, Clock clock) {
        this.changes = changes;
        this.reaches = reaches;
        this.proofs = proofs;
        this.digits = digits;
        this.herald = herald;
        this.clock = clock;
    }

    /**
     * Makes the change true by the digits of both ends. A wrong try must be remembered, which is why this refusal does
     * not undo it.
     *
     * @param kept the session that goes on; all others end
     * @throws ChangeRefused.CodeWrong     with the end whose digits do not fit
     * @throws ChangeRefused.Expired       if it is too old, stopped or replaced
     * @throws AccountRefused.AddressTaken if somebody else was faster
     */
    @Transactional(noRollbackFor = ChangeRefused.class)
    void confirm(AccountId account, UUID id, String newDigits, String oldDigits, String kept) {
        var change = tried(account, id, newDigits, Origin.HOLDER);
        if (!digits.areOldDigits(id, oldDigits)) {
            throw wrong(change, true);
        }
        make(change, State.ASKED, kept);
    }

    /**
     * Lets the change become true by itself, for whoever cannot read the old end any more; until then it can be stopped
     * from there.
     *
     * @throws ChangeRefused.CodeWrong if the digits of the new end do not fit
     * @throws ChangeRefused.Expired   if it is too old, stopped or replaced
     */
    @Transactional(noRollbackFor = ChangeRefused.class)
    void letWait(AccountId account, UUID id, String newDigits) {
        var change = tried(account, id, newDigits, Origin.HOLDER);
        if (!changes.letWait(id, clock.instant().plus(Change.WAIT))) {
            throw new ChangeRefused.Expired();
        }
        herald.tell(change, WAITING, change.guard());
        if (change.before() != null && !change.before().equals(change.guard())) {
            herald.tell(change, WAITING, change.before());
        }
    }

    /**
     * The new end that was invited from the counter gives its digits; after a day in which the old ends can stop it, the
     * change becomes true.
     *
     * @throws ChangeRefused.CodeWrong if the digits do not fit
     * @throws ChangeRefused.Expired   if it is too old, stopped or replaced, or nobody was invited by that name
     */
    @Transactional(noRollbackFor = ChangeRefused.class)
    void accept(UUID id, String token, String newDigits) {
        var change = tried(
                invited(id, token).map(Change::account).orElseThrow(ChangeRefused.Expired::new),
                id,
                newDigits,
                Origin.OFFICE);
        if (!changes.letWait(id, clock.instant().plus(Change.WAIT_AFTER_COUNTER))) {
            throw new ChangeRefused.Expired();
        }
        herald.note(change, "INVITATION_ACCEPTED");
    }

    /** For the page the invitation leads to. */
    @Transactional(readOnly = true)
    Optional<Change> invited(UUID id, String token) {
        return changes.find(id).filter(change -> change.origin() == Origin.OFFICE && digits.isInvitation(id, token));
    }

    boolean takesDigits(Change change) {
        return change.takesDigitsAt(clock.instant());
    }

    private Change tried(AccountId account, UUID id, String newDigits, Origin origin) {
        reaches.hold(account);
        var change = changes.lock(id)
                .filter(known -> known.account().equals(account)
                        && known.origin() == origin
                        && known.takesDigitsAt(clock.instant()))
                .orElseThrow(ChangeRefused.Expired::new);
        if (change.tries() >= Change.TRIES) {
            throw new ChangeRefused.CodeWrong(false, 0);
        }
        if (!change.free() || !digits.areNewDigits(id, newDigits)) {
            throw wrong(change, false);
        }
        return change;
    }

    private ChangeRefused wrong(Change change, boolean old) {
        changes.countTry(change.id());
        return new ChangeRefused.CodeWrong(old, Change.TRIES - change.tries() - 1);
    }

    private void make(Change change, State from, @Nullable String kept) {
        if (!changes.move(change.id(), from, State.DONE)) {
            throw new ChangeRefused.Expired();
        }
        switch (change.field()) {
            case EMAIL -> reaches.moveEmail(change.account(), EmailAddress.of(change.after()), kept);
            case PHONE -> reaches.movePhone(change.account(), Phone.of(change.after()), kept);
        }
        if (change.origin() == Origin.OFFICE) {
            reaches.putAwayAdded(change.account());
        }
        herald.tellNew(change, DONE_NEW);
        if (change.before() != null) {
            herald.tell(change, DONE_OLD, change.before());
        }
        herald.note(change, "CHANGED");
    }

    /**
     * Stops the change from an old end, and shuts the account until its holder makes another password: whoever asked knew
     * the present one. Stopping it twice does nothing the second time.
     *
     * @return the change, if there is one of that name
     */
    @Transactional
    Optional<Change> stop(UUID id, String token) {
        var change = held(id).filter(_ -> digits.isToken(id, token));
        change.filter(Change::canBeStopped).ifPresent(this::stop);
        return change;
    }

    /** Account first, then change: whoever asks for another takes them in that order. */
    private Optional<Change> held(UUID id) {
        changes.find(id).ifPresent(known -> reaches.hold(known.account()));
        return changes.lock(id);
    }

    private void stop(Change change) {
        changes.move(change.id(), change.state(), State.STOPPED);
        if (change.origin() == Origin.HOLDER) {
            reaches.shut(change.account(), proofs.noPassword());
        }
        herald.tell(change, STOPPED, change.guard());
        herald.note(change, "CHANGE_STOPPED");
    }

    /** For the page that asks whether to stop it. */
    @Transactional(readOnly = true)
    Optional<Change> stoppable(UUID id, String token) {
        return changes.find(id).filter(_ -> digits.isToken(id, token));
    }

    /** Those whose time has come, to be made true one by one. */
    @Transactional
    List<UUID> due() {
        var now = clock.instant();
        changes.expire(now);
        changes.forgetBefore(now.minus(KEPT));
        return changes.due(now);
    }

    /**
     * Nobody stopped it: it becomes true.
     *
     * @throws AccountRefused.AddressTaken if it is somebody else's by now
     */
    @Transactional
    void make(UUID id) {
        held(id).filter(change -> change.state() == State.WAITING)
                .ifPresent(change -> make(change, State.WAITING, null));
    }

    /** It cannot become true any more. */
    @Transactional
    void drop(UUID id) {
        changes.move(id, State.WAITING, State.EXPIRED);
    }
}
