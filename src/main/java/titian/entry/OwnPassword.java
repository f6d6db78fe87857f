package titian.entry;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import titian.account.AccountDesk;
import titian.account.AccountRefused.Busy;
import titian.account.AccountRefused.WrongSignIn;
import titian.account.Passwords;
import titian.allowance.TooManyAttempts;
import titian.session.Hours;
import titian.shared.SignedIn;
import titian.web.Problems;
import titian.web.Words;

/** Gives somebody signed in another password in place of the present one, which they show, and ends their other sessions. */
@Component
public class OwnPassword {

    /** What the page of signing in says to whoever has another password now. */
    public static final String RENEWED = "account.forgotten.done";

    private final AccountDesk accounts;
    private final SignInDesk signIns;
    private final PasswordDesk desk;
    private final Passwords passwords;

    OwnPassword(AccountDesk accounts, SignInDesk signIns, PasswordDesk desk, Passwords passwords) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.desk = desk;
        this.passwords = passwords;
    }

    /** What is wrong with the form, by its fields {@code current} and {@code password}; nothing, if it is done. */
    public Optional<Problems> change(
            SignedIn me, String current, String password, Words words, HttpServletRequest request) {
        var email = accounts.contact(me.account()).orElseThrow().signInName();
        var unfit = passwords.problem(password, email, me.name());
        if (unfit.isPresent()) {
            return Optional.of(Problems.of("password", words.text(unfit.get())));
        }
        try {
            change(email, current, password, request);
            return Optional.empty();
        } catch (WrongSignIn _) {
            return Optional.of(Problems.of("current", words.text("account.change.wrong")));
        } catch (TooManyAttempts many) {
            var until = Hours.from(many.until(), words);
            return Optional.of(Problems.of("current", words.text("account.sign-in.too-many", until)));
        } catch (Busy _) {
            return Optional.of(Problems.of("", words.text("account.busy")));
        }
    }

    private void change(String email, String current, String password, HttpServletRequest request) {
        var account = signIns.begin(email, request.getRemoteAddr()).orElseThrow(WrongSignIn::new);
        if (!passwords.match(current, account.password())) {
            throw new WrongSignIn();
        }
        signIns.succeed(account, request.getRemoteAddr());
        desk.change(account, passwords.hash(password), request.getSession().getId());
    }
}
