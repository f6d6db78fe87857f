package titian.casework;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static titian.document.DocumentKind.CIVIL_PROOF;
import static titian.document.DocumentKind.KK;
import static titian.document.DocumentKind.KTP;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import titian.Inbox;
import titian.TitianTest;
import titian.application.ApplicationDesk;
import titian.casework.Sieve.Which;
import titian.casework.SomeFiles.Case;
import titian.casework.Verdicts.Typed;
import titian.casework.VerificationDesk.Judgement;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;
import titian.shared.SignedIn;
import titian.shared.UploadId;

/** Papers checked before the visit: one officer a file, exactly the bad ones sent back, nothing lost. */
@TitianTest
class VerificationTest extends AtAnOffice {

    @Autowired
    Worklist worklist;

    @Autowired
    Paces paces;

    @Autowired
    ApplicationDesk applications;

    SignedIn budi;

    @BeforeEach
    void aColleague() {
        budi = some.verifier();
    }

    @Test
    void aFormThatIsPaidForLiesOnTheWorklistOfItsOfficeAndOfNoOther() {
        var one = some.certain();
        assertThat(list(some.office())).contains(one.id());
        assertThat(list(OfficeId.of("kanim-jakarta-selatan"))).doesNotContain(one.id());
        assertThat(prospects.of(one.id()).orElseThrow().state()).isEqualTo(Prospect.State.CHECKING);
    }

    @Test
    void whatIsDueFirstIsTakenFirstAndTwoWhoPressAtOnceGetDifferentFiles() {
        var later = some.certain(Duration.ofDays(9));
        var sooner = some.certain(Duration.ofDays(2));

        assertThat(list(some.office())).containsExactly(sooner.id(), later.id());
        List<Callable<Optional<ApplicationId>>> presses =
                List.of(() -> desk.takeNext(officer(ani)), () -> desk.takeNext(officer(budi)));
        var taken = all(presses);
        assertThat(taken.stream().map(one -> one.resultNow().orElseThrow()))
                .containsExactlyInAnyOrder(sooner.id(), later.id());
        assertThat(desk.takeNext(officer(some.verifier()))).isEmpty();
        var inHand = desk.takeNext(officer(ani)).orElseThrow();
        assertThat(file(inHand).isWith(ani.account(), clock.instant()))
                .as("once more gives what is in hand")
                .isTrue();
        some.certain(Duration.ofDays(1));
        assertThat(desk.takeNext(officer(ani)))
                .as("even if another is due sooner by now")
                .contains(inHand);
    }

    @Test
    void aFileInOnesHandIsRefusedToColleaguesUntilItIsGivenBackTakenOverOrTheLeaseEnds() {
        var one = some.certain();
        desk.take(officer(ani), one.id());
        assertThatExceptionOfType(CaseRefused.HeldByColleague.class)
                .isThrownBy(() -> desk.take(officer(budi), one.id()))
                .satisfies(refused -> assertThat(refused.colleague()).isEqualTo(ani.account()));

        desk.takeOver(officer(budi), one.id(), ani.account());
        assertThatExceptionOfType(CaseRefused.HeldByColleague.class)
                .as("a step of who lost it")
                .isThrownBy(() -> some.judge(ani, one, KTP, null));
        assertThatExceptionOfType(CaseRefused.HeldByColleague.class)
                .as("taken over from whom has it no more")
                .isThrownBy(() -> desk.takeOver(officer(some.verifier()), one.id(), ani.account()));

        desk.release(officer(budi), one.id());
        desk.take(officer(ani), one.id());
        world.clock().moveTo(clock.instant().plus(lease()).plusSeconds(1));
        desk.take(officer(budi), one.id());
        assertThat(file(one).isWith(budi.account(), clock.instant())).isTrue();
    }

