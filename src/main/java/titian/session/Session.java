package titian.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import titian.allowance.TooManyAttempts;
import titian.shared.SignedIn;
import titian.web.Device;

/** What one browser's session holds: the code it waits for, what to say next, then who signed in. */
public final class Session {

    private static final String AWAITED = "titian.session.awaited";
    private static final String NOTICE = "titian.session.notice";
    private static final String TOO_MANY = "account.sign-in.too-many";
    private static final String SECOND_PROOF = "FACTOR_SECOND";

    /**
     * The code this browser waits for, and the address as it was typed. Not the one on record: to show that would tell
     * whether there is one.
     */
    public record Awaited(UUID code, String address) implements Serializable {

        @Override
        public String toString() {
            return "waiting for code " + code;
        }
    }

    /**
     * What the next page is to say, once. It prints without the address typed.
     *
     * @param text  the key of the text
     * @param email the address typed, to be shown again
     * @param until the clock time the text speaks of, if it does
     */
    public record Notice(
            String text, String email, @Nullable Instant until) implements Serializable {

        @Override
        public String toString() {
            return text;
        }
    }

    private Session() {}

    public static void say(HttpServletRequest request, Notice notice) {
        request.getSession().setAttribute(NOTICE, notice);
    }

    /** The page of signing in will say from when on it may be tried again. */
    public static void sayTooMany(HttpServletRequest request, TooManyAttempts many) {
        say(request, new Notice(TOO_MANY, "", many.until()));
    }

    public static Optional<Notice> said(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(NOTICE) instanceof Notice notice)) {
            return Optional.empty();
        }
        session.removeAttribute(NOTICE);
        return Optional.of(notice);
    }

    public static void await(HttpServletRequest request, UUID code, String address) {
        request.getSession().setAttribute(AWAITED, new Awaited(code, address));
    }

    public static Optional<Awaited> awaited(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(AWAITED) instanceof Awaited awaited
                ? Optional.of(awaited)
                : Optional.empty();
    }

    public static void await(HttpServletRequest request, Enum<?> purpose, UUID code, String address) {
        request.getSession().setAttribute(AWAITED + purpose, new Awaited(code, address));
    }

    public static Optional<Awaited> awaited(HttpServletRequest request, Enum<?> purpose) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(AWAITED + purpose) instanceof Awaited awaited
                ? Optional.of(awaited)
                : Optional.empty();
    }

    /** The code for this was used: it is waited for no longer. */
    public static void arrived(HttpServletRequest request, Enum<?> purpose) {
        request.getSession().removeAttribute(AWAITED + purpose);
    }

    /** Signs in whoever proved to be this account, under a new session name so that no planted one is of use. */
    public static void begin(HttpServletRequest request, HttpServletResponse response, SignedIn who) {
        begin(request, response, of(who));
    }

    /** Signs in an officer who has shown a second proof now, or shows it again. */
    public static void begin(HttpServletRequest request, HttpServletResponse response, SignedIn officer, Instant now) {
        begin(request, response, of(officer, now));
    }

    private static void begin(HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        request.getSession().removeAttribute(AWAITED);
        request.changeSessionId();
        Device.note(request);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
    }

    public static Authentication of(SignedIn who) {
        return UsernamePasswordAuthenticationToken.authenticated(who, null, authorities(who));
    }

    /** As an officer is known to the house who showed a second proof at that moment. */
    public static Authentication of(SignedIn officer, Instant proven) {
        var authorities = authorities(officer);
        authorities.add(FactorGrantedAuthority.withAuthority(SECOND_PROOF)
                .issuedAt(proven)
                .build());
        return UsernamePasswordAuthenticationToken.authenticated(officer, null, authorities);
    }

    private static List<GrantedAuthority> authorities(SignedIn who) {
        var authorities = new ArrayList<GrantedAuthority>();
        who.roles().forEach(role -> authorities.add(new SimpleGrantedAuthority(role.authority())));
        return authorities;
    }

    /** The page on which whoever is signed in begins. */
    public static String home(SignedIn me) {
        if (me.isUnproven()) {
            return "redirect:/petugas/bukti";
        }
        return me.isOfficer() ? "redirect:/petugas" : "redirect:/beranda";
    }

    /** When whoever this is showed a second proof; never, if they did not. */
    public static Instant proven(Authentication authentication) {
        return authentication.getAuthorities().stream()
                .filter(FactorGrantedAuthority.class::isInstance)
                .map(FactorGrantedAuthority.class::cast)
                .filter(factor -> SECOND_PROOF.equals(factor.getAuthority()))
                .map(FactorGrantedAuthority::getIssuedAt)
                .findFirst()
                .orElse(Instant.MIN);
    }
}
