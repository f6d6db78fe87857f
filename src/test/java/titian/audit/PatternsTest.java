package titian.audit;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import titian.Browser;
import titian.People;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.application.ApplicationDesk;
import titian.application.SomeVisits;
import titian.booking.BookingDesk;
import titian.queue.Officer;
import titian.queue.QueueDesk;
import titian.queue.SomeDay;
import titian.shared.AccountId;
import titian.shared.Act;
import titian.shared.Role;
import titian.shared.SignedIn;

/** What is done again and again is noticed, with its evidence: at the desks, and behind one device or phone. */
@TitianTest
class PatternsTest extends Noticed {

    @Autowired
    QueueDesk queue;

    @Autowired
    BookingDesk booking;

    @Autowired
    ApplicationDesk applications;

    @Test
    void whatOfficersAndApplicantsDoAgainAndAgainIsNoticed() {
        var hurried = officer(Role.COUNTER_OFFICER);
        var curious = officer(Role.DOOR_OFFICER);
        var honest = officer(Role.DOOR_OFFICER);
        var serving = officer(Role.COUNTER_OFFICER);
        var fickle = SignedInPeople.applicant(accounts);
        var broker = SignedInPeople.applicant(accounts);
        times(5, () -> desk.write(Act.of("NUMBER_CALLED_OUT_OF_TURN", "application", AccountId.next()), hurried));
        for (var looking : List.of(curious, honest)) {
            times(10, () -> desk.write(Act.of("LOOKED", "/petugas/pintu/hari-ini", ""), looking));
        }
        times(10, () -> desk.write(Act.of("LOOKED", "/petugas/loket", ""), serving));
        desk.write(Act.of("CHECKED_IN", "application", AccountId.next()), honest);
        times(3, () -> moved(fickle, "SCHEDULED", "CANCELLED"));
        times(3, () -> {
            moved(broker, "SCHEDULED", "CANCELLED");
            moved(broker, "DRAFT", "SUBMITTED");
        });

        alarms.look();
        alarms.look();

        var these = List.of(
                hurried.account(),
                curious.account(),
                honest.account(),
                serving.account(),
                fickle.account(),
                broker.account());
        assertThat(alarms.alarms())
                .filteredOn(alarm -> these.contains(alarm.account()))
                .filteredOn(alarm -> alarm.kind() != Alarm.Kind.SHARED_PHONE)
                .extracting(Alarm::kind, Alarm::account, Alarm::count)
                .containsExactlyInAnyOrder(
                        tuple(Alarm.Kind.OUT_OF_TURN, hurried.account(), 5L),
                        tuple(Alarm.Kind.LOOKED_WITHOUT_TASK, curious.account(), 10L),
                        tuple(Alarm.Kind.CANCELLED_OFTEN, fickle.account(), 3L),
                        tuple(Alarm.Kind.CANCELLED_OFTEN, broker.account(), 3L),
                        tuple(Alarm.Kind.BOOKED_AGAIN, broker.account(), 3L));
        assertThat(read("/petugas/audit/pola"))
                .contains("Sering memanggil di luar urutan", "membatalkan lalu memesan lagi", "Lihat buktinya")
                .doesNotContain("0812");
    }

