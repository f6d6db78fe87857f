package titian.account;

import java.util.Locale;
import titian.shared.AccountId;

/** How to reach an account holder, and in which language. It prints without giving them away. */
public record Contact(AccountId account, String name, String email, String phone, Locale language) {

    /** What its holder types to sign in: the address, or the phone of whoever has none. */
    public String signInName() {
        return email.isEmpty() ? phone : email;
    }

    @Override
    public String toString() {
        return "contact of account " + account;
    }
}
