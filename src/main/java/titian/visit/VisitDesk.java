package titian.visit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import titian.application.ApplicationRefused;
import titian.application.DraftDesk;
import titian.application.VisitorDesk;
import titian.application.VisitorDesk.Visitor;
import titian.booking.Appointment;
import titian.booking.AppointmentState;
import titian.booking.BookingDesk;
import titian.booking.BookingPass;
import titian.booking.BookingPasses;
import titian.booking.BookingRefused;
import titian.booking.Terms;
import titian.form.FormDesk;
import titian.office.Policy;
import titian.shared.AccountId;
import titian.shared.Channel;
import titian.shared.OfficeId;
import titian.shared.PartyId;
import titian.shared.ServiceLane;
import titian.slot.Wishes;

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
    private final BookingPasses passes;
    private final VisitorDesk visitors;
    private final FormDesk forms;
    private final TransactionOperations transactions;
    private final Clock clock;

    VisitDesk(
            Visits visits,
            BookingDesk booking,
            BookingPasses passes,
            VisitorDesk visitors,
            FormDesk forms,
            TransactionOperations transactions,
            Clock clock) {
        this.visits = visits;
        this.booking = booking;
        this.passes = passes;
        this.visitors = visitors;
        this.forms = forms;
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

    /** The newest visits of an account. */
    List<Visit> of(AccountId account) {
        return visits.of(account);
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
            if (visitors.underWay(visit.account()) + now.guests().size() >= DraftDesk.MOST_UNDER_WAY) {
                throw new VisitRefused.TooMany();
            }
            giveUp(now);
            visits.add(visit.id(), numbered(guest, now));
        });
    }

    private static Guest numbered(Guest guest, Visit visit) {
        var taken = visit.guests().stream().map(Guest::number).toList();
        var number = IntStream.rangeClosed(1, Terms.MOST_TOGETHER)
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
        var terms = terms(visit, policy);
        var booked = booking.assign(visit.key(), visit.account(), visit.members(), wishes, terms);
        transactions.executeWithoutResult(_ -> visits.note(visit.id(), booked.party(), false));
    }

    /**
     * The right of all who come to book a window they choose, or two side by side. The places are theirs for a moment,
     * in which they come back here to have them confirmed.
     *
     * @param back   where they choose again if they cannot have it
     * @param expire when whoever let them book no longer does
     * @throws ApplicationRefused.AlreadyLive if somebody has an application under way
     */
    String pass(Visit visit, Policy policy, String back, Instant expire) {
        refuseIfTooMany(visit);
        return passes.mint(new BookingPass(
                visit.account(),
                visit.members(),
                new Terms.Scope(visit.office(), ServiceLane.PASSPORT, Channel.PUBLIC),
                A_MOMENT,
                policy.daysBetweenApplications(),
                policy.minimumNotice(),
                policy.groupLimit(),
                null,
                visit.address("/pasti"),
                back,
                expire));
    }

    private Terms terms(Visit visit, Policy policy) {
        return Terms.heldUntil(clock.instant().plus(policy.hold()))
                .within(visit.office(), ServiceLane.PASSPORT, Channel.PUBLIC)
                .daysBetween(policy.daysBetweenApplications())
                .minimumNotice(policy.minimumNotice())
                .groupLimit(policy.groupLimit());
    }

    private void refuseIfTooMany(Visit visit) {
        visit.guests().forEach(guest -> visitors.refuseIfLive(guest.nik(), visit.account()));
        if (visitors.underWay(visit.account()) + visit.guests().size() > DraftDesk.MOST_UNDER_WAY) {
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
            var party = party(now).orElseThrow(VisitRefused.HoldOver::new);
            booking.together(party).forEach(appointment -> {
                if (!booking.confirm(appointment.id())) {
                    throw new VisitRefused.HoldOver();
                }
                begin(now, appointment);
            });
            visits.note(now.id(), party, true);
        });
    }

    private void begin(Visit visit, Appointment appointment) {
        var guest = visit.guests().stream()
                .filter(one -> one.application().equals(appointment.application()))
                .findFirst()
                .orElseThrow();
        visitors.begin(
                new Visitor(
                        guest.application(),
                        visit.account(),
                        guest.service(),
                        visit.language(),
                        guest.name(),
                        guest.nik()),
                appointment.id());
        forms.identify(guest.application(), guest.name(), guest.nik(), guest.birthDate(), guest.said(), guest.saidAt());
    }

    /** Gives up the places that are held; another time may be asked for. */
    void letGo(Visit visit) {
        transactions.executeWithoutResult(
                _ -> giveUp(visits.lock(visit.id(), visit.account()).orElseThrow(NoSuchVisit::new)));
    }

    private void giveUp(Visit visit) {
        if (!visit.booked()) {
            party(visit).ifPresent(party -> {
                booking.together(party).forEach(appointment -> booking.release(appointment.id()));
                visits.again(visit.id());
            });
        }
    }

    /** The visit as it stands. A hold that is over is given up, so that another time may be asked for. */
    Visit upToDate(VisitId id, AccountId account) {
        var visit = find(id, account);
        if (visit.booked() || party(visit).isEmpty() || !places(visit).isEmpty()) {
            return visit;
        }
        letGo(visit);
        return find(id, account);
    }

    /** Who has places for this visit: those noted, or those booked a moment ago that nobody has come back with. */
    private Optional<PartyId> party(Visit visit) {
        return Optional.ofNullable(visit.party()).or(() -> booking.answered(visit.account(), visit.key()));
    }

    /** The places that are held for this visit now, or are its own; none if the hold is over. */
    List<Appointment> places(Visit visit) {
        var places = party(visit).map(booking::together).orElse(List.of());
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
