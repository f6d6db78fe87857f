package titian.registry;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import titian.registry.RegistryAnswer.Field;
import titian.registry.RegistryDesk.Person;
import titian.shared.AccountId;

/**
 * Who an account holder says they are, and what the registry says to it. It prints without giving them away.
 *
 * @param differing the fields the registry has otherwise
 * @param checkedAt empty as long as the registry was not reached
 */
public record Claim(
        AccountId account,
        int version,
        Person person,
        Standing standing,
        Set<Field> differing,
        Instant claimedAt,
        @Nullable Instant checkedAt) {

    /** What the registry says to a claim. */
    public enum Standing {
        /** Not yet: the registry is asked again until it answers. */
        UNCHECKED,
        MATCHES,
        DIFFERS,
        UNKNOWN,
        UNUSABLE
    }

    public Claim {
        differing = Set.copyOf(differing);
    }

    @Override
    public String toString() {
        return "claim of account " + account;
    }
}
