package titian.account;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import titian.shared.AccountId;
import titian.shared.OfficeId;
import titian.shared.Role;
import titian.shared.SignedIn;

/** Someone who signs in: an applicant, or an officer of one office. It prints without giving them away. */
public record Account(
        AccountId id,
        String name,
        @Nullable EmailAddress email,
        String phone,
        String password,
        Locale language,
        @Nullable Instant confirmedAt,
        @Nullable OfficeId office,
        Set<Role> roles) {

    public boolean isConfirmed() {
        return confirmedAt != null;
    }

    public SignedIn signedIn() {
        return new SignedIn(id, name, roles, office);
    }

    /** As far as a password alone leads: an officer has still to show a second proof. */
    public SignedIn byPassword() {
        return office == null ? signedIn() : new SignedIn(id, name, Set.of(Role.UNPROVEN_OFFICER), office);
    }

    public Contact contact() {
        return new Contact(id, name, email == null ? "" : email.value(), phone, language);
    }

    /** Under what attempts are counted: what is typed to sign in. */
    public String key() {
        return email == null ? phone : email.key();
    }

    @Override
    public String toString() {
        return "account " + id;
    }
}
