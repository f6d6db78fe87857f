package titian.forfeit;

import java.time.Instant;
import java.time.ZoneId;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/**
 * A moment at which somebody may lose the fee they paid, or are about to pay.
 *
 * @param lostAt the moment from which on it is too late
 * @param zone   the zone in which it is told
 */
public record Forfeit(ApplicationId application, AccountId account, Moment moment, Instant lostAt, ZoneId zone) {

    /** The ways to lose it. */
    public enum Moment {
        /** A passport of another kind than is wanted is paid for: after paying it cannot be changed. */
        WRONG_KIND,
        /** The visit can be changed or given up no longer: who does not come loses the fee. */
        CHANGE_ENDS,
        /** Papers that were asked for are not handed in. */
        REPAIR_ENDS,
        /** The passport lies ready and is not picked up. */
        PICKUP_ENDS
    }
}
