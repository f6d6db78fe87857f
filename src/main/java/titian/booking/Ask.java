package titian.booking;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Nik;
import titian.shared.PartyId;
import titian.slot.SlotId;

/**
 * A request as the engine decides it: who sits where, if it is granted.
 *
 * @param key    the account's key, digested: nobody meets another's
 * @param digest of what is asked for, to tell when a key is used for something else
 * @param second the window beside the first, into which a group may be split
 * @param moving whether the appointments are there and change their window
 * @param backAt when the place that a move leaves behind comes back
 */
record Ask(
        UUID key,
        UUID digest,
        AccountId account,
        List<Seat> seats,
        @Nullable SlotId second,
        Terms terms,
        boolean moving,
        @Nullable Instant backAt) {

    /**
     * One person in one window.
     *
     * @param moves how often the appointment has been moved so far
     */
    record Seat(
            AppointmentId id, SlotId slot, ApplicationId application, PersonMark person, BookingCode code, int moves) {

        Seat in(SlotId other) {
            return new Seat(id, other, application, person, code, moves);
        }

        Seat recoded() {
            return new Seat(id, slot, application, person, BookingCode.next(), moves);
        }
    }

    /** A new booking. All begin in the first window; a group that may be split is spread when its turn comes. */
    static Ask of(BookingRequest request, Function<Nik, PersonMark> marks, Instant now) {
        var seats = request.members().stream()
                .map(member -> new Seat(
                        AppointmentId.next(now),
                        request.slot(),
                        member.application(),
                        marks.apply(member.nik()),
                        BookingCode.next(),
                        0))
                .toList();
        return new Ask(
                key(request.account(), request.key()),
                digest(asked(request, seats)),
                request.account(),
                seats,
                request.members().size() > 1 ? request.second() : null,
                request.terms(),
                false,
                null);
    }

    /** What is asked for, apart from who asks and by which terms: the same key must always ask for the same. */
    private static Stream<Object> asked(BookingRequest request, List<Seat> seats) {
        var second = request.second();
        var windows = second == null ? Stream.of(request.slot()) : Stream.of(request.slot(), second);
        return Stream.concat(windows, seats.stream().flatMap(seat -> Stream.of(seat.application(), seat.person())));
    }

    /** A window for the person of an appointment that has ended: the same once more, or another instead. */
    static Ask again(Appointment ended, SlotId slot, String key, Terms terms, Instant now) {
        var seat = new Seat(AppointmentId.next(now), slot, ended.application(), ended.person(), BookingCode.next(), 0);
        return new Ask(
                key(ended.account(), key),
                digest(Stream.of(slot, ended.application(), ended.person())),
                ended.account(),
                List.of(seat),
                null,
                terms,
                false,
                null);
    }

    /** The appointment in another window. */
    static Ask move(Appointment appointment, UUID key, SlotId slot, Terms terms, Instant backAt) {
        return move(List.of(appointment), key, slot, terms, backAt);
    }

    /** The appointments of one account in another window: all of them or none. */
    static Ask move(List<Appointment> appointments, UUID key, SlotId slot, Terms terms, Instant backAt) {
        var seats = appointments.stream()
                .map(one -> new Seat(one.id(), slot, one.application(), one.person(), one.code(), one.moves()))
                .toList();
        var digest = digest(Stream.concat(seats.stream().map(Seat::id), Stream.of(slot)));
        return new Ask(key, digest, appointments.getFirst().account(), seats, null, terms, true, backAt);
    }

    static UUID key(AccountId account, String key) {
        return digest(Stream.of(account, key));
    }

    static UUID digest(Stream<?> parts) {
        var text = parts.map(Object::toString).collect(Collectors.joining("\n"));
        try {
            var hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
            return new UUID(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    PartyId party() {
        return new PartyId(seats.getFirst().id().value());
    }

    private Ask with(List<Seat> others) {
        return new Ask(key, digest, account, others, second, terms, moving, backAt);
    }

    /** The same request for whichever window fits: what was asked for does not name one. */
    Ask askedAs(UUID whatever) {
        return new Ask(key, whatever, account, seats, second, terms, moving, backAt);
    }

    /** Every window this may take places in. */
    Stream<SlotId> windows() {
        return Stream.concat(Stream.ofNullable(second), seats.stream().map(Seat::slot));
    }

    boolean mayBeSplit() {
        return second != null;
    }

    /** As many as find a place in the first window, the others in the second. */
    Ask spread(int freeInFirst) {
        if (second == null) {
            return this;
        }
        var first = Math.clamp(freeInFirst, 0, seats.size());
        var spread = new ArrayList<>(seats.subList(0, first));
        seats.subList(first, seats.size()).forEach(seat -> spread.add(seat.in(second)));
        return with(spread);
    }

    /** With new codes, should one of them be somebody else's. */
    Ask recoded() {
        return moving ? this : with(seats.stream().map(Seat::recoded).toList());
    }

    /** What no two requests decided together may share: a person, a key, an appointment, a place kept for somebody. */
    List<Object> marks() {
        var marks = new ArrayList<Object>(seats.size() + 2);
        marks.add(key);
        if (terms.kept() != null) {
            marks.add(terms.kept());
        }
        for (var seat : seats) {
            marks.add(moving ? seat.id() : seat.person());
        }
        return marks;
    }
}
