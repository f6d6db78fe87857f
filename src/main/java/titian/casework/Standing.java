package titian.casework;

import static titian.casework.FileStep.APPROVE;
import static titian.casework.FileStep.CLOSE;
import static titian.casework.FileStep.DECLINE_REFUSAL;
import static titian.casework.FileStep.JUDGE;
import static titian.casework.FileStep.MEND;
import static titian.casework.FileStep.PAUSE;
import static titian.casework.FileStep.PROPOSE_REFUSAL;
import static titian.casework.FileStep.REBOOK;
import static titian.casework.FileStep.REFUSE;
import static titian.casework.FileStep.REOPEN;
import static titian.casework.FileStep.RESUME;
import static titian.casework.FileStep.SEND_BACK;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import titian.shared.AccountId;

/**
 * How far the papers of a file are checked, and what is known at that point.
 *
 * <pre>
 * Waiting  ─SEND_BACK→ Returned ─MEND→ Repaired ─SEND_BACK→ Returned
 * Waiting, Repaired ─APPROVE→ Ready ─REOPEN→ Waiting
 * Waiting, Repaired ─PAUSE→ Paused ─RESUME→ Waiting
 * Waiting, Repaired ─PROPOSE_REFUSAL→ RefusalProposed ─REFUSE→ Refused
 *                                     RefusalProposed ─DECLINE_REFUSAL→ Waiting
 * all but Refused ─CLOSE→ Closed ─REBOOK→ Waiting
 * </pre>
 */
sealed interface Standing {

    /** Since when. */
    Instant at();

    record Waiting(Instant at) implements Standing {}

    /** A standing that an officer brought about. */
    sealed interface Moved extends Standing {
        AccountId officer();
    }

    record Returned(AccountId officer, Instant repairBy, Instant at) implements Moved {}

    /** @param officer who sent it back, and gets it again if on duty */
    record Repaired(AccountId officer, Instant at) implements Moved {}

    /** The check waits for somebody outside the office. */
    record Paused(AccountId officer, Pauses.Why why, Instant at) implements Moved {}

    record Ready(AccountId officer, Instant at) implements Moved {}

    record RefusalProposed(AccountId officer, Grounds grounds, Instant at) implements Moved {}

    record Refused(AccountId officer, AccountId second, Grounds grounds, Instant at) implements Moved {}

    record Closed(Instant at) implements Standing {}

    /** The steps open from here: the whole life of a file, in one place. */
    default Set<FileStep> open() {
        return switch (this) {
            case Waiting _, Repaired _ -> EnumSet.of(JUDGE, SEND_BACK, APPROVE, PAUSE, PROPOSE_REFUSAL, CLOSE);
            case Returned _ -> EnumSet.of(MEND, CLOSE);
            case Paused _ -> EnumSet.of(RESUME, CLOSE);
            case Ready _ -> EnumSet.of(REOPEN, CLOSE);
            case RefusalProposed _ -> EnumSet.of(REFUSE, DECLINE_REFUSAL, CLOSE);
            case Closed _ -> EnumSet.of(REBOOK);
            case Refused _ -> EnumSet.noneOf(FileStep.class);
        };
    }

    /** Whether it lies on the worklist. */
    default boolean isToBeChecked() {
        return open().contains(JUDGE);
    }

    /** Why it is to be refused, or was. */
    default Optional<Grounds> refusal() {
        return switch (this) {
            case RefusalProposed proposed -> Optional.of(proposed.grounds());
            case Refused refused -> Optional.of(refused.grounds());
            case Waiting _, Returned _, Repaired _, Paused _, Ready _, Closed _ -> Optional.empty();
        };
    }

    /** What tables and texts call it. */
    default String name() {
        return switch (this) {
            case Waiting _ -> "WAITING";
            case Returned _ -> "RETURNED";
            case Repaired _ -> "REPAIRED";
            case Paused _ -> "PAUSED";
            case Ready _ -> "READY";
            case RefusalProposed _ -> "REFUSAL_PROPOSED";
            case Refused _ -> "REFUSED";
            case Closed _ -> "CLOSED";
        };
    }
}
