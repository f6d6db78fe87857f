package titian.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.application.SomeVisits.Visit;
import titian.shared.Role;
import titian.web.Notice;

/** The pages of a counter: what they show in each state, and what a press does. */
@TitianTest
class CounterPagesTest extends DayAtAnOffice {

    @Test
    void aCounterIsChosenAndThePageChangesWithTheState() {
        var visit = visitToday(SignedInPeople.applicant(accounts));
        desk.checkIn(visit.appointment().code(), Officer.of(door));

        assertThat(counterPage()).bodyText().contains("Pilih loket");
        press("/petugas/loket/masuk", "loket", "2");
        assertThat(counterPage())
                .bodyText()
                .contains("Panggil berikutnya", Names.brief(visit.name()), "A-001")
                .doesNotContain(visit.name());
        press("/petugas/loket", "aksi", "berikutnya");
        assertThat(counterPage()).bodyText().contains("Sedang dipanggil", "Hadir, mulai layani", "Tidak hadir");
        assertThat(act("mulai", visit)).hasStatus3xxRedirection();
        assertThat(counterPage()).bodyText().contains("Sedang dilayani", "F2").doesNotContain("Panggil ulang");
        assertThat(act("selesai", visit)).hasStatus3xxRedirection();
        assertThat(counterPage()).bodyText().contains("Panggil berikutnya", "Belum ada yang menunggu");
    }

    @Test
    void noFieldTakesOverACounterOfAnotherOffice() {
        press("/petugas/loket/masuk", "loket", "1");
        var elsewhere = SignedInPeople.officer(accounts, new SomeDay(house).office(), Role.COUNTER_OFFICER);

        browser.post()
                .uri("/petugas/loket/masuk")
                .param("loket", "1")
                .param("dari", counter.account().toString())
                .with(as(elsewhere))
                .with(csrf())
                .exchange();

        assertThat(counterPage()).as("still at work").bodyText().contains("Panggil berikutnya");
    }

    @Test
    void whoeverSaysWhatForSeesWhoIsAtTheCounterAndTheAuditorReadsIt() {
        var visit = visitToday(SignedInPeople.applicant(accounts));
        desk.checkIn(visit.appointment().code(), Officer.of(door));
        press("/petugas/loket/masuk", "loket", "1");
        assertThat(identity("tujuan", "IDENTITY_CHECK"))
                .as("nobody is there yet")
                .hasRedirectedUrl("/petugas/loket");
        press("/petugas/loket", "aksi", "berikutnya");

        assertThat(browser.get().uri("/petugas/loket/identitas").with(as(counter)))
                .hasStatusOk()
                .bodyText()
                .contains("Untuk apa?", Names.brief(visit.name()))
                .doesNotContain(visit.name());
        assertThat(identity())
                .hasStatus(422)
                .bodyText()
                .contains("Pilih tujuannya")
                .doesNotContain(visit.name());
        assertThat(identity("tujuan", "OTHER")).hasStatus(422).bodyText().doesNotContain(visit.name());
        assertThat(identity("tujuan", "OTHER", "catatan", "NIK 3174010101010001"))
                .hasStatus(422);
        assertThat(identity("tujuan", "DATA_DIFFERS", "catatan", "nama di akta lain"))
                .hasStatusOk()
                .bodyText()
                .contains(visit.name())
                .containsPattern("\\b3174\\d{12}\\b");
        assertThat(identity("tujuan", "DATA_DIFFERS", "catatan", "nama di akta lain"))
                .hasHeader("Cache-Control", "no-store");

        var auditor = SignedInPeople.officer(accounts, day.office(), Role.AUDITOR);
        assertThat(browser.get()
                        .uri("/petugas/audit?tindakan=UNMASKED&nomor="
                                + visit.appointment().application())
                        .with(as(auditor)))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Identitas ditampilkan", "Data berbeda dengan dokumen asli: nama di akta lain", counter.name());
    }

    private MvcTestResult identity(String... fields) {
        return press("/petugas/loket/identitas", fields);
    }

    @Test
    void aSecondPressDoesNothingAndSaysSo() {
        var visit = visitToday(SignedInPeople.applicant(accounts));
        desk.checkIn(visit.appointment().code(), Officer.of(door));
        press("/petugas/loket/masuk", "loket", "1");
        press("/petugas/loket", "aksi", "berikutnya");

        assertThat(notice(press("/petugas/loket", "aksi", "berikutnya")).key()).isEqualTo("queue.notice.busy");
        act("mulai", visit);
        assertThat(notice(act("mulai", visit)).key()).isEqualTo("queue.notice.overtaken.SERVING");
        assertThat(notice(act("absen", visit)).key()).isEqualTo("queue.notice.overtaken.SERVING");
        assertThat(counterPage()).bodyText().contains("Sedang dilayani");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tidak-ada", "mulai"})
    void aPressWithoutSenseIsRefused(String action) {
        press("/petugas/loket/masuk", "loket", "1");

        assertThat(press("/petugas/loket", "aksi", action)).hasStatus(400);
    }

    @Test
    void thePartForLiveScreensIsAPart() {
        press("/petugas/loket/masuk", "loket", "1");

        assertThat(browser.get().uri("/petugas/loket/isi").with(as(counter)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("<html")
                .contains("Panggil berikutnya");
    }

    private MvcTestResult counterPage() {
        return browser.get().uri("/petugas/loket").with(as(counter)).exchange();
    }

    private MvcTestResult act(String action, Visit visit) {
        var ticket = desk.givenFor(visit.appointment().code(), day.office()).orElseThrow();
        return press("/petugas/loket", "aksi", action, "tiket", ticket.id().toString(), "panggilan", "1");
    }

    private static Notice notice(MvcTestResult answer) {
        return (Notice)
                Objects.requireNonNull(answer.getMvcResult().getFlashMap().get("notice"));
    }
}
