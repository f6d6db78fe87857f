package titian;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import titian.account.AccountDesk;
import titian.account.EmailAddress;
import titian.account.Phone;
import titian.account.Registration;
import titian.registry.RegistryDesk;
import titian.session.Session;
import titian.shared.OfficeId;
import titian.shared.Role;
import titian.shared.SignedIn;

/** People who have an account, made the way people make one, and how they come to a page signed in. */
public final class SignedInPeople {

    public static final String PASSWORD = "jembatan kecil di desa";

    private SignedInPeople() {}

    /** Someone new who registered, confirmed the address and is signed in. */
    public static SignedIn applicant(AccountDesk desk) {
        return applicant(desk, People.someone());
    }

    public static SignedIn applicant(AccountDesk desk, People.Someone someone) {
        var code = desk.register(registration(someone), network());
        return desk.confirm(code, desk.code(code).orElseThrow().digits());
    }

    /** A new officer of this office. */
    public static SignedIn officer(AccountDesk desk, OfficeId office, Role... roles) {
        var someone = People.officer();
        var account = desk.appoint(someone.email(), someone.name(), PASSWORD, office, Set.of(roles));
        return new SignedIn(account, someone.name(), Set.of(roles), office);
    }

    /** Sends a request as this person: {@code browser.get().uri("/beranda").with(as(me))}. Officers have proven it now. */
    public static RequestPostProcessor as(SignedIn who) {
        return who.isOfficer() ? as(who, TestHouse.now()) : authentication(known(who));
    }

    /** Sends a request as this officer, who showed a second proof at that moment. */
    public static RequestPostProcessor as(SignedIn officer, Instant proven) {
        return authentication(Session.of(officer, proven));
    }

    private static Authentication known(SignedIn who) {
        var authorities = who.roles().stream()
                .map(role -> new SimpleGrantedAuthority(role.authority()))
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(who, null, authorities);
    }

    public static Registration registration(People.Someone someone) {
        return new Registration(
                UUID.randomUUID(),
                new RegistryDesk.Person(someone.nik(), someone.name(), someone.birthDate()),
                EmailAddress.of(someone.email()),
                Phone.of("081234567890"),
                null,
                PASSWORD,
                Locale.of("id"),
                Registration.NOTICE);
    }

    /** Each comes from another network, so that the limits of one do not meet the tests of another. */
    public static String network() {
        var random = ThreadLocalRandom.current();
        return "10.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(1, 255));
    }
}
