package titian.visit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import titian.application.ApplicationRefused;
import titian.application.VisitorDesk;
import titian.application.VisitorDesk.Visitor;
import titian.booking.Appointment;
import titian.booking.AppointmentState;
import titian.booking.BookingDesk;
import titian.booking.BookingRefused;
import titian.booking.BookingRequest;
import titian.booking.SlotId;
import titian.booking.Terms;
import titian.booking.Wishes;
import titian.office.Policy;
import titian.shared.AccountId;
import titian.shared.Channel;
import titian.shared.OfficeId;
import titian.shared.ServiceLane;

/**
 * Where visits are arranged. Places are held first, in booking's own way; then, in one transaction, they are confirmed
 * and everybody's application begins: all of it or nothing. Should the program die in between, asking again finds the
 * same places, and those nobody comes back for go back by themselves.
 */
@Service
class VisitDesk {

    /** Longer than confirming takes, even if the program is started anew in between. */
    private static final Duration A_MOMENT = Duration.ofMinutes(5);

    private static final Duration KEPT = Duration.ofDays(90);
    private static final int AT_ONCE = 1_000;

    private final Visits visits;
    private final BookingDesk booking;
    private final VisitorDesk visitors;
    private final TransactionOperations transactions;
    private final Clock clock;

    VisitDesk(
            Visits visits, BookingDesk booking, VisitorDesk visitors, TransactionOperations transactions, Clock clock) {
        this.visits = visits;
        this.booking = booking;
        this.visitors = visitors;
        this.transactions = transactions;
        this.clock = clock;
    }

    VisitId begin(AccountId account, OfficeId office, Locale language) {
        return Objects.requireNonNull(
                transactions.execute(_ -> visits.begin(account, office, language, clock.instant())));
    }

    Visit find(VisitId id, AccountId account) {
        return visits.find(id, account).orElseThrow(NoSuchVisit::new);
    }

    /**
     * Adds somebody who comes. Places held for fewer are given up.
     *
     * @throws ApplicationRefused.AlreadyLive if the person has an application under way
     */
    void add(Visit visit, Guest guest, int groupLimit) {
        visitors.refuseIfLive(guest.nik(), visit.account());
        transactions.executeWithoutResult(_ -> {
            var now = visits.lock(visit.id(), visit.account()).orElseThrow(NoSuchVisit::new);
            if (now.booked() || now.guests().size() >= groupLimit) {
                throw new VisitRefused.GroupFull();
            }
            if (now.guests().stream().anyMatch(other -> other.nik().equals(guest.nik()))) {
                throw new VisitRefused.NamedTwice();
            }
            if (visitors.underWay(visit.account()) + now.guests().size() >= VisitorDesk.MOST_UNDER_WAY) {
                throw new VisitRefused.TooMany();
            }
            giveUp(now);
            visits.add(visit.id(), numbered(guest, now));
        });
    }

    private static Guest numbered(Guest guest, Visit visit) {
        var taken = visit.guests().stream().map(Guest::number).toList();
        var number = java.util.stream.IntStream.rangeClosed(1, Terms.MOST_TOGETHER)
                .filter(free -> !taken.contains(free))
                .findFirst()
                .orElseThrow(VisitRefused.GroupFull::new);
        return new Guest(
                number,
                guest.application(),
                guest.service(),
                guest.name(),
                guest.nik(),
                guest.birthDate(),
                guest.said(),
                guest.saidAt());
    }

    void remove(Visit visit, int number) {
        transactions.executeWithoutResult(_ -> {
            var now = visits.lock(visit.id(), visit.account()).orElseThrow(NoSuchVisit::new);
            if (!now.booked()) {
                giveUp(now);
                visits.remove(visit.id(), number);
            }
        });
    }

