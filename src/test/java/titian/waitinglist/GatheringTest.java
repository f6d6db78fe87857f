package titian.waitinglist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import titian.TitianTest;
import titian.outside.World;
import titian.slot.SlotId;
import titian.waitinglist.SomeWaiting.Waiter;

/** Single people, of whom there are always more, do not keep a group waiting for ever. */
@TitianTest
class GatheringTest {

    @Autowired
    BeanFactory house;

    @Autowired
    WaitingListDesk desk;

    @Autowired
    Taking taking;

    @Autowired
    World world;

    SomeWaiting waiting;
    Waiter group;

    @BeforeEach
    void aGroupWasPassedOverThreeTimes() {
        waiting = new SomeWaiting(house);
        group = waiting.joins(3);
        for (int i = 0; i < 3; i++) {
            var single = waiting.joins();
            waiting.returns.back(waiting.full(3), 1);
            taking.accept(waiting.offer(single).id(), single.account());
            assertThat(waiting.wish(single).why()).isEqualTo(Wish.Why.PLACED);
        }
    }

    @Test
    void afterThreeSinglesPlacesAreGatheredUntilTheySufficeForTheGroup() {
        var singles = Stream.generate(waiting::joins).limit(3).toList();
        var slot = waiting.full(3);

        waiting.returns.back(slot, 1);
        waiting.returns.back(slot, 1);

        assertThat(singles).noneMatch(waiting::isOffered);
        assertThat(waiting.isOffered(group)).isFalse();
        assertThat(waiting.taken(slot)).as("nobody else can take them").isEqualTo(3);

        waiting.returns.back(slot, 1);

        assertThat(waiting.isOffered(group)).isTrue();
        assertThat(waiting.offer(group).places()).isEqualTo(3);
        taking.accept(waiting.offer(group).id(), group.account());
        assertThat(waiting.returns.live(slot)).isEqualTo(3);
        assertThat(waiting.returns.isRight(slot)).isTrue();
        var next = waiting.full(1);
        waiting.returns.back(next, 1);
        assertThat(waiting.isOffered(singles.getFirst())).isTrue();
    }

    @Test
    void whatDidNotSufficeInTimeGoesToTheOthers() {
        var single = waiting.joins();
        var slot = waiting.full(3);
        waiting.returns.back(slot, 1);
        assertThat(waiting.isOffered(single)).isFalse();

        world.clock().moveBy(Duration.ofHours(13));

        waiting.untilOffered(single);
        assertThat(waiting.returns.isRight(slot)).isTrue();
    }

    @Test
    void aGroupThatLeavesLetsWhatWasGatheredGoOn() {
        var single = waiting.joins();
        var slot = waiting.full(3);
        waiting.returns.back(slot, 2);

        desk.withdraw(group.wish(), group.account());

        waiting.untilOffered(single);
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            waiting.returns.sweep();
            return waiting.taken(slot) == 2;
        });
        assertThat(waiting.returns.isRight(slot)).isTrue();
    }

    @Test
    void placesAreGatheredInThreeWindowsOfAnOfficeAtMost() {
        var singles = Stream.generate(waiting::joins).limit(2).toList();
        for (int i = 0; i < 3; i++) {
            waiting.returns.back(waiting.full(3), 1);
        }
        assertThat(singles).noneMatch(waiting::isOffered);

        SlotId fourth = waiting.full(3);
        waiting.returns.back(fourth, 1);

        assertThat(waiting.isOffered(singles.getFirst())).isTrue();
    }
}
