package titian.notification;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import titian.account.AccountDesk;
import titian.application.ApplicationDesk;
import titian.application.ApplicationDesk.Summary;
import titian.booking.OfferId;
import titian.notification.Letter.Outgoing;
import titian.office.OfficeDesk;
import titian.waitinglist.Offer;
import titian.waitinglist.WaitingListDesk;
import titian.waitinglist.Wish;
import titian.waitinglist.WishId;

/** Writes to those who wait for a place: what is offered to them, and how their waiting goes on. */
@Component
class WaitingSecretary {

    private final AccountDesk accounts;
    private final ApplicationDesk applications;
    private final OfficeDesk offices;
    private final WaitingListDesk waiting;
    private final Wording wording;

    WaitingSecretary(
            AccountDesk accounts,
            ApplicationDesk applications,
            OfficeDesk offices,
            WaitingListDesk waiting,
            @Value("${titian.address}") String address) {
        this.accounts = accounts;
        this.applications = applications;
        this.offices = offices;
        this.waiting = waiting;
        this.wording = new Wording(address);
    }

    /** An offer that stands otherwise by now makes no letter. */
    Optional<Outgoing> offer(UUID id, Offer.State state, String occasion) {
        return waiting.find(new OfferId(id))
                .filter(offer -> offer.state() == state)
                .flatMap(offer -> waiting.find(offer.wish())
                        .flatMap(wish -> offices.find(offer.office())
                                .flatMap(office -> accounts.contact(wish.account())
                                        .map(to -> wording.offer(to, occasion, offer, office, names(wish))))));
    }

    Optional<Outgoing> of(UUID id, Wish.State state, String occasion) {
        return waiting.find(new WishId(id))
                .filter(wish -> wish.state() == state)
                .flatMap(wish ->
                        accounts.contact(wish.account()).map(to -> wording.waiting(to, occasion, wish, names(wish))));
    }

    private String names(Wish wish) {
        return wish.members().stream()
                .flatMap(member -> applications.summary(member).stream())
                .map(Summary::applicantName)
                .collect(Collectors.joining(", "));
    }
}
