package titian.forfeit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import titian.Neighbours;
import titian.TitianTest;
import titian.forfeit.Forfeit.Moment;
import titian.outside.World;
import titian.payment.BillState;
import titian.payment.PaymentDesk;
import titian.payment.SomeBills;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** Nobody loses a fee unawares: warned in time, once for each time, and not of what threatens no longer. */
@TitianTest
class ForfeitDeskTest {

    private static final ZoneId JAYAPURA = ZoneId.of("Asia/Jayapura");

    @Autowired
    ForfeitDesk desk;

    @Autowired
    Forfeits forfeits;

    @Autowired
    PaymentDesk payment;

    @Autowired
    BeanFactory house;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    @Autowired
    World world;

    final ApplicationId application = ApplicationId.next();
    final AccountId account = AccountId.next();

    @BeforeEach
    void theBillerIsWell() {
        new Neighbours(world).recover();
    }

    @Test
    void papersToBeMendedAreWarnedOfThreeDaysAndOneBeforeTheLastAtNineThere() {
        desk.guard(of(Moment.REPAIR_ENDS, midnightIn(20)));

        assertThat(warnings())
                .containsExactly(
                        midnightIn(20).minus(hours(4, 9)), midnightIn(20).minus(hours(2, 9)));
    }

    @Test
    void aPassportThatWaitsIsToldAtOnceAndWarnedOfThreeTimes() {
        desk.guard(of(Moment.PICKUP_ENDS, midnightIn(31)));

        assertThat(warnings())
                .hasSize(4)
                .first()
                .satisfies(
                        told -> assertThat(told).isBeforeOrEqualTo(world.clock().instant()));
        assertThat(warnings().subList(1, 4))
                .containsExactly(
                        midnightIn(31).minus(hours(24, 9)),
                        midnightIn(31).minus(hours(11, 9)),
                        midnightIn(31).minus(hours(4, 9)));
    }

    @Test
    void aWarningIsGivenOnceHoweverManyNodesSweep() throws InterruptedException {
        var then = midnightIn(400);
        desk.guard(of(Moment.REPAIR_ENDS, then));
        var at = then.minus(hours(4, 9));
        var told = new ArrayList<ForfeitNear>();
        var node = node(at, told);

        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 8).forEach(_ -> nodes.submit(() -> warn(node)));
        }

        assertThat(told)
                .filteredOn(near -> near.application().equals(application))
                .hasSize(1);
        assertThat(warnings()).as("the second is still to come").hasSize(1);
    }

    @Test
    void sayingTheSameAgainChangesNothingAndAnotherTimeBeginsAnew() {
        desk.guard(of(Moment.REPAIR_ENDS, midnightIn(20)));
        desk.guard(of(Moment.REPAIR_ENDS, midnightIn(20)));
        assertThat(warnings()).hasSize(2);

        desk.guard(of(Moment.REPAIR_ENDS, midnightIn(30)));

        assertThat(warnings())
                .containsExactly(
                        midnightIn(30).minus(hours(4, 9)), midnightIn(30).minus(hours(2, 9)));
    }

    @Test
    void whatWasLiftedIsNotWarnedOf() {
        desk.guard(of(Moment.PICKUP_ENDS, midnightIn(31)));

        desk.lift(application, Moment.PICKUP_ENDS);

        assertThat(warnings()).isEmpty();
        assertThat(desk.find(application, Moment.PICKUP_ENDS)).isEmpty();
    }

    @Test
    void whatIsOverIsNotGuarded() {
        desk.guard(of(Moment.REPAIR_ENDS, world.clock().instant().minusSeconds(1)));

        assertThat(desk.find(application, Moment.REPAIR_ENDS)).isEmpty();
    }

    @Test
    void theWrongKindIsGuardedFromTheCodeToThePayment() {
        var bill = new SomeBills(house).open(account, application);
        await().atMost(Duration.ofSeconds(20)).until(() -> moments().equals(List.of(Moment.WRONG_KIND)));

        new Neighbours(world).pay(bill.billingCode());

        await().atMost(Duration.ofSeconds(30))
                .until(() -> payment.find(bill.id()).orElseThrow().state() == BillState.PAID);
        assertThat(moments()).isEmpty();
    }

    private List<Moment> moments() {
        return desk.near(account).stream().map(Forfeit::moment).toList();
    }

    private Forfeit of(Moment moment, Instant lostAt) {
        return new Forfeit(application, account, moment, lostAt, JAYAPURA);
    }

    /** The beginning of a day in Jayapura, so many days from now. */
    private Instant midnightIn(int days) {
        return world.clock()
                .instant()
                .atZone(JAYAPURA)
                .toLocalDate()
                .plusDays(days)
                .atTime(LocalTime.MIDNIGHT)
                .atZone(JAYAPURA)
                .toInstant();
    }

    /** From nine in the morning, so many days before, to a midnight. */
    private static Duration hours(int days, int hour) {
        return Duration.ofDays(days).plusHours(24L - hour).minusDays(1);
    }

    private ForfeitDesk node(Instant at, List<ForfeitNear> told) {
        return new ForfeitDesk(
                forfeits,
                event -> {
                    synchronized (told) {
                        told.add((ForfeitNear) event);
                    }
                },
                Clock.fixed(at, ZoneOffset.UTC));
    }

    private void warn(ForfeitDesk node) {
        transaction.executeWithoutResult(_ -> node.warn(10_000));
    }

    private List<Instant> warnings() {
        return db.sql("SELECT due_at FROM forfeit.warning WHERE application = ? ORDER BY due_at")
                .param(application.value())
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .list();
    }
}
