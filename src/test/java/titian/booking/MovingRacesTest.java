package titian.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static titian.booking.AppointmentState.CANCELLED;
import static titian.booking.AppointmentState.CONFIRMED;

import java.util.List;
import org.junit.jupiter.api.Test;
import titian.TitianTest;

/**
 * Two who change one visit, or move to one place, each stopped between its steps until the other stands there too: a row
 * lets in those who wait in the order in which they came.
 */
@TitianTest
class MovingRacesTest extends TwoNodes {

    @Test
    void aVisitCancelledJustBeforeItIsMovedStaysCancelledWhereItWas() {
        var here = slots.slot(1);
        var there = slots.slot(1);
        var visit = confirmed(here);

        try (var pause = Pause.before(database, visit)) {
            var cancelling = Meanwhile.run(() -> desk.cancel(visit));
            pause.untilWaiting(1);
            var moving = Meanwhile.begin(() -> node.desk().reschedule(visit, there, "move"));
            pause.untilWaiting(2);
            pause.letGo();

            cancelling.ends();
            assertThatExceptionOfType(BookingRefused.NotConfirmed.class)
                    .isThrownBy(moving::ends)
                    .satisfies(refused -> assertThat(refused.state()).isEqualTo(CANCELLED));
        }

        assertThat(stands(visit)).isEqualTo(new Stands(CANCELLED, here));
        assertThat(counted(here)).isEqualTo(new Counted(1, 0, 1));
        assertThat(counted(there)).isEqualTo(new Counted(0, 0, 0));
    }

    @Test
    void aVisitMovedJustBeforeItIsCancelledIsCancelledWhereItWent() {
        var here = slots.slot(1);
        var there = slots.slot(1);
        var visit = confirmed(here);

        try (var pause = Pause.before(database, visit)) {
            var moving = Meanwhile.begin(() -> node.desk().reschedule(visit, there, "move"));
            pause.untilWaiting(1);
            var cancelling = Meanwhile.run(() -> desk.cancel(visit));
            pause.untilWaiting(2);
            pause.letGo();

            moving.ends();
            cancelling.ends();
        }

        assertThat(stands(visit)).isEqualTo(new Stands(CANCELLED, there));
        assertThat(counted(here)).isEqualTo(new Counted(1, 0, 1));
        assertThat(counted(there)).isEqualTo(new Counted(1, 0, 1));
    }

    @Test
    void twoMovesOfOneVisitAreOne() {
        var here = slots.slot(1);
        var there = slots.slot(1);
        var elsewhere = slots.slot(1);
        var visit = confirmed(here);

        try (var pause = Pause.before(database, visit)) {
            var first = Meanwhile.begin(() -> desk.reschedule(visit, there, "one"));
            pause.untilWaiting(1);
            var second = Meanwhile.begin(() -> node.desk().reschedule(visit, elsewhere, "two"));
            pause.untilWaiting(2);
            pause.letGo();

            first.ends();
            assertThatThrownBy(second::ends).isInstanceOf(BookingRefused.MovedOften.class);
        }

        assertThat(stands(visit)).isEqualTo(new Stands(CONFIRMED, there));
        assertThat(counted(here)).isEqualTo(new Counted(1, 0, 1));
        assertThat(counted(there)).isEqualTo(new Counted(1, 1, 0));
        assertThat(counted(elsewhere)).isEqualTo(new Counted(0, 0, 0));
    }

    @Test
    void oneMoveSentToTwoNodesIsOneAndBothSaySo() {
        var here = slots.slot(1);
        var last = slots.slot(1);
        var visit = confirmed(here);

        try (var pause = Pause.before(database, last)) {
            var first = Meanwhile.begin(() -> desk.reschedule(visit, last, "move"));
            pause.untilWaiting(1);
            var second = Meanwhile.begin(() -> node.desk().reschedule(visit, last, "move"));
            pause.untilWaiting(2);
            pause.letGo();

            assertThat(second.ends()).isEqualTo(first.ends());
        }

        assertThat(stands(visit)).isEqualTo(new Stands(CONFIRMED, last));
        assertThat(counted(here)).isEqualTo(new Counted(1, 0, 1));
        assertThat(counted(last)).isEqualTo(new Counted(1, 1, 0));
    }

    @Test
    void oneMoveByTheOfficeSentToTwoNodesIsOneAndBothSaySo() {
        var here = slots.slot(1);
        var last = slots.slot(1);
        var visit = confirmed(here);
        var people = List.of(desk.find(visit).orElseThrow());

        try (var pause = Pause.before(database, last)) {
            var first = Meanwhile.run(() -> house.getBean(Bookings.class).moveForOffice(people, last, null, "move"));
            pause.untilWaiting(1);
            var second = Meanwhile.run(() -> node.bookings().moveForOffice(people, last, null, "move"));
            pause.untilWaiting(2);
            pause.letGo();

            first.ends();
            second.ends();
        }

        assertThat(stands(visit)).isEqualTo(new Stands(CONFIRMED, last));
        assertThat(counted(here)).isEqualTo(new Counted(1, 0, 1));
        assertThat(counted(last)).isEqualTo(new Counted(1, 1, 0));
    }

    @Test
    void ofTwoWhoMoveToTheLastPlaceOneDoes() {
        var last = slots.slot(1);
        var here = slots.slot(2);
        var one = confirmed(here);
        var other = confirmed(here);

        try (var pause = Pause.before(database, last)) {
            var first = Meanwhile.begin(() -> desk.reschedule(one, last, "move"));
            pause.untilWaiting(1);
            var second = Meanwhile.begin(() -> node.desk().reschedule(other, last, "move"));
            pause.untilWaiting(2);
            pause.letGo();

            first.ends();
            assertThatThrownBy(second::ends).isInstanceOf(BookingRefused.SlotFull.class);
        }

        assertThat(stands(one)).isEqualTo(new Stands(CONFIRMED, last));
        assertThat(stands(other)).isEqualTo(new Stands(CONFIRMED, here));
        assertThat(counted(last)).isEqualTo(new Counted(1, 1, 0));
        assertThat(counted(here)).isEqualTo(new Counted(2, 1, 1));
    }
}
