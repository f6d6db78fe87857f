package titian.treasury;

import java.util.UUID;
import titian.shared.AccountId;

/** A refund came a step further that its owner is told of. Announced inside the transaction that moves it. */
public record RefundMoved(UUID refund, AccountId account, News news) {

    /** What there is to tell. */
    public enum News {
        ASKED,
        ORDERED,
        TRANSFERRED,
        REFUSED
    }
}
