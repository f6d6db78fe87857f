package titian.walkin;

import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import titian.application.ApplicationDesk;
import titian.application.DraftDesk;
import titian.booking.Appointment;
import titian.booking.BookingDesk;
import titian.outside.World;
import titian.queue.Officer;
import titian.queue.QueueDesk;
import titian.queue.Ticket;
import titian.shared.Role;
import titian.slot.Slot;

/** An office where the door gives places. */
abstract class AtTheDoor {

    @Autowired
    WalkInDesk desk;

    @Autowired
    BookingDesk booking;

    @Autowired
    QueueDesk queue;

    @Autowired
    ApplicationDesk applications;

    @Autowired
    World world;

    @Autowired
    JdbcClient db;

    @Autowired
    BeanFactory house;

    SomeDoors doors;
    Officer door;

    @Autowired
    FindingDesk finding;

    @Autowired
    DraftDesk drafts;

    @BeforeEach
    void aDoor() {
        doors = new SomeDoors(house);
        door = doors.officer(Role.DOOR_OFFICER);
    }

    Appointment appointment(WalkIn given) {
        return booking.find(Objects.requireNonNull(given.appointment())).orElseThrow();
    }

    Ticket ticket(Appointment appointment) {
        return queue.givenFor(appointment.code(), doors.office.id()).orElseThrow();
    }

    int taken(Slot slot) {
        return booking.slot(slot.id()).orElseThrow().taken();
    }
}
