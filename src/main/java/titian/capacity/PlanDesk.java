package titian.capacity;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.office.PlanningDesk;
import titian.shared.OfficeId;
import titian.slot.PlanEffect;
import titian.slot.SlotDesk;

/**
 * Where a plan is tried and saved. Trying is saving and taking it back: what is shown is what will be. Saving writes the
 * plan and which days are to be cut once more, together; the days follow one by one.
 */
@Service
class PlanDesk {

    /** What a change does to one office. */
    record OfficeEffect(Office office, PlanEffect effect) {}

    private static final int STEPS = 20_000;

    private final Plans plans;
    private final PlanningDesk planning;
    private final SlotDesk slots;
    private final DisplacedDesk displaced;
    private final OfficeDesk offices;
    private final TransactionOperations transaction;
    private final Clock clock;

    PlanDesk(
            Plans plans,
            PlanningDesk planning,
            SlotDesk slots,
            DisplacedDesk displaced,
            OfficeDesk offices,
            TransactionOperations transaction,
            Clock clock) {
        this.plans = plans;
        this.planning = planning;
        this.slots = slots;
        this.displaced = displaced;
        this.offices = offices;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Which plan an administrator has before them. */
    Plans.Version version(OfficeId planner) {
        return plans.version(planner);
    }

    /**
     * What the change would do to days that people can book already. Nothing of it stays.
     *
     * @param planner whose plan it is: an office, or a regional office
     * @throws titian.office.OfficeRefused if it cannot be
     */
    List<OfficeEffect> whatIf(OfficeId planner, PlanChange change) {
        return Objects.requireNonNull(transaction.execute(tried -> {
            tried.setRollbackOnly();
            change.apply(planning, planner);
            return touched(planner, change).stream()
                    .map(office -> new OfficeEffect(office, slots.effect(office.id(), change.from(), change.until())))
                    .toList();
        }));
    }

    /**
     * Saves the change to the plan this administrator has seen. People whose window goes are asked.
     *
     * @throws CapacityRefused.ChangedMeanwhile if somebody else saved since
     * @throws titian.office.OfficeRefused if it cannot be
     */
    void save(OfficeId planner, PlanChange change, int seen, String by) {
        var touched = touched(planner, change);
        transaction.executeWithoutResult(_ -> {
            if (!plans.advance(planner, seen, by, clock.instant())) {
                throw new CapacityRefused.ChangedMeanwhile(plans.version(planner));
            }
            touched.forEach(office -> slots.planChanges(office.id(), change.from(), change.until()));
            change.apply(planning, planner);
        });
        touched.forEach(office -> follow(office.id()));
    }

    /** The steps that follow a change, now rather than at the next sweep. */
    private void follow(OfficeId office) {
        for (int step = 0; step < STEPS && slots.cutADay(office); step++) {
            Thread.onSpinWait();
        }
        for (int step = 0; step < STEPS && displaced.attendToOne(office); step++) {
            Thread.onSpinWait();
        }
    }

    private List<Office> touched(OfficeId planner, PlanChange change) {
        return switch (change) {
            case PlanChange.Limit(var cap) -> cap.office() == null ? region(planner) : List.of(office(cap.office()));
            case PlanChange.Week _, PlanChange.OneDay _ -> List.of(office(planner));
        };
    }

    private List<Office> region(OfficeId planner) {
        return planning.regionalOffice(planner).map(planning::officesOf).orElseThrow().stream()
                .sorted(Comparator.comparing(office -> office.id().value()))
                .toList();
    }

    private Office office(OfficeId id) {
        return offices.find(id).orElseThrow();
    }
}
