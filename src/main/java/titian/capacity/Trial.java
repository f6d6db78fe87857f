package titian.capacity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import titian.capacity.PlanDesk.OfficeEffect;
import titian.slot.DisplacedPeople.Displaced;
import titian.slot.PlanEffect;

/**
 * What an administrator sees before saving: what a change does, and the form once more, to be sent again as it was.
 *
 * @param action where the form goes
 * @param fields what was typed
 * @param seen   the version of the plan it was tried on
 * @param people the first of those who would be moved
 */
record Trial(
        String action, Map<String, List<String>> fields, int seen, List<OfficeEffect> effects, List<Person> people) {

    /** So many days or people are shown; the rest is counted. */
    static final int SHOWN = 40;

    /** Somebody whose window would go: what to call them, how many come together, and when. */
    record Person(String name, int people, Instant startsAt) {

        @Override
        public String toString() {
            return people + " people";
        }
    }

    static List<Displaced> first(List<OfficeEffect> effects) {
        return effects.stream()
                .flatMap(office -> office.effect().people().stream())
                .limit(SHOWN)
                .toList();
    }

    int won() {
        return effects.stream()
                .map(OfficeEffect::effect)
                .mapToInt(PlanEffect::won)
                .sum();
    }

    int lost() {
        return effects.stream()
                .map(OfficeEffect::effect)
                .mapToInt(PlanEffect::lost)
                .sum();
    }

    int toMove() {
        return effects.stream()
                .map(OfficeEffect::effect)
                .mapToInt(PlanEffect::toMove)
                .sum();
    }

    int parties() {
        return effects.stream()
                .mapToInt(office -> office.effect().people().size())
                .sum();
    }

    boolean changesNothing() {
        return effects.stream().allMatch(office -> office.effect().days().isEmpty());
    }
}
