package titian.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import titian.Neighbours;
import titian.People;
import titian.TitianTest;
import titian.application.Stage.Expired;
import titian.application.Stage.Scheduled;
import titian.application.Stage.Submitted;
import titian.booking.AppointmentState;
import titian.booking.BookingDesk;
import titian.form.FilledIn;
import titian.outside.World;
import titian.payment.BillId;
import titian.payment.BillState;
import titian.payment.PaymentDesk;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** Paid is paid; what nobody pays gives its place back and keeps its form. */
@TitianTest
@RecordApplicationEvents
class SettlementTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    BeanFactory house;

    @Autowired
    Settlements settlements;

    @Autowired
    SettlementDesk settlementDesk;

    @Autowired
    ApplicationDesk life;

    @Autowired
    BookingDesk booking;

    @Autowired
    PaymentDesk payment;

    @Autowired
    Task<PaymentDesk.Settled> billPaid;

    @Autowired
    World world;

    FilledIn filledIn;
    Unpaid unpaid;
    AccountId account = AccountId.next();
    People.Someone who = People.someone();

    @BeforeEach
    void people() {
        filledIn = new FilledIn(house);
        unpaid = new Unpaid(house);
    }

    /** Forgotten at its owner's wish, while money was on its way. */
    @Test
    void moneyForAnApplicationThatIsGoneIsDoneWith() {
        assertThatCode(() -> settlements.paid(ApplicationId.next(), BillId.next()))
                .doesNotThrowAnyException();
    }

    @Test
    void payingMakesTheVisitCertain() {
        var id = unpaid.submitted(account, who, filledIn.slot(1));
        var submitted = (Submitted) unpaid.stage(id);

        Outside.pay(world, unpaid.code(submitted.bill()));

        await().atMost(PATIENCE).until(() -> unpaid.stage(id) instanceof Scheduled);
        assertThat(booking.find(submitted.appointment()).orElseThrow().state()).isEqualTo(AppointmentState.CONFIRMED);
    }

    @Test
    void hearingOfAPaymentTwiceIsHearingOnce(ApplicationEvents events) {
        var id = unpaid.submitted(account, who, filledIn.slot(1));
        var bill = ((Submitted) unpaid.stage(id)).bill();

        settlements.paid(id, bill);
        var scheduled = unpaid.stage(id);
        settlements.paid(id, bill);

        assertThat(scheduled).isInstanceOf(Scheduled.class);
        assertThat(unpaid.stage(id)).isEqualTo(scheduled);
        assertThat(events.stream(ApplicationScheduled.class)
                        .filter(event -> event.application().equals(id)))
                .hasSize(1);
    }

    @Test
    void whatNobodyPaysGivesItsPlaceBackAndKeepsItsForm() {
        var slot = filledIn.slot(1);
        var id = unpaid.submitted(account, who, slot);
        var submitted = (Submitted) unpaid.stage(id);

        unpaid.timePasses(id);
        await("the sweep of any node sees to it")
                .atMost(Duration.ofSeconds(60))
                .until(() -> unpaid.stage(id) instanceof Expired);

        unpaid.comesBack(slot);
        assertThat(payment.find(submitted.bill()).orElseThrow().state()).isEqualTo(BillState.CLOSED);
        assertThat(filledIn.isComplete(id)).isTrue();
    }

    @Test
    void nothingExpiresBeforeItsTime() {
        var id = unpaid.submitted(account, who, filledIn.slot(1));

        settlements.sweep();
        settlementDesk.expire(id, ((Submitted) unpaid.stage(id)).bill());

        assertThat(unpaid.stage(id)).isInstanceOf(Submitted.class);
    }

    @Test
    void nothingExpiresWhileNewsOfAPaymentInTimeMayBeOnItsWay() {
        var id = unpaid.submitted(account, who, filledIn.slot(1));
        var submitted = (Submitted) unpaid.stage(id);
        unpaid.code(submitted.bill());
        world.clock()
                .moveBy(Duration.between(
                        world.clock().instant(), submitted.payBy().plusSeconds(120)));

        settlements.sweep();
        settlementDesk.expire(id, submitted.bill());

        assertThat(unpaid.stage(id)).isInstanceOf(Submitted.class);
        world.clock().moveBy(Duration.ofMinutes(1));
        await().atMost(Duration.ofSeconds(60)).until(() -> unpaid.stage(id) instanceof Expired);
    }

    /** Five and twenty, and a biller that takes its time for each: they are asked about together. */
    @Test
    void whoseTimeIsOverDoesNotWaitForEverybodyElses() {
        unpaid.timePassesForAll();
        var slot = filledIn.slot(25);
        var all = Stream.generate(() -> unpaid.submitted(AccountId.next(), People.someone(), slot))
                .limit(25)
                .toList();
        all.forEach(id -> unpaid.code(((Submitted) unpaid.stage(id)).bill()));
        var neighbours = new Neighbours(world);
        neighbours.fall("simponi", "lambat", Duration.ofSeconds(2));
        try {
            world.clock().moveBy(Duration.ofMinutes(124));

            await().atMost(Duration.ofSeconds(25))
                    .until(() -> all.stream().allMatch(id -> unpaid.stage(id) instanceof Expired));
        } finally {
            neighbours.recover();
        }
    }

    @Test
    void whileTheBillerIsAwayNothingIsGivenUp() {
        var id = unpaid.submitted(account, who, filledIn.slot(1));
        unpaid.code(((Submitted) unpaid.stage(id)).bill());
        Outside.fault(world, "simponi", "mati");
        try {
            world.clock().moveBy(Duration.ofMinutes(124));
            settlements.sweep();

            assertThat(unpaid.stage(id)).isInstanceOf(Submitted.class);
        } finally {
            Outside.fault(world, "simponi", "normal");
        }
    }

    @Test
    void oneTapChoosesANewTime() {
        var id = unpaid.submitted(account, who, filledIn.slot(1));
        unpaid.expire(id);

        filledIn.choose(id, account, filledIn.slot(1));
        var again = filledIn.submit(id, account);

        assertThat(again).isInstanceOf(Submitted.class);
        assertThat(payment.find(((Submitted) again).bill()).orElseThrow().state())
                .isEqualTo(BillState.REQUESTED);
    }

    @Test
    void whoeverGaveUpAPaidVisitChoosesAnotherAndPaysNothing() {
        var id = unpaid.submitted(account, who, filledIn.slot(1));
        var bill = ((Submitted) unpaid.stage(id)).bill();
        settlements.paid(id, bill);
        var given = ((Scheduled) unpaid.stage(id)).appointment();

        booking.cancel(given);
        life.cancel(id);
        filledIn.choose(id, account, filledIn.slot(1));

        var again = (Scheduled) filledIn.submit(id, account);
        assertThat(again.billed()).contains(bill);
        assertThat(again.appointment()).isNotEqualTo(given);
    }

    /** However long it could not be done, it is tried again within a minute or so. */
    @Test
    void whatFollowsAPaymentIsNeverPutOffForLong() {
        var done = Instant.parse("2026-12-08T00:00:00Z");
        var often = new Execution(done, billPaid.instance("often"));
        often.consecutiveFailures = 40;
        var again = new AtomicReference<Instant>();

        billPaid.getFailureHandler()
                .onFailure(
                        ExecutionComplete.failure(often, done, done, new IllegalStateException("not yet")),
                        new ExecutionOperations<>(null, null, null) {
                            @Override
                            public void reschedule(ExecutionComplete complete, Instant next) {
                                again.set(next);
                            }
                        });

        assertThat(again.get()).isBefore(done.plusSeconds(90));
    }
}
