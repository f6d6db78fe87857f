package titian.officer;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import titian.shared.AccountId;
import titian.shared.OfficeId;
import titian.shared.Role;

/** Somebody was asked to become an officer. It prints without giving them away. */
public record Invitation(
        UUID id,
        String name,
        String email,
        OfficeId place,
        Set<Role> roles,
        @Nullable AccountId invitedBy,
        Instant expiresAt) {

    @Override
    public String toString() {
        return "invitation " + id;
    }
}
