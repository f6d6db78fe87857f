package titian.officer;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.shared.AccountId;
import titian.shared.Act;

/** Where officers set up what they show beside a password, and show it. */
@Service
public class ProofDesk {

    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_BYTES = 5;
    private static final int RECOVERY_LENGTH = RECOVERY_BYTES * 8 / 5;
    private static final SecureRandom CHANCE = new SecureRandom();

    private final Authenticators authenticators;
    private final RecoveryCodes recoveries;
    private final Attempts attempts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProofDesk(
            Authenticators authenticators,
            RecoveryCodes recoveries,
            Attempts attempts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.authenticators = authenticators;
        this.recoveries = recoveries;
        this.attempts = attempts;
        this.events = events;
        this.clock = clock;
    }

    /** Whether the officer has something to show. */
    @Transactional(readOnly = true)
    public boolean isSetUp(AccountId officer) {
        return authenticators
                .find(officer)
                .filter(Authenticators.Row::confirmed)
                .isPresent();
    }

    /**
     * The authenticator an officer is to put into an app: the same until a code of it was right.
     *
     * @throws OfficerRefused.OtherWay if one is set up already
     */
    @Transactional
    public Authenticator setUp(AccountId officer) {
        authenticators.add(officer, Authenticator.fresh(), clock.instant());
        return authenticators
                .find(officer)
                .filter(row -> !row.confirmed())
                .map(Authenticators.Row::authenticator)
                .orElseThrow(OfficerRefused.OtherWay::new);
    }

    /**
     * Confirms by a first code that the authenticator is in the app, and gives the codes to keep on paper, which are
     * never shown again. A wrong try must be remembered, which is why a refusal does not undo it.
     *
     * @throws OfficerRefused.WrongCode    if this is not its code
     * @throws OfficerRefused.TooManyCodes if too many were wrong
     * @throws OfficerRefused.OtherWay     if there is nothing to confirm
     */
    @Transactional(noRollbackFor = OfficerRefused.class)
    public List<String> confirm(AccountId officer, String typed) {
        var now = clock.instant();
        attempts.take(officer, now);
        var row =
                authenticators.find(officer).filter(one -> !one.confirmed()).orElseThrow(OfficerRefused.OtherWay::new);
        var step = row.authenticator().stepOf(Base32.tidyDigits(typed), now);
        if (step.isEmpty()) {
            throw new OfficerRefused.WrongCode();
        }
        if (!authenticators.confirm(officer, step.getAsLong(), now)) {
            throw new OfficerRefused.OtherWay();
        }
        attempts.forget(officer);
        events.publishEvent(Act.of("PROOF_SET_UP", "account", officer));
        return renewed(officer);
    }

    private List<String> renewed(AccountId officer) {
        var codes =
                IntStream.range(0, RECOVERY_CODES).mapToObj(_ -> recoveryCode()).toList();
        recoveries.replace(officer, codes);
        return codes;
    }

    private static String recoveryCode() {
        var bytes = new byte[RECOVERY_BYTES];
        CHANCE.nextBytes(bytes);
        return Base32.of(bytes);
    }

    /**
     * Shows a second proof: a code of the authenticator, or one from the paper. Each counts once.
     *
     * @throws OfficerRefused.WrongCode    if it does not count
     * @throws OfficerRefused.TooManyCodes if too many were wrong
     * @throws OfficerRefused.OtherWay     if nothing is set up yet
     */
    @Transactional(noRollbackFor = OfficerRefused.class)
    public void prove(AccountId officer, String typed) {
        var now = clock.instant();
        attempts.take(officer, now);
        var row = authenticators
                .find(officer)
                .filter(Authenticators.Row::confirmed)
                .orElseThrow(OfficerRefused.OtherWay::new);
        if (!isRight(officer, row.authenticator(), typed, now)) {
            events.publishEvent(Act.of("PROOF_REFUSED", "account", officer));
            throw new OfficerRefused.WrongCode();
        }
        attempts.forget(officer);
    }

    private boolean isRight(AccountId officer, Authenticator authenticator, String typed, Instant now) {
        var step = authenticator.stepOf(Base32.tidyDigits(typed), now);
        if (step.isPresent()) {
            return authenticators.take(officer, step.getAsLong());
        }
        var code = Base32.tidy(typed);
        if (code.length() != RECOVERY_LENGTH || !recoveries.use(officer, code, now)) {
            return false;
        }
        events.publishEvent(Act.of("RECOVERY_CODE_USED", "account", officer));
        return true;
    }

    /** How many of the codes on paper still count. */
    @Transactional(readOnly = true)
    public int recoveryCodesLeft(AccountId officer) {
        return recoveries.left(officer);
    }

    /** What an entry of the audit says of an officer who has come in. */
    @Transactional
    void enter(AccountId officer) {
        events.publishEvent(Act.of("SIGNED_IN", "account", officer));
    }
}
