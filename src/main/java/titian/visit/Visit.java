package titian.visit;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import titian.booking.BookingRequest.Member;
import titian.shared.AccountId;
import titian.shared.OfficeId;
import titian.shared.PartyId;

/**
 * A visit that is being arranged, or has been.
 *
 * @param attempt counts the times asked for, to tell them apart
 * @param party who has places: held for now, or theirs once it is booked
 */
record Visit(
        VisitId id,
        AccountId account,
        OfficeId office,
        Locale language,
        int attempt,
        @Nullable PartyId party,
        boolean booked,
        List<Guest> guests) {

    Visit {
        guests = List.copyOf(guests);
    }

    /** The same however often a button is pressed; another once its places were given up. */
    String key() {
        return "visit " + id + " " + attempt;
    }

    List<Member> members() {
        return guests.stream()
                .map(guest -> new Member(guest.application(), guest.nik()))
                .toList();
    }

    String address(String below) {
        return "/janji/" + id + below;
    }

    @Override
    public String toString() {
        return "visit " + id;
    }
}
