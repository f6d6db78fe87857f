package titian.account;

import java.util.Locale;
import java.util.UUID;

/**
 * What a person gives to get an account. It prints without giving them away.
 *
 * @param once     made when the form was shown, so that sending the form twice is registering once
 * @param language the one the person reads, for letters
 * @param consent  the version of the privacy notice agreed to (UU 27/2022 art. 22)
 */
public record Registration(
        UUID once, String name, EmailAddress email, Phone phone, String password, Locale language, String consent) {

    @Override
    public String toString() {
        return "registration " + once;
    }
}
