package titian.queue;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.application.ApplicationDesk;
import titian.booking.Appointment;
import titian.booking.BookingCode;
import titian.booking.BookingDesk;
import titian.booking.BookingRefused;
import titian.office.OfficeDesk;
import titian.queue.QueueRefused.CounterBusy;
import titian.queue.QueueRefused.CounterTaken;
import titian.queue.QueueRefused.CounterUnknown;
import titian.queue.QueueRefused.ElsewhereOnDuty;
import titian.queue.QueueRefused.NobodyWaits;
import titian.queue.QueueRefused.NotOnDuty;
import titian.queue.QueueRefused.Overtaken;
import titian.shared.AccountId;
import titian.shared.OfficeId;

/**
 * Where the day at the office is run: people let in, called, served. Every step names what the officer saw, so a step
 * taken twice, or from a page grown old, is refused and says so.
 */
@Service
@Transactional
public class QueueDesk {

    private static final Logger LOG = LoggerFactory.getLogger(QueueDesk.class);

    /** The letter of applications for a passport; other services will bring their own. */
    static final String PASSPORTS = "A";

    /** The letter of those whom the law lets go first: within their hour they are called before the others. */
    static final String PRIORITY = "P";

    private final Tickets tickets;
    private final Duties duties;
    private final Today today;
    private final OfficeDesk offices;
    private final BookingDesk bookings;
    private final ApplicationDesk applications;
    private final Telling telling;

    QueueDesk(
            Tickets tickets,
            Duties duties,
            Today today,
            OfficeDesk offices,
            BookingDesk bookings,
            ApplicationDesk applications,
            Telling telling) {
        this.tickets = tickets;
        this.duties = duties;
        this.today = today;
        this.offices = offices;
        this.bookings = bookings;
        this.applications = applications;
        this.telling = telling;
    }

    /**
     * Lets the person with this code in and gives them a number: all of it or nothing.
     *
     * @throws BookingRefused saying why not; after {@link BookingRefused.AlreadyUsed} the number given is found by
     *     {@link #givenFor}
     */
    public Ticket checkIn(BookingCode code, Officer door) {
        var here = today.at(door.office());
        var appointment = bookings.checkIn(code, door.office());
        applications.checkIn(appointment.application());
        var service =
                applications.summary(appointment.application()).orElseThrow().service();
        var ticket = tickets.give(appointment, here.day(), letter(appointment), service, door, here.now());
        return telling.of("CHECKED_IN", ticket);
    }

    private static String letter(Appointment appointment) {
        return switch (appointment.channel()) {
            case PRIORITY -> PRIORITY;
            case PUBLIC, ASSISTED, PARTNER -> PASSPORTS;
        };
    }

    /** The number this office gave for a code. */
    @Transactional(readOnly = true)
    public Optional<Ticket> givenFor(BookingCode code, OfficeId office) {
        return tickets.withCode(office, code.value());
    }

    /**
     * Seats the officer at a counter; again at the same one changes nothing.
     *
     * @throws QueueRefused if there is no such counter, a colleague sits there or the officer sits elsewhere
     */
    public Duty signOn(Officer officer, int counter) {
        mustExist(officer.office(), counter);
        if (duties.begin(officer, counter, today.now())) {
            telling.of("COUNTER_OPENED", officer.office(), counter);
        }
        var mine = duties.of(officer);
        if (mine.isPresent() && mine.get().counter() != counter) {
            throw new ElsewhereOnDuty(mine.get());
        }
        return mine.orElseThrow(() -> duties.at(officer.office(), counter)
                .<QueueRefused>map(CounterTaken::new)
                .orElseGet(NotOnDuty::new));
    }

