package titian.form;

import static org.assertj.core.api.Assertions.assertThat;
import static titian.SignedInPeople.as;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import titian.Neighbours;
import titian.People;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.allowance.SpentQuestions;
import titian.outside.World;
import titian.shared.ApplicationId;
import titian.shared.SignedIn;

/** Pages begin with what the civil registry has: what it confirmed of the account, and its record if asked for it. */
@TitianTest
class FromRegistryTest {

    private static final Map<String, String> RECORD = Map.of(
            "TMPT_LHR", "KEDIRI",
            "JENIS_PKRJN", "BIDAN",
            "NAMA_LGKP_IBU", "SITI",
            "ALAMAT", "JL CEMARA 7",
            "NO_RT", "3",
            "NO_RW", "4",
            "NO_PROP", "32",
            "NO_KAB", "1",
            "NO_KEC", "1");

    @Autowired
    BeanFactory house;

    @Autowired
    MockMvcTester browser;

    @Autowired
    AnswerSheets sheets;

    @Autowired
    AccountDesk accounts;

    @Autowired
    JdbcClient db;

    Neighbours neighbours;
    Person person;

    @BeforeEach
    void somebodyOnRecord(@Autowired World world) {
        neighbours = new Neighbours(world);
        person = new Person(browser);
        neighbours.enter(person.who, RECORD);
    }

    @AfterEach
    void theRegistryRecovers() {
        neighbours.recover();
    }

    @Test
    void whatIsOnRecordNeedNotBeTyped() {
        var id = person.before("data-diri");
        assertThat(page(id, "data-diri"))
                .contains("Isi dari Dukcapil", "Anda menyetujui")
                .doesNotContain("KEDIRI");

        assertThat(person.answer(id, "data-diri", Map.of("dukcapil", "isi", "height", "171")))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"KEDIRI\"", "value=\"BIDAN\"", "value=\"171\"", "Kami isi dari data Dukcapil")
                .doesNotContain("errsum");

