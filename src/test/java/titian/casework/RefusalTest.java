package titian.casework;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import titian.Inbox;
import titian.TitianTest;
import titian.application.ApplicationDesk;
import titian.booking.AppointmentState;
import titian.booking.BookingDesk;
import titian.casework.Grounds.Ground;
import titian.form.NumberDesk;
import titian.shared.SignedIn;
import titian.web.Notice;

/** Nobody is refused by one person alone; a file that lies too long comes before the head of its section. */
@TitianTest
class RefusalTest extends WithOneFile {

    static final Grounds FORGED = new Grounds(Ground.FALSE_PAPER, "Tanggal di akta kelahiran diubah.");

    @Autowired
    RefusalDesk refusal;

    @Autowired
    Pauses pauses;

    @Autowired
    ApplicationDesk applications;

    @Autowired
    BookingDesk booking;

    SignedIn head;

    @BeforeEach
    void aHead() {
        head = some.sectionHead();
    }

    @Test
    void aRefusalHasTwoOfficersAndTheDatabaseSaysSo() {
        desk.take(officer(ani), one.id());
        refusal.propose(officer(ani), one.id(), FORGED);
        refusal.propose(officer(ani), one.id(), FORGED);
        assertThatExceptionOfType(CaseRefused.NotASecondPerson.class)
                .isThrownBy(() -> refusal.refuse(officer(ani), one.id()));
        assertThatThrownBy(
                        () -> db.sql("""
                                UPDATE casework.file SET standing = 'REFUSED', second = officer
                                 WHERE application = :application
                                """).param("application", one.id().value()).update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("refused_by_a_second_person");
        var visit = Objects.requireNonNull(
                applications.summary(one.id()).orElseThrow().appointment());

        try (var together = Executors.newVirtualThreadPerTaskExecutor()) {
            together.invokeAll(nCopies(4, (Callable<String>) () -> {
                refusal.refuse(officer(head), one.id());
                return "";
            }));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }

        assertThat(applications.summary(one.id()).orElseThrow().stage()).isEqualTo("REFUSED");
        assertThat(booking.find(visit).orElseThrow().state()).isEqualTo(AppointmentState.CANCELLED);
        assertThat(timeline.told(one.id()).stream().filter(line -> line.cameTo().equals("REFUSED")))
                .hasSize(1);
        var letter = new Inbox(world).about(address(one), "ditolak");
        assertThat(letter.text()).contains("Dokumen palsu atau diubah", FORGED.why());
        assertThat(get(one.applicant(), "/permohonan/" + one.id()))
                .hasStatusOk()
                .bodyText()
                .contains("Ditolak", FORGED.why());
        assertThat(get(one.applicant(), "/beranda")).hasStatusOk().bodyText().contains("Permohonan ditolak");
        assertThat(get(one.applicant(), "/pass/" + one.id())).hasStatusOk();
    }

    @Test
    void theHeadSeesWhyAndMaySendItBackToBeChecked() {
        assertThat(post(ani, one.address() + "/ambil")).hasStatus3xxRedirection();
        assertThat(post(ani, one.address() + "/usul-tolak", "dasar", "OTHER", "uraian", " "))
                .hasRedirectedUrl(one.address())
                .flash()
                .containsEntry("notice", Notice.warning("casework.notice.grounds"));
        assertThat(post(
                        ani,
                        one.address() + "/usul-tolak",
                        "dasar",
                        "ANOTHER_PERSON",
                        "uraian",
                        "Aktanya milik kakaknya."))
                .hasRedirectedUrl("/petugas/berkas");
        assertThat(get(ani, "/petugas/berkas")).bodyText().doesNotContain(one.address());
        assertThat(get(head, "/petugas/berkas/atasan"))
                .hasStatusOk()
                .bodyText()
                .contains("Aktanya milik kakaknya.", "Dokumen milik orang lain", ani.name(), "Tolak permohonan");
        var stranger = new SomeFiles(house).sectionHead();
        assertThat(get(stranger, "/petugas/berkas/atasan"))
                .bodyText()
                .doesNotContain(one.id().toString());
        assertThat(post(stranger, "/petugas/berkas/atasan/" + one.id() + "/tolak"))
                .hasStatus(404);

        assertThat(post(head, "/petugas/berkas/atasan/" + one.id() + "/periksa"))
                .hasRedirectedUrl("/petugas/berkas/atasan");
        assertThat(get(ani, "/petugas/berkas")).bodyText().contains(one.address());
    }

    @Test
    void whoHasComeMeanwhileIsNotRefusedBehindTheirBack() {
        desk.take(officer(ani), one.id());
        refusal.propose(officer(ani), one.id(), FORGED);
        applications.checkIn(one.id());
        assertThat(post(head, "/petugas/berkas/atasan/" + one.id() + "/tolak"))
                .hasRedirectedUrl("/petugas/berkas/atasan")
                .flash()
                .containsEntry("notice", Notice.warning("casework.notice.came"));
        assertThat(standing()).isInstanceOf(Standing.RefusalProposed.class);
    }

    @Test
    void theClockStandsStillWhileTheOfficeWaitsForSomebodyElse() {
        var due = file(one.id()).dueAt();
        desk.take(officer(ani), one.id());
        world.clock().moveTo(clock.instant().plus(Duration.ofHours(2)));
        assertThat(post(ani, one.address() + "/jeda", "sebab", "APPLICANT")).hasStatus(400);
        assertThat(post(ani, one.address() + "/jeda", "sebab", "DUKCAPIL")).hasRedirectedUrl("/petugas/berkas");
        assertThat(get(ani, "/petugas/berkas?bagian=dijeda")).bodyText().contains(one.address());
        assertThat(get(ani, "/petugas/berkas")).bodyText().doesNotContain(one.address());
        world.clock().moveTo(clock.instant().plus(Duration.ofHours(5)));
        assertThat(post(ani, one.address() + "/lanjut")).hasRedirectedUrl(one.address());

        var file = file(one.id());
        assertThat(file.dueAt()).isBetween(due.plus(Duration.ofHours(5)), due.plus(Duration.ofHours(6)));
        var told = ServiceClock.of(file, pauses.of(one.id()), clock.instant());
        assertThat(told.isRunning()).isTrue();
        assertThat(told.spent()).isBetween(Duration.ofHours(2), Duration.ofHours(3));
        assertThat(told.paused()).isBetween(Duration.ofHours(5), Duration.ofHours(6));
        assertThat(get(ani, one.address())).bodyText().contains("Menunggu Dukcapil", "2 jam");
    }

    @Test
    void whatWaitedForTheRegistryGoesOnByItselfOnceTheNumberIsSettled() {
        var doubted = some.doubted();
        desk.take(officer(ani), doubted.id());
        desk.pause(officer(ani), doubted.id(), Pauses.Why.DUKCAPIL);
        desk.take(officer(ani), one.id());
        desk.pause(officer(ani), one.id(), Pauses.Why.ANOTHER_OFFICE);

        house.getBean(NumberDesk.class).settle(doubted.id());

        assertThat(file(doubted.id()).standing()).isInstanceOf(Standing.Waiting.class);
        assertThat(standing()).isInstanceOf(Standing.Paused.class);
    }

    @Test
    void whatIsStillPausedADayBeforeTheVisitComesBeforeTheHead() {
        desk.take(officer(ani), one.id());
        desk.pause(officer(ani), one.id(), Pauses.Why.OUTAGE);
        var visit = file(one.id()).visitAt();

        world.clock().moveTo(visit.minus(Duration.ofHours(25)));
        sweep();
        assertThat(get(head, "/petugas/berkas/atasan"))
                .bodyText()
                .doesNotContain(one.id().toString());
        world.clock().moveTo(visit.minus(Duration.ofHours(23)));
        sweep();
        assertThat(get(head, "/petugas/berkas/atasan"))
                .bodyText()
                .contains(one.id().toString(), "Dijeda");
    }

    @Test
    void whatIsPastItsDeadlineComesBeforeTheHeadOnce() {
        var file = file(one.id());
        assertThat(get(head, "/petugas/berkas/atasan"))
                .bodyText()
                .doesNotContain(one.id().toString());
        world.clock().moveTo(file.dueAt().plusSeconds(1));
        sweep();
        sweep();
        assertThat(get(head, "/petugas/berkas/atasan"))
                .bodyText()
                .contains(one.id().toString());
        assertThat(get(ani, "/petugas/berkas?bagian=terlambat")).bodyText().contains(one.address());
        assertThat(timeline.of(one.id(), 50).stream().filter(line -> line.what().equals("FILE_ESCALATED")))
                .hasSize(1);
    }
}
