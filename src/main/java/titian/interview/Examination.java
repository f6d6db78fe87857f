package titian.interview;

import static titian.interview.ExaminationStep.DECIDE;
import static titian.interview.ExaminationStep.OPINE;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;

/**
 * The examination (BAP) of a passport that was lost or damaged, or of data that differ. Immutable: every step gives a new
 * one.
 *
 * <pre>
 * Recorded ─OPINE→ Opined ─DECIDE→ Decided
 * </pre>
 */
record Examination(
        ApplicationId application, OfficeId office, Subject subject, Cause cause, Minutes minutes, State state) {

    /** What it is about. */
    enum Subject {
        LOST,
        DAMAGED,
        DATA_DIFFERS;

        String text() {
            return "interview.subject." + name();
        }
    }

    /** How it came about: what the law makes of it depends on that. */
    enum Cause {
        DISASTER,
        CARELESSNESS,
        NEGLIGENCE,
        CLERICAL,
        FALSE_STATEMENT;

        String text() {
            return "interview.cause." + name();
        }
    }

    /** What the officer wrote down of what was said: the berita acara. */
    record Minutes(String text, AccountId officer, Instant at) {
        @Override
        public String toString() {
            return "minutes by " + officer;
        }
    }

    /** What somebody made of it, and why. */
    record View(Outcome outcome, String why, AccountId officer, Instant at) {
        @Override
        public String toString() {
            return outcome.name() + " by " + officer;
        }
    }

    /** How far it has come. */
    sealed interface State {
        record Recorded() implements State {}

        record Opined(View opinion) implements State {}

        record Decided(View opinion, View decision) implements State {}

        /** The steps open from here. */
        default Set<ExaminationStep> open() {
            return switch (this) {
                case Recorded _ -> EnumSet.of(OPINE);
                case Opined _ -> EnumSet.of(DECIDE);
                case Decided _ -> EnumSet.noneOf(ExaminationStep.class);
            };
        }

        default String name() {
            return switch (this) {
                case Recorded _ -> "RECORDED";
                case Opined _ -> "OPINED";
                case Decided _ -> "DECIDED";
            };
        }

        default Optional<View> opinionIfAny() {
            return switch (this) {
                case Recorded _ -> Optional.empty();
                case Opined opined -> Optional.of(opined.opinion());
                case Decided decided -> Optional.of(decided.opinion());
            };
        }

        default Optional<View> decisionIfAny() {
            return switch (this) {
                case Recorded _, Opined _ -> Optional.empty();
                case Decided decided -> Optional.of(decided.decision());
            };
        }
    }

    /** Whether this person may take the step: it is open, and they have had no part in it yet. */
    boolean isOpenTo(ExaminationStep step, AccountId officer) {
        return state.open().contains(step)
                && !minutes.officer().equals(officer)
                && state.opinionIfAny()
                        .filter(view -> view.officer().equals(officer))
                        .isEmpty();
    }

    Examination opine(View opinion) {
        mustBeOpenTo(OPINE, opinion.officer());
        return with(new State.Opined(opinion));
    }

    Examination decide(View decision) {
        mustBeOpenTo(DECIDE, decision.officer());
        return with(new State.Decided(state.opinionIfAny().orElseThrow(), decision));
    }

    private void mustBeOpenTo(ExaminationStep step, AccountId officer) {
        if (!state.open().contains(step)) {
            throw new InterviewRefused.StepNotOpen(application, state.name(), step.name());
        }
        if (!isOpenTo(step, officer)) {
            throw new InterviewRefused.HadAPartInIt(application);
        }
    }

    private Examination with(State next) {
        return new Examination(application, office, subject, cause, minutes, next);
    }

    @Override
    public String toString() {
        return "examination of application " + application + " " + state.name();
    }
}
