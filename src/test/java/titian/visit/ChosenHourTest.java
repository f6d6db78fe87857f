package titian.visit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import titian.Inbox;
import titian.People;
import titian.People.Someone;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.booking.Appointment;
import titian.booking.AppointmentId;
import titian.booking.AppointmentState;
import titian.booking.BookingDesk;
import titian.booking.Slot;
import titian.booking.SlotId;
import titian.office.OfficeDesk;
import titian.office.Preset;
import titian.outside.World;
import titian.shared.AccountId;
import titian.shared.OfficeId;
import titian.waitingroom.OpenRooms;
import titian.waitingroom.WaitingRoomDesk;

/** An office by the rules of APAPO: up to five choose day and hour together, all of them or none. */
@TitianTest
class ChosenHourTest {

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

    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    SomeQueues queues;
    OfficeId office;
    Someone someone;
    Caller caller;

    @BeforeEach
    void somebodyAtAnOffice() {
        queues = new SomeQueues(house);
        office = queues.office(Preset.APAPO);
        someone = People.someone();
        caller = new Caller(browser, SignedInPeople.applicant(accounts, someone));
    }

    @Test
    void fiveComeTogetherInOneHourEachWithAPassOfTheirOwn() {
        var five = people(5);
        var visit = caller.begin(office, five);
        var hour = queues.hours(office).get(1);
        var offer = offer(visit, hour);

        var next = caller.book(offer, hour.id().toString());

        assertThat(next).startsWith(visit + "/pasti?pesanan=");
        var certain = caller.follow(next);
        assertThat(certain)
                .hasStatusOk()
                .bodyText()
                .contains("Jadwal sudah pasti", "Pasti")
                .contains(five.stream().map(Someone::name).toList());
        assertThat(Caller.passes(certain)).hasSize(5);
        assertThat(taken(hour)).isEqualTo(5);
        assertThat(states(five)).hasSize(5).containsOnly("CONFIRMED");
        assertThat(caller.get("/pass/" + Caller.passes(certain).getFirst()))
                .hasStatusOk()
                .bodyText()
                .contains(five.getFirst().name(), "class=\"qr", "class=\"bars");
        assertThat(new Inbox(world).newest(someone.email(), 6).attachments())
                .as("the newest of six letters brings a pass")
                .anySatisfy(file -> assertThat(file.type()).contains("pdf"));
    }

    @Test
    void aSixthPersonIsRefused() {
        var visit = caller.begin(office, people(5));

        assertThat(caller.get(visit + "/orang")).bodyText().doesNotContain("name=\"nik\"");
        assertThat(caller.add(visit, People.someone()))
                .hasStatus(422)
                .bodyText()
                .contains("sudah penuh");

        assertThat(guests(visit)).isEqualTo(5);
    }

    @Test
    void nobodyComesTwiceInAGroup() {
        var one = People.someone();
        var visit = caller.begin(office, List.of(one));

        assertThat(caller.add(visit, one)).hasStatus(422).bodyText().contains("sudah ada dalam rombongan");

        assertThat(guests(visit)).isEqualTo(1);
    }

    @Test
    void whatIsMistypedIsSaidAtItsField() {
        var visit = caller.begin(office);

        assertThat(caller.post(visit + "/orang", Map.of("fullName", "Ratna", "nik", "12")))
                .hasStatus(422)
                .bodyText()
                .contains("errsum", "RATNA", "Pilih keperluan");
        assertThat(guests(visit)).isZero();
    }

    @Test
    void somebodyWithAnApplicationUnderWayIsNotTakenIntoAGroup() {
        var one = People.someone();
        booked(caller, List.of(one));

        var other = new Caller(browser, SignedInPeople.applicant(accounts));
        var visit = other.begin(office);
        assertThat(other.add(visit, one)).hasStatus(422).bodyText().contains("dari akun lain");
        assertThat(other.get(visit + "/orang")).bodyText().doesNotContain(one.name());

        assertThat(caller.add(caller.begin(office), one))
                .hasStatus(422)
                .bodyText()
                .contains("di akun Anda");
    }

    @Test
    void ifOneOfAGroupGetsAnAppointmentElsewhereMeanwhileNobodyOfTheGroupIsBooked() {
        var three = people(3);
        var visit = caller.begin(office, three);
        var hour = queues.hours(office).getFirst();
        var offer = offer(visit, hour);
        booked(new Caller(browser, SignedInPeople.applicant(accounts)), List.of(three.getLast()));
        var before = taken(hour);

        var back = caller.book(offer, hour.id().toString());

        assertThat(back).startsWith(visit + "/waktu?tanggal=").contains("alasan=sudah-punya");
        assertThat(caller.get(back))
                .hasStatus(422)
                .bodyText()
                .contains("masih berjalan")
                .doesNotContain("name=\"pass\"");
        assertThat(taken(hour)).isEqualTo(before);
        assertThat(states(three.subList(0, 2))).isEmpty();
    }

