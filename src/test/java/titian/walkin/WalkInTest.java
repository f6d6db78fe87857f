package titian.walkin;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import titian.People;
import titian.TitianTest;
import titian.application.ApplicationDesk;
import titian.application.ApplicationRefused;
import titian.application.DraftDesk;
import titian.application.Intake;
import titian.application.SomeVisits;
import titian.booking.Appointment;
import titian.booking.AppointmentState;
import titian.booking.BookingDesk;
import titian.booking.BookingRefused;
import titian.form.FilledIn;
import titian.outside.World;
import titian.queue.Officer;
import titian.queue.QueueDesk;
import titian.queue.QueueRefused;
import titian.queue.Ticket;
import titian.shared.AccountId;
import titian.shared.Channel;
import titian.shared.PriorityGroup;
import titian.shared.Role;
import titian.slot.Slot;

/** Whoever comes without a booking takes a place that is set aside, by the rules of every other, or none. */
@TitianTest
class WalkInTest {

    @Autowired
    WalkInDesk desk;

    @Autowired
    FindingDesk finding;

    @Autowired
    BookingDesk booking;

    @Autowired
    QueueDesk queue;

    @Autowired
    ApplicationDesk applications;

    @Autowired
    DraftDesk drafts;

    @Autowired
    World world;

    @Autowired
    JdbcClient db;

    @Autowired
    BeanFactory house;

    SomeDoors doors;
    Officer door;

    @BeforeEach
    void aDoor() {
        doors = new SomeDoors(house);
        door = doors.officer(Role.DOOR_OFFICER);
    }

    @Test
    void whoeverTheLawLetsGoFirstGetsANumberForTheHourThatIsOn() {
        var slot = doors.now();

        var given = desk.register(SomeDoors.priority(doors.comer(), slot), door);

        var appointment = appointment(given);
        assertThat(appointment.channel()).isEqualTo(Channel.PRIORITY);
        assertThat(appointment.slot()).isEqualTo(slot.id());
        assertThat(appointment.state()).isEqualTo(AppointmentState.CHECKED_IN);
        assertThat(taken(slot)).isEqualTo(slot.taken() + 1);
        var summary = applications.summary(given.application()).orElseThrow();
        assertThat(summary.stage()).isEqualTo("CHECKED_IN");
        assertThat(summary.intake()).isEqualTo(Intake.COUNTER);
        assertThat(ticket(appointment).label()).startsWith("P-");
        assertThat(ticket(appointment).id()).isEqualTo(given.ticket());
    }

    @Test
    void aCounterCallsThemAndServesThemLikeEverybody() {
        var given = desk.register(SomeDoors.priority(doors.comer(), doors.now()), door);
        var counter = doors.officer(Role.COUNTER_OFFICER);
        queue.signOn(counter, 1);

        queue.call(counter, ticket(appointment(given)).id());
        queue.start(counter, ticket(appointment(given)).id());
        queue.finish(counter, ticket(appointment(given)).id());
        queue.signOff(counter);

        assertThat(appointment(given).state()).isEqualTo(AppointmentState.DONE);
        assertThat(applications.summary(given.application()).orElseThrow().stage())
                .isEqualTo("INTERVIEWED");
    }

    @Test
    void anHourThatIsOverIsNobodysAnyMore() {
        var slot = doors.now();
        world.clock().moveTo(slot.endsAt());

        assertThatThrownBy(() -> desk.register(SomeDoors.priority(doors.comer(), slot), door))
                .isInstanceOf(BookingRefused.TooLate.class);
        assertThat(taken(slot)).isEqualTo(slot.taken());
    }

    @Test
    void anotherDayGivesACodeThatOpensTheDoorThen() {
        var slot = doors.later(Channel.PRIORITY);

        var given = desk.register(SomeDoors.priority(doors.comer(), slot), door);

        assertThat(given.ticket()).isNull();
        assertThat(appointment(given).state()).isEqualTo(AppointmentState.CONFIRMED);
        world.clock().moveTo(slot.startsAt().minus(Duration.ofMinutes(15)));
        assertThat(queue.checkIn(appointment(given).code(), door).label()).startsWith("P-");
    }