    @Test
    void aLeaseThatEndsWhileOneTypesLosesNothing() {
        var one = some.certain();
        desk.take(officer(ani), one.id());
        world.clock().moveTo(clock.instant().plus(lease()).plusSeconds(1));
        assertThat(desk.keep(officer(ani), one.id(), KTP, new Typed(Reason.OTHER, "Fotonya")))
                .as("nobody took it: it is lent anew")
                .isEmpty();
        assertThat(file(one).isWith(ani.account(), clock.instant())).isTrue();

        world.clock().moveTo(clock.instant().plus(lease()).plusSeconds(1));
        desk.take(officer(budi), one.id());
        var typed = new Typed(Reason.OTHER, "Fotonya tertutup jari");
        assertThat(desk.keep(officer(ani), one.id(), KTP, typed)).contains(budi.account());
        assertThat(desk.typed(officer(ani), one.id(), KTP)).isEqualTo(typed);
        assertThat(desk.typed(officer(budi), one.id(), KTP)).isEqualTo(Typed.NOTHING);

        desk.takeOver(officer(ani), one.id(), budi.account());
        desk.judge(officer(ani), one.id(), new Judgement(KTP, some.upload(one, KTP), typed.reason(), typed.note()));
        assertThat(desk.typed(officer(ani), one.id(), KTP)).isEqualTo(Typed.NOTHING);
    }

    @Test
    void aFileIsReadyOnceEveryPaperWasFoundGoodAndItsOwnerIsTold() {
        var one = some.certain();
        some.judge(ani, one, KTP, null);
        assertThatExceptionOfType(CaseRefused.NotAllJudged.class)
                .isThrownBy(() -> desk.approve(officer(ani), one.id()));
        some.judgeAll(ani, one);
        assertThatExceptionOfType(CaseRefused.VerdictsSayOtherwise.class)
                .as("nothing to send back")
                .isThrownBy(() -> desk.sendBack(officer(ani), one.id(), inDays(2)));

        var pressed = all(nCopies(6, () -> {
            desk.approve(officer(ani), one.id());
            return "";
        }));

        assertThat(pressed).allMatch(outcome -> outcome.state() == Future.State.SUCCESS);
        assertThat(prospects.of(one.id()).orElseThrow().isReady()).isTrue();
        assertThat(list(some.office())).doesNotContain(one.id());
        var letter = new Inbox(world).about(address(one), "siap");
        assertThat(letter.text()).contains("Semuanya baik");
        assertThat(timeline.told(one.id()).stream().filter(line -> line.cameTo().equals("READY")))
                .as("six presses are one")
                .hasSize(1);
    }

