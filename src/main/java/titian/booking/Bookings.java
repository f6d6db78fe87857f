package titian.booking;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import titian.booking.Ask.Seat;
import titian.booking.BookingRequest.Member;
import titian.booking.Outcome.Denied;
import titian.booking.Outcome.Granted;
import titian.booking.Outcome.GrantedBefore;
import titian.office.OfficeDesk;
import titian.seal.Seals;
import titian.shared.AccountId;
import titian.shared.Channel;
import titian.shared.Nik;
import titian.shared.OfficeId;
import titian.shared.PartyId;
import titian.slot.CalendarDesk;
import titian.slot.Room;
import titian.slot.Slot;
import titian.slot.SlotId;
import titian.slot.Wishes;

/** Puts requests to the engine and turns what it decided into an answer. */
@Component
class Bookings {

    private static final int CANDIDATES = 10;
    private static final int ROUNDS = 5;

    private final Engine engine;
    private final Appointments appointments;
    private final Moves moves;
    private final CalendarDesk calendars;
    private final OfficeDesk offices;
    private final Rests rests;
    private final Seals seals;
    private final Clock clock;

    Bookings(
            Engine engine,
            Appointments appointments,
            Moves moves,
            CalendarDesk calendars,
            OfficeDesk offices,
            Rests rests,
            Seals seals,
            Clock clock) {
        this.engine = engine;
        this.appointments = appointments;
        this.moves = moves;
        this.calendars = calendars;
        this.offices = offices;
        this.rests = rests;
        this.seals = seals;
        this.clock = clock;
    }

    Booked book(BookingRequest request) {
        refuseOddGroups(request.members(), request.terms());
        return put(Ask.of(request, this::mark, clock.instant()));
    }

    private PersonMark mark(Nik nik) {
        return PersonMark.of(nik, seals);
    }

    AppointmentId bookAgain(AppointmentId ended, String key, Instant heldUntil) {
        var had = appointments.find(ended).orElseThrow();
        var terms = Terms.heldUntil(heldUntil).again(ended);
        return put(Ask.again(had, had.slot(), key, terms, clock.instant())).first();
    }

    /** A place in another window for somebody whose appointment ended, whichever window it comes to be. */
    AppointmentId bookInstead(Appointment ended, SlotId slot, String key, Terms terms) {
        var whatever = Ask.digest(Stream.of("instead", ended.id()));
        return put(Ask.again(ended, slot, key, terms, clock.instant()).askedAs(whatever))
                .first();
    }

    private static void refuseOddGroups(List<Member> members, Terms terms) {
        if (members.size() > terms.groupLimit()) {
            throw new BookingRefused.GroupTooLarge(terms.groupLimit());
        }
        var people = new HashSet<>(members.stream().map(Member::nik).toList());
        if (members.isEmpty() || people.size() < members.size()) {
            throw new IllegalArgumentException("a group has at least one person, and nobody twice");
        }
    }

    Booked assign(String key, AccountId account, List<Member> party, Wishes wishes, Terms terms) {
        refuseOddGroups(party, terms);
        var wanted = Ask.digest(Stream.concat(Stream.of(wishes), party.stream().map(Member::application)));
        for (int round = 0; round < ROUNDS; round++) {
            var now = clock.instant();
            var found = calendars.within(wishes, party.size(), terms.minimumNotice(), CANDIDATES, now);
            // Without a window there is still the answer to a key used before.
            for (var room : found.isEmpty() ? List.of(new Room(SlotId.next(), null)) : found) {
                var request = new BookingRequest(key, account, party, room.first(), room.second(), terms);
                try {
                    return put(Ask.of(request, this::mark, now).askedAs(wanted));
                } catch (BookingRefused.SlotFull | BookingRefused.TooLate _) {
                    // the next may have room
                }
            }
            if (found.size() < CANDIDATES) {
                break;
            }
        }
        throw new BookingRefused.NoPlaceFound();
    }

    private Booked put(Ask ask) {
        return switch (engine.decide(ask)) {
            case Granted(var granted) ->
                new Booked(
                        granted.party(),
                        granted.seats().stream().map(Bookings::place).toList());
            case GrantedBefore(var party) -> before(new PartyId(party), ask);
            case Denied denied -> throw refusal(denied, ask);
        };
    }

    private static Booked.Place place(Seat seat) {
        return new Booked.Place(seat.id(), seat.application(), seat.code(), seat.slot());
    }

    /** The answer given before, in the order in which people are named. */
    private Booked before(PartyId party, Ask ask) {
        var booked = appointments.together(party);
        return new Booked(
                party,
                ask.seats().stream()
                        .flatMap(seat -> booked.stream()
                                .filter(one -> one.application().equals(seat.application())
                                        && one.person().equals(seat.person())))
                        .map(one -> new Booked.Place(one.id(), one.application(), one.code(), one.slot()))
                        .toList());
    }

