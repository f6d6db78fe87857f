package titian.interview;

import titian.shared.ApplicationId;

/** What cannot be done with an interview or an examination. Sealed, so that whoever catches one answers every kind. */
abstract sealed class InterviewRefused extends RuntimeException {

    private InterviewRefused(String message) {
        super(message, null, false, false);
    }

    /** No such applicant is at this office's counter. */
    static final class NotHere extends InterviewRefused {
        NotHere(ApplicationId application) {
            super("application " + application + " is not at this counter");
        }
    }

    /** Somebody was quicker, or the page had grown old. */
    static final class StepNotOpen extends InterviewRefused {
        StepNotOpen(ApplicationId application, String state, String step) {
            super("the examination of application " + application + " is " + state + " and cannot " + step);
        }
    }

    /** The notes were saved elsewhere since this page was shown. */
    static final class TypedElsewhere extends InterviewRefused {
        TypedElsewhere(ApplicationId application) {
            super("the notes of application " + application + " are newer than the page");
        }
    }

    /** Whoever recorded it has no opinion on it, whoever has an opinion does not decide. */
    static final class HadAPartInIt extends InterviewRefused {
        HadAPartInIt(ApplicationId application) {
            super("whoever would go on with application " + application + " had a part in it already");
        }
    }

    /** Something that must be written is not. */
    static final class Unwritten extends InterviewRefused {
        private final String field;

        Unwritten(ApplicationId application, String field) {
            super("nothing says " + field + " of application " + application);
            this.field = field;
        }

        String field() {
            return field;
        }
    }
}
