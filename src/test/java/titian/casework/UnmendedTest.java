package titian.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static titian.document.DocumentKind.KK;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import titian.Inbox;
import titian.TitianTest;
import titian.application.ApplicationDesk;
import titian.booking.BookingDesk;
import titian.casework.SomeFiles.Case;
import titian.forfeit.Forfeit.Moment;
import titian.forfeit.ForfeitDesk;
import titian.shared.SignedIn;
import titian.slot.SomeSlots;

/** Papers that went back are watched: whoever waits for them sees them, and a day that passes is noticed. */
@TitianTest
class UnmendedTest extends WithOneFile {

    @Autowired
    ApplicationDesk applications;

    @Autowired
    ForfeitDesk forfeits;

    SignedIn head;
    Instant repairBy;

    @BeforeEach
    void aFileThatWentBack() {
        head = some.sectionHead();
        repairBy = inDays(2);
        goesBack(one, repairBy, KK);
    }

    @Test
    void whatWentBackIsAPartOfTheListTheNearestDayFirst() {
        var sooner = some.certain();
        goesBack(sooner, repairBy.minus(Duration.ofDays(1)), KK);

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
        assertThat(new Inbox(world)
                        .about(address(one), "Hari memperbaiki dokumen sudah lewat")
                        .text())
                .contains("Kepala seksi", "Kartu Keluarga", "bawa dokumen aslinya", repair());
        assertThat(letters()).isEqualTo(1);
        assertThat(get(one.applicant(), repair())).bodyText().contains("Hari itu sudah lewat");
    }

    @Test
    void nothingIsClosedOrLostByTheDayAloneAndEveryPageSaysTheSame() {
        assertThat(get(one.applicant(), "/permohonan/" + one.id())).bodyText().contains("Perbaiki paling lambat");
        assertThat(get(one.applicant(), "/pass/" + one.id())).bodyText().contains("Perbaiki paling lambat");

        world.clock().moveTo(repairBy.plusSeconds(5));
        sweep();

        assertThat(standing()).isInstanceOf(Standing.Returned.class);
        assertThat(applications.summary(one.id()).orElseThrow().stage()).isEqualTo("SCHEDULED");
        assertThat(get(one.applicant(), "/permohonan/" + one.id()))
                .bodyText()
                .contains("Kepala seksi di kantor memutuskan", "tidak ada yang ditutup atau hangus")
                .doesNotContain("Perbaiki paling lambat");
        assertThat(get(one.applicant(), "/pass/" + one.id()))
                .bodyText()
                .contains("Hari untuk memperbaiki sudah lewat")
                .doesNotContain("Perbaiki paling lambat");
        assertThat(get(one.applicant(), repair())).bodyText().contains("tidak ada yang ditutup atau hangus");
        assertThat(new Inbox(world)
                        .about(address(one), "Hari memperbaiki dokumen sudah lewat")
                        .text())
                .contains("tidak ada yang hangus");
    }

    @Test
    void whatIsMendedAfterTheDayIsCheckedAllTheSame() {
        world.clock().moveTo(repairBy.plusSeconds(5));
        sweep();
        some.replace(one, KK);
        repairs.send(one.id(), one.applicant().account());

        assertThat(standing()).isInstanceOf(Standing.Repaired.class);
        assertThat(get(head, "/petugas/berkas/atasan")).bodyText().doesNotContain(one.address());
        assertThat(get(ani, "/petugas/berkas?bagian=diperbaiki")).bodyText().contains(one.address());
    }

    @Test
    void aVisitThatIsMovedAfterwardsTellsNobodyAgain() {
        world.clock().moveTo(repairBy.plusSeconds(5));
        sweep();
        var file = file(one.id());
        files.follow(one.id(), file.office(), file.visitAt().plus(Duration.ofDays(1)), file.dueAt(), repairBy);
        sweep();
        assertThat(letters()).isEqualTo(1);
        assertThat(get(head, "/petugas/berkas/atasan")).bodyText().contains(one.address());
    }

    @Test
    void aVisitMovedBeforeTheDayToMendBringsThatDayForwardAndTheNewDayIsSaidAndGuarded() {
        var said = inDays(4);
        var two = some.certain();
        goesBack(two, said, KK);
        var visitAt = moveVisit(two, inDays(3));

        var by = repairBy(two);
        assertThat(by).isBefore(visitAt).isBefore(said).isAfter(clock.instant());
        assertThat(forfeits.find(two.id(), Moment.REPAIR_ENDS))
                .hasValueSatisfying(forfeit -> assertThat(forfeit.lostAt()).isEqualTo(by));
        world.clock().moveTo(by.plusSeconds(5));
        sweep();
        assertThat(get(head, "/petugas/berkas/atasan")).bodyText().contains(two.address());
    }

    @Test
    void aVisitMovedElsewhereLeavesTheDayToMendAsItWas() {
        var said = repairBy(one);
        moveVisit(one, inDays(4));

        assertThat(repairBy(one)).isEqualTo(said);
    }

    /** Its applicant does so at the page for that. */
    private Instant moveVisit(Case of, Instant around) {
        var slot = new SomeSlots(db, clock).slot(some.office(), around, 1);
        post(
                of.applicant(),
                "/permohonan/" + of.id() + "/ubah-jadwal",
                "slot",
                slot.toString(),
                "kunci",
                of.id().toString());
        var visitAt = house.getBean(BookingDesk.class).slot(slot).orElseThrow().startsAt();
        assertThat(file(of.id()).visitAt()).isEqualTo(visitAt);
        return visitAt;
    }

    private Instant repairBy(Case of) {
        return ((Standing.Returned) file(of.id()).standing()).repairBy();
    }

    private int letters() {
        return db.sql("SELECT count(*) FROM notification.letter WHERE kind = 'PAPERS_UNMENDED' AND subject = :id")
                .param("id", one.id().value())
                .query(Integer.class)
                .single();
    }
}
