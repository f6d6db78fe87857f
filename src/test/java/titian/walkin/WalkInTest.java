package titian.walkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import titian.TitianTest;
import titian.application.Intake;
import titian.booking.AppointmentState;
import titian.booking.BookingRefused;
import titian.queue.QueueRefused;
import titian.shared.Channel;
import titian.shared.Role;

/** Whoever comes without a booking takes a place that is set aside, by the rules of every other, or none. */
@TitianTest
class WalkInTest extends AtTheDoor {

    @Test
    void whoeverTheLawLetsGoFirstGetsANumberForTheHourThatIsOn() {
        var slot = doors.now();

        var given = desk.register(SomeDoors.priority(doors.comer(), slot), door);

        var appointment = appointment(given);
        assertThat(appointment.channel()).isEqualTo(Channel.PRIORITY);
        assertThat(appointment.slot()).isEqualTo(slot.id());
        assertThat(appointment.state()).isEqualTo(AppointmentState.CHECKED_IN);
        assertThat(taken(slot)).isEqualTo(slot.taken() + 1);
        var summary = applications.summary(given.application()).orElseThrow();
        assertThat(summary.stage()).isEqualTo("CHECKED_IN");
        assertThat(summary.intake()).isEqualTo(Intake.COUNTER);
        assertThat(ticket(appointment).label()).startsWith("P-");
        assertThat(ticket(appointment).id()).isEqualTo(given.ticket());
    }

    @Test
    void aCounterCallsThemAndServesThemLikeEverybody() {
        var given = desk.register(SomeDoors.priority(doors.comer(), doors.now()), door);
        var counter = doors.officer(Role.COUNTER_OFFICER);
        queue.signOn(counter, 1);

        queue.call(counter, ticket(appointment(given)).id());
        queue.start(counter, ticket(appointment(given)).id());
        queue.finish(counter, ticket(appointment(given)).id());
        queue.signOff(counter);

        assertThat(appointment(given).state()).isEqualTo(AppointmentState.DONE);
        assertThat(applications.summary(given.application()).orElseThrow().stage())
                .isEqualTo("INTERVIEWED");
    }

    @Test
    void anHourThatIsOverIsNobodysAnyMore() {
        var slot = doors.now();
        world.clock().moveTo(slot.endsAt());

        assertThatThrownBy(() -> desk.register(SomeDoors.priority(doors.comer(), slot), door))
                .isInstanceOf(BookingRefused.TooLate.class);
        assertThat(taken(slot)).isEqualTo(slot.taken());
    }

    @Test
    void anotherDayGivesACodeThatOpensTheDoorThen() {
        var slot = doors.later(Channel.PRIORITY);

        var given = desk.register(SomeDoors.priority(doors.comer(), slot), door);

        assertThat(given.ticket()).isNull();
        assertThat(appointment(given).state()).isEqualTo(AppointmentState.CONFIRMED);
        world.clock().moveTo(slot.startsAt().minus(Duration.ofMinutes(15)));
        assertThat(queue.checkIn(appointment(given).code(), door).label()).startsWith("P-");
    }

    @Test
    void customerServiceBooksForSomebodyWhoShowsTheCodeAtTheDoor() {
        var slot = doors.later(Channel.ASSISTED);
        var service = doors.officer(Role.CUSTOMER_SERVICE_OFFICER);

        var given = desk.register(SomeDoors.assisted(doors.comer(), slot), service);

        assertThat(given.ticket()).isNull();
        assertThat(appointment(given).channel()).isEqualTo(Channel.ASSISTED);
        world.clock().moveTo(slot.startsAt().minus(Duration.ofMinutes(15)));
        assertThat(queue.checkIn(appointment(given).code(), door).label()).startsWith("A-");
    }

    @Test
    void aPlaceForOthersIsNotGivenAtThisStation() {
        var assisted = doors.later(Channel.ASSISTED);
        var everyones = booking.earliest(doors.office.id(), 2).getLast();
        var elsewhere = new SomeDoors(house).later(Channel.PRIORITY);

        for (var slot : List.of(assisted, everyones, elsewhere)) {
            assertThatThrownBy(() -> desk.register(SomeDoors.priority(doors.comer(), slot), door))
                    .isInstanceOf(BookingRefused.SlotFull.class);
        }
    }

    @Test
    void whyTheyGoFirstStandsBesideThePlaceAndNowhereElse() {
        var given = desk.register(SomeDoors.priority(doors.comer(), doors.later(Channel.PRIORITY)), door);

        assertThat(db.sql("SELECT priority_group FROM walkin.walk_in WHERE id = :id")
                        .param("id", given.id())
                        .query(String.class)
                        .single())
                .isEqualTo("DISABLED");
        assertThat(db.sql("SELECT act || why FROM audit.entry WHERE subject = :application")
                        .param("application", given.application().toString())
                        .query(String.class)
                        .list())
                .contains("PRIORITY_PLACE_GIVEN")
                .noneMatch(act -> act.contains("DISABLED"));
    }

    @Test
    void nobodyAtTheCounterCallsThemTwice() {
        var given = desk.register(SomeDoors.priority(doors.comer(), doors.now()), door);
        var counter = doors.officer(Role.COUNTER_OFFICER);
        queue.signOn(counter, 3);
        var ticket = ticket(appointment(given)).id();
        queue.call(counter, ticket);

        assertThatThrownBy(() -> queue.call(counter, ticket)).isInstanceOf(QueueRefused.CounterBusy.class);
        queue.miss(counter, ticket);
        queue.signOff(counter);
        assertThat(appointment(given).state()).isEqualTo(AppointmentState.NO_SHOW);
    }
}
