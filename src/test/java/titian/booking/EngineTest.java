package titian.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static titian.People.someone;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import titian.TitianTest;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.slot.SlotId;
import titian.slot.SomeSlots;

/** Many are decided together, and nobody is hurt by whom they are decided with. */
@TitianTest
class EngineTest {

    /** No timestamp of PostgreSQL's is so late: the statement that holds this one fails. */
    private static final Instant POISON = Instant.MAX;

    @Autowired
    ApplicationContext house;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    SomeSlots slots;
    Node node;

    @BeforeEach
    void anEngineOfOurOwn() {
        slots = new SomeSlots(db, clock);
        node = new Node(house, clock);
    }

    @AfterEach
    void stopIt() {
        node.close();
    }

    @Test
    void aPoisonousRequestFailsAloneAndItsNeighboursAreServed() {
        var slot = slots.slot(50);

        var poisonous = new ArrayList<Meanwhile<?>>();
        var neighbours = new ArrayList<Meanwhile<Booked>>();
        together(slot, () -> {
            for (int i = 0; i < 20; i++) {
                if (i % 7 == 3) {
                    poisonous.add(Meanwhile.begin(() -> book(slot, POISON)));
                } else {
                    neighbours.add(Meanwhile.begin(() -> book(slot, soon())));
                }
            }
            return Stream.concat(poisonous.stream(), neighbours.stream()).toList();
        });

        assertThat(poisonous)
                .hasSize(3)
                .allSatisfy(one -> assertThatThrownBy(one::ends)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("a booking could not be decided"));
        assertThat(neighbours).allSatisfy(one -> assertThat(one.ends().places()).hasSize(1));
        assertThat(taken(slot)).as("the one before, and the neighbours").isEqualTo(1 + 17);
        assertThat(node.desk().book(request(slot, soon())).places())
                .as("and the engine goes on")
                .hasSize(1);
    }

    @Test
    void whoComesFirstIsServedFirst() {
        var slot = slots.slot(6);

        var inOrder = new ArrayList<Meanwhile<Booked>>();
        together(slot, () -> {
            for (int i = 0; i < 10; i++) {
                inOrder.add(Meanwhile.begin(() -> book(slot, soon())));
                Meanwhile.untilAllWait(inOrder);
            }
            return inOrder;
        });

        assertThat(inOrder.subList(0, 5))
                .allSatisfy(one -> assertThat(one.ends().places()).hasSize(1));
        assertThat(inOrder.subList(5, 10))
                .allSatisfy(one -> assertThatThrownBy(one::ends).isInstanceOf(BookingRefused.SlotFull.class));
    }

    /** Somebody keeps a window's row for longer than the engine waits. */
    @Test
    void aWindowThatSomebodyHoldsOnToDoesNotKeepTheOthersWaiting() {
        var held = slots.slot(5);
        var free = slots.slot(50);

        try (var _ = Pause.before(database, held)) {
            var wantsIt = Meanwhile.begin(() -> book(held, soon()));
            var others = IntStream.range(0, 10)
                    .mapToObj(_ -> Meanwhile.begin(() -> book(free, soon())))
                    .toList();

            assertThat(others).allSatisfy(one -> assertThat(one.ends().places()).hasSize(1));
            assertThatThrownBy(wantsIt::ends).isInstanceOf(BookingRefused.Busy.class);
        }

        assertThat(taken(free)).isEqualTo(10);
        assertThat(taken(held)).isZero();
        assertThat(book(held, soon()).places()).as("let go").hasSize(1);
    }

    /** Somebody keeps an appointment that is to be moved: the others of its batch ask for windows nobody holds. */
    @Test
    void anAppointmentThatSomebodyHoldsOnToDoesNotKeepTheOthersFromTheirPlaces() {
        var here = slots.slot(1);
        var there = slots.slot(50);
        var visit = book(here, soon()).first();
        node.desk().confirm(visit);

        var neighbours = new ArrayList<Meanwhile<Booked>>();
        try (var _ = Pause.before(database, visit)) {
            var moving = new ArrayList<Meanwhile<?>>();
            together(there, () -> {
                moving.add(Meanwhile.begin(() -> node.desk().reschedule(visit, there, "move")));
                IntStream.range(0, 10).forEach(_ -> neighbours.add(Meanwhile.begin(() -> book(there, soon()))));
                return Stream.concat(moving.stream(), neighbours.stream()).toList();
            });

            assertThat(neighbours)
                    .allSatisfy(one -> assertThat(one.ends().places()).hasSize(1));
            assertThatThrownBy(moving.getFirst()::ends).isInstanceOf(BookingRefused.Busy.class);
        }

        assertThat(taken(there)).as("the one before, and the neighbours").isEqualTo(1 + 10);
        assertThat(node.desk().reschedule(visit, there, "move").slot())
                .as("let go")
                .isEqualTo(there);
    }

    @Test
    void whenTheLineToTheDatabaseIsCutNothingHappensAndTheSameRequestBooksOnceLater() {
        var slot = slots.slot(5);
        var request = request(slot, soon());

        try (var pause = Pause.before(database, slot)) {
            var asked = Meanwhile.begin(() -> node.desk().book(request));
            pause.untilWaiting(1);
            pause.cutThemOff();

            assertThatThrownBy(asked::ends).isInstanceOf(BookingRefused.Busy.class);
        }

        assertThat(taken(slot)).isZero();
        assertThat(node.desk().book(request)).isEqualTo(node.desk().book(request));
        assertThat(taken(slot)).isEqualTo(1);
    }

    @Test
    void whatWaitsWhenTheEngineStopsIsToldToComeAgainAndNothingHappens() {
        var slot = slots.slot(5);
        var waiting = new ArrayList<Meanwhile<Booked>>();
        try (var pause = Pause.before(database, slot)) {
            var underWay = Meanwhile.begin(() -> book(slot, soon()));
            pause.untilWaiting(1);
            IntStream.range(0, 5).forEach(_ -> waiting.add(Meanwhile.begin(() -> book(slot, soon()))));
            Meanwhile.untilAllWait(waiting);
            node.engine().stop();
            pause.letGo();

            assertThat(waiting)
                    .allSatisfy(one -> assertThatThrownBy(one::ends).isInstanceOf(BookingRefused.Busy.class));
            assertThat(underWay.ends().places())
                    .as("what was under way is finished")
                    .hasSize(1);
        }
        assertThat(taken(slot)).isEqualTo(1);

        node.engine().start();
        assertThat(book(slot, soon()).places())
                .as("started again, it books again")
                .hasSize(1);
    }

    /** Holds the window while these gather behind one who came before, so that they are decided as one batch. */
    private void together(SlotId slot, Supplier<List<? extends Meanwhile<?>>> begin) {
        try (var pause = Pause.before(database, slot)) {
            var before = Meanwhile.begin(() -> book(slot, soon()));
            pause.untilWaiting(1);
            Meanwhile.untilAllWait(begin.get());
            pause.letGo();
            before.ends();
        }
    }

    private Booked book(SlotId slot, Instant heldUntil) {
        return node.desk().book(request(slot, heldUntil));
    }

    private static BookingRequest request(SlotId slot, Instant heldUntil) {
        return BookingRequest.of(
                "key", AccountId.next(), ApplicationId.next(), someone().nik(), slot, Terms.heldUntil(heldUntil));
    }

    private Instant soon() {
        return clock.instant().plus(Duration.ofMinutes(10));
    }

    private int taken(SlotId slot) {
        return node.desk().slot(slot).orElseThrow().taken();
    }
}