    @Test
    void aGroupIsSplitOnlyBetweenHoursSideBySide() {
        var hours = queues.hours(office);
        booked(caller, people(3), hours.getFirst().id().toString());
        var four = people(4);
        var visit = caller.begin(office, four);
        var offer = offer(visit, hours.getFirst());

        assertThat(offer.windows())
                .contains(hours.get(0).id() + "." + hours.get(1).id())
                .doesNotContain(hours.getFirst().id().toString());
        var apart = caller.book(offer, hours.get(0).id() + "." + hours.get(2).id());
        assertThat(apart).contains("alasan=penuh");
        assertThat(states(four)).isEmpty();

        var certain = caller.follow(
                caller.book(offer, hours.get(0).id() + "." + hours.get(1).id()));

        assertThat(certain).hasStatusOk().bodyText().contains("dua jam yang berdampingan");
        assertThat(taken(hours.get(0))).isEqualTo(5);
        assertThat(taken(hours.get(1))).isEqualTo(2);
    }

    @Test
    void aFullHourBooksNobody() {
        var hours = queues.hours(office);
        var visit = caller.begin(office, people(3));
        var offer = offer(visit, hours.getFirst());
        booked(
                new Caller(browser, SignedInPeople.applicant(accounts)),
                people(3),
                hours.getFirst().id().toString());

        var back = caller.book(offer, hours.getFirst().id().toString());

        assertThat(back).contains("alasan=penuh");
        assertThat(caller.get(back)).hasStatus(422).bodyText().contains("baru saja terisi", "name=\"pass\"");
        assertThat(taken(hours.getFirst())).isEqualTo(3);
    }

    @Test
    void anHourOfAnotherOfficeOrOneThatHasBegunBooksNobody() {
        var visit = caller.begin(office, people(2));
        var offer = offer(visit, queues.hours(office).getFirst());
        var elsewhere = queues.hours(queues.office(Preset.APAPO)).getFirst();
        var past = window(clock.instant().minus(Duration.ofMinutes(5)));
        var near = window(clock.instant().plus(Duration.ofMinutes(30)));

        assertThat(caller.book(offer, elsewhere.id().toString())).contains("alasan=penuh");
        assertThat(caller.book(offer, past.toString())).contains("alasan=terlambat");
        assertThat(caller.book(offer, near.toString())).contains("alasan=terlambat");
        assertThat(caller.pressed(offer, "besok")).hasStatus(400);
        assertThat(taken(elsewhere)).isZero();
    }

    @Test
    void pressingAgainIsAnsweredTheSameAndAnotherHourWithTheSamePageIsAConflict() {
        var hours = queues.hours(office);
        var visit = caller.begin(office, people(2));
        var offer = offer(visit, hours.getFirst());
        var first = caller.book(offer, hours.getFirst().id().toString());

        assertThat(caller.book(offer, hours.getFirst().id().toString())).isEqualTo(first);
        assertThat(caller.follow(first)).hasStatusOk();
        assertThat(caller.book(offer, hours.getFirst().id().toString()))
                .as("certain by now")
                .isEqualTo(first);
        assertThat(caller.pressed(offer, hours.getLast().id().toString())).hasStatus(409);

        assertThat(taken(hours.getFirst())).isEqualTo(2);
        assertThat(taken(hours.getLast())).isZero();
        assertThat(caller.get(visit + "/waktu")).as("nothing left to choose").hasRedirectedUrl(visit);
    }

    @Test
    void whoeverNeverGotTheAnswerFindsThePlaceStillHeld() {
        var two = people(2);
        var visit = caller.begin(office, two);
        var hour = queues.hours(office).getFirst();
        caller.book(offer(visit, hour), hour.id().toString());

        assertThat(caller.follow(visit + "/waktu")).hasStatusOk().bodyText().contains("Ambil waktu ini");
        assertThat(Caller.location(caller.post(visit + "/ambil", Map.of()))).isEqualTo(visit);

        assertThat(states(two)).containsOnly("CONFIRMED");
        assertThat(taken(hour)).isEqualTo(2);
    }

