package titian.booking;

import static titian.booking.AppointmentState.CANCELLED;
import static titian.booking.AppointmentState.CHECKED_IN;
import static titian.booking.AppointmentState.CONFIRMED;
import static titian.booking.AppointmentState.DONE;
import static titian.booking.AppointmentState.EXPIRED;
import static titian.booking.AppointmentState.HELD;
import static titian.booking.AppointmentState.NO_SHOW;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import titian.booking.Step.Book;
import titian.office.Policy;
import titian.slot.SlotId;

/**
 * The rules of booking told as plainly as they can be, one step after the other in memory: what should be answered, and
 * what should stand in the tables afterwards.
 */
final class RulesModel {

    /** A window of the model's world. */
    static final class Window {
        final SlotId id;
        final boolean isPublic;
        final Instant startsAt;
        final Instant endsAt;
        final @Nullable Instant opensAt;
        final int capacity;
        int taken;

        Window(SlotId id, boolean isPublic, Instant startsAt, Instant endsAt, @Nullable Instant opensAt, int capacity) {
            this.id = id;
            this.isPublic = isPublic;
            this.startsAt = startsAt;
            this.endsAt = endsAt;
            this.opensAt = opensAt;
            this.capacity = capacity;
        }

        int free() {
            return capacity - taken;
        }

        boolean isBeside(Window other) {
            return isPublic == other.isPublic && (endsAt.equals(other.startsAt) || other.endsAt.equals(startsAt));
        }
    }

    /** One person's appointment. */
    static final class Visit {
        final AppointmentId id;
        final BookingCode code;
        final int account;
        final int person;
        final Instant bookedAt;
        int window;
        AppointmentState state;
        Instant heldUntil;
        boolean claimed;
        int moves;

        Visit(Booked.Place place, int account, int person, int window, boolean confirmed, Instant until, Instant now) {
            this.id = place.appointment();
            this.code = place.code();
            this.account = account;
            this.person = person;
            this.window = window;
            this.state = confirmed ? CONFIRMED : HELD;
            this.heldUntil = until;
            this.bookedAt = now;
        }
    }

    /** A request that was granted, and what it was. */
    record Granted(int account, int key, Object asked, List<Visit> visits) {}

    /** A place that is nobody's for a while. */
    record Rest(UUID id, int window, int places, Instant backAt) {}

    /** What should be answered. */
    sealed interface Answer {

        /** Places in these windows, in the order of the people. */
        record Given(List<Integer> windows) implements Answer {}

        /** The answer given before. */
        record SameAsBefore(Granted granted) implements Answer {}

        /** No, and when or until when if that belongs to the answer. */
        record Refused(
                Class<? extends BookingRefused> reason,
                @Nullable Instant at) implements Answer {
            static Refused by(Class<? extends BookingRefused> reason) {
                return new Refused(reason, null);
            }
        }

        /** Done, or nothing to do: {@code yes} where the step answers so. */
        record Done(boolean yes) implements Answer {}
    }

    final List<Window> windows;
    final List<Visit> visits = new ArrayList<>();
    final List<Granted> granted = new ArrayList<>();
    final List<Rest> rests = new ArrayList<>();
    final Map<Integer, Integer> wishes = new HashMap<>();
    final Map<Integer, OfferId> lastOffer = new HashMap<>();
    private final Map<List<Object>, Object> moveKeys = new HashMap<>();
    private final ZoneId zone;
    private final Policy policy;

    RulesModel(List<Window> windows, ZoneId zone, Policy policy) {
        this.windows = windows;
        this.zone = zone;
        this.policy = policy;
    }

    Window window(int number) {
        return windows.get(number);
    }

    boolean exists(int window) {
        return window < windows.size();
    }

    /** Who would sit in which window, in the order of the people. */
    private List<Integer> seats(Book book) {
        var people = book.people().size();
        var first = people;
        if (people > 1
                && book.second() != book.window()
                && exists(book.window())
                && exists(book.second())
                && window(book.window()).isBeside(window(book.second()))) {
            first = Math.clamp(window(book.window()).free(), 0, people);
        }
        var inFirst = first;
        return IntStream.range(0, people)
                .mapToObj(seat -> seat < inFirst ? book.window() : book.second())
                .toList();
    }

    static Object asked(Book book) {
        return List.of(book.window(), book.second(), book.people());
    }

    Answer book(Book book, Instant now) {
        if (book.people().size() > book.groupLimit()) {
            return Answer.Refused.by(BookingRefused.GroupTooLarge.class);
        }
        var known = granted.stream()
                .filter(one -> one.account() == book.account() && one.key() == book.key())
                .filter(one -> one.visits().getFirst().state.isLive())
                .findFirst();
        if (known.isPresent()) {
            return known.get().asked().equals(asked(book))
                    ? new Answer.SameAsBefore(known.get())
                    : Answer.Refused.by(BookingRefused.KeyReused.class);
        }
        var seats = seats(book);
        return refusal(book, seats, now).<Answer>map(refused -> refused).orElseGet(() -> new Answer.Given(seats));
    }