    /**
     * Seats the officer in the place of a colleague who left the counter open, with the person who is at it.
     *
     * @throws QueueRefused if that colleague no longer sits there, or the officer sits elsewhere
     */
    public Duty takeOver(Officer officer, int counter, AccountId from) {
        mustExist(officer.office(), counter);
        duties.lock(officer).filter(mine -> mine.counter() != counter).ifPresent(mine -> {
            throw new ElsewhereOnDuty(mine);
        });
        if (!duties.takeOver(officer, counter, from, today.now())) {
            return signOn(officer, counter);
        }
        tickets.handOver(officer, counter);
        LOG.info("Counter {} of {}: {} took over from {}", counter, officer.office(), officer.account(), from);
        telling.of("COUNTER_TAKEN_OVER", officer.office(), counter);
        return duties.of(officer).orElseThrow();
    }

    /**
     * Lets the officer leave their counter, once nobody is at it; if they sit at none, nothing happens.
     *
     * @throws CounterBusy if someone is
     */
    public void signOff(Officer officer) {
        duties.lock(officer).ifPresent(duty -> {
            mustBeFree(duty);
            duties.end(duty);
            telling.of("COUNTER_CLOSED", duty.office(), duty.counter());
        });
    }

    /**
     * Calls whoever is due next to the officer's counter.
     *
     * @throws QueueRefused if someone is at the counter already, or nobody waits
     */
    public Ticket callNext(Officer officer) {
        var duty = seated(officer);
        mustBeFree(duty);
        var here = today.at(officer.office());
        var ticket = tickets.callNext(duty, here.day(), here.now()).orElseThrow(NobodyWaits::new);
        return telling.of("NUMBER_CALLED", ticket);
    }

    /** Calls this number out of turn. */
    public Ticket call(Officer officer, TicketId ticket) {
        var duty = seated(officer);
        mustBeFree(duty);
        var here = today.at(officer.office());
        return telling.of(
                "NUMBER_CALLED_OUT_OF_TURN",
                tickets.call(duty, here.day(), ticket, here.now()).orElseThrow(() -> overtaken(officer, ticket)));
    }

    /** Calls again whoever was called, if they were called as often as the officer saw. */
    public Ticket recall(Officer officer, TicketId ticket, int calls) {
        var duty = seated(officer);
        return telling.of(
                "NUMBER_CALLED_AGAIN",
                tickets.recall(duty, ticket, calls, today.now()).orElseThrow(() -> overtaken(officer, ticket)));
    }

    /** The person called has come, and is served from now on. */
    public Ticket start(Officer officer, TicketId ticket) {
        var duty = seated(officer);
        var started = tickets.start(duty, ticket, today.now()).orElseThrow(() -> overtaken(officer, ticket));
        applications.startService(started.application());
        return telling.of("SERVICE_BEGUN", started);
    }

    /** The person was served. */
    public Ticket finish(Officer officer, TicketId ticket) {
        var duty = seated(officer);
        var done = tickets.finish(duty, ticket, today.now()).orElseThrow(() -> overtaken(officer, ticket));
        bookings.finish(done.appointment());
        applications.finishService(done.application());
        return telling.of("SERVICE_DONE", done);
    }

    /** The person called did not come. */
    public Ticket miss(Officer officer, TicketId ticket) {
        var duty = seated(officer);
        var missed = tickets.miss(duty, ticket, today.now()).orElseThrow(() -> overtaken(officer, ticket));
        bookings.miss(missed.appointment());
        applications.miss(missed.application());
        return telling.of("NUMBER_MISSED", missed);
    }

    /** The officer's counter. The officer's second press waits here for the first to be done. */
    private Duty seated(Officer officer) {
        return duties.lock(officer).orElseThrow(NotOnDuty::new);
    }

    private void mustBeFree(Duty duty) {
        tickets.at(duty.office(), duty.counter()).ifPresent(with -> {
            throw new CounterBusy(with);
        });
    }

    private void mustExist(OfficeId office, int counter) {
        if (offices.counters(office).stream().noneMatch(one -> one.number() == counter)) {
            throw new CounterUnknown(counter);
        }
    }

    private Overtaken overtaken(Officer officer, TicketId ticket) {
        return new Overtaken(tickets.find(officer.office(), ticket));
    }

    static String topic(OfficeId office) {
        return "office:" + office;
    }
}
