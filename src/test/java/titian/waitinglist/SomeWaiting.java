package titian.waitinglist;

import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanFactory;
import titian.People;
import titian.SignedInPeople;
import titian.account.AccountDesk;
import titian.booking.BookingDesk;
import titian.booking.SomeReturns;
import titian.form.FilledIn;
import titian.office.DocumentsTime;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.outside.World;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;
import titian.shared.SignedIn;
import titian.slot.SlotId;

/** People who wait at an office of their own, where nobody else's test meets them. */
final class SomeWaiting {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final Set<String> MET_ELSEWHERE = Set.of(
            "kanim-jakarta-selatan",
            "kanim-bogor",
            "kanim-langsa",
            "kanim-tegal",
            "kanim-sabang",
            "kanim-panjang",
            "kanim-garut",
            "kanim-bandung",
            "kanim-banda-aceh",
            "kanim-ketapang",
            "kanim-tanjung-pinang",
            "kanim-pamekasan",
            "kanim-ponorogo",
            "kanim-madiun",
            "kanim-kediri",
            "kanim-blitar",
            "kanim-jember",
            "kanim-wonosobo",
            "kanim-pemalang",
            "kanim-dumai",
            "kanim-siak",
            "kanim-bengkalis",
            "kanim-belawan",
            "kanim-sampit",
            "kanim-pekanbaru");
    private static final AtomicInteger NEXT = new AtomicInteger();

    final OfficeId office;
    final SomeReturns returns;
    private final BeanFactory house;
    private final WaitingListDesk desk;
    private final BookingDesk booking;
    private final AccountDesk accounts;
    private final FilledIn filledIn;
    private final World world;
    private final Clock clock;

    SomeWaiting(BeanFactory house) {
        this.house = house;
        this.desk = house.getBean(WaitingListDesk.class);
        this.booking = house.getBean(BookingDesk.class);
        this.accounts = house.getBean(AccountDesk.class);
        this.returns = new SomeReturns(house);
        this.filledIn = new FilledIn(house);
        this.world = house.getBean(World.class);
        this.clock = house.getBean(Clock.class);
        this.office = anotherOffice(house.getBean(OfficeDesk.class));
        daytime();
    }

    private OfficeId anotherOffice(OfficeDesk offices) {
        var today = LocalDate.ofInstant(clock.instant(), JAKARTA);
        var closed = offices.closed(today);
        var all = offices.all().stream()
                .filter(one -> one.zone().equals(JAKARTA) && !closed.containsKey(one.id()))
                .map(Office::id)
                .filter(one -> !MET_ELSEWHERE.contains(one.value()))
                .filter(one -> offices.policy(one, today).documents() == DocumentsTime.UPFRONT)
                .toList();
        return all.get(NEXT.getAndIncrement() % all.size());
    }

    /** At night offers stand until the morning; the tests begin at nine. */
    private void daytime() {
        var now = clock.instant().atZone(JAKARTA);
        if (now.getHour() < 9 || now.getHour() >= 15) {
            var day = now.getHour() < 9 ? now.toLocalDate() : now.toLocalDate().plusDays(1);
            world.clock().moveBy(Duration.between(now, day.atTime(9, 0).atZone(JAKARTA)));
        }
    }

    /** Somebody who waits, alone or with others. */
    record Waiter(WishId wish, AccountId account, List<ApplicationId> members) {}

    Waiter joins() {
        return joins(1);
    }

    Waiter joins(int people) {
        return joins(people, anyDay());
    }

    Waiter joins(int people, Wanted wanted) {
        var account = AccountId.next();
        var members = Stream.generate(() -> filledIn.ready(account, People.someone()))
                .limit(people)
                .toList();
        return new Waiter(desk.join(account, members, wanted), account, members);
    }

    /** Somebody with an account and an address, who waits. */
    record Reader(SignedIn who, String email, Waiter waiter) {}

    Reader reader() {
        var someone = People.someone();
        var who = SignedInPeople.applicant(accounts, someone);
        var application = filledIn.ready(who.account(), People.someone());
        var wish = desk.join(who.account(), List.of(application), anyDay());
        return new Reader(who, someone.email(), new Waiter(wish, who.account(), List.of(application)));
    }

    ApplicationId ready(AccountId account) {
        return filledIn.ready(account, People.someone());
    }

    ApplicationId ready(AccountId account, People.Someone someone) {
        return filledIn.ready(account, someone);
    }

    void submit(ApplicationId application, AccountId account, SlotId slot) {
        filledIn.submit(application, account, office, slot);
    }

    void discard(Waiter waiter) {
        filledIn.discard(waiter.members().getFirst(), waiter.account());
    }

    void spoil(Waiter waiter) {
        filledIn.spoil(waiter.members().getFirst(), waiter.account());
    }

    Wanted anyDay() {
        return wanted(Hours.ANY, EnumSet.allOf(DayOfWeek.class));
    }

    Wanted wanted(Hours hours, Set<DayOfWeek> weekdays) {
        var today = LocalDate.ofInstant(clock.instant(), JAKARTA);
        return new Wanted(List.of(office), today.plusDays(1), today.plusDays(60), weekdays, hours);
    }

    /** A full window, ten days from now at nine. */
    SlotId full(int places) {
        return full(places, day(), LocalTime.of(9, 0));
    }

    SlotId full(int places, LocalDate day, LocalTime time) {
        return returns.full(office, day.atTime(time).atZone(JAKARTA).toInstant(), places);
    }

    LocalDate day() {
        return LocalDate.ofInstant(clock.instant(), JAKARTA).plusDays(10);
    }

    Wish wish(Waiter waiter) {
        return desk.find(waiter.wish()).orElseThrow();
    }

    Offer offer(Waiter waiter) {
        return desk.latestOffer(waiter.wish()).orElseThrow();
    }

    boolean isOffered(Waiter waiter) {
        return wish(waiter).state() == Wish.State.OFFERED;
    }

    /** Until a place that was given up has come back. */
    void untilOffered(Waiter waiter) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    returns.sweep();
                    return isOffered(waiter);
                });
    }

    int taken(SlotId slot) {
        return booking.slot(slot).orElseThrow().taken();
    }

    /** The hour of the next offers' deadline and a little more has passed. */
    void anHourPasses() {
        world.clock().moveBy(Duration.ofMinutes(61));
        returns.sweep();
    }

    Instant now() {
        return clock.instant();
    }
}