    private BookingRefused refusal(Denied denied, Ask ask) {
        return switch (denied.reason()) {
            case KEY_REUSED -> new BookingRefused.KeyReused();
            case NO_SUCH_WINDOW, FULL ->
                new BookingRefused.SlotFull(ask.seats().getFirst().slot());
            case NOT_OPEN_YET -> new BookingRefused.NotOpenYet(Objects.requireNonNull(denied.at()));
            case TOO_LATE -> new BookingRefused.TooLate();
            case ALREADY_BOOKED -> new BookingRefused.AlreadyBooked(standing(denied));
            case TOO_SOON -> new BookingRefused.TooSoon(Objects.requireNonNull(denied.at()));
            case OFFER_GONE -> new BookingRefused.OfferGone();
            case MOVED_MEANWHILE -> new BookingRefused.MovedOften();
        };
    }

    private Appointment standing(Denied denied) {
        return appointments
                .find(new AppointmentId(Objects.requireNonNull(denied.other())))
                .orElseThrow();
    }

    Appointment reschedule(AppointmentId id, SlotId slot, String key) {
        var appointment = appointments.find(id).orElseThrow();
        var window = calendars.find(slot).orElseThrow(() -> new BookingRefused.SlotFull(slot));
        var terms = termsOfMoving(appointment, window);
        var backAt = rests.backAt(appointment.office(), clock.instant());
        var ask = Ask.move(appointment, key(appointment, key), slot, terms, backAt);
        var asked = moves.request(ask.key());
        if (asked.isPresent()) {
            refuseUnlessTheSame(asked.get(), ask);
        } else {
            refuseUnlessItMayMove(appointment);
            if (engine.decide(ask) instanceof Denied denied && !wasMovedMeanwhile(ask)) {
                refuseUnlessItMayMove(appointments.find(id).orElseThrow());
                throw refusal(denied, ask);
            }
        }
        return appointments.find(id).orElseThrow();
    }

    /** Whoever is told that they cannot move may have moved already: by the same request, sent to another node. */
    private boolean wasMovedMeanwhile(Ask ask) {
        var asked = moves.request(ask.key());
        asked.ifPresent(other -> refuseUnlessTheSame(other, ask));
        return asked.isPresent();
    }

    private static void refuseUnlessTheSame(UUID asked, Ask ask) {
        if (!asked.equals(ask.digest())) {
            throw new BookingRefused.KeyReused();
        }
    }

    /** All of them in another window of the same kind, or none: the office asks for it, whatever the rules of changes. */
    void moveForOffice(List<Appointment> people, SlotId slot, @Nullable OfferId kept, String key) {
        var first = people.getFirst();
        var terms = Terms.confirmed().within(first.office(), first.lane(), first.channel());
        var ask = Ask.move(
                people,
                key(first, key),
                slot,
                kept == null ? terms : terms.preferring(kept),
                rests.backAt(first.office(), clock.instant()));
        moves.noteByOffice(ask.key());
        if (engine.decide(ask) instanceof Denied denied && !wasMovedMeanwhile(ask)) {
            throw refusal(denied, ask);
        }
    }

    /** At the same office, for the same service, told as long before as anyone; not to a place kept for other people. */
    private Terms termsOfMoving(Appointment appointment, Slot window) {
        var channel = window.channel() == Channel.PUBLIC ? Channel.PUBLIC : appointment.channel();
        var policy = offices.policy(appointment.office(), today(appointment.office()));
        return Terms.confirmed()
                .minimumNotice(policy.minimumNotice())
                .within(appointment.office(), appointment.lane(), channel);
    }

    private LocalDate today(OfficeId office) {
        return LocalDate.ofInstant(
                clock.instant(), offices.find(office).orElseThrow().zone());
    }

    private static UUID key(Appointment appointment, String key) {
        return Ask.digest(Stream.of("move", appointment.account(), key));
    }

    private void refuseUnlessItMayMove(Appointment appointment) {
        if (appointment.state() != AppointmentState.CONFIRMED) {
            throw new BookingRefused.NotConfirmed(appointment.state());
        }
        var rule = changeRule(appointment);
        if (!rule.inTime()) {
            throw new BookingRefused.TooLate();
        }
        if (rule.movesLeft() == 0) {
            throw new BookingRefused.MovedOften();
        }
    }

    /** When a place that is given back now comes back. */
    Instant backAt(OfficeId office) {
        return rests.backAt(office, clock.instant());
    }

    ChangeRule changeRule(Appointment appointment) {
        var zone = offices.find(appointment.office()).orElseThrow().zone();
        var policy = offices.policy(appointment.office(), LocalDate.ofInstant(appointment.bookedAt(), zone));
        var moves = policy.reschedules() + (appointment.moves() == 0 ? 0 : this.moves.byOffice(appointment.id()));
        return ChangeRule.of(appointment, moves, policy.rescheduleDaysBefore(), zone, clock.instant());
    }
}