    @Test
    void customerServiceBooksForSomebodyWhoShowsTheCodeAtTheDoor() {
        var slot = doors.later(Channel.ASSISTED);
        var service = doors.officer(Role.CUSTOMER_SERVICE_OFFICER);

        var given = desk.register(SomeDoors.assisted(doors.comer(), slot), service);

        assertThat(given.ticket()).isNull();
        assertThat(appointment(given).channel()).isEqualTo(Channel.ASSISTED);
        world.clock().moveTo(slot.startsAt().minus(Duration.ofMinutes(15)));
        assertThat(queue.checkIn(appointment(given).code(), door).label()).startsWith("A-");
    }

    @Test
    void aPlaceForOthersIsNotGivenAtThisStation() {
        var assisted = doors.later(Channel.ASSISTED);
        var everyones = booking.earliest(doors.office.id(), 2).getLast();
        var elsewhere = new SomeDoors(house).later(Channel.PRIORITY);

        for (var slot : List.of(assisted, everyones, elsewhere)) {
            assertThatThrownBy(() -> desk.register(SomeDoors.priority(doors.comer(), slot), door))
                    .isInstanceOf(BookingRefused.SlotFull.class);
        }
    }

    @Test
    void pressingAgainGivesTheSameNumber() {
        var asked = SomeDoors.priority(doors.comer(), doors.now());
        var given = desk.register(asked, door);

        assertThat(desk.register(asked, door)).isEqualTo(given);
    }

    @Test
    void tenPressesAtOnceGiveOneNumber() throws Exception {
        var slot = doors.now();
        var asked = SomeDoors.priority(doors.comer(), slot);

        var given = allAtOnce(Collections.nCopies(10, () -> desk.register(asked, door)));

        assertThat(given).hasSize(10).containsOnly(given.getFirst());
        assertThat(taken(slot)).isEqualTo(slot.taken() + 1);
    }

    @Test
    void aPageUsedForSomebodyIsNotUsedForSomebodyElse() {
        var asked = SomeDoors.priority(doors.comer(), doors.later(Channel.PRIORITY));
        desk.register(asked, door);
        var other = new Registration(asked.key(), Station.DOOR, PriorityGroup.ILL, doors.comer(), asked.slot());

        assertThatThrownBy(() -> desk.register(other, door)).isInstanceOf(WalkInRefused.PageUsed.class);
    }

    @Test
    void anotherOfficesPageIsNone() {
        var asked = SomeDoors.priority(doors.comer(), doors.later(Channel.PRIORITY));
        var given = desk.register(asked, door);
        var elsewhere = new SomeDoors(house);

        assertThat(desk.find(given.id(), Station.DOOR, doors.office.id())).contains(given);
        assertThat(desk.find(given.id(), Station.DOOR, elsewhere.office.id())).isEmpty();
        assertThat(desk.find(given.id(), Station.SERVICE, doors.office.id())).isEmpty();
        assertThatThrownBy(() -> desk.register(asked, elsewhere.officer(Role.DOOR_OFFICER)))
                .isInstanceOf(WalkInRefused.PageUsed.class);
    }

    /** Thirty people, as many officers, four places: four are given, and whoever has none left nothing behind. */
    @RepeatedTest(3)
    void officersAtOnceNeverGiveAPlaceTwice() throws Exception {
        var slot = doors.later(Channel.PRIORITY);
        var everybody = IntStream.range(0, 30)
                .mapToObj(_ -> SomeDoors.priority(doors.comer(), slot))
                .toList();

        var given = allAtOnce(everybody.stream()
                .<Callable<Boolean>>map(asked -> () -> isGiven(asked))
                .toList());

        assertThat(given).filteredOn(one -> one).hasSize(SomeDoors.PRIORITY_PLACES);
        assertThat(taken(slot)).isEqualTo(SomeDoors.PRIORITY_PLACES);
        assertThat(everybody.stream()
                        .flatMap(asked -> desk.find(asked.key(), Station.DOOR, doors.office.id()).stream())
                        .map(one -> appointment(one).state()))
                .hasSize(SomeDoors.PRIORITY_PLACES)
                .containsOnly(AppointmentState.CONFIRMED);
    }

