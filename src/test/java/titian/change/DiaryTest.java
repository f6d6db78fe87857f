package titian.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import titian.Inbox;
import titian.TitianTest;
import titian.application.ApplicationDesk;
import titian.booking.AppointmentState;
import titian.booking.BookingDesk;
import titian.capacity.DisplacedDesk;
import titian.change.Diary.Entry;
import titian.change.Diary.Kind;
import titian.live.LiveEvents;
import titian.office.OfficeDesk;
import titian.outside.World;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;
import titian.slot.DisplacedPeople.Displaced;
import titian.slot.SlotId;

/** Whoever comes is reminded once of the time that holds, and who does not come is noted once the day is over. */
@TitianTest
class DiaryTest {

    private static final LocalTime TEN = LocalTime.of(10, 0);
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    @Autowired
    BeanFactory house;

    @Autowired
    Diary diary;

    @Autowired
    DiaryDesk desk;

    @Autowired
    Keeping keeping;

    @Autowired
    ApplicationDesk applications;

    @Autowired
    BookingDesk booking;

    @Autowired
    DisplacedDesk displaced;

    @Autowired
    OfficeDesk offices;

    @Autowired
    LiveEvents live;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    World world;

    @Autowired
    JdbcClient db;

    @ParameterizedTest
    @ValueSource(strings = {"kanim-jakarta-selatan", "kanim-jayapura", "kjri-los-angeles"})
    void peopleAreRemindedAtNineWhereTheOfficeIs(String office) {
        var comer = new Comer(house, OfficeId.of(office), 6, TEN);

        assertThat(entries(comer.id))
                .containsOnly(
                        Map.entry(Kind.THREE_DAYS_BEFORE, comer.at(3, LocalTime.of(9, 0))),
                        Map.entry(Kind.DAY_BEFORE, comer.at(5, LocalTime.of(9, 0))),
                        Map.entry(Kind.DAY_OVER, comer.at(7, LocalTime.MIDNIGHT)));
    }

    @Test
    void aReminderWhoseTimeHasPassedIsLeftOut() {
        var tomorrow = new Comer(house, 1);

        assertThat(entries(tomorrow.id)).doesNotContainKey(Kind.THREE_DAYS_BEFORE);
        assertThat(entries(tomorrow.id)).containsKey(Kind.DAY_OVER);
    }

    @Test
    void theLetterSaysWhenAndWhereAndUntilWhenItMayChange() {
        var comer = new Comer(house, 6);
        keep(comer, Kind.THREE_DAYS_BEFORE, comer.at(3, TEN));

        var letter = new Inbox(world).about(comer.someone.email(), "Ingat kunjungan paspor Anda");

        assertThat(letter.text())
                .contains("10.00", comer.booked.code().toString(), "Terakhir bisa diubah", comer.address(""));
    }

    @Test
    void nothingIsDueBeforeItsTime() {
        var comer = new Comer(house, 6);

        keep(comer, Kind.THREE_DAYS_BEFORE, comer.at(3, LocalTime.of(9, 0)).minus(A_SECOND));

        assertThat(comer.letters("REMINDER")).isZero();
        assertThat(entries(comer.id)).containsKey(Kind.THREE_DAYS_BEFORE);
    }

    /** Two nodes, or one that was started anew after it had died in the middle: the entry goes with what was done. */
    @Test
    void sweepingTwiceRemindsOnce() {
        var comer = new Comer(house, 6);
        var then = comer.at(3, TEN);

        keep(comer, Kind.THREE_DAYS_BEFORE, then);
        keep(comer, Kind.THREE_DAYS_BEFORE, then);

        assertThat(comer.letters("REMINDER")).isEqualTo(1);
    }

