package titian.officer;

import static titian.shared.Role.ADMINISTRATOR;
import static titian.shared.Role.AUDITOR;
import static titian.shared.Role.CENTRAL_ADMINISTRATOR;
import static titian.shared.Role.COUNTER_OFFICER;
import static titian.shared.Role.CUSTOMER_SERVICE_OFFICER;
import static titian.shared.Role.DATA_PROTECTION_OFFICER;
import static titian.shared.Role.DOOR_OFFICER;
import static titian.shared.Role.HEAD_OF_OFFICE;
import static titian.shared.Role.PARTNER_OFFICER;
import static titian.shared.Role.REGIONAL_ADMINISTRATOR;
import static titian.shared.Role.SECTION_HEAD;
import static titian.shared.Role.TREASURER;
import static titian.shared.Role.VERIFIER;

import java.util.EnumSet;
import java.util.Set;
import titian.shared.Role;

/**
 * Who may appoint whom: the one table. An administrator appoints those of the own office and of its partners; a
 * region those of its offices and its own; the centre everybody, and alone those who watch over the others.
 */
final class Reach {

    /** What kind of place somebody serves at. */
    enum Kind {
        OFFICE,
        PARTNER,
        REGION,
        CENTRE
    }

    private static final Set<Role> AT_AN_OFFICE = EnumSet.of(
            DOOR_OFFICER,
            COUNTER_OFFICER,
            CUSTOMER_SERVICE_OFFICER,
            VERIFIER,
            TREASURER,
            SECTION_HEAD,
            HEAD_OF_OFFICE,
            ADMINISTRATOR);

    private static final Set<Role> WATCHERS = EnumSet.of(AUDITOR, DATA_PROTECTION_OFFICER);

    private Reach() {}

    /** The roles that those who have these may give at a place of that kind. */
    static Set<Role> of(Set<Role> roles, Kind kind) {
        var reach = EnumSet.noneOf(Role.class);
        roles.forEach(role -> reach.addAll(of(role, kind)));
        return reach;
    }

    private static Set<Role> of(Role role, Kind kind) {
        return switch (role) {
            case ADMINISTRATOR ->
                switch (kind) {
                    case OFFICE -> AT_AN_OFFICE;
                    case PARTNER -> Set.of(PARTNER_OFFICER);
                    case REGION, CENTRE -> Set.of();
                };
            case REGIONAL_ADMINISTRATOR ->
                switch (kind) {
                    case OFFICE -> AT_AN_OFFICE;
                    case REGION -> Set.of(REGIONAL_ADMINISTRATOR);
                    case PARTNER -> Set.of(PARTNER_OFFICER);
                    case CENTRE -> Set.of();
                };
            case CENTRAL_ADMINISTRATOR ->
                switch (kind) {
                    case OFFICE -> with(AT_AN_OFFICE, WATCHERS);
                    case PARTNER -> Set.of(PARTNER_OFFICER);
                    case REGION -> with(Set.of(REGIONAL_ADMINISTRATOR), WATCHERS);
                    case CENTRE -> with(Set.of(CENTRAL_ADMINISTRATOR), WATCHERS);
                };
            case APPLICANT,
                    DOOR_OFFICER,
                    COUNTER_OFFICER,
                    AUDITOR,
                    CUSTOMER_SERVICE_OFFICER,
                    PARTNER_OFFICER,
                    TREASURER,
                    DATA_PROTECTION_OFFICER,
                    VERIFIER,
                    SECTION_HEAD,
                    HEAD_OF_OFFICE,
                    UNPROVEN_OFFICER -> Set.of();
        };
    }

    private static Set<Role> with(Set<Role> some, Set<Role> others) {
        var all = EnumSet.copyOf(some);
        all.addAll(others);
        return all;
    }
}
