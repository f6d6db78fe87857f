package titian.slot;

import java.time.LocalDate;
import java.util.List;
import titian.slot.DisplacedPeople.Displaced;

/**
 * What a plan does to the days that are open already.
 *
 * @param days   the days that change, in order
 * @param people who would be moved
 */
public record PlanEffect(List<DayEffect> days, List<Displaced> people) {

    /**
     * One day.
     *
     * @param before how many places it has
     * @param after  how many it will have
     * @param won    places that come, counted window by window
     * @param lost   places that go, counted window by window
     * @param booked how many places are taken now
     * @param toMove how many people have more than the plan holds
     */
    public record DayEffect(LocalDate day, int before, int after, int won, int lost, int booked, int toMove) {}

    public int won() {
        return days.stream().mapToInt(DayEffect::won).sum();
    }

    public int lost() {
        return days.stream().mapToInt(DayEffect::lost).sum();
    }

    public int toMove() {
        return people.stream().mapToInt(Displaced::people).sum();
    }
}
