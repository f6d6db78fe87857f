package titian.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static titian.document.DocumentKind.KK;
import static titian.document.DocumentKind.KTP;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import titian.TitianTest;
import titian.document.SomeTroubles;

/** Nothing is ready by what was said of another paper. */
@TitianTest
class ChangedPaperTest extends WithOneFile {

    @Test
    void aReadyFileOfWhichAPaperTurnsOutInfectedIsCheckedAgain() {
        ready();
        SomeTroubles.infected(house, some.upload(one, KTP));

        assertThat(standing()).isInstanceOf(Standing.Waiting.class);
        assertThat(prospects.of(one.id()).orElseThrow().state()).isEqualTo(Prospect.State.CHECKING);
        assertThat(desk.takeNext(officer(ani))).contains(one.id());
    }

    @Test
    void aReadyFileOfWhichAPaperIsReplacedIsCheckedAgain() {
        goesBack(one, inDays(2), KK);
        some.replace(one, KK);
        repairs.send(one.id(), one.applicant().account());
        some.judge(ani, one, KK, null);
        desk.approve(officer(ani), one.id());
        assertThat(prospects.of(one.id()).orElseThrow().isReady()).isTrue();

        some.replace(one, KK); // sent in another tab before, and slow to come

        assertThat(standing()).isInstanceOf(Standing.Waiting.class);
        assertThat(prospects.of(one.id()).orElseThrow().isReady()).isFalse();
        assertThatExceptionOfType(CaseRefused.NotAllJudged.class)
                .isThrownBy(() -> desk.approve(officer(ani), one.id()));
    }

    @Test
    void aReplacementThatIsWithheldIsStillToBeMended() {
        goesBack(one, inDays(2), KK);
        some.replace(one, KK);
        SomeTroubles.infected(house, some.upload(one, KK));

        assertThat(repairs.toMend(one.id(), one.applicant().account()).orElseThrow())
                .extracting(Paper::kind)
                .containsExactly(KK);
        assertThat(prospects.of(one.id()).orElseThrow().faults())
                .extracting(Prospect.Fault::reason)
                .containsExactly("casework.reason.WITHHELD");
        assertThatExceptionOfType(CaseRefused.StillBad.class)
                .isThrownBy(() -> repairs.send(one.id(), one.applicant().account()));
        assertThat(get(one.applicant(), repair()))
                .hasStatusOk()
                .bodyText()
                .contains("pemindai menemukan isi berbahaya", "Masih 1 dokumen");

        some.replace(one, KK);
        repairs.send(one.id(), one.applicant().account());
        assertThat(standing()).isInstanceOf(Standing.Repaired.class);
    }

    @Test
    void whatLayReadyForDaysIsDueAnewAndThoseDaysAreNotSpent() {
        ready();
        world.clock().moveTo(inDays(3));
        SomeTroubles.infected(house, some.upload(one, KK));

        var file = file(one.id());
        var now = clock.instant();
        assertThat(file.standing()).isInstanceOf(Standing.Waiting.class);
        assertThat(file.isLate(now)).isFalse();
        assertThat(file.dueAt()).isBetween(now, file.visitAt());
        var told = ServiceClock.of(file, house.getBean(Pauses.class).of(one.id()), now);
        assertThat(told.isRunning()).isTrue();
        assertThat(told.spent()).isLessThan(Duration.ofHours(1));
        assertThat(get(ani, one.address())).bodyText().contains("Dokumen sudah siap", "72 jam");
    }

    @Test
    void whatAnOfficerOpensAgainAfterDaysIsDueAnewToo() {
        ready();
        world.clock().moveTo(inDays(3));
        desk.reopen(officer(ani), one.id());

        assertThat(file(one.id()).isLate(clock.instant())).isFalse();
    }

    private void ready() {
        some.judgeAll(ani, one);
        desk.approve(officer(ani), one.id());
    }
}
