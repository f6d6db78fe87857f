package titian.entry;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import titian.account.Account;
import titian.account.AccountRefused;
import titian.account.Passwords;
import titian.allowance.TooManyAttempts;
import titian.session.Session;
import titian.shared.SignedIn;

/** Lets someone in by address and password. Whatever is wrong, it takes as long and says as little. */
@Component
class SignIn implements AuthenticationProvider {

    private final SignInDesk desk;
    private final Passwords passwords;

    SignIn(SignInDesk desk, Passwords passwords) {
        this.desk = desk;
        this.passwords = passwords;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var network = asked.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        try {
            return Session.of(signIn(asked.getName(), String.valueOf(asked.getCredentials()), network));
        } catch (AccountRefused refused) {
            throw new SignInRefused(refused);
        } catch (TooManyAttempts many) {
            throw new TriedTooOften(many.until());
        }
    }

    private SignedIn signIn(String email, String password, String network) {
        var account = desk.begin(email, network);
        var hash = account.map(Account::password).orElseGet(passwords::nobodys);
        var right = passwords.match(password, hash);
        if (account.isEmpty() || !right) {
            throw new AccountRefused.WrongSignIn();
        }
        var who = desk.succeed(account.get(), network);
        passwords.renewed(password, hash).ifPresent(renewed -> desk.rehash(account.get(), renewed));
        return who;
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
