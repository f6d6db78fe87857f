package titian.booking;

import static titian.People.someone;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import titian.booking.BookingRequest.Member;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Nik;
import titian.slot.SlotId;
import titian.slot.SomeSlots;

/**
 * Two nodes on one database: this house and another engine beside it, whose clock stands after the holds made here have
 * run out.
 */
abstract class TwoNodes {

    static final Duration HOLD = Duration.ofMinutes(1);

    @Autowired
    BookingDesk desk;

    @Autowired
    ApplicationContext house;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    SomeSlots slots;

    StoppedClock afterTheHold;

    Node node;

    @BeforeEach
    void anotherNode() {
        slots = new SomeSlots(db, clock);
        afterTheHold = new StoppedClock(clock.instant().plus(HOLD).plusSeconds(30));
        node = new Node(house, afterTheHold);
        hold(node.desk(), slots.slot(1), someone().nik()); // its line to the database stands
    }

    @AfterEach
    void stopIt() {
        node.close();
    }

    /** What an appointment has become, and where. */
    record Stands(AppointmentState state, SlotId slot) {}

    Stands stands(AppointmentId id) {
        var appointment = desk.find(id).orElseThrow();
        return new Stands(appointment.state(), appointment.slot());
    }

    /** What the window says is taken, and by whom. */
    record Counted(int taken, int live, int resting) {}

    Counted counted(SlotId slot) {
        return db.sql("""
                        SELECT taken,
                               (SELECT count(*)
                                  FROM booking.appointment
                                 WHERE slot = :slot AND state IN ('HELD', 'CONFIRMED', 'CHECKED_IN')) AS live,
                               (SELECT coalesce(sum(places), 0)
                                  FROM booking.resting_place
                                 WHERE slot = :slot) AS resting
                          FROM booking.slot
                         WHERE id = :slot
                        """)
                .param("slot", slot.value())
                .query((row, _) -> new Counted(row.getInt("taken"), row.getInt("live"), row.getInt("resting")))
                .single();
    }

    AppointmentId held(SlotId slot) {
        return hold(desk, slot, someone().nik());
    }

    AppointmentId confirmed(SlotId slot) {
        var held = held(slot);
        desk.confirm(held);
        return held;
    }

    AppointmentId hold(BookingDesk desk, SlotId slot, Nik nik) {
        return desk.book(request(slot, null, AccountId.next(), List.of(nik))).first();
    }

    BookingRequest request(SlotId slot, @Nullable SlotId second, AccountId account, List<Nik> people) {
        var members = people.stream()
                .map(nik -> new Member(ApplicationId.next(), nik))
                .toList();
        return new BookingRequest("race", account, members, slot, second, Terms.heldUntil(until()));
    }

    Instant until() {
        return clock.instant().plus(HOLD);
    }
}
