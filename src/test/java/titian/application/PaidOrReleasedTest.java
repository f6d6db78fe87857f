package titian.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import titian.Neighbours;
import titian.People;
import titian.TitianTest;
import titian.application.Stage.Scheduled;
import titian.booking.AppointmentId;
import titian.booking.AppointmentState;
import titian.booking.BookingDesk;
import titian.booking.BookingRequest;
import titian.booking.Terms;
import titian.form.FilledIn;
import titian.outside.World;
import titian.payment.Bill;
import titian.payment.BillState;
import titian.payment.PaymentDesk;
import titian.payment.SomeBills;
import titian.requirement.RequestedService;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.slot.SlotId;

/**
 * Races on purpose. The time of many is up; all of them paid in time, and the biller begins to know of it only while notices
 * come, sweeps run on two nodes, people say that they paid and the biller is asked, all at once: either it is known that
 * somebody paid and the place stays, or the place goes back and the payment is a late one. Never both.
 */
@TitianTest
class PaidOrReleasedTest {

    private static final int PEOPLE = 16;

    @Autowired
    BeanFactory house;

    @Autowired
    Settlements settlements;

    @Autowired
    SettlementDesk desk;

    @Autowired
    Applications applications;

    @Autowired
    BookingDesk booking;

    @Autowired
    PaymentDesk payment;

    @Autowired
    JdbcClient db;

    @Autowired
    World world;

    Neighbours neighbours;
    SomeBills bills;

    /** Somebody who holds a place and owes for it. */
    record Owing(ApplicationId application, AccountId account, AppointmentId place, Bill bill) {}

    @BeforeEach
    void theBillerIsWell() {
        neighbours = new Neighbours(world);
        neighbours.recover();
        bills = new SomeBills(house);
    }

    @AfterEach
    void theBillerRecovers() {
        neighbours.recover();
    }

    @RepeatedTest(3)
    void ofAPaymentAndAReleaseThatMeetOneHappens() throws Exception {
        var slot = new FilledIn(house).slot(PEOPLE);
        var people = all(Collections.<Callable<Owing>>nCopies(PEOPLE, () -> owing(slot)));
        neighbours.fall("pemberitahuan", "tidak-pernah");
        neighbours.fall("simponi", "belum");
        people.forEach(one -> neighbours.pay(one.bill().billingCode()));
        world.clock().moveBy(Duration.ofMinutes(124));

        race(people);
        people.forEach(one -> bills.noticed(one.bill()));

        await().atMost(Duration.ofSeconds(60))
                .until(() -> people.stream().allMatch(one -> stage(one) instanceof Scheduled));
        assertThat(people).allSatisfy(this::isPaidOrReleased);
    }

    private void race(List<Owing> people) throws Exception {
        var otherNode = new Settlements(desk, applications, payment);
        var most = new CountDownLatch(3 * people.size() / 2);
        var racers = new ArrayList<Callable<Object>>();
        for (var one : people.subList(0, PEOPLE / 4)) {
            racers.add(then(most, () -> bills.noticed(one.bill())));
        }
        for (var one : people) {
            racers.add(then(most, () -> bills.said(one.bill(), one.account())));
            racers.add(then(most, () -> payment.settle(one.bill().id())));
        }
        racers.addAll(Collections.nCopies(3, then(most, settlements::sweep)));
        racers.addAll(Collections.nCopies(3, then(most, otherNode::sweep)));
        Collections.shuffle(racers);
        racers.addFirst(() -> {
            most.await();
            neighbours.fall("simponi", "normal");
            return most;
        });
        all(racers);
    }

    private static Callable<Object> then(CountDownLatch done, Runnable step) {
        return () -> {
            step.run();
            done.countDown();
            return done;
        };
    }

    private static <T> List<T> all(List<Callable<T>> steps) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = new ArrayList<T>();
            for (var step : threads.invokeAll(steps)) {
                done.add(step.get());
            }
            return done;
        }
    }

    private Owing owing(SlotId slot) {
        var account = AccountId.next();
        var who = People.someone();
        var now = world.clock().instant();
        var draft = Stream.generate(
                        () -> PassportApplication.draft(account, RequestedService.NEW_ADULT, Locale.of("id"), now))
                .filter(applications::add)
                .findFirst()
                .orElseThrow();
        var bill = bills.open(account, draft.id());
        var request = BookingRequest.of(
                draft.id().toString(), account, draft.id(), who.nik(), slot, Terms.heldUntil(bill.payBy()));
        var place = booking.book(request).first();
        assertThat(booking.claim(place, bill.payBy())).isTrue();
        assertThat(applications.move(draft.stage(), draft.submit(who.nik(), place, bill.id(), bill.payBy(), now)))
                .isTrue();
        return new Owing(draft.id(), account, place, bill);
    }

    private void isPaidOrReleased(Owing one) {
        assertThat(payment.find(one.bill().id()).orElseThrow().state()).isEqualTo(BillState.PAID);
        var late = db.sql("SELECT late FROM payment.payment WHERE bill = ?")
                .param(one.bill().id().value())
                .query(Boolean.class)
                .single();
        assertThat(state(one.place())).isEqualTo(late ? AppointmentState.EXPIRED : AppointmentState.CONFIRMED);
        assertThat(state(((Scheduled) stage(one)).appointment())).isEqualTo(AppointmentState.CONFIRMED);
        assertThat(db.sql("SELECT count(*) FROM booking.appointment WHERE application = ? AND state = 'CONFIRMED'")
                        .param(one.application().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private AppointmentState state(AppointmentId place) {
        return booking.find(place).orElseThrow().state();
    }

    private Stage stage(Owing one) {
        return applications.find(one.application()).orElseThrow().stage();
    }
}
