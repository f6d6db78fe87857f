package titian.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionOperations;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.seal.Seals;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;
import titian.shared.Role;
import titian.shared.SignedIn;
import titian.web.Words;

/** Rules that administrators change: dated, tried first, recorded, and never for what has gone in. */
@TitianTest
class RulesTest {

    @Autowired
    Seals seals;

    @Autowired
    MockMvcTester browser;

    @Autowired
    AccountDesk accounts;

    @Autowired
    Requirements requirements;

    @Autowired
    RequirementDesk desk;

    @Autowired
    RuleDesk rules;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient db;

    SignedIn administrator;
    LocalDate later;

    /** A paper of its own, so that tests do not meet. */
    final String paper = "SURAT_UJI_" + ThreadLocalRandom.current().nextInt(100_000, 1_000_000);

    @BeforeEach
    void anAdministrator() {
        administrator = SignedInPeople.officer(accounts, new OfficeId("kanim-jakarta-selatan"), Role.ADMINISTRATOR);
        later = rules.today().plusDays(400);
    }

    @Test
    void theEffectIsShownBeforeAnythingIsSaved() {
        assertThat(post(ask())).hasStatusOk().bodyText().contains("Akibatnya mulai", "Bertambah:", "Surat uji");

        assertThat(papers(later)).doesNotContain(paper);
    }

