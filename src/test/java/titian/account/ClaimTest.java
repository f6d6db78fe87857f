package titian.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import titian.Browser;
import titian.Neighbours;
import titian.People;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.outside.World;
import titian.registry.Claim;
import titian.registry.Claim.Standing;
import titian.registry.ClaimDesk;
import titian.registry.RegistryAnswer.Field;
import titian.registry.RegistryDesk.Person;

/** Who registers is checked at the civil registry, later if it is away, and may be corrected. */
@TitianTest
class ClaimTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AccountDesk accounts;

    @Autowired
    ClaimDesk claims;

    @Autowired
    JdbcClient db;

    @Autowired
    titian.seal.Seals seals;

    @Autowired
    World world;

    final People.Someone someone = People.someone();
    Neighbours neighbours;

    @BeforeEach
    void know() {
        neighbours = new Neighbours(world);
    }

    @AfterEach
    void recover() {
        neighbours.recover();
    }

    @ParameterizedTest
    @CsvSource({"HIDUP, MATCHES", "MENINGGAL, UNUSABLE", "GANDA, UNUSABLE", ", UNKNOWN"})
    void whoeverConfirmsIsCheckedByWhatTheRegistryKnows(String standing, Standing expected) {
        if (standing != null) {
            neighbours.enter(someone, standing);
        }

        var me = SignedInPeople.applicant(accounts, someone).account();

        assertThat(checked(me).standing()).isEqualTo(expected);
    }

    @Test
    void whatDiffersIsNamedAndMayBeCorrected() {
        neighbours.enter(someone, "HIDUP");
        var other = new People.Someone(someone.nik(), "WARGA BERNAMA LAIN", someone.birthDate(), someone.email());
        var me = SignedInPeople.applicant(accounts, other).account();
        assertThat(checked(me).differing()).containsExactly(Field.NAME);
        var browser = new Browser(mvc);
        browser.signIn(someone.email(), SignedInPeople.PASSWORD);
        assertThat(browser.get("/akun/identitas"))
                .hasStatusOk()
                .bodyText()
                .contains("Ada yang berbeda", "Nama lengkap berbeda");

        assertThat(browser.post("/akun/identitas", identity(someone))).hasRedirectedUrl("/akun/identitas");

        assertThat(checked(me).standing()).isEqualTo(Standing.MATCHES);
        assertThat(browser.get("/akun/identitas")).bodyText().contains("cocok dengan data Dukcapil");
    }

    @Test
    void aRegistryThatIsAwayIsAskedAgainAndNobodyWaitsForIt() {
        neighbours.enter(someone, "HIDUP");
        neighbours.fall("dukcapil", "mati");
        var me = SignedInPeople.applicant(accounts, someone).account();
        var browser = new Browser(mvc);
        assertThat(browser.signIn(someone.email(), SignedInPeople.PASSWORD)).hasRedirectedUrl("/beranda");
        assertThat(browser.get("/akun/identitas")).bodyText().contains("Diperiksa nanti");

        neighbours.recover();

        thePauseIsOver(me);
        assertThat(checked(me).standing()).isEqualTo(Standing.MATCHES);
    }

    /** The question waits to be asked again: its time comes now. */
    private void thePauseIsOver(titian.shared.AccountId account) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> db.sql("""
                                UPDATE platform.scheduled_task
                                   SET execution_time = now()
                                 WHERE task_name = 'claim-check' AND task_instance LIKE :account
                                   AND consecutive_failures > 0 AND NOT picked
                                """).param("account", account + " %").update() == 1);
    }

    @Test
    void correctingIsNoWayToGuess() {
        SignedInPeople.applicant(accounts, someone);
        var browser = new Browser(mvc);
        browser.signIn(someone.email(), SignedInPeople.PASSWORD);
        for (int i = 0; i < 5; i++) {
            assertThat(browser.post("/akun/identitas", identity(someone))).hasRedirectedUrl("/akun/identitas");
        }

        assertThat(browser.post("/akun/identitas", identity(someone)))
                .hasStatus(429)
                .bodyText()
                .contains("terlalu sering");
        assertThat(browser.post("/akun/identitas", Map.of()))
                .hasStatus(422)
                .bodyText()
                .contains("Ada 3 isian");
    }

    @Test
    void aStrangerWhoTypesAnAddressThatHasAnAccountChangesNoClaim() {
        var me = SignedInPeople.applicant(accounts, someone).account();
        var stranger = People.someone();

        accounts.register(
                SignedInPeople.registration(
                        new People.Someone(stranger.nik(), stranger.name(), stranger.birthDate(), someone.email())),
                SignedInPeople.network());

        assertThat(claims.find(me).orElseThrow().person().nik()).isEqualTo(someone.nik());
        assertThat(claims.of(stranger.nik())).isEmpty();
    }

    @Test
    void anAnswerToAClaimThatWasCorrectedIsNone() {
        var me = SignedInPeople.applicant(accounts, someone).account();
        var first = checked(me);
        claims.claim(me, new Person(someone.nik(), "WARGA BERNAMA BARU", someone.birthDate()));

        var now = claims.find(me).orElseThrow();

        assertThat(now.version()).isEqualTo(first.version() + 1);
        assertThat(now.standing()).isEqualTo(Standing.UNCHECKED);
    }

    @Test
    void whatNobodyConfirmedIsForgottenWithWhoTheySaidTheyWere() {
        accounts.register(SignedInPeople.registration(someone), SignedInPeople.network());
        assertThat(claims.of(someone.nik())).as("nobody is asked about before").isEmpty();
        var account = db.sql("SELECT id FROM account.account WHERE email_mark = :email")
                .param("email", seals.mark("email", someone.email()))
                .query(UUID.class)
                .single();
        assertThat(claims.find(new titian.shared.AccountId(account))).isPresent();

        world.clock().moveBy(Duration.ofDays(8));
        accounts.tidy();

        assertThat(claims.find(new titian.shared.AccountId(account))).isEmpty();
    }

    @Test
    void nothingOfItStandsOpen() {
        var me = SignedInPeople.applicant(accounts, someone).account();

        assertThat(db.sql("SELECT nik || name || birth_date FROM registry.claim WHERE account = :me")
                        .param("me", me.value())
                        .query(String.class)
                        .single())
                .doesNotContain(
                        someone.nik().value(),
                        someone.name(),
                        someone.birthDate().toString());
    }

    private Claim checked(titian.shared.AccountId account) {
        return await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> claims.find(account).orElseThrow(), claim -> claim.standing() != Standing.UNCHECKED);
    }

    private static Map<String, String> identity(People.Someone whom) {
        var form = new HashMap<String, String>();
        form.put("name", whom.name());
        form.put("nik", whom.nik().value());
        form.put("birthDate.day", String.valueOf(whom.birthDate().getDayOfMonth()));
        form.put("birthDate.month", String.valueOf(whom.birthDate().getMonthValue()));
        form.put("birthDate.year", String.valueOf(whom.birthDate().getYear()));
        return form;
    }
}