    @RepeatedTest(3)
    void twoOfficersAtOnceGiveOnePersonOnePlace() throws Exception {
        var comer = doors.comer();
        var slots = doors.left(Channel.PRIORITY).reversed();

        var given = allAtOnce(Stream.of(slots.get(0), slots.get(1))
                .<Callable<Boolean>>map(slot -> () -> isGiven(SomeDoors.priority(comer, slot)))
                .toList());

        assertThat(given).containsExactlyInAnyOrder(true, false);
    }

    private boolean isGiven(Registration asked) {
        try {
            desk.register(asked, doors.officer(Role.DOOR_OFFICER));
            return true;
        } catch (BookingRefused.SlotFull | BookingRefused.AlreadyBooked | ApplicationRefused.AlreadyLive _) {
            return false;
        }
    }

    @Test
    void whoeverHasAnApplicationUnderWayGetsNoSecondPlace() {
        var comer = doors.comer();
        desk.register(SomeDoors.priority(comer, doors.later(Channel.PRIORITY)), door);

        assertThatThrownBy(() -> desk.register(SomeDoors.priority(comer, doors.later(Channel.PRIORITY)), door))
                .isInstanceOf(ApplicationRefused.AlreadyLive.class);
    }

    @Test
    void whoeverWasServedTodayWaitsAsLongAsEverybody() {
        var comer = doors.comer();
        var given = desk.register(SomeDoors.priority(comer, doors.now()), door);
        var counter = doors.officer(Role.COUNTER_OFFICER);
        queue.signOn(counter, 2);
        var ticket = ticket(appointment(given)).id();
        queue.call(counter, ticket);
        queue.start(counter, ticket);
        queue.finish(counter, ticket);
        queue.signOff(counter);

        assertThatThrownBy(() -> desk.register(SomeDoors.priority(comer, doors.later(Channel.PRIORITY)), door))
                .isInstanceOf(BookingRefused.TooSoon.class);
    }

    @Test
    void ageIsJudgedByTheDayOfBirth() {
        var slot = doors.later(Channel.PRIORITY);
        for (var group : List.of(PriorityGroup.ELDERLY, PriorityGroup.TODDLER)) {
            var asked = new Registration(UUID.randomUUID(), Station.DOOR, group, doors.comer(bornIn(1990)), slot.id());

            assertThatExceptionOfType(WalkInRefused.NotOfTheGroup.class)
                    .isThrownBy(() -> desk.register(asked, door))
                    .returns(group, WalkInRefused.NotOfTheGroup::group);
        }
        assertThat(taken(slot)).isZero();
    }

