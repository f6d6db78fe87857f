package titian.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static titian.SignedInPeople.as;
import static titian.document.DocumentKind.KK;
import static titian.document.DocumentKind.KTP;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import titian.TitianTest;
import titian.casework.SomeFiles.Case;
import titian.document.SomeTroubles;
import titian.queue.Officer;
import titian.shared.SignedIn;

/** Nothing is ready by what was said of another paper. */
@TitianTest
class ChangedPaperTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    BeanFactory house;

    @Autowired
    VerificationDesk desk;

    @Autowired
    RepairDesk repairs;

    @Autowired
    ProspectDesk prospects;

    @Autowired
    CaseFiles files;

    @Autowired
    Clock clock;

    SomeFiles some;
    SignedIn ani;
    Case one;

    @BeforeEach
    void aFile() {
        some = new SomeFiles(house);
        ani = some.verifier();
        one = some.certain();
    }

    @Test
    void aReadyFileOfWhichAPaperTurnsOutInfectedIsCheckedAgain() {
        ready();
        SomeTroubles.infected(house, some.upload(one, KTP));

        assertThat(standing()).isInstanceOf(Standing.Waiting.class);
        assertThat(prospects.of(one.id()).orElseThrow().state()).isEqualTo(Prospect.State.CHECKING);
        assertThat(desk.takeNext(Officer.of(ani))).contains(one.id());
    }

    @Test
    void aReadyFileOfWhichAPaperIsReplacedIsCheckedAgain() {
        goesBackForItsFamilyCard();
        some.replace(one, KK);
        repairs.send(one.id(), one.applicant().account());
        some.judge(ani, one, KK, null);
        desk.approve(Officer.of(ani), one.id());
        assertThat(prospects.of(one.id()).orElseThrow().isReady()).isTrue();

        some.replace(one, KK); // sent in another tab before, and slow to come

        assertThat(standing()).isInstanceOf(Standing.Waiting.class);
        assertThat(prospects.of(one.id()).orElseThrow().isReady()).isFalse();
        assertThatExceptionOfType(CaseRefused.NotAllJudged.class)
                .isThrownBy(() -> desk.approve(Officer.of(ani), one.id()));
    }

    @Test
    void aReplacementThatIsWithheldIsStillToBeMended() {
        goesBackForItsFamilyCard();
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
        assertThat(browser.get()
                        .uri("/permohonan/" + one.id() + "/perbaikan")
                        .with(as(one.applicant()))
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("pemindai menemukan isi berbahaya", "Masih 1 dokumen");

        some.replace(one, KK);
        repairs.send(one.id(), one.applicant().account());
        assertThat(standing()).isInstanceOf(Standing.Repaired.class);
    }

    private void ready() {
        some.judgeAll(ani, one);
        desk.approve(Officer.of(ani), one.id());
    }

    private void goesBackForItsFamilyCard() {
        some.judgeAll(ani, one, KK);
        desk.sendBack(Officer.of(ani), one.id(), clock.instant().plus(Duration.ofDays(2)));
    }

    private Standing standing() {
        return files.find(one.id()).orElseThrow().standing();
    }
}
