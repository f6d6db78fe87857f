package titian.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static titian.SignedInPeople.as;
import static titian.document.DocumentKind.KK;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.Inbox;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.casework.SomeFiles.Case;
import titian.outside.World;
import titian.queue.Officer;
import titian.shared.SignedIn;

/** Papers that went back are watched: whoever waits for them sees them, and a day that passes is noticed. */
@TitianTest
class UnmendedTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    BeanFactory house;

    @Autowired
    VerificationDesk desk;

    @Autowired
    RepairDesk repairs;

    @Autowired
    Escalation escalation;

    @Autowired
    CaseFiles files;

    @Autowired
    Timeline timeline;

    @Autowired
    AccountDesk accounts;

    @Autowired
    JdbcClient db;

    @Autowired
    World world;

    @Autowired
    Clock clock;

    SomeFiles some;
    SignedIn ani;
    SignedIn head;
    Case one;
    Instant repairBy;

    @BeforeEach
    void aFileThatWentBack() {
        some = new SomeFiles(house);
        ani = some.verifier();
        head = some.sectionHead();
        one = some.certain();
        repairBy = clock.instant().plus(Duration.ofDays(2));
        some.judgeAll(ani, one, KK);
        desk.sendBack(Officer.of(ani), one.id(), repairBy);
    }

    @Test
    void whatWentBackIsAPartOfTheListTheNearestDayFirst() {
        var sooner = some.certain();
        some.judgeAll(ani, sooner, KK);
        desk.sendBack(Officer.of(ani), sooner.id(), repairBy.minus(Duration.ofDays(1)));

        assertThat(get(ani, "/petugas/berkas?bagian=dikembalikan"))
                .bodyText()
                .containsSubsequence(sooner.address(), one.address());
        assertThat(get(ani, "/petugas/berkas")).bodyText().doesNotContain(one.address());
        assertThat(get(
                        some.verifier(),
                        "/petugas/berkas?bagian=dikembalikan&tenggat=" + repairBy.minus(Duration.ofHours(1))
                                + "&berkas=" + sooner.id()))
                .bodyText()
                .contains(one.address())
                .doesNotContain(sooner.address());
    }

    @Test
    void onceTheDayHasPassedTheFileStandsBeforeTheHeadAndItsOwnerIsToldOnce() {
        world.clock().moveTo(repairBy.minusSeconds(5));
        sweep();
        assertThat(get(head, "/petugas/berkas/atasan")).bodyText().doesNotContain(one.address());
        assertThat(get(one.applicant(), repair())).bodyText().doesNotContain("Hari itu sudah lewat");

        world.clock().moveTo(repairBy.plusSeconds(5));
        sweep();
        assertThat(get(head, "/petugas/berkas/atasan")).bodyText().contains(one.address(), "Perlu perbaikan");
        assertThat(timeline.of(one.id(), 50).stream().filter(line -> line.what().equals("FILE_ESCALATED")))
                .hasSize(1);
        var email = accounts.contact(one.applicant().account()).orElseThrow().email();
        assertThat(new Inbox(world)
                        .about(email, "Hari memperbaiki dokumen sudah lewat")
                        .text())
                .contains("Kepala seksi", "Kartu Keluarga", "bawa dokumen aslinya", repair());
        assertThat(letters()).isEqualTo(1);
        assertThat(get(one.applicant(), repair())).bodyText().contains("Hari itu sudah lewat");
    }

    @Test
    void whatIsMendedAfterTheDayIsCheckedAllTheSame() {
        world.clock().moveTo(repairBy.plusSeconds(5));
        sweep();
        some.replace(one, KK);
        repairs.send(one.id(), one.applicant().account());

        assertThat(files.find(one.id()).orElseThrow().standing()).isInstanceOf(Standing.Repaired.class);
        assertThat(get(head, "/petugas/berkas/atasan")).bodyText().doesNotContain(one.address());
        assertThat(get(ani, "/petugas/berkas?bagian=diperbaiki")).bodyText().contains(one.address());
    }

    @Test
    void aVisitThatIsMovedAfterwardsTellsNobodyAgain() {
        world.clock().moveTo(repairBy.plusSeconds(5));
        sweep();
        var file = files.find(one.id()).orElseThrow();
        files.follow(one.id(), file.office(), file.visitAt().plus(Duration.ofDays(1)), file.dueAt(), clock.instant());
        sweep();
        assertThat(letters()).isEqualTo(1);
        assertThat(get(head, "/petugas/berkas/atasan")).bodyText().contains(one.address());
    }

    /** Files of other tests may be late as well. */
    private void sweep() {
        for (int i = 0; i < 10; i++) {
            escalation.sweep();
        }
    }

    private int letters() {
        return db.sql("SELECT count(*) FROM notification.letter WHERE kind = 'PAPERS_UNMENDED' AND subject = :id")
                .param("id", one.id().value())
                .query(Integer.class)
                .single();
    }

    private String repair() {
        return "/permohonan/" + one.id() + "/perbaikan";
    }

    private MvcTestResult get(SignedIn who, String address) {
        return browser.get().uri(address).with(as(who)).exchange();
    }
}
