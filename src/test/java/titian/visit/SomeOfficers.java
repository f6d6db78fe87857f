package titian.visit;

import org.springframework.beans.factory.BeanFactory;
import titian.SignedInPeople;
import titian.account.AccountDesk;
import titian.booking.Appointment;
import titian.booking.AppointmentState;
import titian.booking.BookingDesk;
import titian.outside.World;
import titian.queue.Officer;
import titian.queue.QueueDesk;
import titian.queue.QueueRefused;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;
import titian.shared.Role;

/** A visit from the door to the end of service, by officers who do what they do for everybody. */
final class SomeOfficers {

    private final QueueDesk queue;
    private final BookingDesk booking;
    private final AccountDesk accounts;
    private final World world;

    SomeOfficers(BeanFactory house, World world) {
        this.queue = house.getBean(QueueDesk.class);
        this.booking = house.getBean(BookingDesk.class);
        this.accounts = house.getBean(AccountDesk.class);
        this.world = world;
    }

    /** Comes with the code at the time it is good for, and is served. */
    ApplicationId served(Appointment appointment) {
        world.clock().moveTo(appointment.startsAt());
        var ticket = queue.checkIn(appointment.code(), officer(appointment.office(), Role.DOOR_OFFICER));
        var counter = officer(appointment.office(), Role.COUNTER_OFFICER);
        signOn(counter);
        queue.call(counter, ticket.id());
        queue.start(counter, ticket.id());
        queue.finish(counter, ticket.id());
        if (booking.find(appointment.id()).orElseThrow().state() != AppointmentState.DONE) {
            throw new IllegalStateException("not served");
        }
        return appointment.application();
    }

    /** Tests of other rooms sit at counters as well. */
    private void signOn(Officer officer) {
        for (int counter = 1; ; counter++) {
            try {
                queue.signOn(officer, counter);
                return;
            } catch (QueueRefused.CounterTaken _) {
                // the next may be free
            }
        }
    }

    private Officer officer(OfficeId office, Role role) {
        var who = SignedInPeople.officer(accounts, office, role);
        return new Officer(who.account(), who.name(), office);
    }
}
