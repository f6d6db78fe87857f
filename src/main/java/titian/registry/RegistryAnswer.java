package titian.registry;

import java.util.Set;

/** What the civil registry says about a person. */
public sealed interface RegistryAnswer {

    /** A field the registry compares. */
    enum Field {
        NAME,
        BIRTH_PLACE,
        BIRTH_DATE,
        SEX
    }

    /** The number is this person's. */
    record Matches() implements RegistryAnswer {}

    /** The number exists, but these fields differ from the registry's. */
    record Differs(Set<Field> fields) implements RegistryAnswer {
        public Differs {
            fields = Set.copyOf(fields);
        }
    }

    /** The registry knows no such number (code 13 or 15). */
    record Unknown() implements RegistryAnswer {}

    /** The number exists but may not be used: dead (11), held twice (12), not active (14). */
    record Unusable(Why why) implements RegistryAnswer {
        /** Why a number may not be used. */
        public enum Why {
            DEAD,
            DUPLICATE,
            INACTIVE
        }
    }

    /** The registry did not answer, or not sensibly: the check is made later. */
    record Unreachable() implements RegistryAnswer {}
}
