package titian.slot;

import java.time.Instant;
import java.util.List;
import titian.shared.AccountId;
import titian.shared.Channel;
import titian.shared.OfficeId;
import titian.shared.PartyId;
import titian.shared.ServiceLane;

/**
 * Whoever looks after people whose window has more appointments than its office's plan: the last who booked it are to
 * be moved. Until then their appointments stand.
 */
public interface DisplacedPeople {

    /** These are to be moved. Told inside the transaction in which it is found, and again until they have been. */
    void displaced(List<Displaced> people, Instant now);

    /** Those of one party who have the same window. */
    record Displaced(
            PartyId party,
            SlotId slot,
            AccountId account,
            int people,
            OfficeId office,
            ServiceLane lane,
            Channel channel,
            Instant startsAt) {}
}
