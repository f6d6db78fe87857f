package titian.questionnaire;

import static titian.requirement.RequestedService.ABROAD_REPLACE;
import static titian.requirement.RequestedService.BORN_ABROAD_CHILD;
import static titian.requirement.RequestedService.CPMI;
import static titian.requirement.RequestedService.DATA_CHANGE;
import static titian.requirement.RequestedService.DUAL_CITIZEN_CHILD;
import static titian.requirement.RequestedService.EAZY_PASSPORT;
import static titian.requirement.RequestedService.NEW_ADULT;
import static titian.requirement.RequestedService.NEW_CHILD;
import static titian.requirement.RequestedService.PICKUP_FAMILY;
import static titian.requirement.RequestedService.PICKUP_PROXY;
import static titian.requirement.RequestedService.PICKUP_SELF;
import static titian.requirement.RequestedService.REPLACE_CHILD;
import static titian.requirement.RequestedService.REPLACE_DAMAGED;
import static titian.requirement.RequestedService.REPLACE_DAMAGED_FM;
import static titian.requirement.RequestedService.REPLACE_EXPIRY;
import static titian.requirement.RequestedService.REPLACE_FULL;
import static titian.requirement.RequestedService.REPLACE_LOST;
import static titian.requirement.RequestedService.REPLACE_LOST_FM;
import static titian.requirement.RequestedService.SPLP;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import titian.requirement.Case;
import titian.requirement.Circumstance;
import titian.requirement.RequestedService;

/**
 * What somebody has said so far, as far as it decides which service they need. Nobody chooses a code from a list: the
 * answers decide, in one place, for the form as for whoever only looks.
 *
 * @param child under 17 (and unmarried)
 * @param hasPassport had an Indonesian passport before, in whatever state it is now
 * @param additions what comes on top: hajj, umrah, work abroad
 */
public record Situation(
        Errand errand,
        boolean child,
        boolean hasPassport,
        @Nullable ReplacementReason reason,
        Childhood childhood,
        Set<RequestedService> additions,
        Set<Circumstance> circumstances) {

    public Situation {
        additions = Set.copyOf(additions);
        circumstances = Set.copyOf(circumstances);
    }

    /** The case that this is. */
    public Case decide() {
        var service = service();
        return new Case(service, additions(service), circumstances(service));
    }

    private RequestedService service() {
        return switch (errand) {
            case PASSPORT -> hasPassport ? replacement() : first();
            case ABROAD -> ABROAD_REPLACE;
            case SPLP -> SPLP;
            case GROUP -> EAZY_PASSPORT;
            case PICKUP_SELF -> PICKUP_SELF;
            case PICKUP_FAMILY -> PICKUP_FAMILY;
            case PICKUP_PROXY -> PICKUP_PROXY;
        };
    }

    private RequestedService first() {
        if (!child) {
            return additions.contains(CPMI) ? CPMI : NEW_ADULT;
        }
        return switch (childhood) {
            case ORDINARY -> NEW_CHILD;
            case DUAL_CITIZEN -> DUAL_CITIZEN_CHILD;
            case BORN_ABROAD -> BORN_ABROAD_CHILD;
        };
    }

    private RequestedService replacement() {
        return switch (reason == null ? ReplacementReason.EXPIRED : reason) {
            case EXPIRED -> child ? REPLACE_CHILD : REPLACE_EXPIRY;
            case FULL -> child ? REPLACE_CHILD : REPLACE_FULL;
            case LOST -> REPLACE_LOST;
            case LOST_IN_DISASTER -> REPLACE_LOST_FM;
            case DAMAGED -> REPLACE_DAMAGED;
            case DAMAGED_IN_DISASTER -> REPLACE_DAMAGED_FM;
            case DATA_CHANGE -> DATA_CHANGE;
        };
    }

    private Set<RequestedService> additions(RequestedService service) {
        var some = EnumSet.noneOf(RequestedService.class);
        if (errand.mayReplace()) {
            some.addAll(additions);
            if (child && childhood == Childhood.DUAL_CITIZEN) {
                some.add(DUAL_CITIZEN_CHILD);
            }
        }
        some.remove(service);
        return some;
    }

    private Set<Circumstance> circumstances(RequestedService service) {
        var some = EnumSet.noneOf(Circumstance.class);
        some.addAll(circumstances);
        if (child && service.makesBook()) {
            some.add(Circumstance.MINOR);
        }
        return some;
    }
}