    @Test
    void whoeverComesBackTooLateChoosesAgain() {
        var two = people(2);
        var visit = caller.begin(office, two);
        var hours = queues.hours(office);
        var next = caller.book(
                offer(visit, hours.getFirst()), hours.getFirst().id().toString());
        held(two).forEach(booking::release);

        var again = caller.get(next);

        assertThat(again).hasRedirectedUrl(visit + "/waktu?alasan=lewat");
        assertThat(caller.get(visit + "/waktu?alasan=lewat"))
                .hasStatus(422)
                .bodyText()
                .contains("sudah dilepas");
        assertThat(caller.follow(caller.book(
                        offer(visit, hours.get(1)), hours.get(1).id().toString())))
                .bodyText()
                .contains("Jadwal sudah pasti");
    }

    @Test
    void whoeverIsAddedLaterIsBookedWithTheOthersOrNobodyIs() {
        var visit = caller.begin(office, people(2));
        var hour = queues.hours(office).getFirst();
        var stale = offer(visit, hour);
        caller.book(stale, hour.id().toString());

        var third = People.someone();
        assertThat(caller.add(visit, third)).hasStatus3xxRedirection();

        assertThat(caller.follow(caller.book(offer(visit, hour), hour.id().toString())))
                .bodyText()
                .contains(third.name());
    }

    @Test
    void whoeverWasServedComesAgainAfterThirtyDaysOnly() {
        var one = People.someone();
        new SomeOfficers(house, world).served(booked(caller, List.of(one)));
        var visit = caller.begin(office, List.of(one));
        var hour = queues.hours(office).getFirst();

        var back = caller.book(offer(visit, hour), hour.id().toString());

        assertThat(back).contains("alasan=terlalu-cepat&mulai=");
        assertThat(caller.get(back)).hasStatus(422).bodyText().contains("Belum waktunya mengajukan lagi");
        assertThat(states(List.of(one))).containsExactly("DONE");
    }

    @Test
    void servedAtDoorAndCounterLikeAnyVisit() {
        var one = People.someone();

        var application = new SomeOfficers(house, world).served(booked(caller, List.of(one)));

        assertThat(caller.get("/permohonan/" + application))
                .hasStatusOk()
                .bodyText()
                .contains("Selesai di loket");
        assertThat(caller.get("/beranda")).hasStatusOk().bodyText().contains("Selesai di loket");
    }

    @Test
    void anotherAccountFindsNothing() {
        var visit = caller.begin(office, people(1));
        var stranger = new Caller(browser, SignedInPeople.applicant(accounts));

        for (var address : List.of("", "/orang", "/waktu", "/pasti")) {
            assertThat(stranger.get(visit + address)).as(address).hasStatus(404);
        }
        for (var address : List.of("/orang", "/hapus", "/waktu", "/ambil", "/lepas")) {
            assertThat(stranger.post(visit + address, with(Caller.typed(People.someone()), "nomor", "1")))
                    .as(address)
                    .hasStatus(404);
        }
        assertThat(caller.get("/janji/" + UUID.randomUUID())).hasStatus(404);
        assertThat(guests(visit)).isEqualTo(1);
    }

    @Test
    void aPassIsGoodForNobodyElsesVisit() {
        var mine = caller.begin(office, people(1));
        var hour = queues.hours(office).getFirst();
        var stolen = offer(mine, hour);
        var stranger = new Caller(browser, SignedInPeople.applicant(accounts));

        var next = stranger.book(stolen, hour.id().toString());

        assertThat(stranger.get(next)).as("the place is the owner's").hasStatus(404);
        var forged = new Caller.Offer(stolen.pass().substring(1), stolen.key(), List.of());
        assertThat(stranger.pressed(forged, hour.id().toString())).hasStatus(403);
    }

    @Test
    void whileAWaitingRoomIsOpenOnlyWhoWasLetInChooses() {
        var visit = caller.begin(office, people(1));
        var rooms = new OpenRooms(house);
        var release = rooms.at(office);
        try {
            assertThat(caller.get(visit + "/waktu"))
                    .hasRedirectedUrl(release.address() + "?kembali=" + visit + "/waktu");

            var leave = new Cookie(
                    WaitingRoomDesk.COOKIE, rooms.leave(release, caller.me().account()));
            assertThat(caller.get(visit + "/waktu", leave))
                    .hasStatusOk()
                    .bodyText()
                    .contains("name=\"pass\"");

            var foreign = new Cookie(WaitingRoomDesk.COOKIE, rooms.leave(release, AccountId.next()));
            assertThat(caller.get(visit + "/waktu", foreign)).hasStatus3xxRedirection();
        } finally {
            rooms.close(release);
        }
    }

