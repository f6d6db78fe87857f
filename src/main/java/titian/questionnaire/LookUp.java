package titian.questionnaire;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import titian.requirement.Circumstance;
import titian.requirement.RequestedService;

/**
 * What somebody who only looks up what to bring has chosen, as the address says it. What makes no sense counts as not
 * chosen.
 */
record LookUp(
        @Nullable Errand errand,
        @Nullable String age,
        @Nullable String passport,
        @Nullable ReplacementReason reason,
        @Nullable Childhood childhood,
        String purpose,
        Set<Circumstance> circumstances) {

    static final String CHILD = "anak";
    static final String ADULT = "dewasa";
    static final String HAD = "pernah";
    static final String NEVER = "belum";
    static final List<RequestedService> PURPOSES =
            List.of(RequestedService.UMRAH, RequestedService.HAJJ, RequestedService.CPMI);

    static LookUp of(
            @Nullable String errand,
            @Nullable String age,
            @Nullable String passport,
            @Nullable String reason,
            @Nullable String childhood,
            @Nullable String purpose,
            List<String> circumstances) {
        return new LookUp(
                value(Errand.values(), errand),
                among(age, CHILD, ADULT),
                among(passport, HAD, NEVER),
                value(ReplacementReason.values(), reason),
                value(Childhood.values(), childhood),
                PURPOSES.stream().anyMatch(one -> one.name().equals(purpose)) && purpose != null ? purpose : "",
                circumstances(circumstances));
    }

    private static Set<Circumstance> circumstances(List<String> typed) {
        var some = EnumSet.noneOf(Circumstance.class);
        typed.forEach(one -> {
            var known = value(Circumstance.values(), one);
            if (known != null) {
                some.add(known);
            }
        });
        return some;
    }

    private static <E extends Enum<E>> @Nullable E value(E[] values, @Nullable String name) {
        return Stream.of(values)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String among(@Nullable String typed, String one, String other) {
        return one.equals(typed) || other.equals(typed) ? typed : null;
    }

    /** Whether enough is chosen to work out a list. */
    boolean isEnough() {
        if (errand == null || !errand.isForTravel()) {
            return errand != null;
        }
        return age != null && (!errand.mayReplace() || passport != null);
    }

    boolean isChild() {
        return CHILD.equals(age);
    }

    /** An old passport is asked about where one may be replaced. */
    boolean asksForReason() {
        return errand == Errand.PASSPORT && HAD.equals(passport);
    }

    boolean asksForChildhood() {
        return errand == Errand.PASSPORT && isChild();
    }

    boolean asksForPurpose() {
        return errand != null && errand.mayReplace();
    }

    Situation situation() {
        if (errand == null) {
            throw new IllegalStateException("nothing is chosen yet");
        }
        return new Situation(
                errand,
                isChild(),
                HAD.equals(passport),
                asksForReason() ? reason : null,
                childhood == null ? Childhood.ORDINARY : childhood,
                purpose.isEmpty() ? Set.of() : Set.of(RequestedService.valueOf(purpose)),
                circumstances);
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
