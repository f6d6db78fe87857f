package titian.casework;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import titian.shared.ApplicationId;
import titian.web.Words;

/**
 * How an application's papers stand before the visit, as its applicant is told: whether whoever comes will be served, or
 * turned away and why.
 *
 * @param faults what went back, each paper with what is wrong and how to mend it
 * @param mendBy by when
 * @param isLate whether that day has passed: the head of the section decides, and until then nothing is lost
 */
public record Prospect(
        ApplicationId application,
        State state,
        List<Fault> faults,
        @Nullable Instant mendBy,
        boolean isLate) {

    /** What the office says of the papers. */
    public enum State {
        CHECKING,
        READY,
        TO_MEND,
        /** The application was refused; its one fault is the ground. */
        REFUSED
    }

    /**
     * A paper that went back.
     *
     * @param paper  the key of what it is called
     * @param reason the key of why it was not good
     * @param note   what the officer added
     * @param isReplaced whether another was handed in since
     */
    public record Fault(
            String paper, String reason, @Nullable String note, boolean isReplaced) {

        /** What is wrong. */
        public String told(Words words) {
            return words.text(reason + ".told");
        }

        /** How to mend it. */
        public String mended(Words words) {
            return words.text(reason + ".mended");
        }

        @Override
        public String toString() {
            return paper + " " + reason;
        }
    }

    public Prospect {
        faults = List.copyOf(faults);
    }

    public boolean isReady() {
        return state == State.READY;
    }

    public boolean isToMend() {
        return state == State.TO_MEND;
    }

    public boolean isRefused() {
        return state == State.REFUSED;
    }

    /** Where the applicant mends what went back. */
    public String address() {
        return "/permohonan/" + application + "/perbaikan";
    }

    @Override
    public String toString() {
        return "papers of application " + application + " " + state;
    }
}
