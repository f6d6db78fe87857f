package titian.waitinglist;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What the waiting list does not allow. Sealed, so that whoever catches one answers every kind. */
public abstract sealed class WaitingListRefused extends RuntimeException {

    private WaitingListRefused(String message) {
        super(message, null, false, false);
    }

    /** There is no such wish or offer, or it is somebody else's. */
    @ResponseStatus(HttpStatus.NOT_FOUND)
    public static final class Unknown extends WaitingListRefused {
        Unknown() {
            super("no such wish or offer of this account");
        }
    }

    /** An application is not ready to go in: it lacks an answer, has gone in, or is gone. */
    public static final class NotReady extends WaitingListRefused {
        NotReady() {
            super("an application is not ready to wait for a place");
        }
    }

    /** One of the applications waits already. */
    public static final class AlreadyWaiting extends WaitingListRefused {
        private final transient WishId wish;

        AlreadyWaiting(WishId wish) {
            super("an application waits already");
            this.wish = wish;
        }

        public WishId wish() {
            return wish;
        }
    }

    /** The wish cannot be changed as it stands: it has ended, or an offer waits for an answer. */
    public static final class NotNow extends WaitingListRefused {
        NotNow(Wish wish) {
            super(wish + " cannot be changed now");
        }
    }

    /** The offer is over. */
    public static final class OfferOver extends WaitingListRefused {
        private final Offer.State state;

        OfferOver(Offer.State state) {
            super("the offer is " + state);
            this.state = state;
        }

        public Offer.State state() {
            return state;
        }
    }
}
