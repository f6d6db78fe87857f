package titian.waitingroom;

import java.time.Instant;

/** Whether somebody may book at an office now. */
public sealed interface Passage {

    /** No waiting room is open there. */
    record NotNeeded() implements Passage {}

    /** A waiting room is open, and this person has not been let in: here is where they wait. */
    record Wait(String address) implements Passage {

        /** Where they wait, to come back here once they are let in. */
        public String andComeBackTo(String path) {
            return address + "?kembali=" + path;
        }
    }

    /** This person has been let in, until then. */
    record Admitted(Instant until) implements Passage {}
}
