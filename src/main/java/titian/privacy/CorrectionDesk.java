package titian.privacy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.account.AccountDesk;
import titian.privacy.Correction.About;
import titian.privacy.Correction.State;
import titian.shared.AccountId;
import titian.shared.Act;

/** Where people put right what is theirs, and ask for the rest; and where they are answered. */
@Service
class CorrectionDesk {

    /** UU 27/2022 art. 30: three times 24 hours. */
    static final Duration TO_ANSWER = Duration.ofHours(72);

    private static final int MOST_OPEN = 5;

    private final Corrections corrections;
    private final AccountDesk accounts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CorrectionDesk(Corrections corrections, AccountDesk accounts, ApplicationEventPublisher events, Clock clock) {
        this.corrections = corrections;
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
    }

    List<Correction> of(AccountId account) {
        return corrections.of(account);
    }

    /** The account bears this name from now on. */
    @Transactional
    void rename(AccountId account, String name) {
        accounts.rename(account, name);
        events.publishEvent(Act.of("NAME_CORRECTED", "account", account));
    }

    /**
     * Writes down what is to be put right.
     *
     * @throws CorrectionRefused.TooMany if five wait for an answer
     */
    @Transactional
    void ask(AccountId account, About about, String wanted) {
        if (corrections.of(account).stream().filter(Correction::isOpen).count() >= MOST_OPEN) {
            throw new CorrectionRefused.TooMany();
        }
        var now = clock.instant();
        var id = UUID.randomUUID();
        corrections.ask(id, account, about, wanted, now, now.plus(TO_ANSWER));
        events.publishEvent(new Act("CORRECTION_ASKED", "correction", id.toString(), "", about.name(), ""));
    }

    /** The person no longer asks. The second time nothing happens. */
    @Transactional
    void withdraw(UUID id, AccountId account) {
        if (corrections.withdraw(id, account)) {
            events.publishEvent(Act.of("CORRECTION_WITHDRAWN", "correction", id));
        }
    }

    /** Those to be answered, whose time is up first. */
    List<Correction> open() {
        return corrections.open();
    }

    Optional<Correction> find(UUID id) {
        return corrections.find(id);
    }

    /**
     * Answers it.
     *
     * @throws CorrectionRefused.Settled if somebody else did, or its person took it back
     */
    @Transactional
    void answer(UUID id, State state, String answer, AccountId officer) {
        if (!corrections.answer(id, state, answer, officer, clock.instant())) {
            throw new CorrectionRefused.Settled();
        }
        events.publishEvent(Act.of("CORRECTION_ANSWERED", "correction", id).from("ASKED", state.name()));
        corrections.find(id).ifPresent(answered -> events.publishEvent(new CorrectionAnswered(answered.account())));
    }
}