    @Test
    void manyNodesAtOnceRemindOnce() {
        var comer = new Comer(house, 6);
        var then = comer.at(3, TEN);

        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 8).forEach(_ -> nodes.submit(() -> keep(comer, Kind.THREE_DAYS_BEFORE, then)));
        }

        assertThat(comer.letters("REMINDER")).isEqualTo(1);
    }

    @Test
    void whoeverDiesBeforeTheEndHasDoneNothingAndTheNextDoesIt() {
        var comer = new Comer(house, 6);
        var then = comer.at(3, TEN);

        transactions.executeWithoutResult(killed -> {
            at(then).keep(new Entry(comer.id, Kind.THREE_DAYS_BEFORE));
            killed.setRollbackOnly();
        });
        assertThat(comer.letters("REMINDER")).isZero();
        keep(comer, Kind.THREE_DAYS_BEFORE, then);

        assertThat(comer.letters("REMINDER")).isEqualTo(1);
    }

    @Test
    void anEntryThatAnotherNodeHasInHandIsPassedOverAtOnce() {
        var comer = new Comer(house, 6);
        var then = comer.at(3, TEN);
        var taken = new CountDownLatch(1);
        var passedOver = new CountDownLatch(1);

        try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
            other.submit(() -> transactions.executeWithoutResult(_ -> {
                at(then).keep(new Entry(comer.id, Kind.THREE_DAYS_BEFORE));
                taken.countDown();
                await(passedOver);
            }));
            await(taken);
            keep(comer, Kind.THREE_DAYS_BEFORE, then);
            assertThat(comer.letters("REMINDER"))
                    .as("the other has not finished")
                    .isZero();
            passedOver.countDown();
        }

        assertThat(comer.letters("REMINDER")).isEqualTo(1);
    }

    @Test
    void aReminderOfATimeThatNoLongerHoldsIsNotSent() {
        var comer = new Comer(house, 4);
        comer.move(comer.window(9, TEN));

        diary.put(comer.id, Kind.THREE_DAYS_BEFORE, comer.at(1, TEN));
        diary.remove(new Entry(comer.id, Kind.THREE_DAYS_BEFORE));
        diary.put(comer.id, Kind.THREE_DAYS_BEFORE, comer.at(1, TEN));
        keep(comer, Kind.THREE_DAYS_BEFORE, comer.at(1, LocalTime.NOON));

        assertThat(comer.letters("REMINDER")).isZero();
        assertThat(entries(comer.id)).containsEntry(Kind.DAY_BEFORE, comer.at(8, LocalTime.of(9, 0)));
    }

    @Test
    void aMoveLeavesOneSetOfEntriesAndACancellationNone() {
        var comer = new Comer(house, 4);
        comer.move(comer.window(9, TEN));

        assertThat(entries(comer.id))
                .containsOnly(
                        Map.entry(Kind.THREE_DAYS_BEFORE, comer.at(6, LocalTime.of(9, 0))),
                        Map.entry(Kind.DAY_BEFORE, comer.at(8, LocalTime.of(9, 0))),
                        Map.entry(Kind.DAY_OVER, comer.at(10, LocalTime.MIDNIGHT)));
        comer.cancel();
        assertThat(entries(comer.id)).isEmpty();
    }

    /** The program dies after the move was committed and before it was told: the diary finds it a while later. */
    @Test
    void aMoveNobodyCameBackToTellOfIsToldOnceAllTheSame() {
        var comer = new Comer(house, 4);
        var aWhileLater = world.clock().instant().plus(Duration.ofMinutes(2));
        desk.lookAgain(comer.id);
        booking.reschedule(comer.booked.id(), comer.window(9, TEN), "mati");
        assertThat(comer.letters("MOVED")).as("nobody was told").isZero();

        keep(comer, Kind.LOOK_AGAIN, aWhileLater);
        keep(comer, Kind.LOOK_AGAIN, aWhileLater);
        desk.follow(comer.id);

        assertThat(comer.letters("MOVED")).isEqualTo(1);
        assertThat(entries(comer.id))
                .containsEntry(Kind.DAY_BEFORE, comer.at(8, LocalTime.of(9, 0)))
                .doesNotContainKey(Kind.LOOK_AGAIN);
    }

    @Test
    void aMoveThatDidNotComeAboutIsToldToNobody() {
        var comer = new Comer(house, 4);
        desk.lookAgain(comer.id);

        keep(comer, Kind.LOOK_AGAIN, world.clock().instant().plus(Duration.ofMinutes(2)));

        assertThat(comer.letters("MOVED")).isZero();
        assertThat(entries(comer.id)).doesNotContainKey(Kind.LOOK_AGAIN).containsKey(Kind.DAY_OVER);
    }

    /** To an earlier day, and to a later one. */
    @ParameterizedTest
    @ValueSource(ints = {4, 9})
    void whoeverTheOfficeMovesIsToldOnceAndRemindedOfTheNewTime(int day) {
        var comer = new Comer(house, 6);
        movedByOffice(comer, comer.window(day, TEN));

        assertThat(entries(comer.id))
                .containsEntry(Kind.THREE_DAYS_BEFORE, comer.at(day - 3, LocalTime.of(9, 0)))
                .containsEntry(Kind.DAY_BEFORE, comer.at(day - 1, LocalTime.of(9, 0)))
                .containsEntry(Kind.DAY_OVER, comer.at(day + 1, LocalTime.MIDNIGHT));
        keep(comer, Kind.DAY_BEFORE, comer.at(day - 1, LocalTime.of(9, 0)).minus(A_SECOND));
        assertThat(comer.letters("REMINDER")).isZero();
        keep(comer, Kind.DAY_BEFORE, comer.at(day - 1, TEN));

        assertThat(comer.letters("REMINDER")).isEqualTo(1);
        assertThat(comer.letters("APPOINTMENT") + comer.letters("MOVED")).isEqualTo(1);
        assertThat(db.sql("SELECT count(*) FROM audit.entry WHERE act = 'APPOINTMENT_MOVED' AND subject = :id")
                        .param("id", comer.id.toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private void movedByOffice(Comer comer, SlotId to) {
        var noted = world.clock().instant().plus(Duration.ofDays(1));
        displaced.displaced(
                List.of(new Displaced(
                        comer.booked.party(),
                        comer.booked.slot(),
                        comer.me.account(),
                        1,
                        comer.office,
                        comer.booked.lane(),
                        comer.booked.channel(),
                        comer.booked.startsAt())),
                noted);
        var relocation = db.sql("SELECT id FROM capacity.relocation WHERE party = :party")
                .param("party", comer.booked.party().value())
                .query(UUID.class)
                .single();
        displaced.move(relocation, comer.me.account(), to);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kanim-jakarta-selatan", "kanim-jayapura", "kjri-los-angeles"})
    void whoDidNotComeIsNotedAtMidnightWhereTheOfficeIs(String office) {
        var comer = new Comer(house, OfficeId.of(office), 1, TEN);
        var midnight = comer.at(2, LocalTime.MIDNIGHT);

        keep(comer, Kind.DAY_OVER, midnight.minus(A_SECOND));
        assertThat(comer.stage()).isEqualTo("SCHEDULED");
        keep(comer, Kind.DAY_OVER, midnight);
        keep(comer, Kind.DAY_OVER, midnight);

        assertThat(comer.stage()).isEqualTo("NO_SHOW");
        assertThat(comer.now().state()).isEqualTo(AppointmentState.NO_SHOW);
        assertThat(entries(comer.id)).isEmpty();
    }

    @Test
    void whoDidNotComeIsToldWhatCanBeDoneNow() {
        var comer = new Comer(house, 1);
        assertThat(comer.get("terlewat")).as("not yet").hasRedirectedUrl(comer.address(""));

        keep(comer, Kind.DAY_OVER, comer.at(2, LocalTime.MIDNIGHT));

        assertThat(comer.get("")).bodyText().contains("Kunjungan terlewat", comer.address("terlewat"));
        assertThat(comer.get("terlewat"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Yang bisa Anda lakukan",
                        "Sakit, bencana",
                        "Bisa dikirim mulai",
                        "biaya yang sudah dibayar hangus");
        for (var closed : List.of("ubah-jadwal", "batal")) {
            assertThat(comer.get(closed)).hasRedirectedUrl(comer.address(""));
        }
        assertThat(comer.cancel()).hasRedirectedUrl(comer.address(""));
        assertThat(comer.now().state()).isEqualTo(AppointmentState.NO_SHOW);
    }

    @Test
    void whoHasComeIsNotMissed() {
        var comer = new Comer(house, 1);
        transactions.executeWithoutResult(_ -> applications.checkIn(comer.id));

        keep(comer, Kind.DAY_OVER, comer.at(2, LocalTime.MIDNIGHT));

        assertThat(comer.stage()).isEqualTo("CHECKED_IN");
        assertThat(entries(comer.id)).isEmpty();
    }

    @Test
    void whoMovedAwayIsNotMissedAtTheOldTime() {
        var comer = new Comer(house, 1);
        comer.move(comer.window(9, TEN));

        diary.putOff(new Entry(comer.id, Kind.DAY_OVER), comer.at(2, LocalTime.MIDNIGHT));
        keep(comer, Kind.DAY_OVER, comer.at(2, LocalTime.MIDNIGHT));

        assertThat(comer.stage()).isEqualTo("SCHEDULED");
    }

    /** The sweep as it runs on every node; what cannot be done does not keep the rest from being done. */
    @Test
    void whatCannotBeDoneIsLeftForLaterAndTheRestIsDone() {
        var broken = new Comer(house, 6);
        var comer = new Comer(house, 6);
        var now = world.clock().instant();
        broken.cancel();
        diary.put(broken.id, Kind.LOOK_AGAIN, now.minus(A_SECOND));
        diary.put(comer.id, Kind.LOOK_AGAIN, now.minus(A_SECOND));

        keeping.sweep();
        desk.putOff(new Entry(comer.id, Kind.DAY_BEFORE), Duration.ofMinutes(5));

        assertThat(entries(broken.id)).isEmpty();
        assertThat(entries(comer.id).get(Kind.DAY_BEFORE)).isAfter(now).isBefore(now.plus(Duration.ofMinutes(6)));
    }

    /** Does what an entry is there for as a node does whose clock stands there. */
    private void keep(Comer comer, Kind kind, Instant then) {
        transactions.executeWithoutResult(_ -> at(then).keep(new Entry(comer.id, kind)));
    }

    private DiaryDesk at(Instant then) {
        var clock = Clock.fixed(then, ZoneOffset.UTC);
        var visits = new Visits(applications, booking, offices, clock);
        return new DiaryDesk(diary, visits, applications, booking, live, events, clock);
    }

    private Map<Kind, Instant> entries(ApplicationId application) {
        return db
                .sql("SELECT kind, due_at FROM change.entry WHERE application = :application")
                .param("application", application.value())
                .query((row, _) -> Map.entry(
                        Kind.valueOf(row.getString("kind")),
                        row.getObject("due_at", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
