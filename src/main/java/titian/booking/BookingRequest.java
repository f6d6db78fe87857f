package titian.booking;

import java.util.List;
import org.jspecify.annotations.Nullable;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Nik;
import titian.slot.SlotId;

/**
 * What somebody asks of booking: places in one window for one to five people, all of them or none.
 *
 * @param key    the caller's own name for this request: sent again, it is answered again and carried out once
 * @param second a window right beside the first, into which a group may be split
 */
public record BookingRequest(
        String key,
        AccountId account,
        List<Member> members,
        SlotId slot,
        @Nullable SlotId second,
        Terms terms) {

    static final int LONGEST_KEY = 200;

    public BookingRequest {
        members = List.copyOf(members);
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("a key has between 1 and " + LONGEST_KEY + " characters");
        }
        if (slot.equals(second)) {
            throw new IllegalArgumentException("a group is split between two windows");
        }
    }

    /** A request for one person. */
    public static BookingRequest of(
            String key, AccountId account, ApplicationId application, Nik nik, SlotId slot, Terms terms) {
        return new BookingRequest(key, account, List.of(new Member(application, nik)), slot, null, terms);
    }

    /** One of those who come, and what for. */
    public record Member(ApplicationId application, Nik nik) {}
}
