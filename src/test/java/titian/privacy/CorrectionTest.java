package titian.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.privacy.Correction.State;
import titian.shared.OfficeId;
import titian.shared.Role;
import titian.shared.SignedIn;

/** People put right what is theirs, ask for the rest, and are answered within three times 24 hours. */
@TitianTest
class CorrectionTest {

    private static final OfficeId OFFICE = OfficeId.of("kanim-jakarta-selatan");

    @Autowired
    MockMvcTester browser;

    @Autowired
    AccountDesk accounts;

    @Autowired
    CorrectionDesk desk;

    @Autowired
    JdbcClient db;

    SignedIn me;
    SignedIn officer;

    @BeforeEach
    void people() {
        me = SignedInPeople.applicant(accounts);
        officer = SignedInPeople.officer(accounts, OFFICE, Role.DATA_PROTECTION_OFFICER);
    }

    @Test
    void theNameOnTheAccountIsTheirsToPutRight() {
        assertThat(send(me, "/akun/data/perbaikan/nama", "nama", "  Ni Luh Sari "))
                .hasStatus3xxRedirection();
        assertThat(accounts.contact(me.account()).orElseThrow().name()).isEqualTo("Ni Luh Sari");
        assertThat(send(me, "/akun/data/perbaikan/nama", "nama", " ")).hasStatus(422);
    }

    @Test
    void aRequestHasADeadlineIsListedAndIsAnswered() {
        assertThat(ask("tempat lahir tertulis Bogor, seharusnya Depok")).hasStatus3xxRedirection();
        var asked = desk.of(me.account()).getFirst();
        assertThat(Duration.between(asked.askedAt(), asked.dueAt())).isEqualTo(Duration.ofHours(72));
        assertThat(page(me, "/akun/data/perbaikan"))
                .bodyText()
                .contains("Menunggu jawaban, paling lambat", "seharusnya Depok");
        assertThat(page(officer, "/petugas/data"))
                .hasStatusOk()
                .bodyText()
                .contains("/petugas/data/perbaikan/" + asked.id())
                .doesNotContain("Depok");
        assertThat(page(officer, "/petugas/data/perbaikan/" + asked.id()))
                .hasStatusOk()
                .bodyText()
                .contains("seharusnya Depok", me.account().toString());

        assertThat(send(officer, "/petugas/data/perbaikan/" + asked.id(), "hasil", "DONE", "jawaban", " "))
                .hasStatus(422);
        assertThat(send(
                        officer,
                        "/petugas/data/perbaikan/" + asked.id(),
                        "hasil",
                        "DONE",
                        "jawaban",
                        "Sudah kami ubah."))
                .hasStatus3xxRedirection();
        assertThat(page(me, "/akun/data/perbaikan")).bodyText().contains("Selesai diperbaiki", "Sudah kami ubah.");
        assertThatThrownBy(() -> desk.answer(asked.id(), State.REFUSED, "lain", officer.account()))
                .isInstanceOf(CorrectionRefused.Settled.class);
        assertThat(page(officer, "/petugas/data"))
                .bodyText()
                .doesNotContain(asked.id().toString());
    }

    @Test
    void whatIsLateIsMarkedAndStandsFirst() {
        ask("nama ibu");
        db.sql("UPDATE privacy.correction SET due_at = asked_at - interval '300 days' WHERE account = :me")
                .param("me", me.account().value())
                .update();
        assertThat(desk.open().getFirst().account()).isEqualTo(me.account());
        assertThat(page(officer, "/petugas/data")).bodyText().contains("Lewat batas waktu");
        desk.withdraw(desk.of(me.account()).getFirst().id(), me.account());
        assertThat(desk.of(me.account()).getFirst().state()).isEqualTo(State.WITHDRAWN);
    }

    @Test
    void anothersRequestIsNotTakenBackAndSoManyMayWait() {
        ask("satu");
        var other = SignedInPeople.applicant(accounts);
        var id = desk.of(me.account()).getFirst().id();
        send(other, "/akun/data/perbaikan/" + id + "/batal");
        assertThat(desk.of(me.account()).getFirst().isOpen()).isTrue();
        for (int i = 0; i < 4; i++) {
            ask("lagi");
        }
        assertThat(ask("terlalu banyak")).hasStatus(422).bodyText().contains("Lima permintaan");
        assertThat(send(me, "/akun/data/perbaikan", "tentang", "ASAL", "perbaikan", "x"))
                .hasStatus(422);
    }

    @Test
    void whatIsAskedForStandsSealed() {
        ask("nama saya Kadek");
        assertThat(db.sql("SELECT wanted FROM privacy.correction WHERE account = :me")
                        .param("me", me.account().value())
                        .query(String.class)
                        .single())
                .startsWith("§")
                .doesNotContain("Kadek");
    }

    @Test
    void nobodyElseAnswers() {
        var counter = SignedInPeople.officer(accounts, OFFICE, Role.COUNTER_OFFICER);
        assertThat(page(counter, "/petugas/data")).hasStatus(403);
        assertThat(page(me, "/petugas/data")).hasStatus(403);
    }

    @Test
    void anOrderToKeepIsNotedAndLiftedOnItsPage() {
        var account = me.account().toString();
        assertThat(send(officer, "/petugas/data/simpan", "akun", account, "alasan", "COURT", "surat", "tidak sah!"))
                .hasStatus(422);
        send(officer, "/petugas/data/simpan", "akun", account, "alasan", "COURT", "surat", "W.10-123/2026");
        assertThat(page(officer, "/petugas/data/simpan")).bodyText().contains(account, "W.10-123/2026");
        assertThat(page(me, "/akun/data/hapus")).bodyText().contains("Ada perintah resmi");
        var id = db.sql("SELECT id FROM retention.hold WHERE account = :me")
                .param("me", me.account().value())
                .query(String.class)
                .single();
        send(officer, "/petugas/data/simpan/" + id + "/cabut");
        assertThat(page(me, "/akun/data/hapus")).bodyText().contains("Ketik HAPUS");
    }

    private MvcTestResult ask(String wanted) {
        return send(me, "/akun/data/perbaikan", "tentang", "FORM", "perbaikan", wanted);
    }

    private MvcTestResult page(SignedIn who, String address) {
        return browser.get().uri(address).with(as(who)).exchange();
    }

    private MvcTestResult send(SignedIn who, String address, String... fields) {
        var request = browser.post().uri(address).with(as(who)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