    private Optional<Answer.Refused> refusal(Book book, List<Integer> seats, Instant now) {
        var asked = seats.stream().distinct().toList();
        if (!asked.stream().allMatch(one -> exists(one) && (window(one).isPublic || !book.scoped()))) {
            return refuse(BookingRefused.SlotFull.class);
        }
        var earliest = now.plus(Duration.ofMinutes(book.minutesNotice()));
        if (asked.stream().anyMatch(one -> !window(one).startsAt.isAfter(earliest))) {
            return refuse(BookingRefused.TooLate.class);
        }
        var opens = asked.stream()
                .map(one -> window(one).opensAt)
                .filter(at -> at != null)
                .max(Comparator.naturalOrder());
        if (opens.isPresent() && opens.get().isAfter(now)) {
            return Optional.of(new Answer.Refused(BookingRefused.NotOpenYet.class, opens.get()));
        }
        if (visits.stream().anyMatch(visit -> book.people().contains(visit.person) && visit.state.isLive())) {
            return refuse(BookingRefused.AlreadyBooked.class);
        }
        var between = Duration.ofDays(book.daysBetween());
        var last = visits.stream()
                .filter(visit -> book.people().contains(visit.person))
                .filter(visit -> visit.state == DONE || visit.state == NO_SHOW)
                .map(visit -> visit.bookedAt)
                .filter(at -> at.isAfter(now.minus(between)))
                .max(Comparator.naturalOrder());
        if (last.isPresent()) {
            return Optional.of(
                    new Answer.Refused(BookingRefused.TooSoon.class, last.get().plus(between)));
        }
        if (book.offered()) {
            return keptFor(book, asked).isPresent() ? Optional.empty() : refuse(BookingRefused.OfferGone.class);
        }
        var fits = asked.stream()
                .allMatch(one -> seats.stream().filter(seat -> seat.equals(one)).count()
                        <= window(one).free());
        return fits ? Optional.empty() : refuse(BookingRefused.SlotFull.class);
    }

    private static Optional<Answer.Refused> refuse(Class<? extends BookingRefused> reason) {
        return Optional.of(Answer.Refused.by(reason));
    }

    /** The places kept under the offer this request comes with: as many as it asks for, in the one window it names. */
    Optional<Rest> keptFor(Book book, List<Integer> asked) {
        var offer = lastOffer.get(book.window());
        return asked.size() != 1 || offer == null
                ? Optional.empty()
                : rests.stream()
                        .filter(rest -> rest.id().equals(offer.value()))
                        .filter(rest -> rest.window() == asked.getFirst())
                        .filter(rest -> rest.places() == book.people().size())
                        .findFirst();
    }

    /** Notes down what was given. */
    void given(Book book, Booked booked, List<Integer> seats, Instant until, Instant now) {
        var kept = book.offered() ? keptFor(book, seats.stream().distinct().toList()) : Optional.<Rest>empty();
        note(book, booked, seats, kept, until, now);
    }

    private void note(Book book, Booked booked, List<Integer> seats, Optional<Rest> kept, Instant until, Instant now) {
        kept.ifPresent(rests::remove);
        var added = new ArrayList<Visit>();
        for (int i = 0; i < seats.size(); i++) {
            added.add(new Visit(
                    booked.places().get(i),
                    book.account(),
                    book.people().get(i),
                    seats.get(i),
                    book.confirmed(),
                    until,
                    now));
            if (kept.isEmpty()) {
                window(seats.get(i)).taken++;
            }
        }
        visits.addAll(added);
        granted.add(new Granted(book.account(), book.key(), asked(book), added));
    }

    /** The same window once more for somebody whose visit ended; their own place, should it still rest. */
    Answer bookAgain(Visit ended, Book again, Instant now) {
        var answer = book(again, now);
        return answer instanceof Answer.Refused(var reason, var _)
                        && reason == BookingRefused.SlotFull.class
                        && ownPlace(ended).isPresent()
                ? new Answer.Given(List.of(ended.window))
                : answer;
    }

    void givenAgain(Visit ended, Book again, Booked booked, Instant until, Instant now) {
        note(again, booked, List.of(ended.window), ownPlace(ended), until, now);
    }

    private Optional<Rest> ownPlace(Visit ended) {
        return rests.stream()
                .filter(rest -> rest.id().equals(ended.id.value()) && rest.window() == ended.window)
                .findFirst();
    }

    Answer reschedule(Visit visit, int to, int key, Instant now) {
        if (!exists(to)) {
            return Answer.Refused.by(BookingRefused.SlotFull.class);
        }
        var known = moveKeys.get(List.of(visit.account, key));
        if (known != null) {
            return known.equals(List.of(visit.id, to))
                    ? new Answer.Done(true)
                    : Answer.Refused.by(BookingRefused.KeyReused.class);
        }
        if (visit.state != CONFIRMED) {
            return Answer.Refused.by(BookingRefused.NotConfirmed.class);
        }
        if (isTooLateToChange(visit, now)) {
            return Answer.Refused.by(BookingRefused.TooLate.class);
        }
        if (visit.moves >= policy.reschedules()) {
            return Answer.Refused.by(BookingRefused.MovedOften.class);
        }
        return moveTo(visit, to, key, now);
    }

