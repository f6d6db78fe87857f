package titian.waitinglist;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/**
 * What somebody waits for, and how that stands.
 *
 * @param rank    the order of joining, never changed
 * @param members who goes together
 * @param why     what ended or paused it
 */
public record Wish(
        WishId id,
        long rank,
        AccountId account,
        List<ApplicationId> members,
        Wanted wanted,
        Instant joinedAt,
        State state,
        @Nullable Why why) {

    /**
     * <pre>
     * WAITING ⇄ OFFERED     WAITING, OFFERED → PAUSED → WAITING     all → ENDED
     * </pre>
     */
    public enum State {
        WAITING,
        OFFERED,
        PAUSED,
        ENDED;

        public boolean isOpen() {
            return this != ENDED;
        }
    }

    /** What ended or paused a wish. */
    public enum Why {
        /** Paused: too many offers in a row were declined or not answered. */
        MISSED,
        /** Paused: the application lacks an answer again. */
        UNFINISHED,
        /** Ended: they took what was offered. */
        PLACED,
        /** Ended: they got a place otherwise, or the application is gone. */
        ELSEWHERE,
        /** Ended: they withdrew. */
        WITHDRAWN,
        /** Ended: the last day they could come has passed. */
        LAST_DAY
    }

    public int people() {
        return members.size();
    }

    @Override
    public String toString() {
        return "wish " + id + " " + state;
    }
}