        assertThat(sheets.of(id)).doesNotContainKey(Section.PERSON);
    }

    @Test
    void theAddressComesWithItsRegion() {
        var id = person.before("alamat");

        assertThat(person.answer(id, "alamat", Map.of("dukcapil", "isi", "phone", "081234567890")))
                .hasStatusOk()
                .bodyText()
                .contains("JL CEMARA 7, RT 3/RW 4", "081234567890")
                .containsPattern("value=\"32\"\\s+selected")
                .containsPattern("value=\"32.01\"\\s+selected")
                .containsPattern("value=\"32.01.01\"\\s+selected");
    }

    @Test
    void whatWasTypedIsNotReplaced() {
        var id = person.before("data-diri");
        assertThat(person.answer(id, "data-diri", Map.of("dukcapil", "isi", "birthPlace", "Blitar")))
                .bodyText()
                .contains("value=\"BLITAR\"", "value=\"BIDAN\"")
                .doesNotContain("KEDIRI");

        person.answer(id, "data-diri", person.answers("data-diri"));
        var home = new HashMap<>(person.answers("alamat"));
        home.put("dukcapil", "isi");
        assertThat(person.answer(id, "alamat", home))
                .bodyText()
                .contains("Jl. Melati 1")
                .containsPattern("value=\"31.74.09\"\\s+selected")
                .doesNotContain("CEMARA");
    }

    /** Whoever holds somebody's number, name and day of birth still does not learn where they live. */
    @Test
    void whoDoesNotKnowTheMothersNameIsToldNothing() {
        var id = person.before("data-diri");
        person.answer(id, "keluarga", Map.of("father", "Budi", "mother", "Sri", "maritalStatus", "UNMARRIED"));

        assertThat(person.answer(id, "data-diri", Map.of("dukcapil", "isi", "height", "171")))
                .hasStatusOk()
                .bodyText()
                .contains("Nama ibu di isian Anda tidak sama", "value=\"171\"")
                .doesNotContain("KEDIRI", "BIDAN");
        assertThat(person.answer(id, "alamat", Map.of("dukcapil", "isi")))
                .hasStatusOk()
                .bodyText()
                .contains("Nama ibu di isian Anda tidak sama")
                .doesNotContain("CEMARA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mati", "putus", "salah", "galat", "kuota"})
    void aRegistryThatIsAwayLosesNothingTyped(String illness) {
        var id = person.before("data-diri");
        neighbours.fall("dukcapil", illness);

        assertThat(person.answer(id, "data-diri", Map.of("dukcapil", "isi", "birthPlace", "Blitar", "height", "171")))
                .hasStatusOk()
                .bodyText()
                .contains("Dukcapil sedang tidak dapat dihubungi", "value=\"BLITAR\"", "value=\"171\"");

        assertThat(person.answer(id, "data-diri", person.answers("data-diri")))
                .hasRedirectedUrl("/permohonan/" + id + "/alamat");
    }

    @Test
    void nobodyTriesMothersWithoutEnd() {
        var id = person.before("data-diri");
        SpentQuestions.of(person.me.account(), house);

        assertThat(person.answer(id, "data-diri", Map.of("dukcapil", "isi", "height", "171")))
                .hasStatusOk()
                .bodyText()
                .contains("terlalu sering diminta", "value=\"171\"")
                .doesNotContain("KEDIRI");
    }

    @Test
    void aNumberInDoubtIsOfferedNothing() {
        var stranger = new Person(browser);
        var id = stranger.before("data-diri");

        assertThat(stranger.get("/permohonan/" + id + "/data-diri")).bodyText().doesNotContain("Isi dari Dukcapil");
        assertThat(stranger.answer(id, "data-diri", Map.of("dukcapil", "isi")))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Kami isi dari data Dukcapil");
    }

    @Test
    void whatWasAskedIsWrittenDownWithoutWhatWasTold() {
        var id = person.before("data-diri");
        person.answer(id, "data-diri", Map.of("dukcapil", "isi"));

        assertThat(db.sql("SELECT e::text FROM registry.exchange e ORDER BY id DESC LIMIT 50")
                        .query(String.class)
                        .list())
                .anyMatch(row -> row.contains("TOLD"))
                .noneMatch(row -> row.contains("KEDIRI") || row.contains("CEMARA"));
    }

    @Test
    void oneWhoKeepsAnAccountIsNotAskedAgainWhoTheyAre() {
        var someone = People.someone();
        neighbours.enter(someone, "HIDUP");
        var me = SignedInPeople.applicant(accounts, someone);
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> matched(me).equals(List.of("MATCHES")));
        var id = new FilledIn(house).begin(me.account());

        assertThat(nik(me, id))
                .contains(
                        "sudah dicocokkan dengan Dukcapil",
                        someone.name(),
                        someone.nik().value());

        neighbours.fall("dukcapil", "mati");
        var holder = new Person(browser, someone, me);
        assertThat(holder.answer(id, "nik", holder.identity())).hasRedirectedUrl("/permohonan/" + id + "/perdim");
        assertThat(((Answer.Identity) Objects.requireNonNull(sheets.of(id).get(Section.IDENTITY)))
                        .check()
                        .outcome())
                .as("the registry was away, and had confirmed it before")
                .isEqualTo(Answer.NikCheck.Outcome.MATCHES);
    }

    private List<String> matched(SignedIn me) {
        return db.sql("SELECT standing FROM registry.claim WHERE account = ?")
                .param(me.account().value())
                .query((row, _) -> row.getString("standing"))
                .list();
    }

    private String nik(SignedIn me, ApplicationId id) {
        var answer =
                browser.get().uri("/permohonan/" + id + "/nik").with(as(me)).exchange();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private String page(ApplicationId id, String page) {
        var shown = person.get("/permohonan/" + id + "/" + page);
        assertThat(shown).hasStatusOk();
        return new String(shown.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
