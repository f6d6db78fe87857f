package titian.queue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanFactory;
import titian.booking.AppointmentState;
import titian.booking.SomeAppointments;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;

/** A day at an office for tests: each test has a real office of its own, officers, and people who wait. */
public final class SomeDay {

    private static final AtomicInteger TAKEN = new AtomicInteger();

    private final Tickets tickets;
    private final Duties duties;
    private final Today today;
    private final Clock clock;
    private final Office office;

    public SomeDay(BeanFactory house) {
        this.tickets = house.getBean(Tickets.class);
        this.duties = house.getBean(Duties.class);
        this.today = house.getBean(Today.class);
        this.clock = house.getBean(Clock.class);
        var offices = house.getBean(OfficeDesk.class);
        var open = offices.all().stream()
                .filter(one -> offices.counters(one.id()).size() >= 3)
                .toList();
        this.office = Stream.generate(() -> open.get(TAKEN.getAndIncrement() % open.size()))
                .limit(open.size())
                .filter(this::isQuiet)
                .findFirst()
                .orElseThrow();
    }

    /** Tests of other rooms sit at counters as well. */
    private boolean isQuiet(Office one) {
        return IntStream.rangeClosed(1, 3)
                .allMatch(counter -> duties.at(one.id(), counter).isEmpty());
    }

    public OfficeId office() {
        return office.id();
    }

    Officer officer() {
        var account = AccountId.next();
        return new Officer(account, "PETUGAS " + account.value().toString().substring(0, 4), office.id());
    }

    /** An officer at a counter, whether the office has one of that number or not. */
    Officer officerAt(int counter) {
        var officer = officer();
        if (!duties.begin(officer, counter, clock.instant())) {
            throw new IllegalStateException("counter " + counter + " is taken");
        }
        return officer;
    }

    Duty duty(Officer officer) {
        return duties.of(officer).orElseThrow();
    }

    Ticket waiting() {
        return waiting(clock.instant());
    }

    Ticket waiting(Instant due) {
        return waiting(due, QueueDesk.PASSPORTS);
    }

    Ticket waiting(Instant due, String letter) {
        var appointment = SomeAppointments.of(
                ApplicationId.next(),
                office.id(),
                due,
                due.plus(Duration.ofHours(1)),
                AppointmentState.CHECKED_IN,
                due,
                clock.instant());
        return tickets.give(
                appointment, today.at(office.id()).day(), letter, "queue.letter.A", officer(), clock.instant());
    }

    public List<Ticket> waiting(int people) {
        return IntStream.range(0, people).mapToObj(_ -> waiting()).toList();
    }

    /** Whoever was called to the officer's counter does not come. */
    public void miss(Officer officer, Ticket ticket) {
        if (tickets.miss(duty(officer), ticket.id(), clock.instant()).isEmpty()) {
            throw new IllegalStateException("nobody was called to that counter");
        }
    }

    Ticket now(Ticket ticket) {
        return tickets.find(office.id(), ticket.id()).orElseThrow();
    }
}