    /** What the list asks for is asked for in another way. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NEW_ADULT   | KK         | CONDITIONAL | ''          | KK          | bila berlaku, diunggah sebagai KK
            NEW_ADULT   | KK         | MANDATORY   | ''          | ''          | wajib, hanya dibawa
            NEW_ADULT   | IJAZAH     | ONE_OF      | IDENTITY    | KTP         | diunggah sebagai KTP, atau KTP
            NEW_ADULT   | IJAZAH     | MANDATORY   | ''          | CIVIL_PROOF | wajib, diunggah sebagai CIVIL_PROOF</span>
            DATA_CHANGE | PERDIM_11  | SYSTEM      | ''          | ''          | dibuat petugas</span>
            """)
    void whatIsAskedForInAnotherWayIsShownAsChanged(
            String service, String document, String obligation, String group, String slot, String then) {
        var known = requirements.of(RequestedService.valueOf(service), later).stream()
                .filter(row -> row.document().equals(document))
                .findFirst()
                .orElseThrow();
        var form = ask();
        form.put("layanan", service);
        form.put("dokumen", document);
        form.put("nama", known.nameId());
        form.put("namaInggris", known.nameEn());
        form.put("wajib", obligation);
        form.put("kelompok", group);
        form.put("unggah", slot);

        assertThat(post(form))
                .hasStatusOk()
                .bodyText()
                .contains("Berubah: " + known.nameId(), "Semula:", "Menjadi:", then)
                .doesNotContain("Tidak ada daftar yang berubah");
    }

    @Test
    void whatChangesForMinorsOnlyIsShown() {
        var form = ask();
        form.put("keadaan", "MINOR");

        assertThat(post(form))
                .hasStatusOk()
                .bodyText()
                .contains("Bertambah: Surat uji", Words.in(Words.INDONESIAN).text(Circumstance.MINOR.text()))
                .doesNotContain("Tidak ada daftar yang berubah");
    }

    @Test
    void whatComesOnAChildsListComesForMinorsOfOtherServices() {
        var rows = requirements.on(later);
        var change = new RuleChange.Ask(
                RequestedService.NEW_CHILD,
                paper,
                "Surat uji",
                "Test letter",
                Requirement.Obligation.MANDATORY,
                null,
                Set.of(),
                null,
                later,
                null);

        assertThat(Effect.of(change, rows))
                .anySatisfy(effect -> {
                    assertThat(effect.service()).isEqualTo(RequestedService.REPLACE_EXPIRY);
                    assertThat(effect.circumstances()).containsExactly(Circumstance.MINOR);
                    assertThat(effect.come()).extracting(Need.Paper::document).containsExactly(paper);
                })
                .noneMatch(effect -> effect.service() == RequestedService.REPLACE_EXPIRY
                        && effect.circumstances().isEmpty());
    }

    @Test
    void nothingThatChangesIsSaidToBeSo() {
        var known = requirements.of(RequestedService.NEW_ADULT, later).stream()
                .filter(row -> row.document().equals("KK"))
                .findFirst()
                .orElseThrow();
        var change = new RuleChange.Ask(
                RequestedService.NEW_ADULT,
                "KK",
                known.nameId(),
                known.nameEn(),
                known.obligation(),
                known.oneOf(),
                known.circumstances(),
                known.slot(),
                later,
                null);

        assertThat(Effect.of(change, requirements.on(later))).isEmpty();
    }

    @Test
    void aChangeCountsFromItsDayOnAndIsRecorded() {
        assertThat(post(saved(ask()))).hasRedirectedUrl("/petugas/kantor/syarat?layanan=DATA_CHANGE");

        assertThat(papers(later)).contains(paper);
        assertThat(papers(later.minusDays(1))).doesNotContain(paper);
        assertThat(db.sql("""
                        SELECT why FROM audit.entry
                         WHERE act = 'REQUIREMENT_CHANGED' AND after LIKE ?
                        """).param(paper + "%").query(this::why).list()).containsExactly("Surat edaran 12");
        assertThat(browser.get()
                        .uri("/petugas/kantor/syarat?layanan=DATA_CHANGE")
                        .with(as(administrator)))
                .hasStatusOk()
                .bodyText()
                .contains("Surat uji", "Mulai ");
    }

    @Test
    void aPaperIsAskedForNoMoreFromADayOn() {
        post(saved(ask()));
        var stop = ask();
        stop.put("jadi", "hentikan");
        stop.put("mulai", later.plusDays(10).toString());

        assertThat(post(stop)).bodyText().contains("Hilang:");
        assertThat(post(saved(stop))).hasStatus3xxRedirection();

        assertThat(papers(later.plusDays(9))).contains(paper);
        assertThat(papers(later.plusDays(10))).doesNotContain(paper);
    }

    @Test
    void aDayThatIsPlannedIsNotPlannedOver() {
        post(saved(ask()));

        assertThat(post(saved(ask()))).hasStatus(422).bodyText().contains("sudah ada perubahan");
    }

    @Test
    void whatHasGoneInKeepsItsList() {
        var application = ApplicationId.next();
        var before = desk.needs(Case.of(RequestedService.DATA_CHANGE));
        transaction.executeWithoutResult(_ -> desk.fix(application, before));

        post(saved(ask()));

        assertThat(desk.asked(application)).contains(before);
        assertThat(desk.needs(Case.of(RequestedService.DATA_CHANGE), later)).isNotEqualTo(before);
    }

    @Test
    void aNewEditionOfTheFileLeavesAloneWhatAnAdministratorTouched() {
        post(saved(ask()));

        assertThat(requirements.of(RequestedService.DATA_CHANGE, later).stream()
                        .filter(row -> row.document().equals(paper))
                        .toList())
                .hasSize(1)
                .allMatch(Requirement::ofOffice);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            layanan     | SIM            | Pilih layanan
            dokumen     | surat uji      | Kode dokumen berisi
            jadi        | buang          | Pilih yang dilakukan
            nama        | ''             | Isi nama dokumen
            namaInggris | ''             | bahasa Inggris
            wajib       | ''             | Pilih wajib
            unggah      | SELFIE         | jenis unggahan dari daftar
            keadaan     | MENDUNG        | keadaan dari daftar
            mulai       | 2020-01-01     | paling cepat besok
            mulai       | besok          | paling cepat besok
            sampai      | 2020-01-01     | tidak boleh sebelum
            alasan      | ''             | Isi alasan
            """)
    void whatIsMalformedIsSaidAndNothingIsSaved(String field, String typed, String said) {
        var form = saved(ask());
        form.put(field, typed);

        assertThat(post(form)).hasStatus(422).bodyText().contains(said);

        assertThat(papers(later)).doesNotContain(paper);
    }

    @Test
    void onlyAdministratorsGetThere() {
        var officer = SignedInPeople.officer(accounts, new OfficeId("kanim-jakarta-selatan"), Role.COUNTER_OFFICER);

        assertThat(browser.get().uri("/petugas/kantor/syarat").with(as(officer)))
                .hasStatus(403);
        assertThat(browser.get().uri("/petugas/kantor/syarat/ubah").with(as(officer)))
                .hasStatus(403);
    }

    @Test
    void theFormBeginsWithWhatIsAskedForNow() {
        assertThat(browser.get()
                        .uri("/petugas/kantor/syarat/ubah?layanan=NEW_ADULT&dokumen=KK")
                        .with(as(administrator)))
                .hasStatusOk()
                .bodyText()
                .contains("Kartu Keluarga", "value=\"KK\"");
    }

    private Map<String, String> ask() {
        return new HashMap<>(Map.of(
                "layanan", "DATA_CHANGE",
                "dokumen", paper,
                "jadi", "minta",
                "nama", "Surat uji",
                "namaInggris", "Test letter",
                "wajib", "MANDATORY",
                "mulai", later.toString(),
                "alasan", "Surat edaran 12"));
    }

    private static Map<String, String> saved(Map<String, String> form) {
        form.put("langkah", "simpan");
        return form;
    }

    private MvcTestResult post(Map<String, String> form) {
        var request = browser.post()
                .uri("/petugas/kantor/syarat/ubah")
                .with(as(administrator))
                .with(csrf());
        form.forEach(request::param);
        return request.exchange();
    }

    private List<String> papers(LocalDate day) {
        return requirements.of(RequestedService.DATA_CHANGE, day).stream()
                .map(Requirement::document)
                .toList();
    }

    private String why(ResultSet row, int number) throws SQLException {
        return seals.open(row.getString("why"), "audit.entry.why");
    }
}
