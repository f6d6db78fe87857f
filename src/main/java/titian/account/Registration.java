package titian.account;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import titian.phone.Carrier;
import titian.registry.RegistryDesk.Person;

/**
 * What a person gives to get an account. It prints without giving them away.
 *
 * @param once     made when the form was shown, so that sending the form twice is registering once
 * @param email    what the code goes to, if it goes to an address
 * @param carrier  what takes the code to the phone, if it goes there
 * @param language the one the person reads, for letters
 * @param consent  the version of the privacy notice agreed to (UU 27/2022 art. 22)
 */
public record Registration(
        UUID once,
        Person person,
        @Nullable EmailAddress email,
        Phone phone,
        @Nullable Carrier carrier,
        String password,
        Locale language,
        String consent) {

    public Registration {
        if ((email == null) == (carrier == null)) {
            throw new IllegalArgumentException("a code goes to an address or to a phone");
        }
    }

    String name() {
        return person.name();
    }

    /** What the code goes to, the same however it is written. */
    String key() {
        return email == null ? phone.value() : email.key();
    }

    /** The version of the privacy notice that is shown now. */
    public static final String NOTICE = "2026-11";

    @Override
    public String toString() {
        return "registration " + once;
    }
}
