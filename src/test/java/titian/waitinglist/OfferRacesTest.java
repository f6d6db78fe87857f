package titian.waitinglist;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import titian.TitianTest;
import titian.booking.BookingDesk;
import titian.outside.World;
import titian.slot.SlotId;
import titian.waitinglist.SomeWaiting.Waiter;

/** Two at the same moment, and death in between: a place is never lost and never given twice. */
@TitianTest
class OfferRacesTest {

    @Autowired
    BeanFactory house;

    @Autowired
    WaitingListDesk desk;

    @Autowired
    OfferDesk offers;

    @Autowired
    Taking taking;

    @Autowired
    Wishes wishes;

    @Autowired
    BookingDesk booking;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient db;

    @Autowired
    World world;

    @Autowired
    Clock clock;

    SomeWaiting waiting;

    @BeforeEach
    void anOfficeOfItsOwn() {
        waiting = new SomeWaiting(house);
    }

    private static void together(List<Callable<?>> steps) {
        try (var everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            var start = new CountDownLatch(1);
            var running = steps.stream()
                    .<Future<?>>map(step -> everybody.submit(() -> {
                        start.await();
                        return step.call();
                    }))
                    .toList();
            start.countDown();
            for (var one : running) {
                try {
                    one.get();
                } catch (ExecutionException e) {
                    assertThat(e.getCause()).isInstanceOf(WaitingListRefused.class);
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Callable<?> accepts(Waiter waiter) {
        var offer = waiting.offer(waiter).id();
        return () -> {
            taking.accept(offer, waiter.account());
            return true;
        };
    }

    private Callable<?> declines(Waiter waiter) {
        var offer = waiting.offer(waiter).id();
        return () -> {
            offers.decline(offer, waiter.account());
            return true;
        };
    }

    private Callable<?> withdraws(Waiter waiter) {
        return () -> {
            desk.withdraw(waiter.wish(), waiter.account());
            return true;
        };
    }

    private Callable<?> sweeps() {
        return () -> {
            waiting.returns.sweep();
            return true;
        };
    }

    /** The offer was taken and is one appointment, or it was not and is none; and the next is asked only then. */
    private void assertExactlyOne(Waiter first, Waiter second, SlotId slot) {
        var taken = waiting.offer(first).state() == Offer.State.TAKEN;
        if (taken) {
            assertThat(waiting.wish(first).why()).isEqualTo(Wish.Why.PLACED);
            assertThat(waiting.isOffered(second)).isFalse();
        } else {
            assertThat(waiting.offer(first).state())
                    .isIn(Offer.State.TIMED_OUT, Offer.State.DECLINED, Offer.State.WITHDRAWN);
            waiting.untilOffered(second);
        }
        assertThat(waiting.returns.live(slot)).isEqualTo(taken ? 1 : 0);
        assertThat(waiting.returns.isRight(slot)).isTrue();
    }

    @RepeatedTest(8)
    void acceptingAndRunningOutAtTheSameMomentIsOneOfBoth() {
        var first = waiting.joins();
        var second = waiting.joins();
        var slot = waiting.full(1);
        waiting.returns.back(slot, 1);
        var accepts = accepts(first);
        var soon = clock.instant().plusMillis(40).atOffset(UTC);
        transaction.executeWithoutResult(_ -> {
            db.sql("UPDATE booking.resting_place SET back_at = :soon WHERE slot = :slot")
                    .param("soon", soon)
                    .param("slot", slot.value())
                    .update();
            db.sql("UPDATE waitinglist.offer SET deadline = :soon WHERE slot = :slot")
                    .param("soon", soon)
                    .param("slot", slot.value())
                    .update();
        });

        together(List.of(
                () -> {
                    var random = new Random();
                    await().pollDelay(Duration.ofMillis(20L + random.nextInt(25)))
                            .until(() -> true);
                    return accepts.call();
                },
                () -> {
                    await().pollInterval(Duration.ofMillis(1)).until(() -> {
                        waiting.returns.sweep();
                        return clock.instant().isAfter(soon.toInstant().plusMillis(50));
                    });
                    return true;
                }));

        assertExactlyOne(first, second, slot);
    }

    /** Accepting has begun and waits; its time runs out; then both go on at once. */
    @RepeatedTest(4)
    void whoeverAcceptedInTimeAndWasHeldUpGetsThePlaceOrNobodyDoes() {
        var first = waiting.joins();
        var second = waiting.joins();
        var slot = waiting.full(2);
        waiting.returns.back(slot, 1);
        world.clock().moveBy(Duration.ofMinutes(58));
        var accepts = accepts(first);
        var locked = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);

        together(List.of(
                () -> transaction.execute(_ -> {
                    wishes.lock(first.wish());
                    locked.countDown();
                    return waitFor(goOn);
                }),
                () -> {
                    waitFor(locked);
                    return accepts.call();
                },
                () -> {
                    waitFor(locked);
                    untilWaitingForALock(1);
                    world.clock().moveBy(Duration.ofMinutes(5));
                    waiting.returns.due(slot, 1);
                    waiting.returns.sweep();
                    return true;
                },
                () -> {
                    waitFor(locked);
                    untilWaitingForALock(2);
                    goOn.countDown();
                    return true;
                }));

        var taken = waiting.offer(first).state() == Offer.State.TAKEN;
        assertThat(waiting.offer(first).state()).isIn(Offer.State.TAKEN, Offer.State.TIMED_OUT);
        assertThat(waiting.returns.live(slot)).isEqualTo(taken ? 1 : 0);
        waiting.untilOffered(second);
        assertThat(waiting.returns.isRight(slot)).isTrue();
    }

    private static boolean waitFor(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void untilWaitingForALock(int sessions) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> db.sql("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
                                .query(Integer.class)
                                .single()
                        >= sessions);
    }

    @RepeatedTest(4)
    void ofTwoAnswersAtTheSameMomentOneCounts() {
        var first = waiting.joins();
        var second = waiting.joins();
        var slot = waiting.full(1);
        waiting.returns.back(slot, 1);

        together(List.of(accepts(first), accepts(first), declines(first), withdraws(first)));

        assertExactlyOne(first, second, slot);
    }

    @RepeatedTest(4)
    void sweepsAtTheSameMomentOfferEachPlaceOnceAndInOrder() {
        var waiters = Stream.generate(waiting::joins).limit(6).toList();
        var slots = Stream.generate(() -> waiting.full(2)).limit(8).toList();
        slots.forEach(slot -> waiting.returns.due(slot, 1));

        together(Stream.<Callable<?>>generate(this::sweeps).limit(4).toList());

        await().atMost(Duration.ofSeconds(30)).until(() -> {
            waiting.returns.sweep();
            return waiters.stream().allMatch(waiting::isOffered);
        });
        await().atMost(Duration.ofSeconds(30))
                .until(() -> slots.stream().mapToInt(waiting::taken).sum() == 16 - 2);
        assertThat(waiters.stream().map(waiter -> waiting.offer(waiter).slot()).distinct())
                .hasSize(6);
        assertThat(slots).allMatch(waiting.returns::isRight);
    }

    @Test
    void aNodeThatDiesWhilePlacesComeBackHasOfferedNothing() {
        var first = waiting.joins();
        var slot = waiting.full(1);

        transaction.executeWithoutResult(dies -> {
            waiting.returns.due(slot, 1);
            waiting.returns.sweep();
            assertThat(waiting.isOffered(first)).isTrue();
            dies.setRollbackOnly();
        });

        assertThat(waiting.isOffered(first)).isFalse();
        assertThat(waiting.returns.isRight(slot)).isTrue();
        waiting.returns.back(slot, 1);
        assertThat(waiting.isOffered(first)).isTrue();
    }

    @Test
    void anOfferAcceptedByANodeThatDiedIsFinishedByAnother() {
        var first = waiting.joins();
        var slot = waiting.full(1);
        waiting.returns.back(slot, 1);

        offers.accept(waiting.offer(first).id(), first.account());
        world.clock().moveBy(Duration.ofSeconds(21));

        await().atMost(Duration.ofSeconds(30)).until(() -> waiting.wish(first).why() == Wish.Why.PLACED);
        assertThat(waiting.returns.live(slot)).isEqualTo(1);
        assertThat(waiting.returns.isRight(slot)).isTrue();
    }

    @Test
    void aPlaceBookedByANodeThatDiedIsHandedInByAnotherAndNotBookedAgain() {
        var first = waiting.joins(2);
        var slot = waiting.full(2);
        waiting.returns.back(slot, 2);
        var offer = waiting.offer(first).id();

        offers.accept(offer, first.account());
        var accepted = offers.accepted(offer).orElseThrow();
        var booked = booking.book(taking.request(accepted, taking.members(accepted.wish())));
        taking.finish(offer);

        assertThat(waiting.wish(first).why()).isEqualTo(Wish.Why.PLACED);
        assertThat(booking.find(booked.first()).orElseThrow().claimed()).isTrue();
        assertThat(waiting.returns.live(slot)).isEqualTo(2);
        assertThat(waiting.returns.isRight(slot)).isTrue();
    }

    /** Whatever people do and however it is mixed up, what is taken is what is booked, kept or resting. */
    @ParameterizedTest
    @ValueSource(longs = {7, 77, 777})
    void nothingIsEverOversoldOrLost(long seed) {
        var random = new Random(seed);
        var slots = Stream.generate(() -> waiting.full(4)).limit(5).toList();
        var waiters = new ArrayList<Waiter>();
        IntStream.range(0, 12).forEach(i -> waiters.add(waiting.joins(i % 4 == 0 ? 3 : 1)));

        for (int round = 0; round < 12; round++) {
            var steps = new ArrayList<Callable<?>>();
            slots.forEach(slot -> waiting.returns.due(slot, random.nextInt(2)));
            steps.add(sweeps());
            steps.add(sweeps());
            waiters.stream()
                    .filter(waiting::isOffered)
                    .forEach(waiter -> steps.add(
                            switch (random.nextInt(5)) {
                                case 0 -> accepts(waiter);
                                case 1 -> declines(waiter);
                                case 2 -> withdraws(waiter);
                                default -> sweeps();
                            }));
            together(steps);
            if (random.nextInt(4) == 0) {
                waiting.anHourPasses();
            }
            assertThat(slots).as("seed %s, round %s", seed, round).allMatch(waiting.returns::isRight);
            assertThat(oneOfferEach()).as("seed %s, round %s", seed, round).isTrue();
        }
    }

    private boolean oneOfferEach() {
        return db.sql("""
                        SELECT NOT EXISTS (SELECT
                                             FROM waitinglist.offer
                                            WHERE state IN ('OPEN', 'TAKING')
                                            GROUP BY wish
                                           HAVING count(*) > 1)
                           AND NOT EXISTS (SELECT
                                             FROM waitinglist.offer
                                             LEFT JOIN booking.resting_place kept ON kept.id = offer.id
                                            WHERE offer.office = :office AND offer.state = 'OPEN'
                                              AND kept.places IS DISTINCT FROM offer.places)
                        """)
                .param("office", waiting.office.value())
                .query(Boolean.class)
                .single();
    }
}
