package titian.queue;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;
import titian.TitianTest;
import titian.queue.QueueRefused.CounterBusy;
import titian.queue.QueueRefused.NobodyWaits;

/** Who is called: everyone once, in order, whoever presses at the same moment. */
@TitianTest
class CallingTest {

    @Autowired
    QueueDesk desk;

    @Autowired
    Tickets tickets;

    @Autowired
    Days days;

    @Autowired
    Today today;

    @Autowired
    BeanFactory house;

    @Autowired
    Clock clock;

    @Autowired
    TransactionTemplate transaction;

    SomeDay day;

    @BeforeEach
    void aDayAtAnOffice() {
        day = new SomeDay(house);
    }

    @RepeatedTest(3)
    void twentyOfficersCallTwoHundredPeopleAndNobodyTwice() throws Exception {
        var everyone = day.waiting(200).stream().map(Ticket::id).toList();
        var called = Collections.synchronizedList(new ArrayList<TicketId>());
        var officers = IntStream.rangeClosed(1, 20)
                .mapToObj(counter -> day.officerAt(counter))
                .toList();

        allAtOnce(officers.stream()
                .<Callable<Boolean>>map(officer -> () -> callUntilNobodyWaits(officer, called))
                .toList());

        assertThat(called).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(everyone);
    }

    private boolean callUntilNobodyWaits(Officer officer, List<TicketId> called) {
        var duty = day.duty(officer);
        while (true) {
            try {
                var ticket = desk.callNext(officer);
                called.add(ticket.id());
                assertThat(tickets.miss(duty, ticket.id(), clock.instant())).isPresent();
            } catch (NobodyWaits _) {
                return true;
            }
        }
    }

    @RepeatedTest(3)
    void anOfficerWhoPressesTenTimesCallsOnePerson() throws Exception {
        day.waiting(10);
        var impatient = day.officerAt(1);

        Callable<Boolean> press = () -> {
            try {
                desk.callNext(impatient);
                return true;
            } catch (CounterBusy _) {
                return false;
            }
        };

        var called = allAtOnce(Collections.nCopies(10, press));

        assertThat(called.stream().filter(one -> one)).hasSize(1);
    }

    @Test
    void nobodyWaitsForAColleagueWhoIsCalling() throws Exception {
        var first = day.waiting();
        var second = day.waiting();
        var slow = day.officerAt(1);
        var quick = day.officerAt(2);

        try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
            transaction.executeWithoutResult(_ -> {
                assertThat(desk.callNext(slow).id()).isEqualTo(first.id());
                var called = other.submit(() -> desk.callNext(quick));
                assertThat(called).succeedsWithin(Duration.ofSeconds(2)).returns(second.id(), Ticket::id);
            });
        }
    }

    @Test
    void whoeverIsDueFirstIsCalledFirstThenWhoeverCameFirst() {
        var now = clock.instant();
        var late = day.waiting(now.plus(Duration.ofHours(2)));
        var early = day.waiting(now);
        var earlyToo = day.waiting(now);
        var officer = day.officerAt(1);

        var order = IntStream.range(0, 3)
                .mapToObj(_ -> {
                    var ticket = desk.callNext(officer);
                    tickets.miss(day.duty(officer), ticket.id(), clock.instant());
                    return ticket.id();
                })
                .toList();

        assertThat(order).containsExactly(early.id(), earlyToo.id(), late.id());
    }

    @Test
    void withinAnHourWhomTheLawLetsGoFirstAreCalledFirst() {
        var now = clock.instant();
        var nextHour = day.waiting(now.plus(Duration.ofHours(1)), QueueDesk.PRIORITY);
        var first = day.waiting(now);
        var priority = day.waiting(now, QueueDesk.PRIORITY);
        var officer = day.officerAt(1);

        assertThat(days.ahead(priority)).isZero();
        assertThat(days.ahead(first)).isEqualTo(1);
        assertThat(days.ahead(nextHour)).isEqualTo(2);
        assertThat(tickets.waiting(day.office(), today.at(day.office()).day(), 10))
                .extracting(Ticket::id)
                .containsExactly(priority.id(), first.id(), nextHour.id());
        assertThat(desk.callNext(officer).id()).isEqualTo(priority.id());
    }

    @Test
    void aCallNamesTheCounterAndTheOfficer() {
        day.waiting();
        var officer = day.officerAt(3);

        var called = desk.callNext(officer);

        assertThat(called.state()).isEqualTo(TicketState.CALLED);
        assertThat(called.counter()).isEqualTo(3);
        assertThat(called.officer()).isEqualTo(officer.account());
        assertThat(called.calls()).isEqualTo(1);
        assertThat(called).isEqualTo(day.now(called));
    }

    @Test
    void whoeverIsAtTheCounterComesFirst() {
        var first = day.waiting();
        var second = day.waiting();
        var officer = day.officerAt(1);
        desk.callNext(officer);

        assertThatExceptionOfType(CounterBusy.class)
                .isThrownBy(() -> desk.callNext(officer))
                .satisfies(refused -> assertThat(refused.with().id()).isEqualTo(first.id()));
        assertThatThrownBy(() -> desk.call(officer, second.id())).isInstanceOf(CounterBusy.class);
        assertThat(day.now(second)).isEqualTo(second);
    }

    @Test
    void theDatabaseKeepsOnePersonAtACounter() {
        var first = day.waiting();
        var second = day.waiting();
        var duty = day.duty(day.officerAt(1));
        var date = today.at(day.office()).day();
        tickets.call(duty, date, first.id(), clock.instant());

        assertThatThrownBy(() -> tickets.call(duty, date, second.id(), clock.instant()))
                .isInstanceOf(DuplicateKeyException.class)
                .hasMessageContaining("one_person_at_a_counter");
    }

    @Test
    void nobodyWaiting() {
        var officer = day.officerAt(1);

        assertThatThrownBy(() -> desk.callNext(officer)).isInstanceOf(NobodyWaits.class);
    }

    @RepeatedTest(3)
    void numbersHaveNoGapAndNoTwin() throws Exception {
        var numbers = allAtOnce(
                Collections.<Callable<Integer>>nCopies(100, () -> day.waiting().number()));

        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 100).boxed().toList());
    }

    @Test
    void aCheckInThatFailsLeavesNoGap() throws Exception {
        allAtOnce(IntStream.range(0, 50)
                .<Callable<Boolean>>mapToObj(attempt -> () -> {
                    transaction.executeWithoutResult(status -> {
                        day.waiting();
                        if (attempt % 2 == 0) {
                            status.setRollbackOnly();
                        }
                    });
                    return true;
                })
                .toList());

        assertThat(tickets.waiting(day.office(), today.at(day.office()).day(), 100))
                .extracting(Ticket::number)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 25).boxed().toList());
    }

    @Test
    void everyOfficeCountsForItself() {
        var other = new SomeDay(house);

        assertThat(day.waiting().number()).isEqualTo(1);
        assertThat(other.waiting().number()).isEqualTo(1);
    }

    /** Starts all at once; any failure fails the test. */
    private static <T> List<T> allAtOnce(List<Callable<T>> attempts) throws InterruptedException {
        try (var everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            return everybody.invokeAll(attempts, 60, SECONDS).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }
}
