package titian.waitinglist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import titian.Inbox;
import titian.People;
import titian.TitianTest;
import titian.application.ApplicationDesk;
import titian.booking.AppointmentState;
import titian.booking.BookingDesk;
import titian.booking.BookingRefused;
import titian.booking.BookingRequest;
import titian.booking.Terms;
import titian.outside.World;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.slot.SlotId;
import titian.waitinglist.SomeWaiting.Waiter;

/** Places that come back are held for the first who fits, and offered until a deadline. */
@TitianTest
class OfferTest {

    @Autowired
    BeanFactory house;

    @Autowired
    WaitingListDesk desk;

    @Autowired
    OfferDesk offers;

    @Autowired
    Taking taking;

    @Autowired
    BookingDesk booking;

    @Autowired
    ApplicationDesk applications;

    @Autowired
    World world;

    @Autowired
    JdbcClient db;

    SomeWaiting waiting;

    @BeforeEach
    void anOfficeOfItsOwn() {
        waiting = new SomeWaiting(house);
    }

    @Test
    void aPlaceThatComesBackIsHeldForWhoeverJoinedFirst() {
        var first = waiting.joins();
        var second = waiting.joins();
        var slot = waiting.full(1);

        waiting.returns.back(slot, 1);

        assertThat(waiting.isOffered(first)).isTrue();
        assertThat(waiting.isOffered(second)).isFalse();
        assertThat(waiting.offer(first).deadline()).isAfter(waiting.now().plus(Duration.ofMinutes(58)));
        assertThat(waiting.taken(slot)).isEqualTo(1);
        assertThatThrownBy(() -> booking.book(someoneAt(slot))).isInstanceOf(BookingRefused.SlotFull.class);
    }

    private BookingRequest someoneAt(SlotId slot) {
        return BookingRequest.of(
                "someone",
                AccountId.next(),
                ApplicationId.next(),
                People.someone().nik(),
                slot,
                Terms.heldUntil(waiting.now().plus(Duration.ofMinutes(5))));
    }

    @Test
    void whatNobodyWaitsForIsEveryones() {
        var slot = waiting.full(2);
        waiting.joins(1, waiting.wanted(Hours.AFTERNOON, EnumSet.allOf(DayOfWeek.class)));

        waiting.returns.back(slot, 1);

        assertThat(waiting.taken(slot)).isEqualTo(1);
    }

    @Test
    void whoeverWantsOtherHoursOrDaysIsPassedBy() {
        var slot = waiting.full(1, waiting.day(), LocalTime.of(13, 0));
        var otherDays = EnumSet.allOf(DayOfWeek.class);
        otherDays.remove(waiting.day().getDayOfWeek());
        var morning = waiting.joins(1, waiting.wanted(Hours.MORNING, EnumSet.allOf(DayOfWeek.class)));
        var otherDay = waiting.joins(1, waiting.wanted(Hours.ANY, otherDays));
        var suited = waiting.joins(1, waiting.wanted(Hours.AFTERNOON, EnumSet.allOf(DayOfWeek.class)));

        waiting.returns.back(slot, 1);

        assertThat(List.of(morning, otherDay)).noneMatch(waiting::isOffered);
        assertThat(waiting.isOffered(suited)).isTrue();
    }

    @Test
    void acceptingMakesTheHeldPlaceAnAppointmentAndHandsTheFormIn() {
        var waiter = waiting.joins();
        var slot = waiting.full(1);
        waiting.returns.back(slot, 1);

        taking.accept(waiting.offer(waiter).id(), waiter.account());
        taking.accept(waiting.offer(waiter).id(), waiter.account());

        var summary = applications.summary(waiter.members().getFirst()).orElseThrow();
        assertThat(summary.stage()).isEqualTo("SUBMITTED");
        var appointment =
                booking.find(Objects.requireNonNull(summary.appointment())).orElseThrow();
        assertThat(appointment.slot()).isEqualTo(slot);
        assertThat(appointment.state()).isEqualTo(AppointmentState.HELD);
        assertThat(appointment.claimed()).isTrue();
        assertThat(waiting.wish(waiter).why()).isEqualTo(Wish.Why.PLACED);
        assertThat(waiting.offer(waiter).state()).isEqualTo(Offer.State.TAKEN);
        assertThat(waiting.taken(slot)).isEqualTo(1).isEqualTo(waiting.returns.used(slot));
    }

