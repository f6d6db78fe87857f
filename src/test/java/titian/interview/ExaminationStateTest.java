package titian.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static titian.interview.ExaminationStep.DECIDE;
import static titian.interview.ExaminationStep.OPINE;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import titian.interview.Examination.Cause;
import titian.interview.Examination.Minutes;
import titian.interview.Examination.State;
import titian.interview.Examination.Subject;
import titian.interview.Examination.View;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;

/** Every state of an examination with every step, and every person with every part. */
class ExaminationStateTest {

    static final Instant NOW = Instant.parse("2027-01-04T02:00:00Z");
    static final AccountId OFFICER = AccountId.next();
    static final AccountId SECTION = AccountId.next();
    static final AccountId HEAD = AccountId.next();
    static final View OPINION = new View(new Outcome.Grant(), "Kehilangan dapat diterima.", SECTION, NOW);
    static final View DECISION = new View(new Outcome.Suspend(6), "Lalai dua kali.", HEAD, NOW);

    static final Map<State, Set<ExaminationStep>> LIFE = Map.of(
            new State.Recorded(), Set.of(OPINE),
            new State.Opined(OPINION), Set.of(DECIDE),
            new State.Decided(OPINION, DECISION), Set.of());

    record Tried(State state, ExaminationStep step, boolean open) {}

    static Stream<Tried> everyStateWithEveryStep() {
        return LIFE.entrySet().stream()
                .flatMap(state -> Stream.of(ExaminationStep.values())
                        .map(step ->
                                new Tried(state.getKey(), step, state.getValue().contains(step))));
    }

    @ParameterizedTest
    @MethodSource("everyStateWithEveryStep")
    void onlyOpenStepsCanBeTaken(Tried tried) {
        var examination = at(tried.state());
        assertThat(examination.isOpenTo(tried.step(), tried.step() == OPINE ? SECTION : HEAD))
                .as("whether its form is shown")
                .isEqualTo(tried.open());
        if (tried.open()) {
            assertThat(take(tried.step(), examination).state()).isNotEqualTo(tried.state());
        } else {
            assertThatExceptionOfType(InterviewRefused.StepNotOpen.class)
                    .isThrownBy(() -> take(tried.step(), examination));
        }
    }

    @Test
    void nobodyHasTwoPartsInIt() {
        var byOfficer = new View(new Outcome.Grant(), "Baik.", OFFICER, NOW);
        var bySection = new View(new Outcome.Grant(), "Baik.", SECTION, NOW);
        assertThatExceptionOfType(InterviewRefused.HadAPartInIt.class)
                .isThrownBy(() -> at(new State.Recorded()).opine(byOfficer));
        for (var view : new View[] {byOfficer, bySection}) {
            assertThatExceptionOfType(InterviewRefused.HadAPartInIt.class)
                    .isThrownBy(() -> at(new State.Opined(OPINION)).decide(view));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 5, 25})
    void aSuspensionLastsSixToTwentyFourMonths(int months) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Outcome.Suspend(months));
    }

    private static Examination at(State state) {
        return new Examination(
                ApplicationId.next(),
                new OfficeId("kanim-bogor"),
                Subject.LOST,
                Cause.NEGLIGENCE,
                new Minutes("Hilang di pasar.", OFFICER, NOW),
                state);
    }

    private static Examination take(ExaminationStep step, Examination examination) {
        return switch (step) {
            case OPINE -> examination.opine(OPINION);
            case DECIDE -> examination.decide(DECISION);
        };
    }
}
