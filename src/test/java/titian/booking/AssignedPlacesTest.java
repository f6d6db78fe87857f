package titian.booking;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static titian.People.someone;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import titian.TitianTest;
import titian.booking.BookingRequest.Member;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Channel;
import titian.shared.OfficeId;
import titian.shared.ServiceLane;
import titian.slot.SlotId;
import titian.slot.Wishes;
import titian.slot.Wishes.TimeOfDay;

/** Where the office gives the hour, everybody gets the earliest place within their wishes. */
@TitianTest
class AssignedPlacesTest extends TwoNodes {

    private static final OfficeId OFFICE = OfficeId.of("kanim-jayapura");
    private static final ZoneId ZONE = ZoneId.of("Asia/Jayapura");
    private static final AtomicInteger WEEKS = new AtomicInteger();

    /** A week of this test's own, far ahead. */
    LocalDate monday;

    @BeforeEach
    void aWeekOfOurOwn() {
        monday = LocalDate.of(2041, 1, 7).plusWeeks(WEEKS.getAndIncrement());
    }

    @Test
    void theEarliestWithRoomIsGiven() {
        var full = window(0, "08:00", 1, null);
        var second = window(0, "09:00", 1, null);
        window(1, "08:00", 1, null);
        assertThat(assigned("first", one())).isEqualTo(full);

        assertThat(assigned("second", one())).isEqualTo(second);
    }

    @Test
    void aGroupIsGivenTheEarliestWindowWithRoomForAll() {
        window(0, "08:00", 2, null);
        var forThree = window(3, "08:00", 3, null);

        assertThat(assigned("group", people(3))).isEqualTo(forThree);
    }

    @Test
    void aGroupThatFitsIntoNoWindowIsSplitOverTwoSideBySide() {
        window(0, "08:00", 2, null);
        var ten = window(0, "10:00", 2, null);
        var eleven = window(0, "11:00", 2, null);
        var account = AccountId.next();
        var party = people(3);

        var booked = desk.assign("group", account, party, week(TimeOfDay.ANY), Terms.confirmed());

        assertThat(booked.places()).extracting(Booked.Place::slot).containsExactly(ten, ten, eleven);
        assertThat(desk.assign("group", account, party, week(TimeOfDay.ANY), Terms.confirmed()))
                .as("asked again")
                .isEqualTo(booked);
        assertThatThrownBy(() -> assigned("others", people(3))).isInstanceOf(BookingRefused.NoPlaceFound.class);
    }

    @Test
    void aGroupIsSplitWithinItsWishesOnlyAndIntoWhatIsOpen() {
        window(0, "11:00", 1, null);
        window(0, "12:00", 1, null);
        window(1, "08:00", 1, null);
        window(1, "09:00", 1, clock.instant().plus(Duration.ofMinutes(30)));

        assertThatThrownBy(() -> assigned("group", people(2), week(TimeOfDay.MORNING)))
                .isInstanceOf(BookingRefused.NoPlaceFound.class);
    }

    @Test
    void morningEndsAtNoonWhereTheOfficeIs() {
        var morning = window(0, "11:59", 5, null);
        var afternoon = window(0, "12:00", 5, null);

        assertThat(assigned("morning", one(), week(TimeOfDay.MORNING))).isEqualTo(morning);
        assertThat(assigned("afternoon", one(), week(TimeOfDay.AFTERNOON))).isEqualTo(afternoon);
    }

    @Test
    void onlyDaysThatSuitAreGivenAsTheOfficesCalendarCountsThem() {
        window(0, "00:30", 5, null);
        var tuesday = window(1, "00:30", 5, null);

        assertThat(assigned("tuesday", one(), week(TimeOfDay.ANY, DayOfWeek.TUESDAY)))
                .isEqualTo(tuesday);
        assertThatThrownBy(() -> assigned("sunday", one(), week(TimeOfDay.ANY, DayOfWeek.SUNDAY)))
                .isInstanceOf(BookingRefused.NoPlaceFound.class);
    }

    @Test
    void aWindowThatOpensSoonIsNotGivenAndKeepsNobodyFromTheNext() {
        window(0, "08:00", 5, clock.instant().plus(Duration.ofMinutes(30)));
        var open = window(1, "08:00", 5, null);
        var terms = Terms.confirmed().minimumNotice(Duration.ofHours(1));

        var booked = desk.assign("soon", AccountId.next(), one(), week(TimeOfDay.ANY), terms);

        assertThat(booked.places()).extracting(Booked.Place::slot).containsExactly(open);
    }

