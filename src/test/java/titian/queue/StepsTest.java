package titian.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import titian.TitianTest;
import titian.queue.QueueRefused.NotOnDuty;
import titian.queue.QueueRefused.Overtaken;

/** Every state with every step: what is not allowed is refused, says how things stand and changes nothing. */
@TitianTest
class StepsTest {

    /** What an officer may press, and in which state it is meant. */
    enum Step {
        CALL(TicketState.WAITING) {
            @Override
            Ticket take(QueueDesk desk, Officer officer, Ticket seen) {
                return desk.call(officer, seen.id());
            }
        },
        RECALL(TicketState.CALLED) {
            @Override
            Ticket take(QueueDesk desk, Officer officer, Ticket seen) {
                return desk.recall(officer, seen.id(), seen.calls());
            }
        },
        START(TicketState.CALLED) {
            @Override
            Ticket take(QueueDesk desk, Officer officer, Ticket seen) {
                return desk.start(officer, seen.id());
            }
        },
        FINISH(TicketState.SERVING) {
            @Override
            Ticket take(QueueDesk desk, Officer officer, Ticket seen) {
                return desk.finish(officer, seen.id());
            }
        },
        MISS(TicketState.CALLED) {
            @Override
            Ticket take(QueueDesk desk, Officer officer, Ticket seen) {
                return desk.miss(officer, seen.id());
            }
        };

        final TicketState from;

        Step(TicketState from) {
            this.from = from;
        }

        abstract Ticket take(QueueDesk desk, Officer officer, Ticket seen);
    }

    @Autowired
    QueueDesk desk;

    @Autowired
    Tickets tickets;

    @Autowired
    BeanFactory house;

    @Autowired
    Clock clock;

    SomeDay day;

    @BeforeEach
    void aDayAtAnOffice() {
        day = new SomeDay(house);
    }

    static Stream<Arguments> stepsOutOfPlace() {
        return Arrays.stream(TicketState.values())
                .flatMap(state -> Arrays.stream(Step.values())
                        .filter(step -> step.from != state)
                        .map(step -> Arguments.of(state, step)));
    }

    @ParameterizedTest
    @MethodSource("stepsOutOfPlace")
    void aStepOutOfPlaceIsRefusedAndChangesNothing(TicketState state, Step step) {
        var officer = day.officerAt(1);
        var ticket = in(state, officer);
        if (step == Step.CALL && state.isAtCounter()) {
            officer = day.officerAt(2);
        }
        var whoever = officer;

        assertThatExceptionOfType(Overtaken.class)
                .isThrownBy(() -> step.take(desk, whoever, ticket))
                .satisfies(refused -> assertThat(refused.now()).contains(ticket));
        assertThat(day.now(ticket)).isEqualTo(ticket);
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void aTicketOfAnotherOfficeIsNoneOfOurs(Step step) {
        var ticket = in(step.from, day.officerAt(1));
        var elsewhere = new SomeDay(house).officerAt(1);

        assertThatExceptionOfType(Overtaken.class)
                .isThrownBy(() -> step.take(desk, elsewhere, ticket))
                .satisfies(refused -> assertThat(refused.now()).isEmpty());
        assertThat(day.now(ticket)).isEqualTo(ticket);
    }

    @ParameterizedTest
    @EnumSource(names = {"RECALL", "START", "FINISH", "MISS"})
    void aColleaguesPersonIsTheirs(Step step) {
        var ticket = in(step.from, day.officerAt(1));
        var colleague = day.officerAt(2);

        assertThatThrownBy(() -> step.take(desk, colleague, ticket)).isInstanceOf(Overtaken.class);
        assertThat(day.now(ticket)).isEqualTo(ticket);
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void whoeverSitsAtNoCounterDoesNothing(Step step) {
        var ticket = in(step.from, day.officerAt(1));
        var idle = day.officer();

        assertThatThrownBy(() -> step.take(desk, idle, ticket)).isInstanceOf(NotOnDuty.class);
        assertThat(day.now(ticket)).isEqualTo(ticket);
    }

    @Test
    void aRecallFromAStalePageCallsNobody() {
        var officer = day.officerAt(1);
        var called = in(TicketState.CALLED, officer);

        var again = desk.recall(officer, called.id(), called.calls());

        assertThat(again.calls()).isEqualTo(2);
        assertThatThrownBy(() -> desk.recall(officer, called.id(), called.calls()))
                .isInstanceOf(Overtaken.class);
        assertThat(day.now(called)).isEqualTo(again);
    }

    private Ticket in(TicketState state, Officer officer) {
        var ticket = day.waiting();
        var duty = day.duty(officer);
        var now = clock.instant();
        if (state != TicketState.WAITING) {
            tickets.call(duty, ticket.day(), ticket.id(), now);
        }
        switch (state) {
            case WAITING, CALLED -> {}
            case SERVING -> tickets.start(duty, ticket.id(), now);
            case DONE -> {
                tickets.start(duty, ticket.id(), now);
                tickets.finish(duty, ticket.id(), now);
            }
            case NO_SHOW -> tickets.miss(duty, ticket.id(), now);
        }
        assertThat(day.now(ticket).state()).isEqualTo(state);
        return day.now(ticket);
    }
}