    /**
     * Has the earliest place within the wishes held for all who come, until they say yes. Asked twice at once, it holds
     * one.
     *
     * @throws BookingRefused saying why not
     */
    void assign(Visit visit, Wishes wishes, Policy policy) {
        refuseIfTooMany(visit);
        var terms = terms(visit, policy, policy.hold());
        var booked = booking.assign(visit.key(), visit.account(), visit.members(), wishes, terms);
        transactions.executeWithoutResult(_ -> visits.note(visit.id(), booked.party(), false));
    }

    /**
     * Takes the window chosen, or two side by side, for all who come, and makes it certain.
     *
     * @throws BookingRefused saying why not
     */
    void choose(Visit visit, SlotId slot, @Nullable SlotId second, Policy policy) {
        refuseIfTooMany(visit);
        var request = new BookingRequest(
                visit.key(), visit.account(), visit.members(), slot, second, terms(visit, policy, A_MOMENT));
        var booked = booking.book(request);
        transactions.executeWithoutResult(_ -> visits.note(visit.id(), booked.party(), false));
        confirm(find(visit.id(), visit.account()));
    }

    private Terms terms(Visit visit, Policy policy, Duration hold) {
        return Terms.heldUntil(clock.instant().plus(hold))
                .within(visit.office(), ServiceLane.PASSPORT, Channel.PUBLIC)
                .daysBetween(policy.daysBetweenApplications())
                .minimumNotice(policy.minimumNotice())
                .groupLimit(policy.groupLimit());
    }

    private void refuseIfTooMany(Visit visit) {
        visit.guests().forEach(guest -> visitors.refuseIfLive(guest.nik(), visit.account()));
        if (visitors.underWay(visit.account()) + visit.guests().size() > VisitorDesk.MOST_UNDER_WAY) {
            throw new VisitRefused.TooMany();
        }
    }

    /** Makes the places that are held certain, and begins everybody's application. The second time nothing happens. */
    void confirm(Visit visit) {
        transactions.executeWithoutResult(_ -> {
            var now = visits.lock(visit.id(), visit.account()).orElseThrow(NoSuchVisit::new);
            if (now.booked()) {
                return;
            }
            if (now.party() == null) {
                throw new VisitRefused.HoldOver();
            }
            booking.together(now.party()).forEach(appointment -> {
                if (!booking.confirm(appointment.id())) {
                    throw new VisitRefused.HoldOver();
                }
                visitors.begin(visitor(now, appointment), appointment.id());
            });
            visits.note(now.id(), now.party(), true);
        });
    }

    private static Visitor visitor(Visit visit, Appointment appointment) {
        var guest = visit.guests().stream()
                .filter(one -> one.application().equals(appointment.application()))
                .findFirst()
                .orElseThrow();
        return new Visitor(
                guest.application(),
                visit.account(),
                guest.service(),
                visit.language(),
                guest.name(),
                guest.nik(),
                guest.birthDate(),
                guest.said(),
                guest.saidAt());
    }

    /** Gives up the places that are held; another time may be asked for. */
    void letGo(Visit visit) {
        transactions.executeWithoutResult(
                _ -> giveUp(visits.lock(visit.id(), visit.account()).orElseThrow(NoSuchVisit::new)));
    }

    private void giveUp(Visit visit) {
        if (visit.party() != null && !visit.booked()) {
            booking.together(visit.party()).forEach(appointment -> booking.release(appointment.id()));
            visits.again(visit.id());
        }
    }

    /** The places that are held for this visit now, or are its own; none if the hold is over. */
    List<Appointment> places(Visit visit) {
        if (visit.party() == null) {
            return List.of();
        }
        var places = booking.together(visit.party());
        var over = places.stream().anyMatch(place -> isOver(place, clock.instant()));
        return !visit.booked() && over ? List.of() : places;
    }

    private static boolean isOver(Appointment place, Instant now) {
        return place.state() != AppointmentState.HELD || !now.isBefore(place.heldUntil());
    }

    /** Forgets visits that lie long behind; the applications stay. */
    void tidy() {
        while (visits.forgetBefore(clock.instant().minus(KEPT), AT_ONCE) == AT_ONCE) {
            // the rest follows
        }
    }
}