    /** By what the counter's and the applicant's buttons call, not by entries written for the test. */
    @Test
    void whatIsDoneAtTheDesksIsNoticedWithItsEvidence() {
        var day = new SomeDay(house);
        var hurried = SignedInPeople.officer(accounts, day.office(), Role.COUNTER_OFFICER);
        var officer = Officer.of(hurried);
        var called = day.waiting(6).subList(1, 6);
        var fickle = SignedInPeople.applicant(accounts);
        var later = booking.earliest(OFFICE, 500).stream()
                .filter(slot -> slot.startsAt().isAfter(clock.instant().plus(4, DAYS)))
                .findFirst()
                .orElseThrow();
        var visits = IntStream.range(0, 3)
                .mapToObj(
                        _ -> new SomeVisits(house).paid(fickle.account(), later).appointment())
                .toList();

        by(hurried, () -> {
            queue.signOn(officer, 1);
            for (var ticket : called) {
                queue.call(officer, ticket.id());
                day.miss(officer, ticket);
            }
        });
        by(
                fickle,
                () -> visits.forEach(visit -> {
                    booking.cancel(visit.id());
                    applications.cancel(visit.application());
                }));
        alarms.look();

        assertThat(of(hurried.account())).singleElement().satisfies(alarm -> {
            assertThat(alarm.kind()).isEqualTo(Alarm.Kind.OUT_OF_TURN);
            assertThat(alarm.count()).isEqualTo(5);
            assertThat(read(alarm.evidence()))
                    .contains(called.stream()
                            .map(ticket -> ticket.application().toString())
                            .toList());
        });
        assertThat(of(fickle.account())).singleElement().satisfies(alarm -> {
            assertThat(alarm.kind()).isEqualTo(Alarm.Kind.CANCELLED_OFTEN);
            assertThat(alarm.count()).isEqualTo(3);
            assertThat(read(alarm.evidence()))
                    .contains(visits.stream()
                            .map(visit -> visit.application().toString())
                            .toList());
        });
    }

    /** A task done later the same day explains the looks before it. */
    @Test
    void whoServesAfterAllIsNoLongerNoticed() {
        var officer = officer(Role.DOOR_OFFICER);
        times(10, () -> desk.write(Act.of("LOOKED", "/petugas/pintu/hari-ini", ""), officer));
        alarms.look();
        assertThat(of(officer.account())).extracting(Alarm::kind).containsExactly(Alarm.Kind.LOOKED_WITHOUT_TASK);

        desk.write(Act.of("CHECKED_IN", "application", AccountId.next()), officer);
        alarms.look();

        assertThat(of(officer.account())).isEmpty();
    }

    @Test
    void oneDeviceBehindManyAccountsIsNoticedAndTheAccountsAreTheEvidence() {
        var device =
                new jakarta.servlet.http.Cookie("perangkat", UUID.randomUUID().toString());
        var people = IntStream.range(0, 5)
                .mapToObj(_ -> People.someone())
                .map(someone -> {
                    var who = SignedInPeople.applicant(accounts, someone);
                    var machine = new Browser(browser).with(device);
                    machine.signIn(someone.email(), SignedInPeople.PASSWORD);
                    machine.get("/beranda");
                    machine.get("/beranda");
                    machine.post("/keluar", Map.of());
                    return who.account();
                })
                .toList();

        alarms.look();

        assertThat(of(people.getFirst()))
                .filteredOn(alarm -> alarm.kind() == Alarm.Kind.SHARED_DEVICE)
                .singleElement()
                .satisfies(alarm -> {
                    assertThat(alarm.count()).isEqualTo(5);
                    assertThat(read(alarm.evidence()))
                            .contains("Perangkat yang sama")
                            .contains(people.stream().map(AccountId::toString).toList())
                            .doesNotContain(device.getValue());
                });
    }

    @Test
    void onePhoneBehindManyAccountsIsNoticedAndTheAccountsAreTheEvidence() {
        times(6, () -> SignedInPeople.applicant(accounts));

        alarms.look();

        assertThat(alarms.alarms())
                .as("tests give everybody one phone")
                .filteredOn(alarm -> alarm.kind() == Alarm.Kind.SHARED_PHONE)
                .isNotEmpty()
                .first()
                .satisfies(alarm -> assertThat(read(alarm.evidence()))
                        .contains("Nomor ponsel yang sama", alarm.account().toString())
                        .doesNotContain("0812"));
    }

    @Test
    void aDeviceOfOnesOwnIsGivenOnceAndNotReadByScripts() {
        var someone = People.someone();
        SignedInPeople.applicant(accounts, someone);
        var machine = new Browser(browser);
        machine.signIn(someone.email(), SignedInPeople.PASSWORD);

        var given = machine.get("/beranda").getResponse().getCookie("perangkat");

        assertThat(Objects.requireNonNull(given).isHttpOnly()).isTrue();
        assertThat(machine.get("/beranda").getResponse().getCookie("perangkat")).isNull();
    }

    private void moved(SignedIn who, String from, String to) {
        desk.write(Act.of("APPLICATION_MOVED", "application", AccountId.next()).from(from, to), who);
    }
}
