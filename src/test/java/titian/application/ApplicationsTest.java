package titian.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;
import titian.TitianTest;
import titian.requirement.RequestedService;
import titian.shared.AccountId;

/** The table can hold every stage, and gives it back as it was. Its rows are rolled back: nothing stands behind them. */
@TitianTest
@Transactional
class ApplicationsTest {

    @Autowired
    Applications applications;

    static Stream<Stage> stages() {
        return StageTest.LIFE.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("stages")
    void everyStageSurvivesTheTable(Stage stage) {
        var draft = added();
        var moved = StageTest.at(stage);
        var there = new PassportApplication(
                draft.id(),
                draft.reference(),
                draft.account(),
                draft.service(),
                draft.speed(),
                draft.intake(),
                draft.language(),
                draft.applicant(),
                moved.nik(),
                draft.startedAt(),
                stage);

        assertThat(applications.move(draft.stage(), there)).isTrue();

        assertThat(applications.find(draft.id())).contains(there);
    }

    @Test
    void aVisitWithoutAFormSurvivesTheTableAndGoesOnThere() {
        var visit = StageTest.visit();
        assertThat(applications.add(visit)).isTrue();
        assertThat(applications.find(visit.id())).contains(visit);

        var arrived = visit.checkIn(StageTest.NOW.plusSeconds(1));
        assertThat(applications.move(visit.stage(), arrived)).isTrue();

        assertThat(applications.find(visit.id())).contains(arrived);
    }

    @Test
    void whoeverComesSecondMovesNothing() {
        var draft = added();
        var submitted = StageTest.LIFE.keySet().stream()
                .filter(Stage.Submitted.class::isInstance)
                .map(Stage.Submitted.class::cast)
                .map(stage -> draft.submit(
                        titian.People.someone().nik(), stage.appointment(), stage.bill(), stage.payBy(), stage.at()))
                .findFirst()
                .orElseThrow();

        assertThat(applications.move(draft.stage(), submitted)).isTrue();
        assertThat(applications.move(draft.stage(), submitted)).isFalse();
    }

    @Test
    void aReferenceIsNeverGivenTwice() {
        var draft = added();
        var another =
                PassportApplication.draft(AccountId.next(), RequestedService.NEW_ADULT, Locale.of("id"), StageTest.NOW);
        var same = new PassportApplication(
                another.id(),
                draft.reference(),
                another.account(),
                another.service(),
                another.speed(),
                another.intake(),
                another.language(),
                another.applicant(),
                null,
                another.startedAt(),
                another.stage());

        assertThat(applications.add(same)).isFalse();
    }

    private PassportApplication added() {
        var draft =
                PassportApplication.draft(AccountId.next(), RequestedService.NEW_ADULT, Locale.of("id"), StageTest.NOW);
        assertThat(applications.add(draft)).isTrue();
        return draft;
    }
}
