package titian.requirement;

import org.jspecify.annotations.Nullable;

/**
 * A paper that a service asks for.
 *
 * @param oneOf the group of which one paper is enough
 */
public record Requirement(
        String service,
        int seq,
        String document,
        String nameId,
        String nameEn,
        Obligation obligation,
        @Nullable String oneOf) {

    /** Whether the applicant must bring it. */
    enum Obligation {
        MANDATORY,
        /** One of its group is enough. */
        ONE_OF,
        /** Only in certain cases. */
        CONDITIONAL,
        /** An officer makes it; nobody brings it. */
        SYSTEM
    }

    public String name(boolean inIndonesian) {
        return inIndonesian ? nameId : nameEn;
    }
}