    private Answer moveTo(Visit visit, int to, int key, Instant now) {
        var there = window(to);
        if (!there.isPublic && window(visit.window).isPublic) {
            return Answer.Refused.by(BookingRefused.SlotFull.class);
        }
        if (!there.startsAt.isAfter(now.plus(policy.minimumNotice()))) {
            return Answer.Refused.by(BookingRefused.TooLate.class);
        }
        if (there.opensAt != null && there.opensAt.isAfter(now)) {
            return new Answer.Refused(BookingRefused.NotOpenYet.class, there.opensAt);
        }
        if (to == visit.window) {
            return Answer.Refused.by(BookingRefused.MovedOften.class);
        }
        if (there.free() == 0) {
            return Answer.Refused.by(BookingRefused.SlotFull.class);
        }
        moveKeys.put(List.of(visit.account, key), List.of(visit.id, to));
        there.taken++;
        visit.window = to;
        visit.moves++;
        return new Answer.Done(true);
    }

    private boolean isTooLateToChange(Visit visit, Instant now) {
        var lastDay = LocalDate.ofInstant(window(visit.window).startsAt, zone).minusDays(policy.rescheduleDaysBefore());
        return LocalDate.ofInstant(now, zone).isAfter(lastDay);
    }

    Answer claim(Visit visit, Instant until) {
        if (visit.state != HELD) {
            return new Answer.Done(false);
        }
        visit.claimed = true;
        visit.heldUntil = until;
        return new Answer.Done(true);
    }

    Answer confirm(Visit visit) {
        if (visit.state == HELD) {
            visit.state = CONFIRMED;
        }
        return new Answer.Done(visit.state != EXPIRED && visit.state != CANCELLED);
    }

    Answer release(Visit visit) {
        if (visit.state == HELD) {
            visit.state = EXPIRED;
        }
        return new Answer.Done(true);
    }

    Answer cancel(Visit visit, Instant now) {
        if (visit.state == CANCELLED) {
            return new Answer.Done(true);
        }
        if (visit.state != CONFIRMED) {
            return Answer.Refused.by(BookingRefused.NotConfirmed.class);
        }
        if (isTooLateToChange(visit, now)) {
            return Answer.Refused.by(BookingRefused.TooLate.class);
        }
        visit.state = CANCELLED;
        return new Answer.Done(true);
    }

    Answer checkIn(Visit visit, Instant now) {
        return switch (visit.state) {
            case HELD, NO_SHOW, CANCELLED, EXPIRED -> Answer.Refused.by(BookingRefused.NotConfirmed.class);
            case CHECKED_IN, DONE -> Answer.Refused.by(BookingRefused.AlreadyUsed.class);
            case CONFIRMED -> {
                var day = LocalDate.ofInstant(window(visit.window).startsAt, zone);
                if (!LocalDate.ofInstant(now, zone).equals(day)) {
                    yield Answer.Refused.by(BookingRefused.WrongDay.class);
                }
                visit.state = CHECKED_IN;
                yield new Answer.Done(true);
            }
        };
    }

    void finish(Visit visit) {
        if (visit.state == CHECKED_IN) {
            visit.state = DONE;
        }
    }

    void miss(Visit visit) {
        if (visit.state == CHECKED_IN || visit.state == CONFIRMED) {
            visit.state = NO_SHOW;
        }
    }

    void expire(Instant now) {
        visits.stream()
                .filter(visit -> visit.state == HELD && !visit.claimed && !visit.heldUntil.isAfter(now))
                .forEach(visit -> visit.state = EXPIRED);
    }

    /** Takes those that have rested long enough out, by window; the waiting list and everyone get them afterwards. */
    Map<Integer, Integer> takeRested(Instant now) {
        var due = rests.stream().filter(rest -> !rest.backAt().isAfter(now)).toList();
        rests.removeAll(due);
        return due.stream().collect(Collectors.groupingBy(Rest::window, Collectors.summingInt(Rest::places)));
    }

    /** Places of a window have come back: some are kept for an offer, the others are everyone's. */
    void cameBack(int window, int places, @Nullable Rest kept) {
        window(window).taken -= places - (kept == null ? 0 : kept.places());
        if (kept != null) {
            rests.add(kept);
            lastOffer.put(window, new OfferId(kept.id()));
        }
    }

    long live(int window) {
        return visits.stream()
                .filter(visit -> visit.window == window && visit.state.isLive())
                .count();
    }

    /** Whose hour came, whether they did or not: their places are used up. */
    long over(int window) {
        return visits.stream()
                .filter(visit -> visit.window == window && (visit.state == DONE || visit.state == NO_SHOW))
                .count();
    }

    int resting(int window) {
        return rests.stream()
                .filter(rest -> rest.window() == window)
                .mapToInt(Rest::places)
                .sum();
    }
}
