package titian.entry;

import org.springframework.security.core.AuthenticationException;
import titian.account.AccountRefused;

/** Carries the reason why someone is not let in through Spring Security. */
class SignInRefused extends AuthenticationException {

    private final transient AccountRefused reason;

    SignInRefused(AccountRefused reason) {
        super(reason.getMessage(), reason);
        this.reason = reason;
    }

    AccountRefused reason() {
        return reason;
    }
}