    @Test
    void aGroupGetsPlacesInOneWindowForAllOfIt() {
        var group = waiting.joins(3);
        var slot = waiting.full(4);
        waiting.returns.back(slot, 4);

        assertThat(waiting.offer(group).places()).isEqualTo(3);
        assertThat(waiting.taken(slot)).isEqualTo(3);
        taking.accept(waiting.offer(group).id(), group.account());

        assertThat(group.members())
                .allSatisfy(member -> assertThat(
                                applications.summary(member).orElseThrow().stage())
                        .isEqualTo("SUBMITTED"));
        assertThat(waiting.returns.live(slot)).isEqualTo(3);
        assertThat(waiting.taken(slot)).isEqualTo(3);
    }

    @Test
    void aGroupOneOfWhomCannotGoInGetsNothingAndItsPlacesGoOn() {
        var account = AccountId.next();
        var busy = People.someone();
        var members = List.of(waiting.ready(account), waiting.ready(account, busy));
        var group = new Waiter(desk.join(account, members, waiting.anyDay()), account, members);
        var next = waiting.joins(2);
        var slot = waiting.full(2);
        waiting.returns.back(slot, 2);
        goesElsewhere(busy);

        taking.accept(waiting.offer(group).id(), account);

        assertThat(waiting.offer(group).state()).isEqualTo(Offer.State.LOST);
        assertThat(waiting.wish(group).state()).isEqualTo(Wish.State.WAITING);
        assertThat(members)
                .allSatisfy(member -> assertThat(
                                applications.summary(member).orElseThrow().stage())
                        .isEqualTo("DRAFT"));
        waiting.untilOffered(next);
        assertThat(waiting.returns.used(slot)).isEqualTo(2);
    }

    private void goesElsewhere(People.Someone someone) {
        var account = AccountId.next();
        var elsewhere = waiting.full(1);
        db.sql("UPDATE booking.slot SET capacity = 2 WHERE id = :slot")
                .param("slot", elsewhere.value())
                .update();
        waiting.submit(waiting.ready(account, someone), account, elsewhere);
    }

    @Test
    void whatIsDeclinedGoesToTheNextAtOnceAndThePositionStays() {
        var first = waiting.joins();
        var second = waiting.joins();
        var slot = waiting.full(1);
        waiting.returns.back(slot, 1);

        offers.decline(waiting.offer(first).id(), first.account());
        offers.decline(waiting.offer(first).id(), first.account());

        waiting.untilOffered(second);
        assertThat(waiting.wish(first).state()).isEqualTo(Wish.State.WAITING);
        assertThat(waiting.taken(slot)).isEqualTo(1);
        var other = waiting.full(1);
        waiting.returns.back(other, 1);
        assertThat(waiting.offer(first).slot()).isEqualTo(other);
    }

    @Test
    void anUnansweredOfferMovesOnToTheNext() {
        var first = waiting.joins();
        var second = waiting.joins();
        var slot = waiting.full(1);
        waiting.returns.back(slot, 1);

        waiting.anHourPasses();

        waiting.untilOffered(second);
        assertThat(waiting.offer(first).state()).isEqualTo(Offer.State.TIMED_OUT);
        assertThat(waiting.wish(first).state()).isEqualTo(Wish.State.WAITING);
        assertThat(waiting.offer(second).slot()).isEqualTo(slot);
        assertThatThrownBy(() -> taking.accept(waiting.offer(first).id(), first.account()))
                .isInstanceOf(WaitingListRefused.OfferOver.class);
    }

    @Test
    void whatNobodyWantsInTheEndIsEveryonesAgain() {
        var only = waiting.joins();
        var slot = waiting.full(1);
        waiting.returns.back(slot, 1);

        offers.decline(waiting.offer(only).id(), only.account());

        await().atMost(Duration.ofSeconds(30)).until(() -> {
            waiting.returns.sweep();
            return waiting.taken(slot) == 0;
        });
    }

    @Test
    void whoeverMissesTwoOffersKeepsThePositionAndIsAskedWhetherTheyStillWait() {
        var first = waiting.joins();
        var second = waiting.joins();
        for (int i = 0; i < 2; i++) {
            waiting.returns.back(waiting.full(1), 1);
            offers.decline(waiting.offer(first).id(), first.account());
        }

        assertThat(waiting.wish(first).state()).isEqualTo(Wish.State.PAUSED);
        desk.resume(first.wish(), first.account());
        var slot = waiting.full(1);
        waiting.returns.back(slot, 1);
        assertThat(waiting.isOffered(first)).isTrue();
        assertThat(waiting.offer(first).slot()).isEqualTo(slot);
        assertThat(waiting.wish(second).rank())
                .isGreaterThan(waiting.wish(first).rank());
    }

