package titian.visit;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import titian.People;
import titian.People.Someone;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.booking.Appointment;
import titian.booking.AppointmentId;
import titian.booking.AppointmentState;
import titian.booking.BookingDesk;
import titian.booking.PersonMark;
import titian.office.OfficeDesk;
import titian.office.Preset;
import titian.outside.World;
import titian.seal.Seals;
import titian.shared.OfficeId;
import titian.slot.Slot;
import titian.slot.SlotId;

/** An office by the rules of APAPO, where people choose day and hour themselves, and somebody who wants to come. */
@TitianTest
abstract class ChoosingOffice {

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
    Seals seals;

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

    Caller.Offer offer(String visit, Slot hour) {
        var day = hour.startsAt()
                .atZone(offices.find(office).orElseThrow().zone())
                .toLocalDate();
        return caller.hours(visit, "?tanggal=" + day);
    }

    /** Books the last hour of the first whole day for these, and gives the appointment of the first. */
    Appointment booked(Caller by, List<Someone> people) {
        return booked(by, people, queues.hours(office).getLast().id().toString());
    }

    Appointment booked(Caller by, List<Someone> people, String window) {
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

    static List<Someone> people(int number) {
        return IntStream.range(0, number).mapToObj(_ -> People.someone()).toList();
    }

    int taken(Slot hour) {
        return booking.slot(hour.id()).orElseThrow().taken();
    }

    int guests(String visit) {
        return db.sql("SELECT count(*) FROM visit.guest WHERE visit = :visit")
                .param("visit", UUID.fromString(visit.substring("/janji/".length())))
                .query(Integer.class)
                .single();
    }

    /** What became of the appointments of these people. */
    List<String> states(List<Someone> people) {
        return people.stream()
                .flatMap(one -> db
                        .sql("SELECT state FROM booking.appointment WHERE person = :person")
                        .param("person", PersonMark.of(one.nik(), seals).value())
                        .query(String.class)
                        .list()
                        .stream())
                .toList();
    }

    Stream<AppointmentId> held(List<Someone> people) {
        return people.stream()
                .map(one -> db.sql("SELECT id FROM booking.appointment WHERE person = :person AND state = :held")
                        .param("person", PersonMark.of(one.nik(), seals).value())
                        .param("held", AppointmentState.HELD.name())
                        .query(UUID.class)
                        .single())
                .map(AppointmentId::new);
    }

    SlotId window(Instant at) {
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

    static Map<String, String> with(Map<String, String> typed, String name, String value) {
        var more = new HashMap<>(typed);
        more.put(name, value);
        return more;
    }
}
