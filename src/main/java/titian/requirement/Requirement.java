package titian.requirement;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A paper that a service asks for.
 *
 * @param oneOf the group of which one paper is enough
 * @param circumstances those in one of which it is needed; none if it does not depend on any we ask about
 * @param slot what it is uploaded as; nothing if it is only brought
 * @param until the last day it is asked for, if that is known
 */
public record Requirement(
        UUID id,
        String service,
        int seq,
        String document,
        String nameId,
        String nameEn,
        Obligation obligation,
        @Nullable String oneOf,
        Set<Circumstance> circumstances,
        @Nullable String slot,
        LocalDate from,
        @Nullable LocalDate until,
        boolean ofOffice) {

    /** Whether the applicant must bring it. */
    public enum Obligation {
        MANDATORY,
        /** One of its group is enough. */
        ONE_OF,
        /** Only in certain cases. */
        CONDITIONAL,
        /** An officer makes it; nobody brings it. */
        SYSTEM
    }

    public Requirement {
        circumstances = Set.copyOf(circumstances);
    }

    public String name(boolean inIndonesian) {
        return inIndonesian ? nameId : nameEn;
    }

    /** Stands for another service's whole list. */
    boolean isList() {
        return document.startsWith("SET_");
    }

    Need.Paper paper() {
        return new Need.Paper(document, nameId, nameEn);
    }
}