    @Test
    void whoeverIsNotReadyAnyMoreIsPausedAndTheNextIsAsked() {
        var first = waiting.joins();
        var second = waiting.joins();
        waiting.spoil(first);

        waiting.returns.back(waiting.full(1), 1);

        assertThat(waiting.wish(first).why()).isEqualTo(Wish.Why.UNFINISHED);
        assertThat(waiting.isOffered(second)).isTrue();
    }

    @Test
    void whoeverFindsAPlaceElsewhereLeavesTheListAndTheOfferGoesOn() {
        var first = waiting.joins();
        var second = waiting.joins();
        var slot = waiting.full(1);
        waiting.returns.back(slot, 1);
        var elsewhere = waiting.full(1);
        db.sql("UPDATE booking.slot SET capacity = 2 WHERE id = :slot")
                .param("slot", elsewhere.value())
                .update();

        waiting.submit(first.members().getFirst(), first.account(), elsewhere);

        await().atMost(Duration.ofSeconds(30)).until(() -> waiting.wish(first).why() == Wish.Why.ELSEWHERE);
        waiting.untilOffered(second);
    }

    @Test
    void whoeverThrowsTheApplicationAwayWaitsNoMore() {
        var first = waiting.joins();

        waiting.discard(first);

        await().atMost(Duration.ofSeconds(30)).until(() -> waiting.wish(first).why() == Wish.Why.ELSEWHERE);
    }

    @Test
    void whoeverLeavesTheListLetsTheOfferGoOn() {
        var first = waiting.joins();
        var second = waiting.joins();
        waiting.returns.back(waiting.full(1), 1);

        desk.withdraw(first.wish(), first.account());
        desk.withdraw(first.wish(), first.account());

        waiting.untilOffered(second);
        assertThat(waiting.offer(first).state()).isEqualTo(Offer.State.WITHDRAWN);
        assertThatThrownBy(() -> taking.accept(waiting.offer(first).id(), first.account()))
                .isInstanceOf(WaitingListRefused.OfferOver.class);
    }

    @Test
    void nothingOfSomebodyElsesIsAnswered() {
        var waiter = waiting.joins();
        waiting.returns.back(waiting.full(1), 1);
        var offer = waiting.offer(waiter).id();
        var other = AccountId.next();

        assertThatThrownBy(() -> taking.accept(offer, other)).isInstanceOf(WaitingListRefused.Unknown.class);
        assertThatThrownBy(() -> offers.decline(offer, other)).isInstanceOf(WaitingListRefused.Unknown.class);
        assertThatThrownBy(() -> desk.withdraw(waiter.wish(), other)).isInstanceOf(WaitingListRefused.Unknown.class);
        assertThatThrownBy(() -> desk.change(waiter.wish(), other, waiting.anyDay()))
                .isInstanceOf(WaitingListRefused.Unknown.class);
        assertThat(waiting.isOffered(waiter)).isTrue();
    }

    @Test
    void theOfferComesByMailAndOnceMoreBeforeItRunsOut() {
        var reader = waiting.reader();
        waiting.returns.back(waiting.full(1), 1);

        var inbox = new Inbox(world);
        var first = inbox.about(reader.email(), "Ada tempat paspor untuk Anda");
        assertThat(first.text()).contains("/daftar-tunggu/" + reader.waiter().wish(), "Jawab sebelum");

        world.clock().moveBy(Duration.ofMinutes(45));
        assertThat(inbox.about(reader.email(), "Segera jawab").text()).isNotBlank();
        waiting.anHourPasses();
        assertThat(inbox.about(reader.email(), "Tawaran tempat paspor sudah lewat")
                        .text())
                .isNotBlank();
    }

    @Test
    void anApplicationWaitsOnce() {
        var account = AccountId.next();
        var application = waiting.ready(account);
        var wish = desk.join(account, List.of(application), waiting.anyDay());

        assertThatThrownBy(() -> desk.join(account, List.of(application), waiting.anyDay()))
                .isInstanceOfSatisfying(
                        WaitingListRefused.AlreadyWaiting.class,
                        already -> assertThat(already.wish()).isEqualTo(wish));
        assertThatThrownBy(() -> desk.join(AccountId.next(), List.of(application), waiting.anyDay()))
                .isInstanceOf(WaitingListRefused.NotReady.class);
    }
}
