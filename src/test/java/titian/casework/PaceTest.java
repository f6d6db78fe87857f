package titian.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.outside.World;
import titian.seal.Seals;
import titian.shared.OfficeId;
import titian.shared.Role;
import titian.shared.SignedIn;
import titian.shared.Speed;

/** By what times an office checks papers: rows with a first day, decided by its administrator and recorded. */
@TitianTest
class PaceTest {

    private static final Pace STANDARD = new Pace(
            Duration.ofDays(2), Duration.ofDays(1), Duration.ofMinutes(15), Duration.ofMinutes(30), 3, Duration.ZERO);

    @Autowired
    Seals seals;

    @Autowired
    MockMvcTester browser;

    @Autowired
    BeanFactory house;

    @Autowired
    AccountDesk accounts;

    @Autowired
    Paces paces;

    @Autowired
    CaseFiles files;

    @Autowired
    Escalation escalation;

    @Autowired
    JdbcClient db;

    @Autowired
    World world;

    @Autowired
    Clock clock;

    SomeFiles some;
    SignedIn administrator;
    LocalDate tomorrow;

    @BeforeEach
    void anOffice() {
        some = new SomeFiles(house);
        administrator = SignedInPeople.officer(accounts, some.office(), Role.ADMINISTRATOR);
        tomorrow = Paces.day(clock.instant()).plusDays(1);
    }

    @Test
    void whatIsDecidedCountsFromItsDayOnForThatOfficeAlone() {
        assertThat(get()).hasStatusOk().bodyText().contains("15 menit", "48 jam", "3 hari");
        assertThat(post(typed("pegang", "45"))).hasRedirectedUrl("/petugas/kantor/pemeriksaan");

        var then = tomorrow.atTime(12, 0).toInstant(ZoneOffset.UTC);
        assertThat(paces.of(some.office(), clock.instant())).isEqualTo(STANDARD);
        assertThat(paces.of(some.office(), then).lease()).isEqualTo(Duration.ofMinutes(45));
        assertThat(paces.of(OfficeId.of("kanim-tidak-diatur"), then)).isEqualTo(STANDARD);
        assertThat(get()).bodyText().contains("45 menit");
        assertThat(db.sql("SELECT why FROM audit.entry WHERE act = 'PACE_DECIDED' AND subject = ? AND after = ?")
                        .param(some.office().value())
                        .param(tomorrow.toString())
                        .query(this::why)
                        .list())
                .containsExactly("Surat edaran 7");
        assertThat(post(typed("pegang", "60")))
                .as("a day that is decided")
                .hasStatus(422)
                .bodyText()
                .contains("sudah ada perubahan");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            periksa   | 0          | Isi angka 1 sampai 720
            periksa   | dua        | Isi angka 1 sampai 720
            sebelum   | -1         | Isi angka 0 sampai 240
            pegang    | 4          | Isi angka 5 sampai 120
            tugas     | 99999999   | Isi angka 5 sampai 480
            perbaikan | ''         | Isi angka 1 sampai 30
            sabar     | 1,5        | Isi angka 0 sampai
            mulai     | 2020-01-01 | paling cepat besok
            mulai     | besok      | paling cepat besok
            alasan    | ''         | Isi alasan
            """)
    void whatIsMalformedIsSaidAndNothingIsDecided(String field, String typed, String said) {
        assertThat(post(typed(field, typed))).hasStatus(422).bodyText().contains(said);

        assertThat(paces.planned(some.office(), clock.instant())).isEmpty();
    }

    @Test
    void theTableSaysTheSame() {
        assertThatThrownBy(() -> db.sql("""
                                INSERT INTO casework.pace
                                       (office, valid_from, check_hours, hours_before_visit, lease_minutes,
                                        duty_minutes, days_to_mend, patience_minutes)
                                VALUES ('kanim-bogor', DATE '2030-01-01', 48, 24, 600, 30, 3, 0)
                                """).update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("a_file_is_lent_for_some_minutes");
    }

    @Test
    void aFileComesBeforeTheHeadOnceTheOfficesPatienceIsOver() {
        post(typed("sabar", "60"));
        var one = some.certain();
        var due = files.find(one.id()).orElseThrow().dueAt();
        var head = some.sectionHead();

        world.clock().moveTo(due.plusSeconds(1));
        sweep();
        assertThat(get(head, "/petugas/berkas/atasan"))
                .bodyText()
                .doesNotContain(one.id().toString());
        world.clock().moveTo(due.plus(Duration.ofMinutes(61)));
        sweep();
        assertThat(get(head, "/petugas/berkas/atasan"))
                .bodyText()
                .contains(one.id().toString());
    }

    /** Files of other tests may be late as well. */
    private void sweep() {
        for (int i = 0; i < 10; i++) {
            escalation.sweep();
        }
    }

    @Test
    void onlyTheAdministratorDecides() {
        assertThat(get(some.verifier(), "/petugas/kantor/pemeriksaan")).hasStatus(403);
    }

    /** Papers are due soon, the day before the visit at the latest, and never before now. */
    @ParameterizedTest
    @CsvSource({"9, 2", "2, 1", "1, 1"})
    void papersAreDueWhileTheyCanStillBeMended(int daysToTheVisit, int daysToTheDeadline) {
        var now = Instant.parse("2026-12-01T02:00:00Z");

        assertThat(STANDARD.due(Speed.REGULAR, now, now.plus(Duration.ofDays(daysToTheVisit))))
                .isEqualTo(now.plus(Duration.ofDays(daysToTheDeadline)));
    }

    @Test
    void whatIsPromisedForTheSameDayIsDueInHalfTheTime() {
        var now = Instant.parse("2026-12-01T02:00:00Z");

        assertThat(STANDARD.due(Speed.SAME_DAY, now, now.plus(Duration.ofDays(9))))
                .isEqualTo(now.plus(Duration.ofDays(1)));
    }

    @ParameterizedTest
    @CsvSource({"9, 3", "3, 2", "1, 0", "0, 0"})
    void papersAreMendedTheDayBeforeTheVisitAtTheLatest(int daysToTheVisit, int daysToMend) {
        var today = LocalDate.of(2026, 12, 1);

        assertThat(STANDARD.mendBy(today, today.plusDays(daysToTheVisit))).isEqualTo(today.plusDays(daysToMend));
    }

    private Map<String, String> typed(String field, String value) {
        var form = new HashMap<>(Map.of(
                "periksa", "48",
                "sebelum", "24",
                "pegang", "15",
                "tugas", "30",
                "perbaikan", "3",
                "sabar", "0",
                "mulai", tomorrow.toString(),
                "alasan", "Surat edaran 7"));
        form.put(field, value);
        return form;
    }

    private MvcTestResult get() {
        return get(administrator, "/petugas/kantor/pemeriksaan");
    }

    private MvcTestResult get(SignedIn who, String address) {
        return browser.get().uri(address).with(as(who)).exchange();
    }

    private MvcTestResult post(Map<String, String> form) {
        var request = browser.post()
                .uri("/petugas/kantor/pemeriksaan")
                .with(as(administrator))
                .with(csrf());
        form.forEach(request::param);
        return request.exchange();
    }

    private String why(ResultSet row, int number) throws SQLException {
        return seals.open(row.getString("why"), "audit.entry.why");
    }
}
