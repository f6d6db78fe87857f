package titian.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;
import static titian.registry.RegistryAnswer.Field.BIRTH_DATE;
import static titian.registry.RegistryAnswer.Field.NAME;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import titian.Neighbours;
import titian.People;
import titian.TitianTest;
import titian.outside.World;
import titian.registry.RegistryAnswer.Differs;
import titian.registry.RegistryAnswer.Matches;
import titian.registry.RegistryAnswer.Unknown;
import titian.registry.RegistryAnswer.Unreachable;
import titian.registry.RegistryAnswer.Unusable;
import titian.registry.RegistryDesk.Person;

/** The registry asked over its own protocol, well and ill. */
@TitianTest
class RegistryDeskTest {

    @Autowired
    RegistryDesk desk;

    @Autowired
    Questions questions;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    Neighbours neighbours;
    People.Someone someone = People.someone();

    @BeforeEach
    void theRegistryIsWell(@Autowired World world) {
        neighbours = new Neighbours(world);
        neighbours.enter(People.someone(), "HIDUP");
        recover();
    }

    @AfterEach
    void recover() {
        neighbours.recover();
        await().until(() -> !(desk.check(person(People.someone())) instanceof Unreachable));
    }

    @Test
    void aPersonAsTheRegistryKnowsThemMatches() {
        neighbours.enter(someone, "HIDUP");

        assertThat(desk.check(person(someone))).isEqualTo(new Matches());
    }

    @Test
    void whatDiffersIsNamed() {
        neighbours.enter(someone, "HIDUP");

        assertThat(desk.check(new Person(someone.nik(), "ORANG LAIN SAMA SEKALI", someone.birthDate())))
                .isEqualTo(new Differs(Set.of(NAME)));
        assertThat(desk.check(new Person(
                        someone.nik(), someone.name(), someone.birthDate().plusDays(1))))
                .isEqualTo(new Differs(Set.of(BIRTH_DATE)));
        assertThat(desk.check(new Person(
                        someone.nik(), "ORANG LAIN", someone.birthDate().plusDays(1))))
                .isEqualTo(new Differs(Set.of(NAME, BIRTH_DATE)));
    }

    @Test
    void aSlipOfTheFingerInALongNameStillMatches() {
        var named = new People.Someone(someone.nik(), "RATNA DEWI WULANDARI", someone.birthDate(), someone.email());
        neighbours.enter(named, "HIDUP");

        assertThat(desk.check(new Person(someone.nik(), "ratna dewi wulandary", someone.birthDate())))
                .isEqualTo(new Matches());
    }

    @Test
    void aNumberNobodyHoldsIsUnknown() {
        assertThat(desk.check(person(someone))).isEqualTo(new Unknown());
    }

    @ParameterizedTest
    @CsvSource({"MENINGGAL, DEAD", "GANDA, DUPLICATE", "NON_AKTIF, INACTIVE"})
    void aNumberThatMayNotBeUsedSaysWhy(String standing, Unusable.Why why) {
        neighbours.enter(someone, standing);

        assertThat(desk.check(person(someone))).isEqualTo(new Unusable(why));
    }

    @ParameterizedTest
    @CsvSource({"mati, STATUS_BROKEN", "putus, UNREACHABLE", "salah, GARBLED", "galat, BUSY", "kuota, QUOTA_USED_UP"})
    void anIllRegistryIsUnreachable(String illness, String outcome) {
        neighbours.enter(someone, "HIDUP");
        neighbours.fall("dukcapil", illness);

        assertThat(desk.check(person(someone))).isEqualTo(new Unreachable());

        assertThat(asked(someone)).extracting(Asked::outcome).containsExactly(outcome);
    }

    @Test
    void aSlowRegistryCostsABoundedTime() {
        neighbours.enter(someone, "HIDUP");
        neighbours.fall("dukcapil", "lambat", Duration.ofSeconds(60));

        var began = System.nanoTime();
        assertThat(desk.check(person(someone))).isEqualTo(new Unreachable());

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
        assertThat(asked(someone)).extracting(Asked::outcome).containsExactly("SILENT");
    }

    @Test
    void aRegistryThatKeepsFailingIsLeftAlone() {
        neighbours.fall("dukcapil", "mati");

        await().until(() -> {
            var other = People.someone();
            desk.check(person(other));
            return asked(other).getFirst().outcome().equals("RESTING");
        });

        neighbours.recover();
        neighbours.enter(someone, "HIDUP");
        await().untilAsserted(() -> assertThat(desk.check(person(someone))).isEqualTo(new Matches()));
    }

    @Test
    void theRecordSaysWhatHappenedAndGivesNobodyAway() {
        neighbours.enter(someone, "HIDUP");
        desk.check(person(someone));
        desk.check(new Person(someone.nik(), "ORANG LAIN SAMA SEKALI", someone.birthDate()));

        assertThat(asked(someone)).containsExactly(new Asked("MATCHES", null), new Asked("DIFFERS", null));
        var everything = db.sql("SELECT e::text FROM registry.exchange e")
                .query(String.class)
                .list();
        assertThat(everything)
                .isNotEmpty()
                .noneMatch(row -> row.contains(someone.nik().value()))
                .noneMatch(row -> row.contains(someone.name()))
                .noneMatch(row -> row.contains("ORANG LAIN"))
                .noneMatch(row -> row.contains("titian-dev"));
        assertThat(everything).anyMatch(row -> row.contains("{NAME}"));
    }

    @Test
    void askingInsideATransactionIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> transaction.executeWithoutResult(_ -> desk.check(person(someone))))
                .withMessageContaining("inside a transaction");
    }

    /** A question to the registry as it was kept. */
    record Asked(String outcome, @Nullable String responseCode) {}

    private List<Asked> asked(People.Someone person) {
        return db.sql("SELECT outcome, response_code FROM registry.exchange WHERE nik_reference = ? ORDER BY id")
                .param(questions.reference(person.nik()))
                .query((row, _) -> new Asked(row.getString("outcome"), row.getString("response_code")))
                .list();
    }

    private static Person person(People.Someone someone) {
        return new Person(someone.nik(), someone.name(), someone.birthDate());
    }
}
