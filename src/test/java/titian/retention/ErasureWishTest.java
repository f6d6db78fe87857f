package titian.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import titian.TitianTest;
import titian.application.SomeVisits;
import titian.platform.ForgetsPeople;
import titian.platform.Hold;
import titian.platform.Kept;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** A wish to be forgotten waits, is kept back by orders, is taken back, and is finished after a breakdown. */
@TitianTest
class ErasureWishTest extends SomebodyForgotten {

    @Autowired
    OrderedHolds ordered;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @Test
    void whoeverHasSomethingUnderWayWaits() {
        var visit = new SomeVisits(house).paid(me, OFFICE);
        assertThatExceptionOfType(ErasureRefused.MustWait.class)
                .isThrownBy(() -> desk.ask(me))
                .satisfies(refused ->
                        assertThat(refused.holds()).extracting(Hold::reason).containsExactly(Hold.Reason.UNDER_WAY));

        life.checkIn(visit.appointment().application());
        life.miss(visit.appointment().application());
        assertThatExceptionOfType(ErasureRefused.MustWait.class)
                .isThrownBy(() -> desk.ask(me))
                .satisfies(refused -> assertThat(refused.holds())
                        .singleElement()
                        .satisfies(hold -> assertThat(hold.until()).isAfter(clock.instant())));
    }

    @Test
    void anUnpaidBillLetsNothingGo() {
        var id = forms.form(me, someone, forms.slot(1));
        forms.submit(id, me);
        assertThat(desk.holds(me))
                .extracting(Hold::reason)
                .containsExactlyInAnyOrder(Hold.Reason.UNDER_WAY, Hold.Reason.BILL_OPEN);
    }

    @Test
    void anOfficersOrderKeepsEverythingUntilItIsLifted() {
        var officer = AccountId.next();
        forms.ready(me, someone);
        desk.ask(me);
        desk.hold(new OrderedHold.Order(me, OrderedHold.Reason.INVESTIGATION, "W.10-PR.01.02-123"), officer);
        pass();
        desk.takeDue();
        await().atMost(PATIENCE)
                .until(() -> desk.underWay(me).orElseThrow().dueAt().isAfter(clock.instant()));
        assertThat(applications.allOf(me)).hasSize(1);

        desk.lift(hold(), officer);
        pass();
        desk.takeDue();
        await().atMost(PATIENCE).until(() -> desk.underWay(me).isEmpty());
        assertThat(applications.allOf(me)).isEmpty();
    }

    @Test
    void whoeverChangesTheirMindWithinAWeekIsNotForgotten() {
        forms.ready(me, someone);
        var asked = desk.ask(me);
        assertThat(desk.ask(me)).as("asked twice is asked once").isEqualTo(asked);
        assertThat(Duration.between(asked.askedAt(), asked.dueAt())).isEqualTo(Duration.ofDays(7));
        desk.takeDue();
        assertThat(desk.underWay(me)).contains(asked);

        desk.withdraw(me);
        desk.withdraw(me);
        pass();
        desk.takeDue();

        assertThat(desk.underWay(me)).isEmpty();
        assertThat(applications.allOf(me)).hasSize(1);
        desk.ask(me);
        desk.takeDue();
        assertThat(desk.underWay(me)).as("and may ask again").isPresent();
    }

    /** Some module fails halfway, as if the program had died there; the next time it goes on. */
    @Test
    void whatIsCutOffInTheMiddleIsFinishedLater() {
        var first = forms.ready(me, someone);
        desk.ask(me);
        var erasure = due();
        var broken = new ArrayList<>(modules);
        broken.add(new ForgetsPeople() {
            @Override
            public List<Kept> kept() {
                return List.of();
            }

            @Override
            public void forget(AccountId account) {
                throw new IllegalStateException("killed");
            }
        });
        var dying = new ForgettingDesk(broken, applications, ordered, events, transaction, clock);
        assertThatThrownBy(() -> dying.forget(me, () -> {})).hasMessage("killed");
        assertThat(applications.find(first)).isEmpty();
        assertThat(accounts.contact(me)).as("the account is forgotten last").isPresent();

        desk.carryOut(erasure);
        desk.carryOut(erasure);

        assertThat(accounts.contact(me)).isEmpty();
        assertThat(desk.underWay(me)).isEmpty();
    }

    /** The order is given while the application is being forgotten, and waits until it has gone. */
    @Test
    void anOrderBetweenTwoStepsStopsTheNext() {
        var draft = forms.ready(me, someone);
        var order = new OrderedHold.Order(me, OrderedHold.Reason.COURT, "W.10-PR.01.02-124");
        try (var officers = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = new ArrayList<>(modules);
            slow.add(new ForgetsPeople() {
                @Override
                public List<Kept> kept() {
                    return List.of();
                }

                @Override
                public void forget(List<ApplicationId> applications) {
                    officers.execute(() -> desk.hold(order, AccountId.next()));
                    await().atMost(PATIENCE).until(ErasureWishTest.this::anOrderWaits);
                }
            });
            var between = new ForgettingDesk(slow, applications, ordered, events, transaction, clock);

            assertThat(between.forget(me, () -> {})).isFalse();
        }

        assertThat(applications.find(draft)).isEmpty();
        assertThat(accounts.contact(me)).isPresent();
        assertThat(hold()).isNotNull();
    }

    private boolean anOrderWaits() {
        return db.sql("""
                        SELECT count(*) > 0
                          FROM pg_locks
                         WHERE locktype = 'advisory' AND mode = 'ExclusiveLock' AND NOT granted
                           AND (classid::bigint << 32) + objid::bigint = hashtextextended('retention', 86)
                        """).query(Boolean.class).single();
    }

    private UUID due() {
        return transaction.execute(
                _ -> db.sql("""
                        UPDATE retention.erasure SET state = 'DUE' WHERE account = :me AND state = 'ASKED' RETURNING id
                        """).param("me", me.value()).query(UUID.class).single());
    }
}
