package titian.capacity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import titian.application.ApplicationDesk;
import titian.booking.Appointment;
import titian.booking.AppointmentState;
import titian.booking.OfferId;
import titian.booking.RelocationDesk;
import titian.shared.AccountId;
import titian.shared.Act;
import titian.shared.OfficeId;
import titian.slot.DisplacedPeople;
import titian.slot.Slot;
import titian.slot.SlotId;

/**
 * Where people whose window went are asked what they want instead. The nearest equal window with room is kept for them
 * for a while; they take it, choose another, or cancel. Until then their appointment stands.
 */
@Service
@Transactional
public class DisplacedDesk implements DisplacedPeople {

    /** Nobody is asked to come sooner than that from now. */
    static final Duration NOTICE = Duration.ofHours(24);

    /** How long a window is kept while people think about it, if it is so far away. */
    private static final Duration TO_THINK = Duration.ofDays(3);

    private static final Duration BEFORE_IT_BEGINS = Duration.ofHours(12);

    /** Longer than moving takes, even if the program is started anew in between. */
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private static final int CANDIDATES = 24;

    private final Relocations relocations;
    private final RelocationDesk windows;
    private final ApplicationDesk applications;
    private final SameDayPeople sameDay;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;
    private final Clock clock;

    DisplacedDesk(
            Relocations relocations,
            RelocationDesk windows,
            ApplicationDesk applications,
            SameDayPeople sameDay,
            ApplicationEventPublisher events,
            TransactionOperations transaction,
            Clock clock) {
        this.relocations = relocations;
        this.windows = windows;
        this.applications = applications;
        this.sameDay = sameDay;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void displaced(List<Displaced> people, Instant now) {
        relocations.note(people, now);
    }

    public Optional<Relocation> find(UUID relocation) {
        return relocations.find(relocation);
    }

    /** Those of an office whose visit is still to come: who has yet to choose first. */
    @Transactional(readOnly = true)
    public List<Relocation> of(OfficeId office) {
        return relocations.of(office, clock.instant());
    }

    /** How many parties of an office have yet to choose. */
    @Transactional(readOnly = true)
    public int open(OfficeId office) {
        return relocations.open(office);
    }

    /** The people it is about who are still to come at the old time. */
    @Transactional(readOnly = true)
    public List<Appointment> people(Relocation relocation) {
        return windows.people(relocation.party(), relocation.slot());
    }

    /** Those who were moved from it and are to come at their new time. */
    private List<Appointment> moved(Relocation relocation) {
        return windows.moved(relocation.party(), relocation.slot());
    }

    /** Windows they may choose from, the nearest first. */
    @Transactional(readOnly = true)
    public List<Slot> choices(Relocation relocation, int limit) {
        return windows.nearest(
                relocation.slot(), relocation.people(), clock.instant().plus(NOTICE), limit);
    }

    /**
     * Looks at one who is due, of this office if one is named: asks them, or notes that nothing is to be asked any more.
     *
     * @return false if nobody was due
     */
    public boolean attendToOne(@Nullable OfficeId office) {
        var due = relocations.takeDue(office, clock.instant());
        due.ifPresent(this::attend);
        return due.isPresent();
    }

    private void attend(Relocation relocation) {
        var people = people(relocation);
        var moved = moved(relocation);
        if (!moved.isEmpty()) {
            settleMoved(relocation, moved);
        } else if (people.isEmpty() || !relocation.startsAt().isAfter(clock.instant())) {
            settle(relocation, Relocation.State.OVER);
        } else if (!windows.isCrowded(relocation.slot())) {
            if (settle(relocation, Relocation.State.STAYS) && relocation.state() == Relocation.State.ASKED) {
                events.publishEvent(new MoveNotNeeded(relocation.id(), relocation.account()));
            }
        } else if (relocation.state() == Relocation.State.WAITING && allConfirmed(people)) {
            ask(relocation, people);
        }
    }

    /** Whoever has not paid yet may lose the place anyway, and is not asked before. */
    private static boolean allConfirmed(List<Appointment> people) {
        return people.stream().allMatch(one -> one.state() == AppointmentState.CONFIRMED);
    }

    /** Whoever was promised the same day is kept a window early enough for it, if there is one. */
    private void ask(Relocation relocation, List<Appointment> party) {
        var now = clock.instant();
        var offer = OfferId.next();
        int people = party.size();
        boolean isHurried = sameDay.among(party).isPresent();
        var kept = windows.nearest(relocation.slot(), people, now.plus(NOTICE), CANDIDATES).stream()
                .sorted(Comparator.comparing(slot -> isHurried && sameDay.isTooLate(slot)))
                .filter(slot -> windows.keep(offer, slot.id(), people, keptUntil(slot, now)))
                .findFirst();
        relocations.ask(
                relocation.id(),
                kept.map(Slot::id).orElse(null),
                kept.map(_ -> offer).orElse(null),
                kept.map(slot -> keptUntil(slot, now)).orElse(null),
                now);
        events.publishEvent(new MoveProposed(relocation.id(), relocation.account()));
    }

    private static Instant keptUntil(Slot slot, Instant now) {
        var latest = slot.startsAt().minus(BEFORE_IT_BEGINS);
        var thought = now.plus(TO_THINK);
        return thought.isBefore(latest) ? thought : latest;
    }

    /**
     * Moves the people to a window of their choice. Asked twice, it is done once. Should nobody come back to say that they
     * were moved, whoever attends to them a while later finds it and tells them.
     *
     * @throws titian.booking.BookingRefused if that window has no room for them
     * @throws CapacityRefused.NothingToMove if there is nobody of theirs to be moved
     */
    @Transactional(propagation = Propagation.NEVER)
    public void move(UUID id, AccountId account, SlotId slot) {
        var relocation = theirs(id, account);
        var people = windows.people(relocation.party(), relocation.slot());
        if (people.isEmpty() || !isPutOff(id)) {
            throw new CapacityRefused.NothingToMove();
        }
        var kept = slot.equals(relocation.proposed()) ? relocation.offer() : null;
        windows.move(people, slot, kept, id + " " + slot);
        transaction.executeWithoutResult(_ -> settleMoved(relocation, moved(relocation)));
        if (relocations.find(id).orElseThrow().state() != Relocation.State.MOVED) {
            throw new CapacityRefused.NothingToMove(); // cancelled meanwhile
        }
    }

    private boolean isPutOff(UUID id) {
        return Boolean.TRUE.equals(
                transaction.execute(_ -> relocations.putOff(id, clock.instant().plus(A_WHILE))));
    }

    private void settleMoved(Relocation relocation, List<Appointment> moved) {
        if (settle(relocation, Relocation.State.MOVED)) {
            moved.forEach(one -> events.publishEvent(Act.of("APPOINTMENT_MOVED", "application", one.application())
                    .from(relocation.startsAt().toString(), one.startsAt().toString())));
            events.publishEvent(
                    new PeopleMoved(moved.stream().map(Appointment::application).toList()));
        }
    }

    /**
     * The people will not come. Their places are given back, also those they were moved to a moment ago.
     *
     * @throws CapacityRefused.NothingToMove if there is nobody of theirs to be moved
     */
    public void cancel(UUID id, AccountId account) {
        var relocation = theirs(id, account);
        if (!settle(relocation, Relocation.State.CANCELLED)) {
            throw new CapacityRefused.NothingToMove();
        }
        Stream.concat(people(relocation).stream(), moved(relocation).stream())
                .filter(one -> windows.cancel(one.id()))
                .forEach(one -> applications.cancel(one.application()));
    }

    private Relocation theirs(UUID id, AccountId account) {
        return relocations
                .find(id)
                .filter(relocation -> relocation.account().equals(account))
                .orElseThrow(CapacityRefused.NothingToMove::new);
    }

    private boolean settle(Relocation relocation, Relocation.State state) {
        var settled = relocations.settle(relocation.id(), state, clock.instant());
        if (settled && relocation.offer() != null) {
            windows.letGo(relocation.offer());
        }
        return settled;
    }
}
