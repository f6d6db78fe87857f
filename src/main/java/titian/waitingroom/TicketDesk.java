package titian.waitingroom;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.shared.AccountId;

/** Where people take a ticket, ask where they stand, and are let in. Every step may be asked twice. */
@Service
class TicketDesk {

    private final Releases releases;
    private final Tickets tickets;
    private final DrawDesk draws;
    private final HouseKey key;
    private final Clock clock;

    TicketDesk(Releases releases, Tickets tickets, DrawDesk draws, HouseKey key, Clock clock) {
        this.releases = releases;
        this.tickets = tickets;
        this.draws = draws;
        this.key = key;
        this.clock = clock;
    }

    /**
     * Gives the account its ticket: for the draw if the places are not open yet, else behind everyone who has come. An
     * account has one, however often and from wherever it asks.
     *
     * @throws WaitingRoomRefused.NotOpen if the room is not open and the account has no ticket
     */
    @Transactional
    public TicketId take(ReleaseId release, AccountId account) {
        var ticket = key.ticket(release, account);
        tickets.holdGateOpen(release);
        if (!tickets.take(release, account, ticket, clock.instant())
                && tickets.find(release, account).isEmpty()) {
            throw new WaitingRoomRefused.NotOpen(release);
        }
        return ticket;
    }

    @Transactional(readOnly = true)
    public Standing standing(Release release, AccountId account) {
        return Standing.of(tickets.find(release.id(), account).orElse(null), release.line(), clock.instant());
    }

    /**
     * Lets the person in whose turn it is. Asked again, from this device or another, the leave is the same; asked after
     * it ended, it is renewed once, as long as the window lasts.
     *
     * @throws WaitingRoomRefused if the room is not open, others come first, or the turn is over
     */
    @Transactional
    public Admission admit(ReleaseId id, AccountId account) {
        return admit(id, account, false);
    }

    /** Gives the rest of the window before the first leave has ended, once. */
    @Transactional
    public Admission renew(ReleaseId id, AccountId account) {
        return admit(id, account, true);
    }

    private Admission admit(ReleaseId id, AccountId account, boolean renewed) {
        var now = clock.instant();
        var release = releases.find(id)
                .filter(found -> found.phase(now) == Release.Phase.ADMITTING)
                .orElseThrow(() -> new WaitingRoomRefused.NotOpen(id));
        switch (Standing.of(tickets.find(id, account).orElse(null), release.line(), now)) {
            case Standing.Turn _ -> tickets.admit(id, account, Standing.STAY, now);
            case Standing.Lapsed lapsed -> tickets.renew(id, account, lapsed.renewableUntil());
            case Standing.Inside inside -> {
                if (renewed && inside.renewable()) {
                    tickets.renew(id, account, windowEnd(inside));
                }
            }
            case Standing.Outside _, Standing.InLot _, Standing.Arriving _, Standing.InLine _ ->
                throw new WaitingRoomRefused.NotYourTurn(id);
            case Standing.Over _ -> throw new WaitingRoomRefused.TurnOver(id);
        }
        return inside(release, account, now);
    }

    private static Instant windowEnd(Standing.Inside inside) {
        return inside.until().minus(Standing.STAY).plus(Standing.WINDOW);
    }

    /** What stands in the rows now, whoever wrote it: another device may have been quicker. */
    private Admission inside(Release release, AccountId account, Instant now) {
        return Standing.of(tickets.find(release.id(), account).orElse(null), release.line(), now)
                        instanceof Standing.Inside inside
                ? new Admission(release.id(), account, inside.until())
                : refused(release);
    }

    private static Admission refused(Release release) {
        throw new WaitingRoomRefused.TurnOver(release.id());
    }

    /** The number of a late comer is of use once it has a place; whoever comes alone need not wait for the next round. */
    void seatAtOnce(ReleaseId release) {
        draws.seat(release);
    }
}