    private static People.Someone bornIn(int year) {
        return Stream.generate(People::someone)
                .filter(one -> one.birthDate().getYear() == year)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFormThatLacksOnlyAPlaceGoesInAndItsFeeIsPaidAtTheOffice() {
        var who = People.someone();
        var account = AccountId.next();
        var form = new FilledIn(house).ready(account, who);
        var reference = drafts.find(form).orElseThrow().reference();
        var known = finding.withForm(reference).orElseThrow();
        assertThat(known.nik()).isEqualTo(who.nik());

        var given = desk.register(SomeDoors.priority(known, doors.now()), door);

        assertThat(given.application()).isEqualTo(form);
        var summary = applications.summary(form).orElseThrow();
        assertThat(summary.stage()).isEqualTo("CHECKED_IN");
        assertThat(summary.account()).isEqualTo(account);
        assertThat(summary.bill()).isNull();
        assertThat(finding.withForm(reference)).isEmpty();
        assertThat(finding.find(door.account(), reference.toString()).standing())
                .isEqualTo(FindingDesk.Standing.GONE_IN);
    }

    @Test
    void aFormBegunAndNotFinishedIsSaidToBe() {
        var form = new FilledIn(house).ready(AccountId.next(), People.someone());
        var account = drafts.find(form).orElseThrow().account();
        new FilledIn(house).spoil(form, account);

        var found = finding.find(
                door.account(), drafts.find(form).orElseThrow().reference().toString());

        assertThat(found.standing()).isEqualTo(FindingDesk.Standing.UNFINISHED);
        assertThat(found.forms()).isEmpty();
    }

    @Test
    void whoeverHasATimeOfTheirOwnIsFoundToHaveIt() {
        var visit = new SomeVisits(house).paid(AccountId.next(), doors.office.id());
        var reference =
                drafts.find(visit.appointment().application()).orElseThrow().reference();

        assertThat(finding.find(door.account(), reference.toString().toLowerCase(Locale.ROOT))
                        .standing())
                .isEqualTo(FindingDesk.Standing.GONE_IN);
    }

    @Test
    void numbersThatAreNoneFindNothing() {
        assertThat(Stream.of("", "12", "ABCDEFG", "31740101010100001", "' OR 1=1")
                        .map(typed -> finding.find(door.account(), typed).standing()))
                .containsOnly(FindingDesk.Standing.MALFORMED);
        assertThat(finding.find(door.account(), "ZZZZ-ZZ").standing()).isEqualTo(FindingDesk.Standing.NO_APPLICATION);
        assertThat(finding.find(door.account(), People.someone().nik().value()).standing())
                .isEqualTo(FindingDesk.Standing.NO_FORM);
    }

    /** Nobody signs in by it, and no letter is written to it. */
    @Test
    void whoeverHasNoAccountHasAnApplicationAllTheSame() {
        var comer = doors.comer();

        var given = desk.register(SomeDoors.priority(comer, doors.later(Channel.PRIORITY)), door);

        var application = drafts.find(given.application()).orElseThrow();
        assertThat(application.applicant()).isEqualTo(comer.name());
        assertThat(application.nik()).isEqualTo(comer.nik());
        assertThat(db.sql("SELECT count(*) FROM account.account WHERE id = :account")
                        .param("account", application.account().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whyTheyGoFirstStandsBesideThePlaceAndNowhereElse() {
        var given = desk.register(SomeDoors.priority(doors.comer(), doors.later(Channel.PRIORITY)), door);

        assertThat(db.sql("SELECT priority_group FROM walkin.walk_in WHERE id = :id")
                        .param("id", given.id())
                        .query(String.class)
                        .single())
                .isEqualTo("DISABLED");
        assertThat(db.sql("SELECT act || why FROM audit.entry WHERE subject = :application")
                        .param("application", given.application().toString())
                        .query(String.class)
                        .list())
                .contains("PRIORITY_PLACE_GIVEN")
                .noneMatch(act -> act.contains("DISABLED"));
    }

    @Test
    void nobodyAtTheCounterCallsThemTwice() {
        var given = desk.register(SomeDoors.priority(doors.comer(), doors.now()), door);
        var counter = doors.officer(Role.COUNTER_OFFICER);
        queue.signOn(counter, 3);
        var ticket = ticket(appointment(given)).id();
        queue.call(counter, ticket);

        assertThatThrownBy(() -> queue.call(counter, ticket)).isInstanceOf(QueueRefused.CounterBusy.class);
        queue.miss(counter, ticket);
        queue.signOff(counter);
        assertThat(appointment(given).state()).isEqualTo(AppointmentState.NO_SHOW);
    }

    private Appointment appointment(WalkIn given) {
        return booking.find(Objects.requireNonNull(given.appointment())).orElseThrow();
    }

    private Ticket ticket(Appointment appointment) {
        return queue.givenFor(appointment.code(), doors.office.id()).orElseThrow();
    }

    private int taken(Slot slot) {
        return booking.slot(slot.id()).orElseThrow().taken();
    }

    /** Starts all at once; any failure fails the test. */
    private static <T> List<T> allAtOnce(List<Callable<T>> attempts) throws InterruptedException {
        try (var everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            return everybody.invokeAll(attempts, 60, SECONDS).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }
}
