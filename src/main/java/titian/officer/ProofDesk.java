package titian.officer;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.passkey.PasskeyDesk;
import titian.passkey.PasskeyRefused;
import titian.platform.Sessions;
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
    private final PasskeyDesk passkeys;
    private final Sessions sessions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProofDesk(
            Authenticators authenticators,
            RecoveryCodes recoveries,
            Attempts attempts,
            PasskeyDesk passkeys,
            Sessions sessions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.authenticators = authenticators;
        this.recoveries = recoveries;
        this.attempts = attempts;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.events = events;
        this.clock = clock;
    }

    /** Whether the officer has something to show. */
    @Transactional(readOnly = true)
    public boolean isSetUp(AccountId officer) {
        return hasApp(officer) || hasPasskey(officer);
    }

    /** Whether the officer has an authenticator app. */
    @Transactional(readOnly = true)
    public boolean hasApp(AccountId officer) {
        return authenticators
                .find(officer)
                .filter(Authenticators.Row::confirmed)
                .isPresent();
    }

    /** Whether the officer has a passkey. */
    @Transactional(readOnly = true)
    public boolean hasPasskey(AccountId officer) {
        return !passkeys.of(officer).isEmpty();
    }

    /**
     * The authenticator an officer is to put into an app: the same until a code of it was right.
     *
     * @throws OfficerRefused.OtherWay if one is set up already
     */
    @Transactional
    public Authenticator setUp(AccountId officer) {
        refuseIfSetUp(officer);
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
        refuseIfSetUp(officer);
        var row = authenticators.find(officer).orElseThrow(OfficerRefused.OtherWay::new);
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

    private void refuseIfSetUp(AccountId officer) {
        if (isSetUp(officer)) {
            throw new OfficerRefused.OtherWay();
        }
    }

    /**
     * Sets up a passkey as what the officer shows, and gives the codes to keep on paper.
     *
     * @throws OfficerRefused.WrongDevice if this is not the answer of a device to what was asked
     * @throws OfficerRefused.OtherWay    if something is set up already
     */
    @Transactional
    public List<String> confirm(
            AccountId officer, PublicKeyCredentialCreationOptions asked, String answer, String label) {
        refuseIfSetUp(officer);
        add(officer, asked, answer, label);
        return renewed(officer);
    }

    /**
     * Adds another passkey.
     *
     * @throws OfficerRefused.WrongDevice if this is not the answer of a device to what was asked
     */
    @Transactional
    public void add(AccountId officer, PublicKeyCredentialCreationOptions asked, String answer, String label) {
        try {
            passkeys.add(officer, asked, answer, label);
        } catch (PasskeyRefused _) {
            throw new OfficerRefused.WrongDevice();
        }
        events.publishEvent(Act.of("PROOF_SET_UP", "account", officer));
    }

    /**
     * Takes away a passkey; what an officer shows last stays.
     *
     * @throws OfficerRefused.LastProof if nothing else would be left to show
     */
    @Transactional
    public void remove(AccountId officer, Bytes passkey) {
        authenticators.lock(officer);
        var others = passkeys.of(officer).stream().filter(one -> !one.id().equals(passkey));
        if (!hasApp(officer) && others.findAny().isEmpty()) {
            throw new OfficerRefused.LastProof();
        }
        passkeys.remove(officer, passkey);
        events.publishEvent(Act.of("PASSKEY_REMOVED", "account", officer));
    }

    /** Codes for another paper, in the place of all on the old one. */
    @Transactional
    public List<String> renewPaper(AccountId officer) {
        events.publishEvent(Act.of("PAPER_RENEWED", "account", officer));
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
        if (!isSetUp(officer)) {
            throw new OfficerRefused.OtherWay();
        }
        if (!isRight(officer, typed, now)) {
            events.publishEvent(Act.of("PROOF_REFUSED", "account", officer));
            throw new OfficerRefused.WrongCode();
        }
        attempts.forget(officer);
    }

    /**
     * Shows a passkey.
     *
     * @throws OfficerRefused.WrongDevice  if this is not the answer of a device of theirs to what was asked
     * @throws OfficerRefused.TooManyCodes if too many were wrong
     */
    @Transactional(noRollbackFor = OfficerRefused.class)
    public void prove(AccountId officer, PublicKeyCredentialRequestOptions asked, String answer) {
        attempts.take(officer, clock.instant());
        if (!isTheirs(officer, asked, answer)) {
            events.publishEvent(Act.of("PROOF_REFUSED", "account", officer));
            throw new OfficerRefused.WrongDevice();
        }
        attempts.forget(officer);
    }

    private boolean isTheirs(AccountId officer, PublicKeyCredentialRequestOptions asked, String answer) {
        try {
            return passkeys.holder(asked, answer).equals(officer);
        } catch (PasskeyRefused _) {
            return false;
        }
    }

    private boolean isRight(AccountId officer, String typed, Instant now) {
        var step = authenticators
                .find(officer)
                .filter(Authenticators.Row::confirmed)
                .map(row -> row.authenticator().stepOf(Base32.tidyDigits(typed), now))
                .orElse(OptionalLong.empty());
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

    /** Takes away what an officer showed, who lost it: the next time a new one is set up. Sessions are ended. */
    @Transactional
    public void reset(AccountId officer) {
        passkeys.of(officer).forEach(passkey -> passkeys.remove(officer, passkey.id()));
        authenticators.delete(officer);
        recoveries.delete(officer);
        attempts.forget(officer);
        sessions.end(officer);
        events.publishEvent(Act.of("PROOF_RESET", "account", officer));
        events.publishEvent(new ProofReset(officer));
    }

    /** What an entry of the audit says of an officer who has come in. */
    @Transactional
    void enter(AccountId officer) {
        events.publishEvent(Act.of("SIGNED_IN", "account", officer));
    }
}
