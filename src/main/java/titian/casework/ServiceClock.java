package titian.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import titian.casework.Pauses.Pause;
import titian.casework.Standing.Closed;
import titian.casework.Standing.Paused;
import titian.casework.Standing.Ready;
import titian.casework.Standing.RefusalProposed;
import titian.casework.Standing.Refused;
import titian.casework.Standing.Repaired;
import titian.casework.Standing.Returned;
import titian.casework.Standing.Waiting;

/**
 * How long an office has had a file: the time since it was opened, without the pauses. It stops when the papers are found
 * ready, refused, or not to be checked any more.
 *
 * @param pauses all of them, one that still lasts up to now
 */
record ServiceClock(Duration spent, boolean isRunning, List<Pause> pauses) {

    ServiceClock {
        pauses = List.copyOf(pauses);
    }

    static ServiceClock of(CaseFile file, List<Pause> over, Instant now) {
        var pauses = new ArrayList<>(over);
        var end = switch (file.standing()) {
            case Waiting _, Repaired _, RefusalProposed _ -> now;
            case Returned returned -> {
                pauses.add(new Pause(Pauses.Why.APPLICANT, returned.at(), now));
                yield now;
            }
            case Paused paused -> {
                pauses.add(new Pause(paused.why(), paused.at(), now));
                yield now;
            }
            case Ready ready -> ready.at();
            case Refused refused -> refused.at();
            case Closed closed -> closed.at();
        };
        var spent = Duration.between(file.openedAt(), end);
        for (var pause : pauses) {
            spent = spent.minus(pause.length());
        }
        var stands = file.standing();
        var runs = stands.isToBeChecked() || stands instanceof RefusalProposed;
        return new ServiceClock(spent.isNegative() ? Duration.ZERO : spent, runs, pauses);
    }

    /** The pauses together. */
    Duration paused() {
        return pauses.stream().map(Pause::length).reduce(Duration.ZERO, Duration::plus);
    }
}
