package titian.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;
import titian.account.AccountRefused;
import titian.account.AccountRefused.AddressTaken;
import titian.account.AccountRefused.Busy;
import titian.account.AccountRefused.CodeExpired;
import titian.account.AccountRefused.CodeTooSoon;
import titian.account.AccountRefused.CodeWrong;
import titian.account.AccountRefused.WrongSignIn;
import titian.session.Session;
import titian.session.Session.Notice;

/** Leads whoever was not let in to the page that says why. */
@Component
class SignInRefusals implements AuthenticationFailureHandler {

    static final String WRONG = "account.sign-in.wrong";
    static final String TOO_MANY = "account.sign-in.too-many";

    /** More than an address can have, and little enough to keep in a session. */
    private static final int LONGEST_KEPT = 300;

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        var email = typed(request.getParameter("surel"));
        if (failure instanceof TriedTooOften often) {
            say(new Notice(TOO_MANY, email, often.until()), request, response);
        } else if (failure instanceof SignInRefused refused) {
            lead(refused.reason(), email, request, response);
        } else {
            throw new IllegalStateException("sign-in failed", failure);
        }
    }

    private static void lead(
            AccountRefused reason, String email, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        switch (reason) {
            case WrongSignIn _ -> say(new Notice(WRONG, email, null), request, response);
            case Busy _ -> say(new Notice("account.busy", email, null), request, response);
            case CodeWrong _, CodeExpired _, CodeTooSoon _, AddressTaken _ ->
                throw new IllegalStateException("no reason to refuse a sign-in", reason);
        }
    }

    private static String typed(@Nullable String email) {
        var tidy = email == null ? "" : email.strip();
        return tidy.substring(0, Math.min(tidy.length(), LONGEST_KEPT));
    }

    private static void say(Notice notice, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Session.say(request, notice);
        response.sendRedirect("/masuk");
    }
}