    @Test
    void whoeverFindsThePlaceTakenMeanwhileIsGivenTheNext() {
        var earliest = window(0, "08:00", 1, null);
        var next = window(0, "09:00", 1, null);

        try (var pause = Pause.before(database, earliest)) {
            var first = Meanwhile.begin(() -> assigned("first", one()));
            pause.untilWaiting(1);
            var second = Meanwhile.begin(() -> node.desk()
                    .assign("second", AccountId.next(), one(), week(TimeOfDay.ANY), Terms.confirmed())
                    .places()
                    .getFirst()
                    .slot());
            pause.untilWaiting(2);
            pause.letGo();

            assertThat(first.ends()).isEqualTo(earliest);
            assertThat(second.ends()).isEqualTo(next);
        }
    }

    @Test
    void theSameKeyIsAnsweredTheSameEvenWhenNothingIsLeft() {
        window(0, "08:00", 1, null);
        var account = AccountId.next();
        var who = one();
        var booked = desk.assign("key", account, who, week(TimeOfDay.ANY), Terms.confirmed());

        assertThat(desk.assign("key", account, who, week(TimeOfDay.ANY), Terms.confirmed()))
                .isEqualTo(booked);
        assertThatThrownBy(() -> desk.assign("key", account, who, week(TimeOfDay.MORNING), Terms.confirmed()))
                .isInstanceOf(BookingRefused.KeyReused.class);
        assertThatThrownBy(() -> assigned("another", one())).isInstanceOf(BookingRefused.NoPlaceFound.class);
    }

    @Test
    void aDoubleClickOnTwoNodesGivesOnePlace() {
        var earliest = window(0, "08:00", 1, null);
        window(0, "09:00", 1, null);
        var account = AccountId.next();
        var who = one();

        try (var pause = Pause.before(database, earliest)) {
            var first =
                    Meanwhile.begin(() -> desk.assign("click", account, who, week(TimeOfDay.ANY), Terms.confirmed()));
            pause.untilWaiting(1);
            var second = Meanwhile.begin(
                    () -> node.desk().assign("click", account, who, week(TimeOfDay.ANY), Terms.confirmed()));
            pause.untilWaiting(2);
            pause.letGo();

            assertThat(first.ends()).isEqualTo(second.ends());
        }
    }

    private SlotId assigned(String key, List<Member> party) {
        return assigned(key, party, week(TimeOfDay.ANY));
    }

    private SlotId assigned(String key, List<Member> party, Wishes wishes) {
        var booked = desk.assign(key, AccountId.next(), party, wishes, Terms.confirmed());
        assertThat(booked.places()).hasSameSizeAs(party);
        return booked.places().getFirst().slot();
    }

    private Wishes week(TimeOfDay time, DayOfWeek... days) {
        return new Wishes(OFFICE, ServiceLane.VISA, Channel.PRIORITY, monday, monday.plusDays(6), Set.of(days), time);
    }

    private static List<Member> one() {
        return people(1);
    }

    private static List<Member> people(int number) {
        return IntStream.range(0, number)
                .mapToObj(_ -> new Member(ApplicationId.next(), someone().nik()))
                .toList();
    }

    private SlotId window(int day, String hour, int places, @Nullable Instant opensAt) {
        var id = SlotId.next();
        var startsAt = monday.plusDays(day).atTime(LocalTime.parse(hour)).atZone(ZONE);
        db.sql("""
                        INSERT INTO booking.slot (id, office, lane, channel, starts_at, ends_at, opens_at, capacity)
                        VALUES (:id, :office, 'VISA', 'PRIORITY', :startsAt, :endsAt, :opensAt, :places)
                        """)
                .param("id", id.value())
                .param("office", OFFICE.value())
                .param("startsAt", startsAt.toOffsetDateTime())
                .param("endsAt", startsAt.plusHours(1).toOffsetDateTime())
                .param("opensAt", opensAt == null ? null : opensAt.atOffset(UTC))
                .param("places", places)
                .update();
        return id;
    }
}
