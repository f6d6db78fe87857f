package titian.shared;

import java.io.Serializable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is asking: the account, the name to greet, and what they may do where. An officer has an office. */
public record SignedIn(
        AccountId account,
        String name,
        Set<Role> roles,
        @Nullable OfficeId office) implements Serializable {

    public SignedIn {
        roles = Set.copyOf(roles);
    }

    public boolean isOfficer() {
        return office != null;
    }

    /** Whether this is an officer who has still to show a second proof. */
    public boolean isUnproven() {
        return roles.contains(Role.UNPROVEN_OFFICER);
    }

    @Override
    public String toString() {
        return "account " + account;
    }
}
