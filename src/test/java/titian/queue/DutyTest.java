package titian.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import titian.TitianTest;
import titian.queue.QueueRefused.CounterBusy;
import titian.queue.QueueRefused.CounterTaken;
import titian.queue.QueueRefused.CounterUnknown;
import titian.queue.QueueRefused.ElsewhereOnDuty;
import titian.queue.QueueRefused.NotOnDuty;

/** Who sits where: one officer a counter, one counter an officer. */
@TitianTest
class DutyTest {

    @Autowired
    QueueDesk desk;

    @Autowired
    Tickets tickets;

    @Autowired
    Duties duties;

    @Autowired
    BeanFactory house;

    @Autowired
    Clock clock;

    SomeDay day;

    @BeforeEach
    void aDayAtAnOffice() {
        day = new SomeDay(house);
    }

    @Test
    void anOfficerTakesASeatAndTakingItTwiceChangesNothing() {
        var officer = day.officer();

        var duty = desk.signOn(officer, 2);

        assertThat(duty.counter()).isEqualTo(2);
        assertThat(duty.name()).isEqualTo(officer.name());
        assertThat(desk.signOn(officer, 2)).isEqualTo(duty);
    }

    @Test
    void aTakenCounterSaysByWhom() {
        var first = desk.signOn(day.officer(), 1);

        assertThatExceptionOfType(CounterTaken.class)
                .isThrownBy(() -> desk.signOn(day.officer(), 1))
                .satisfies(refused -> assertThat(refused.by()).isEqualTo(first));
    }

    @Test
    void anOfficerSitsAtOneCounter() {
        var officer = day.officer();
        var duty = desk.signOn(officer, 1);
        var colleague = day.officer();
        desk.signOn(colleague, 2);

        assertThatExceptionOfType(ElsewhereOnDuty.class)
                .isThrownBy(() -> desk.signOn(officer, 3))
                .satisfies(refused -> assertThat(refused.duty()).isEqualTo(duty));
        assertThatThrownBy(() -> desk.takeOver(officer, 2, colleague.account())).isInstanceOf(ElsewhereOnDuty.class);
        assertThat(duties.at(day.office())).hasSize(2);
    }

    @Test
    void aCounterTheOfficeDoesNotHave() {
        assertThatThrownBy(() -> desk.signOn(day.officer(), 0)).isInstanceOf(CounterUnknown.class);
        assertThatThrownBy(() -> desk.signOn(day.officer(), 99)).isInstanceOf(CounterUnknown.class);
        assertThatThrownBy(() -> desk.takeOver(day.officer(), -1, day.officer().account()))
                .isInstanceOf(CounterUnknown.class);
    }

    @Test
    void whoeverTakesOverACounterTakesOverThePersonAtIt() {
        var gone = day.officer();
        var fresh = day.officer();
        desk.signOn(gone, 1);
        day.waiting();
        var called = desk.callNext(gone);

        var duty = desk.takeOver(fresh, 1, gone.account());

        assertThat(duty.officer()).isEqualTo(fresh.account());
        assertThat(day.now(called).officer()).isEqualTo(fresh.account());
        assertThatThrownBy(() -> desk.recall(gone, called.id(), 1)).isInstanceOf(NotOnDuty.class);
        assertThat(desk.recall(fresh, called.id(), 1).calls()).isEqualTo(2);
    }

    @Test
    void takingOverFromSomeoneWhoLeftIsSittingDown() {
        var gone = day.officer();
        var fresh = day.officer();
        desk.signOn(gone, 1);
        desk.signOff(gone);

        assertThat(desk.takeOver(fresh, 1, gone.account()).officer()).isEqualTo(fresh.account());
    }

    @Test
    void takingOverFromSomeoneAlreadyReplacedIsRefused() {
        var gone = day.officer();
        var quick = day.officer();
        desk.signOn(gone, 1);
        desk.takeOver(quick, 1, gone.account());

        assertThatExceptionOfType(CounterTaken.class)
                .isThrownBy(() -> desk.takeOver(day.officer(), 1, gone.account()))
                .satisfies(refused -> assertThat(refused.by().officer()).isEqualTo(quick.account()));
    }

    @Test
    void nobodyLeavesAPersonAlone() {
        var officer = day.officer();
        desk.signOn(officer, 1);
        day.waiting();
        var called = desk.callNext(officer);

        assertThatThrownBy(() -> desk.signOff(officer)).isInstanceOf(CounterBusy.class);

        tickets.miss(day.duty(officer), called.id(), clock.instant());
        desk.signOff(officer);
        desk.signOff(officer);
        assertThat(duties.of(officer)).isEmpty();
        assertThatThrownBy(() -> desk.callNext(officer)).isInstanceOf(NotOnDuty.class);
    }
}
