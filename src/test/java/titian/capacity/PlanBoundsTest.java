package titian.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import titian.TitianTest;
import titian.office.Cap;
import titian.office.Office;
import titian.office.OfficeRefused;
import titian.office.RegionalOffice;
import titian.shared.ServiceLane;
import titian.slot.Slot;
import titian.slot.SlotDesk;

/** What bounds a plan: the cap of the region, and others who change it or book at the same moment. */
@TitianTest
class PlanBoundsTest extends ChangedPlans {

    @Autowired
    SlotDesk slots;

    @Test
    void theRegionalOfficeRefusesMoreThanItAllowsAndSaysHowMany() {
        var office = plans.serving("kanim-merauke", 2);
        var region = RegionalOffice.idOf(regionOf(office));
        var day = plans.day(office);
        desk.save(
                region,
                new PlanChange.Limit(new Cap(regionOf(office), office.id(), day, 4)),
                desk.version(region).number(),
                "Kanwil");

        assertThatThrownBy(() -> plans.save(office, plans.everyDay(office, 3)))
                .isInstanceOfSatisfying(OfficeRefused.AboveCap.class, refused -> {
                    assertThat(refused.asked()).isEqualTo(6);
                    assertThat(refused.cap()).isEqualTo(4);
                    assertThat(refused.since()).isEqualTo(day);
                });
        assertThatThrownBy(() ->
                        plans.save(office, new PlanChange.Extra(day, SomePlans.twoHours(3), "Tambahan", "Additional")))
                .isInstanceOf(OfficeRefused.AboveCap.class);
        plans.save(office, plans.everyDay(office, 2));
    }

    @Test
    void aLowerCapShrinksThePlanOfItsOfficesAndMovesPeopleToo() {
        var office = plans.serving("kanim-mimika", 3);
        var region = RegionalOffice.idOf(regionOf(office));
        var day = plans.day(office);
        book(plans.first(office, day), 3);
        var cap = new PlanChange.Limit(new Cap(regionOf(office), office.id(), day, 2));

        assertThat(desk.whatIf(region, cap))
                .singleElement()
                .satisfies(tried -> assertThat(tried.effect().toMove()).isEqualTo(2));
        desk.save(region, cap, desk.version(region).number(), "Kanwil");

        assertThat(bookings.day(office.id(), day))
                .last()
                .satisfies(slot -> assertThat(slot.capacity()).isEqualTo(1));
    }

    @Test
    void ofTwoAdministratorsWhoSaveAtOnceTheSecondLooksAgain() throws Exception {
        var office = plans.serving("kanim-sorong", 2);
        var seen = desk.version(office.id()).number();

        var outcomes = together(
                () -> {
                    desk.save(office.id(), plans.everyDay(office, 3), seen, "Ratna");
                    return "saved";
                },
                () -> {
                    desk.save(office.id(), plans.everyDay(office, 1), seen, "Bagus");
                    return "saved";
                });

        assertThat(outcomes).containsExactlyInAnyOrder("saved", "ChangedMeanwhile");
        assertThat(desk.version(office.id()).number()).isEqualTo(seen + 1);
        assertThatThrownBy(() -> desk.save(office.id(), plans.everyDay(office, 5), seen, "Candra"))
                .isInstanceOfSatisfying(
                        CapacityRefused.ChangedMeanwhile.class,
                        refused -> assertThat(refused.now().number()).isEqualTo(seen + 1));
    }

    /** People book one window from many sides while its plan goes up and down: it never sells more than it has. */
    @Test
    void bookingWhileAPlanShrinksNeverOversells() throws Exception {
        var office = plans.serving("kanim-mamuju", 20);
        var day = plans.day(office);
        var window = plans.first(office, day);
        var rush = new ArrayList<Callable<String>>();
        for (int i = 0; i < 40; i++) {
            rush.add(() -> {
                bookOne(window);
                return "booked";
            });
        }
        rush.add(() -> {
            for (var counters : List.of(10, 15, 4, 8, 3)) {
                plans.save(office, plans.everyDay(office, counters));
            }
            return "planned";
        });

        var outcomes = together(rush);

        var booked = outcomes.stream().filter("booked"::equals).count();
        var left = bookings.slot(window.id()).orElseThrow();
        assertThat(outcomes).contains("planned").allMatch(Set.of("booked", "planned", "SlotFull")::contains);
        assertThat(left.taken()).isEqualTo((int) booked).isLessThanOrEqualTo(20);
        assertThat(left.free()).isEqualTo(Math.max(0, 3 - left.taken()));
        assertThat(peopleToMove(window)).isEqualTo(Math.max(0, left.taken() - 3));
    }

    /** The step of a day that its administrator's node never took is taken by the sweep, on whichever node. */
    @Test
    void aDayThatIsNotedIsCutByWhoeverComesOnce() {
        var office = plans.serving("kanim-ternate", 1);
        var day = plans.day(office);
        note(office, day, 3);

        while (slots.cutADay(office.id())) {
            Thread.onSpinWait();
        }

        assertThat(plans.first(office, day).capacity()).isEqualTo(3);
        assertThat(slots.cutADay(office.id())).isFalse();
    }

    private int peopleToMove(Slot window) {
        slots.tellWhoIsToMove();
        return db.sql("SELECT COALESCE(sum(people), 0) FROM capacity.relocation WHERE slot = :slot")
                .param("slot", window.id().value())
                .query(Integer.class)
                .single();
    }

    /** Saves as a node does that dies before it takes the steps that follow. */
    private void note(Office office, LocalDate day, int counters) {
        planning.plan(office.id(), ServiceLane.PASSPORT, day, null, SomePlans.EVERY_DAY, SomePlans.twoHours(counters));
        db.sql("""
                        INSERT INTO booking.day_to_cut (office, day, noted_at)
                        SELECT office, day, now()
                          FROM booking.opened_day
                         WHERE office = :office AND day >= :day
                        """).param("office", office.id().value()).param("day", day).update();
    }

    private String regionOf(Office office) {
        return offices.provinces().stream()
                .filter(province ->
                        planning.officesOf(new RegionalOffice(province)).contains(office))
                .findFirst()
                .orElseThrow()
                .code();
    }

    @SafeVarargs
    private static List<String> together(Callable<String>... steps) throws Exception {
        return together(List.of(steps));
    }

    private static List<String> together(List<Callable<String>> steps) throws Exception {
        var start = new CyclicBarrier(steps.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = steps.stream()
                    .map(step -> threads.submit(() -> {
                        start.await();
                        return step.call();
                    }))
                    .toList();
            var outcomes = new ArrayList<String>();
            for (var one : running) {
                try {
                    outcomes.add(one.get());
                } catch (ExecutionException failed) {
                    outcomes.add(
                            Objects.requireNonNull(failed.getCause()).getClass().getSimpleName());
                }
            }
            return outcomes;
        }
    }
}
