package titian.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
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

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import titian.casework.Grounds.Ground;
import titian.casework.Standing.Closed;
import titian.casework.Standing.Moved;
import titian.casework.Standing.Paused;
import titian.casework.Standing.Ready;
import titian.casework.Standing.RefusalProposed;
import titian.casework.Standing.Refused;
import titian.casework.Standing.Repaired;
import titian.casework.Standing.Returned;
import titian.casework.Standing.Waiting;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;

/** Every standing with every step: what is open works, what is not is refused. */
class StandingTest {

    static final Instant NOW = Instant.parse("2027-01-04T02:00:00Z");
    static final Instant VISIT = NOW.plus(Duration.ofDays(6));
    static final AccountId OFFICER = AccountId.next();
    static final AccountId SECOND = AccountId.next();
    static final Grounds GROUNDS = new Grounds(Ground.FALSE_PAPER, "Akta ini diubah.");

    static final Map<Standing, Set<FileStep>> LIFE = Map.of(
            new Waiting(NOW), Set.of(JUDGE, SEND_BACK, APPROVE, PAUSE, PROPOSE_REFUSAL, CLOSE),
            new Repaired(OFFICER, NOW), Set.of(JUDGE, SEND_BACK, APPROVE, PAUSE, PROPOSE_REFUSAL, CLOSE),
            new Returned(OFFICER, VISIT, NOW), Set.of(MEND, CLOSE),
            new Paused(OFFICER, Pauses.Why.DUKCAPIL, NOW), Set.of(RESUME, CLOSE),
            new Ready(OFFICER, NOW), Set.of(REOPEN, CLOSE),
            new RefusalProposed(OFFICER, GROUNDS, NOW), Set.of(REFUSE, DECLINE_REFUSAL, CLOSE),
            new Refused(OFFICER, SECOND, GROUNDS, NOW), Set.of(),
            new Closed(NOW), Set.of(REBOOK));

    record Tried(Standing standing, FileStep step, boolean open) {}

    static Stream<Tried> everyStandingWithEveryStep() {
        return LIFE.entrySet().stream()
                .flatMap(standing -> Stream.of(FileStep.values())
                        .map(step -> new Tried(
                                standing.getKey(), step, standing.getValue().contains(step))));
    }

    @ParameterizedTest
    @MethodSource("everyStandingWithEveryStep")
    void onlyOpenStepsCanBeTaken(Tried tried) {
        var file = at(tried.standing());

        assertThat(file.isOpen(tried.step())).as("whether its button is shown").isEqualTo(tried.open());
        if (!tried.open()) {
            assertThatExceptionOfType(CaseRefused.StepNotOpen.class).isThrownBy(() -> take(tried.step(), file));
        } else if (tried.step() != JUDGE) {
            assertThat(take(tried.step(), file).standing()).isNotEqualTo(tried.standing());
        }
    }

    @Test
    void theTableNamesEveryStanding() {
        assertThat(LIFE.keySet().stream().<Class<?>>map(Object::getClass))
                .containsExactlyInAnyOrder(leaves(Standing.class).toArray(Class<?>[]::new));
    }

    @Test
    void whoProposedARefusalDecidesNothingOfIt() {
        var proposed = at(new RefusalProposed(OFFICER, GROUNDS, NOW));
        assertThatExceptionOfType(CaseRefused.NotASecondPerson.class).isThrownBy(() -> proposed.refuse(OFFICER, NOW));
        assertThatExceptionOfType(CaseRefused.NotASecondPerson.class)
                .isThrownBy(() -> proposed.declineRefusal(OFFICER, NOW));
    }

    /** The time papers lie with their owner does not count, but the visit does not wait. */
    @Test
    void theDeadlineMovesByTheTimeTheApplicantTook() {
        var returned = at(new Returned(OFFICER, VISIT, NOW));
        assertThat(returned.mend(NOW.plus(Duration.ofHours(30))).dueAt())
                .isEqualTo(returned.dueAt().plus(Duration.ofHours(30)));
        assertThat(returned.mend(NOW.plus(Duration.ofDays(5))).dueAt()).isEqualTo(VISIT);
    }

    static CaseFile at(Standing standing) {
        return new CaseFile(
                ApplicationId.next(),
                AccountId.next(),
                new OfficeId("kanim-bogor"),
                NOW,
                VISIT,
                NOW.plus(Duration.ofDays(2)),
                standing,
                null);
    }

    private static CaseFile take(FileStep step, CaseFile file) {
        var later = NOW.plusSeconds(60);
        return switch (step) {
            case JUDGE -> {
                file.mustBeOpen(JUDGE);
                yield file;
            }
            case SEND_BACK -> file.sendBack(OFFICER, VISIT, later);
            case APPROVE -> file.approve(OFFICER, later);
            case MEND -> file.mend(later);
            case PAUSE -> file.pause(OFFICER, Pauses.Why.OUTAGE, later);
            case RESUME -> file.resume(later);
            case PROPOSE_REFUSAL -> file.proposeRefusal(OFFICER, GROUNDS, later);
            case REFUSE -> file.refuse(SECOND, later);
            case DECLINE_REFUSAL -> file.declineRefusal(SECOND, later);
            case REOPEN -> file.reopen(VISIT, later);
            case CLOSE -> file.close(later);
            case REBOOK -> file.rebook(VISIT, later);
        };
    }

    private static ArrayList<Class<?>> leaves(Class<?> sealed) {
        var leaves = new ArrayList<Class<?>>();
        for (var permitted : sealed.getPermittedSubclasses()) {
            if (permitted == Moved.class) {
                leaves.addAll(leaves(permitted));
            } else {
                leaves.add(permitted);
            }
        }
        return leaves;
    }
}
