package titian.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static titian.SignedInPeople.as;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import titian.Browser;
import titian.Inbox;
import titian.Neighbours;
import titian.People;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.application.Stage.Expired;
import titian.application.Stage.Scheduled;
import titian.application.Stage.Submitted;
import titian.booking.AppointmentState;
import titian.booking.BookingDesk;
import titian.booking.BookingRefused;
import titian.booking.Pause;
import titian.booking.SlotId;
import titian.booking.SomeSlots;
import titian.form.FilledIn;
import titian.outside.World;
import titian.payment.Bill;
import titian.payment.BillId;
import titian.payment.BillState;
import titian.payment.PaymentDesk;
import titian.payment.SomeBills;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.PassportType;

/** Paid is paid, however late; what nobody pays gives its place back and keeps its form. */
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
    Applications applications;

    @Autowired
    ApplicationDesk life;

    @Autowired
    BookingDesk booking;

    @Autowired
    PaymentDesk payment;

    @Autowired
    AccountDesk accounts;

    @Autowired
    MockMvcTester browser;

    @Autowired
    Task<PaymentDesk.Settled> billPaid;

    @Autowired
    World world;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient db;

    FilledIn filledIn;
    AccountId account = AccountId.next();
    People.Someone who = People.someone();

    @BeforeEach
    void people() {
        filledIn = new FilledIn(house);
    }

    /** Forgotten at its owner's wish, while money was on its way. */
    @Test
    void moneyForAnApplicationThatIsGoneIsDoneWith() {
        assertThatCode(() -> settlements.paid(ApplicationId.next(), BillId.next()))
                .doesNotThrowAnyException();
    }

    @Test
    void payingMakesTheVisitCertain() {
        var id = submitted(filledIn.slot(1));
        var submitted = (Submitted) stage(id);

        Outside.pay(world, code(submitted.bill()));

        await().atMost(PATIENCE).until(() -> stage(id) instanceof Scheduled);
        assertThat(booking.find(submitted.appointment()).orElseThrow().state()).isEqualTo(AppointmentState.CONFIRMED);
    }

    @Test
    void hearingOfAPaymentTwiceIsHearingOnce(ApplicationEvents events) {
        var id = submitted(filledIn.slot(1));
        var bill = ((Submitted) stage(id)).bill();

        settlements.paid(id, bill);
        var scheduled = stage(id);
        settlements.paid(id, bill);

        assertThat(scheduled).isInstanceOf(Scheduled.class);
        assertThat(stage(id)).isEqualTo(scheduled);
        assertThat(events.stream(ApplicationScheduled.class)
                        .filter(event -> event.application().equals(id)))
                .hasSize(1);
    }

    @Test
    void whatNobodyPaysGivesItsPlaceBackAndKeepsItsForm() {
        var slot = filledIn.slot(1);
        var id = submitted(slot);
        var submitted = (Submitted) stage(id);

        expire(id);

        comesBack(slot);
        assertThat(payment.find(submitted.bill()).orElseThrow().state()).isEqualTo(BillState.CLOSED);
        assertThat(filledIn.isComplete(id)).isTrue();
    }

    @Test
    void nothingExpiresBeforeItsTime() {
        var id = submitted(filledIn.slot(1));

        settlements.sweep();
        settlementDesk.expire(id, ((Submitted) stage(id)).bill());

        assertThat(stage(id)).isInstanceOf(Submitted.class);
    }

    @Test
    void nothingExpiresWhileNewsOfAPaymentInTimeMayBeOnItsWay() {
        var id = submitted(filledIn.slot(1));
        var submitted = (Submitted) stage(id);
        code(submitted.bill());
        world.clock()
                .moveBy(Duration.between(
                        world.clock().instant(), submitted.payBy().plusSeconds(120)));

        settlements.sweep();
        settlementDesk.expire(id, submitted.bill());

        assertThat(stage(id)).isInstanceOf(Submitted.class);
        world.clock().moveBy(Duration.ofMinutes(1));
        await().atMost(Duration.ofSeconds(60)).until(() -> stage(id) instanceof Expired);
    }

    /** Five and twenty, and a biller that takes its time for each: they are asked about together. */
    @Test
    void whoseTimeIsOverDoesNotWaitForEverybodyElses() {
        var slot = filledIn.slot(25);
        var all = Stream.generate(() -> submitted(AccountId.next(), People.someone(), slot))
                .limit(25)
                .toList();
        all.forEach(id -> code(((Submitted) stage(id)).bill()));
        var neighbours = new Neighbours(world);
        neighbours.fall("simponi", "lambat", Duration.ofSeconds(2));
        try {
            world.clock().moveBy(Duration.ofMinutes(124));

            await().atMost(Duration.ofSeconds(25))
                    .until(() -> all.stream().allMatch(id -> stage(id) instanceof Expired));
        } finally {
            neighbours.recover();
        }
    }

    @Test
    void whileTheBillerIsAwayNothingIsGivenUp() {
        var id = submitted(filledIn.slot(1));
        code(((Submitted) stage(id)).bill());
        Outside.fault(world, "simponi", "mati");
        try {
            world.clock().moveBy(Duration.ofMinutes(124));
            settlements.sweep();

            assertThat(stage(id)).isInstanceOf(Submitted.class);
        } finally {
            Outside.fault(world, "simponi", "normal");
        }
    }

    @Test
    void oneTapChoosesANewTime() {
        var id = submitted(filledIn.slot(1));
        expire(id);

        filledIn.choose(id, account, filledIn.slot(1));
        var again = filledIn.submit(id, account);

        assertThat(again).isInstanceOf(Submitted.class);
        assertThat(payment.find(((Submitted) again).bill()).orElseThrow().state())
                .isEqualTo(BillState.REQUESTED);
    }

    @Test
    void whoeverPaidLateGetsTheSamePlaceIfItIsFree() {
        var slot = filledIn.slot(1);
        var id = submitted(slot);
        expire(id);
        var bill = ((Expired) stage(id)).bill();

        settlements.paid(id, bill);

        var scheduled = (Scheduled) stage(id);
        assertThat(scheduled.billed()).contains(bill);
        var appointment = booking.find(scheduled.appointment()).orElseThrow();
        assertThat(appointment.slot()).isEqualTo(slot);
        assertThat(appointment.state()).isEqualTo(AppointmentState.CONFIRMED);
    }

    @Test
    void whoeverPaidLateForAPlaceThatIsGoneChoosesAnotherAndPaysNothing(ApplicationEvents events) {
        var slot = filledIn.slot(1);
        var id = submitted(slot);
        expire(id);
        var bill = ((Expired) stage(id)).bill();
        comesBack(slot);
        var quicker = AccountId.next();
        filledIn.submit(filledIn.form(quicker, People.someone(), slot), quicker);

        settlements.paid(id, bill);
        settlements.paid(id, bill);

        assertThat(((Expired) stage(id)).paidLate()).isTrue();
        assertThat(events.stream(ApplicationPaidLate.class)
                        .filter(event -> event.application().equals(id)))
                .hasSize(1);
        filledIn.choose(id, account, filledIn.slot(1));
        assertThat(filledIn.submit(id, account)).isInstanceOf(Scheduled.class);
        assertThat(((Scheduled) stage(id)).billed()).contains(bill);
    }

    /** In a rush the engine may say "come again": nothing is decided by that, and the task does come again. */
    @Test
    void whoeverPaidLateInARushGetsTheSamePlaceOnceTheRushIsOver() {
        var slot = filledIn.slot(1);
        var id = submitted(slot);
        expire(id);
        var bill = ((Expired) stage(id)).bill();

        try (var _ = Pause.before(database, slot)) {
            assertThatThrownBy(() -> settlements.paid(id, bill)).isInstanceOf(BookingRefused.Busy.class);
        }
        assertThat(((Expired) stage(id)).paidLate()).isFalse();
        settlements.paid(id, bill);

        var scheduled = (Scheduled) stage(id);
        assertThat(booking.find(scheduled.appointment()).orElseThrow().slot()).isEqualTo(slot);
    }

    @Test
    void whoeverPaidLateForAPlaceThatIsGoneIsKeptTheNearestOnceTheRushIsOver() {
        var slot = filledIn.slot(1);
        var id = submitted(slot);
        expire(id);
        var bill = ((Expired) stage(id)).bill();
        comesBack(slot);
        var quicker = AccountId.next();
        filledIn.submit(filledIn.form(quicker, People.someone(), slot), quicker);
        filledIn.slot(1);

        try (var _ = Pause.before(database, windowsWithRoom())) {
            assertThatThrownBy(() -> settlements.paid(id, bill)).isInstanceOf(BookingRefused.Busy.class);
        }
        assertThat(((Expired) stage(id)).paidLate()).isFalse();
        settlements.paid(id, bill);

        assertThat(((Expired) stage(id)).paidLate()).isTrue();
    }

    @Test
    void whatWasPaidLateDoesNotPayForSomebodyElse() {
        var slot = filledIn.slot(1);
        var id = submitted(slot);
        expire(id);
        var bill = ((Expired) stage(id)).bill();
        settlementDesk.payLate(id, bill, Optional.empty());
        filledIn.identify(id, account, People.someone());
        filledIn.choose(id, account, filledIn.slot(1));

        assertThatThrownBy(() -> filledIn.submit(id, account)).isInstanceOf(ApplicationRefused.PriceUnsettled.class);
    }

    @Test
    void whoeverGaveUpAPaidVisitChoosesAnotherAndPaysNothing() {
        var id = submitted(filledIn.slot(1));
        var bill = ((Submitted) stage(id)).bill();
        settlements.paid(id, bill);
        var given = ((Scheduled) stage(id)).appointment();

        booking.cancel(given);
        life.cancel(id);
        filledIn.choose(id, account, filledIn.slot(1));

        var again = (Scheduled) filledIn.submit(id, account);
        assertThat(again.billed()).contains(bill);
        assertThat(again.appointment()).isNotEqualTo(given);
    }

    @Test
    void moneyForAnEarlierBillPaysTheNewerOne() {
        var id = submitted(filledIn.slot(1));
        expire(id);
        var earlier = ((Expired) stage(id)).bill();
        filledIn.choose(id, account, filledIn.slot(1));
        var newer = ((Submitted) filledIn.submit(id, account)).bill();
        code(newer);

        settlements.paid(id, earlier);

        assertThat(((Scheduled) stage(id)).billed()).contains(earlier);
        assertThat(payment.find(newer).orElseThrow().state()).isEqualTo(BillState.CLOSED);
    }

    /** The sweep comes between finding that an earlier bill was paid and asking about the newer one. */
    @Test
    void moneyForAnEarlierBillIsNotLostWhenTheNewerOneExpiresMeanwhile() {
        var slot = filledIn.slot(1);
        var id = submitted(filledIn.slot(1));
        expire(id);
        var earlier = ((Expired) stage(id)).bill();
        filledIn.choose(id, account, slot);
        filledIn.submit(id, account);
        assertThat(settlementDesk.paid(id, earlier)).isEqualTo(SettlementDesk.Payment.EARLIER_BILL);

        expire(id);

        assertThat(settlementDesk.payWithEarlierBill(id, earlier)).isFalse();
        assertThatThrownBy(() -> settlements.paidEarlierBill(id, earlier))
                .as("the errand comes back")
                .isInstanceOf(RuntimeException.class);
        settlements.paid(id, earlier);
        assertThat(((Scheduled) stage(id)).billed()).contains(earlier);
        assertThat(booking.find(((Scheduled) stage(id)).appointment())
                        .orElseThrow()
                        .slot())
                .isEqualTo(slot);
    }

    @Test
    void moneyForAnEarlierBillOfAnotherAmountIsTheirsToHaveBackAndTheyAreTold() {
        var me = SignedInPeople.applicant(accounts, who);
        account = me.account();
        var bills = new SomeBills(house);
        var id = submitted(filledIn.slot(1));
        expire(id);
        var earlier = ((Expired) stage(id)).bill();
        filledIn.wish(id, account, PassportType.ELECTRONIC, 5);
        filledIn.choose(id, account, filledIn.slot(1));
        var newer = ((Submitted) filledIn.submit(id, account)).bill();
        code(newer);

        bills.pay(payment.find(earlier).orElseThrow());

        assertThat(new Inbox(world).about(who.email(), "tagihan lama").text())
                .contains("Uang itu hak Anda", "bayarlah tagihan yang baru")
                .doesNotContain("Jangan membayar lagi");
        assertThat(((Submitted) stage(id)).bill()).isEqualTo(newer);
        assertThat(payment.find(newer).orElseThrow().state()).isEqualTo(BillState.OPEN);

        bills.pay(payment.find(newer).orElseThrow());

        await().atMost(PATIENCE).until(() -> stage(id) instanceof Scheduled);
        assertThat(Browser.text(browser.get()
                        .uri("/tagihan/" + id + "/pengembalian")
                        .with(as(me))
                        .exchange()))
                .as("the one that does not count is asked back")
                .contains("Rp950.000")
                .doesNotContain("Rp650.000");
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

    private ApplicationId submitted(SlotId slot) {
        return submitted(account, who, slot);
    }

    private ApplicationId submitted(AccountId account, People.Someone who, SlotId slot) {
        var id = filledIn.form(account, who, slot);
        filledIn.submit(id, account);
        return id;
    }

    /** Two hours pass and nobody pays: the sweep of any node sees to it. */
    private void expire(ApplicationId id) {
        code(((Submitted) stage(id)).bill());
        world.clock().moveBy(Duration.ofMinutes(124));
        await().atMost(Duration.ofSeconds(60)).until(() -> stage(id) instanceof Expired);
    }

    /** A place that was given back rests for a while nobody knows beforehand. */
    private void comesBack(SlotId slot) {
        assertThat(booking.slot(slot).orElseThrow().taken()).isEqualTo(1);
        world.clock().moveBy(Duration.ofMinutes(31));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> booking.slot(slot).orElseThrow().taken() == 0);
    }

    private SlotId[] windowsWithRoom() {
        return db.sql("SELECT id FROM booking.slot WHERE office = :office AND taken < capacity")
                .param("office", SomeSlots.OFFICE.value())
                .query((row, _) -> new SlotId(row.getObject("id", UUID.class)))
                .list()
                .toArray(SlotId[]::new);
    }

    private String code(BillId bill) {
        return await().atMost(PATIENCE)
                .until(() -> payment.find(bill).map(Bill::billingCode).orElse(null), Objects::nonNull);
    }

    private Stage stage(ApplicationId id) {
        return applications.find(id).orElseThrow().stage();
    }
}