    @Test
    void exactlyTheBadPapersGoBackThePlaceStaysAndTheyComeBackToWhoSentThem() {
        var one = some.certain();
        goesBack(one, inDays(2), KK);
        desk.sendBack(officer(ani), one.id(), inDays(2));

        var prospect = prospects.of(one.id()).orElseThrow();
        assertThat(prospect.isToMend()).isTrue();
        assertThat(prospect.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.paper()).isEqualTo("document.kind.KK");
            assertThat(fault.isReplaced()).isFalse();
        });
        assertThat(applications.summary(one.id()).orElseThrow().stage())
                .as("the place stays")
                .isEqualTo("SCHEDULED");
        var letter = new Inbox(world).about(address(one), "perlu diperbaiki");
        assertThat(letter.text()).contains("Kartu Keluarga", "tidak terbaca", "Foto ulang", "/perbaikan");
        assertThatExceptionOfType(CaseRefused.StillBad.class)
                .isThrownBy(() -> repairs.send(one.id(), one.applicant().account()));

        some.replace(one, KK);
        repairs.send(one.id(), one.applicant().account());
        repairs.send(one.id(), one.applicant().account());

        assertThat(file(one).standing()).isInstanceOf(Standing.Repaired.class);
        assertThat(file(one).isWith(ani.account(), clock.instant()))
                .as("back to who is on duty")
                .isTrue();
        assertThatExceptionOfType(CaseRefused.HeldByColleague.class)
                .isThrownBy(() -> desk.take(officer(budi), one.id()));
        assertThatExceptionOfType(CaseRefused.NotAllJudged.class)
                .as("the new one is looked at, the good ones stay good")
                .isThrownBy(() -> desk.approve(officer(ani), one.id()));
        some.judge(ani, one, KK, null);
        desk.approve(officer(ani), one.id());
        assertThat(prospects.of(one.id()).orElseThrow().isReady()).isTrue();
    }

    @Test
    void whatWasMendedGoesToWhoeverIsNextIfItsOfficerWentHome() {
        var one = some.certain(Duration.ofDays(6));
        goesBack(one, inDays(3), CIVIL_PROOF);
        world.clock().moveTo(clock.instant().plus(Duration.ofHours(2)));
        some.replace(one, CIVIL_PROOF);
        repairs.send(one.id(), one.applicant().account());

        assertThat(file(one).claim()).isNull();
        assertThat(worklist.page(some.office(), budi.account(), sieve(Which.REPAIRED), clock.instant(), 20))
                .extracting(Worklist.Row::application)
                .contains(one.id());
        desk.take(officer(budi), one.id());
    }

    @Test
    void aPaperThatIsAnotherByNowIsNotJudged() {
        var one = some.certain();
        var seen = some.upload(one, KTP);
        some.replace(one, KTP);
        assertThatExceptionOfType(CaseRefused.PaperChanged.class)
                .isThrownBy(() -> desk.judge(officer(ani), one.id(), Judgement.good(KTP, seen)));
        assertThatExceptionOfType(CaseRefused.PaperChanged.class)
                .isThrownBy(() -> desk.judge(officer(ani), one.id(), Judgement.good(KTP, UploadId.next())));
        desk.judge(officer(ani), one.id(), Judgement.good(KTP, some.upload(one, KTP)));
    }

    @Test
    void aReasonOfOnesOwnNeedsWordsAndWhatIsNotThereIsNotGood() {
        var one = some.certain();
        var upload = some.upload(one, KTP);
        assertThatExceptionOfType(CaseRefused.NoReason.class)
                .isThrownBy(() -> desk.judge(officer(ani), one.id(), new Judgement(KTP, upload, Reason.OTHER, " ")));
        assertThatExceptionOfType(CaseRefused.NoReason.class)
                .isThrownBy(() -> desk.judge(officer(ani), one.id(), new Judgement(KTP, null, null, "")));
    }

    @Test
    void papersCannotBeMendedAfterTheVisitNorBeforeNow() {
        var one = some.certain();
        some.judgeAll(ani, one, KTP);
        for (var day : List.of(clock.instant(), inDays(40))) {
            assertThatExceptionOfType(CaseRefused.DayOutOfReach.class)
                    .isThrownBy(() -> desk.sendBack(officer(ani), one.id(), day));
        }
    }

    @Test
    void aVisitThatIsGivenUpClosesTheFile() {
        var one = some.certain();
        applications.cancel(one.id());
        assertThat(file(one).standing()).isInstanceOf(Standing.Closed.class);
        assertThat(prospects.of(one.id())).isEmpty();
        assertThatExceptionOfType(CaseRefused.StepNotOpen.class).isThrownBy(() -> desk.take(officer(ani), one.id()));
    }

    private List<ApplicationId> list(OfficeId office) {
        return worklist.page(office, ani.account(), sieve(Which.ALL), clock.instant(), 1000).stream()
                .map(Worklist.Row::application)
                .toList();
    }

    private static Sieve sieve(Which which) {
        return new Sieve(which, "", null);
    }

    private Duration lease() {
        return paces.of(some.office(), clock.instant()).lease();
    }

    private CaseFile file(Case of) {
        return file(of.id());
    }

    private static <T> List<Future<T>> all(List<Callable<T>> tasks) {
        try (var together = Executors.newVirtualThreadPerTaskExecutor()) {
            return together.invokeAll(tasks);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
