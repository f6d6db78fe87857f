package titian.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.Inbox;
import titian.People;
import titian.People.Someone;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.booking.Appointment;
import titian.booking.AppointmentState;
import titian.booking.BookingDesk;
import titian.office.OfficeDesk;
import titian.office.Preset;
import titian.outside.World;
import titian.shared.OfficeId;
import titian.slot.Slot;
import titian.slot.SlotId;

/** An office by the rules of Antrean Paspor: one person says when they can come and is given the earliest place. */
@TitianTest
class AssignedHourTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    AccountDesk accounts;

    @Autowired
    OfficeDesk offices;

    @Autowired
    BookingDesk booking;

    @Autowired
    VisitDesk visits;

    @Autowired
    World world;

    @Autowired
    BeanFactory house;

    SomeQueues queues;
    OfficeId office;
    Someone someone;
    Caller caller;

    @BeforeEach
    void somebodyAtAnOffice() {
        queues = new SomeQueues(house);
        office = queues.office(Preset.ANTREAN_PASPOR);
        someone = People.someone();
        caller = new Caller(browser, SignedInPeople.applicant(accounts, someone));
    }

    @Test
    void theEarliestPlaceIsHeldShownAndTakenAndALetterBringsThePass() {
        var visit = caller.begin(office, List.of(someone));
        var earliest = queues.hours(office).getFirst();

        assertThat(caller.get(visit + "/waktu")).hasStatusOk().bodyText().doesNotContain("name=\"pass\"");
        assertThat(Caller.location(ask(visit, Map.of()))).isEqualTo(visit);

        assertThat(place(visit).slot()).isEqualTo(earliest.id());
        assertThat(place(visit).state()).isEqualTo(AppointmentState.HELD);
        assertThat(caller.get(visit)).hasStatusOk().bodyText().contains("Waktu untuk Anda", "Ambil waktu ini", "08.00");

        caller.post(visit + "/ambil", Map.of());

        assertThat(place(visit).state()).isEqualTo(AppointmentState.CONFIRMED);
        assertThat(caller.get(visit))
                .bodyText()
                .contains("Jadwal sudah pasti", place(visit).code().toString());
        assertThat(caller.get("/pass/" + place(visit).application()))
                .hasStatusOk()
                .bodyText()
                .contains("class=\"bars");
        assertThat(new Inbox(world)
                        .about(someone.email(), "Jadwal kunjungan Anda")
                        .attachments())
                .anySatisfy(file -> assertThat(file.type()).contains("pdf"));
    }

    @Test
    void wishesAreKept() {
        var monday = first(DayOfWeek.MONDAY);

        var visit = caller.begin(office, List.of(someone));
        ask(visit, Map.of("dari", queues.today(office).plusDays(1).toString(), "hari", "MONDAY", "waktu", "AFTERNOON"));

        var zone = offices.find(office).orElseThrow().zone();
        var given = place(visit).startsAt().atZone(zone);
        assertThat(given.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(given.getHour()).isEqualTo(13);
        assertThat(given.toLocalDate()).isAfterOrEqualTo(monday);
    }

    @Test
    void whatIsTakenMeanwhileIsNotGivenTwice() {
        var hours = queues.hours(office);
        for (int i = 0; i < SomeQueues.PLACES; i++) {
            assertThat(visitOfSomebodyNew()).isEqualTo(hours.get(0).id());
        }

        assertThat(visitOfSomebodyNew()).isEqualTo(hours.get(1).id());
        assertThat(booking.slot(hours.getFirst().id()).orElseThrow().taken()).isEqualTo(SomeQueues.PLACES);
    }

    private SlotId visitOfSomebodyNew() {
        var other = new Caller(browser, SignedInPeople.applicant(accounts));
        var visit = other.begin(office, List.of(People.someone()));
        other.post(visit + "/waktu", wishes(Map.of()));
        return visits.places(visits.find(id(visit), other.me().account()))
                .getFirst()
                .slot();
    }

    @Test
    void askingTwiceHoldsOnePlace() {
        var visit = caller.begin(office, List.of(someone));
        ask(visit, Map.of());
        var given = place(visit);

        assertThat(Caller.location(ask(visit, Map.of("waktu", "AFTERNOON")))).isEqualTo(visit);

        assertThat(place(visit).id()).isEqualTo(given.id());
        assertThat(booking.slot(given.slot()).orElseThrow().taken()).isEqualTo(1);
    }

    @Test
    void whoeverWantsAnotherTimeLetsTheFirstGo() {
        var visit = caller.begin(office, List.of(someone));
        ask(visit, Map.of());
        var given = place(visit);

        assertThat(Caller.location(caller.post(visit + "/lepas", Map.of()))).isEqualTo(visit + "/waktu");
        ask(visit, Map.of("waktu", "AFTERNOON"));

        assertThat(booking.find(given.id()).orElseThrow().state()).isEqualTo(AppointmentState.EXPIRED);
        assertThat(place(visit).state()).isEqualTo(AppointmentState.HELD);
        assertThat(place(visit).slot()).isNotEqualTo(given.slot());
    }

    @Test
    void aSecondPersonIsRefused() {
        var visit = caller.begin(office, List.of(someone));

        assertThat(caller.add(visit, People.someone()))
                .hasStatus(422)
                .bodyText()
                .contains("sudah penuh");
    }

    @Test
    void wishesThatNobodyCanMeetOrThatMakeNoSenseAreSaid() {
        var visit = caller.begin(office, List.of(someone));
        var farAway = queues.today(office).plusDays(200).toString();

        assertThat(ask(visit, Map.of("dari", farAway, "sampai", farAway)))
                .hasStatus(422)
                .bodyText()
                .contains("Belum ada tempat kosong", farAway);
        for (var nonsense : List.of("", "besok", "2026-02-30", "+999999999-12-31")) {
            assertThat(ask(visit, Map.of("dari", nonsense))).as(nonsense).hasStatus(422);
        }
        assertThat(ask(visit, Map.of("dari", "2027-02-02", "sampai", "2027-02-01")))
                .hasStatus(422);
        assertThat(visits.places(visits.find(id(visit), caller.me().account()))).isEmpty();
    }

    @Test
    void whereTheHourIsChosenNoneIsGiven() {
        var chosen = queues.office(Preset.APAPO);
        var visit = caller.begin(chosen, List.of(someone));

        assertThat(Caller.location(ask(visit, Map.of()))).isEqualTo(visit + "/waktu");

        assertThat(visits.places(visits.find(id(visit), caller.me().account()))).isEmpty();
    }

    @Test
    void servedAtDoorAndCounterTheyMayComeAgainAfterThirtyDaysOnly() {
        var visit = caller.begin(office, List.of(someone));
        ask(visit, Map.of());
        caller.post(visit + "/ambil", Map.of());
        var application = new SomeOfficers(house, world).served(place(visit));
        assertThat(caller.get("/permohonan/" + application))
                .hasStatusOk()
                .bodyText()
                .contains("Selesai di loket");

        var again = caller.begin(office, List.of(someone));
        assertThat(ask(again, Map.of())).hasStatus(422).bodyText().contains("Belum waktunya mengajukan lagi");
    }

    private MvcTestResult ask(String visit, Map<String, String> typed) {
        return caller.post(visit + "/waktu", wishes(typed));
    }

    private Map<String, String> wishes(Map<String, String> typed) {
        var all = new HashMap<>(Map.of(
                "dari", day(queues.hours(office).getFirst()).toString(),
                "sampai", queues.today(office).plusDays(29).toString(),
                "waktu", "ANY"));
        all.putAll(typed);
        return all;
    }

    private LocalDate day(Slot slot) {
        return slot.startsAt().atZone(offices.find(office).orElseThrow().zone()).toLocalDate();
    }

    private LocalDate first(DayOfWeek wanted) {
        return queues.today(office).plusDays(1).with(TemporalAdjusters.nextOrSame(wanted));
    }

    private Appointment place(String visit) {
        return visits.places(visits.find(id(visit), caller.me().account())).getFirst();
    }

    private static VisitId id(String visit) {
        return VisitId.of(visit.substring("/janji/".length()));
    }
}