    @Test
    void theOfficeIsReachedFromTheHomeAndWhereverOfficesAreChosen() {
        assertThat(caller.get("/beranda")).hasStatusOk().bodyText().contains("href=\"/janji\"");
        assertThat(caller.get("/janji")).hasStatusOk().bodyText().contains("/janji/kantor/" + office);
        assertThat(caller.get("/jadwal/" + office)).hasStatusOk().bodyText().contains("/janji/kantor/" + office);
        assertThat(caller.get("/janji/kantor/" + office))
                .hasStatusOk()
                .bodyText()
                .contains("Sampai 5 orang", "sekali dalam 30 hari");

        assertThat(caller.get("/janji/kantor/kanim-jakarta-selatan"))
                .as("an office with a form")
                .hasRedirectedUrl("/jadwal/kanim-jakarta-selatan");
        assertThat(caller.get("/janji/kantor/kanim-tidak-ada")).hasStatus(404);
    }

    @Test
    void whatIsArrangedIsListedUntilItIsOver() {
        var visit = caller.begin(office, people(2));
        assertThat(caller.get("/janji")).bodyText().contains(visit, "Belum selesai dipesan");

        var hour = queues.hours(office).getFirst();
        caller.follow(caller.book(offer(visit, hour), hour.id().toString()));

        assertThat(caller.get("/janji")).bodyText().contains(visit).doesNotContain("Belum selesai dipesan");
        assertThat(caller.get("/beranda")).hasStatusOk().bodyText().contains("Terjadwal");
    }

    private Caller.Offer offer(String visit, Slot hour) {
        var day = hour.startsAt()
                .atZone(offices.find(office).orElseThrow().zone())
                .toLocalDate();
        return caller.hours(visit, "?tanggal=" + day);
    }

    /** Books the last hour of the first whole day for these, and gives the appointment of the first. */
    private Appointment booked(Caller by, List<Someone> people) {
        return booked(by, people, queues.hours(office).getLast().id().toString());
    }

    private Appointment booked(Caller by, List<Someone> people, String window) {
        var visit = by.begin(office, people);
        var hour = booking.slot(new SlotId(UUID.fromString(window))).orElseThrow();
        var day = hour.startsAt()
                .atZone(offices.find(office).orElseThrow().zone())
                .toLocalDate();
        assertThat(by.follow(by.book(by.hours(visit, "?tanggal=" + day), window)))
                .bodyText()
                .contains("Jadwal sudah pasti");
        var id = VisitId.of(visit.substring("/janji/".length()));
        return visits.places(visits.find(id, by.me().account())).getFirst();
    }

    private static List<Someone> people(int number) {
        return IntStream.range(0, number).mapToObj(_ -> People.someone()).toList();
    }

    private int taken(Slot hour) {
        return booking.slot(hour.id()).orElseThrow().taken();
    }

    private int guests(String visit) {
        return db.sql("SELECT count(*) FROM visit.guest WHERE visit = :visit")
                .param("visit", UUID.fromString(visit.substring("/janji/".length())))
                .query(Integer.class)
                .single();
    }

    /** What became of the appointments of these people. */
    private List<String> states(List<Someone> people) {
        return people.stream()
                .flatMap(one -> db
                        .sql("SELECT state FROM booking.appointment WHERE nik = :nik")
                        .param("nik", one.nik().value())
                        .query(String.class)
                        .list()
                        .stream())
                .toList();
    }

    private Stream<AppointmentId> held(List<Someone> people) {
        return people.stream()
                .map(one -> db.sql("SELECT id FROM booking.appointment WHERE nik = :nik AND state = :held")
                        .param("nik", one.nik().value())
                        .param("held", AppointmentState.HELD.name())
                        .query(UUID.class)
                        .single())
                .map(AppointmentId::new);
    }

    private SlotId window(Instant at) {
        var id = UUID.randomUUID();
        db.sql("""
                        INSERT INTO booking.slot (id, office, lane, channel, starts_at, ends_at, capacity)
                        VALUES (:id, :office, 'PASSPORT', 'PUBLIC', :at, :until, 5)
                        """)
                .param("id", id)
                .param("office", office.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("until", at.plus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC))
                .update();
        return new SlotId(id);
    }

    private static Map<String, String> with(Map<String, String> typed, String name, String value) {
        var more = new HashMap<>(typed);
        more.put(name, value);
        return more;
    }
}
