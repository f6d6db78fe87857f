package titian.visit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import titian.slot.Slot;

/**
 * A window in which all who come find a place, or two side by side.
 *
 * @param second where those go who find no place in the first
 */
record Choice(Slot first, @Nullable Slot second, int people) {

    /** What a form sends when this is chosen. */
    String value() {
        return second == null ? first.id().toString() : first.id() + "." + second.id();
    }

    int inFirst() {
        return second == null ? people : first.free();
    }

    /** Every way in which so many can come on a day, whole groups where there is room, split ones where not. */
    static List<Choice> of(List<Slot> day, int people, Duration notice, Instant now) {
        var open = day.stream()
                .filter(slot -> slot.canBeTaken(now) && slot.startsAt().isAfter(now.plus(notice)))
                .toList();
        var choices = new ArrayList<Choice>();
        for (int i = 0; i < open.size(); i++) {
            var slot = open.get(i);
            var next = i + 1 < open.size() ? open.get(i + 1) : null;
            if (slot.free() >= people) {
                choices.add(new Choice(slot, null, people));
            } else if (next != null && next.startsAt().equals(slot.endsAt()) && slot.free() + next.free() >= people) {
                choices.add(new Choice(slot, next, people));
            }
        }
        return choices;
    }
}
