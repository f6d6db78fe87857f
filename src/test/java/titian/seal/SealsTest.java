package titian.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import titian.Browser;
import titian.People;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.form.FilledIn;
import titian.platform.CannotStart;

/** What is personal opens in its own column only, is found by its mark only, and outlives its keys. */
@TitianTest
class SealsTest {

    private static final String KTP = "3174014101900001";

    @Autowired
    Seals seals;

    @Autowired
    KeyDesk desk;

    @Autowired
    Keysets keysets;

    @Autowired
    Marks marks;

    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    List<HoldsSealed> tables;

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AccountDesk accounts;

    @Autowired
    BeanFactory house;

    @Test
    void itOpensAsItWas() {
        for (var text : List.of("", KTP, "I Gusti Ngurah Śrī Déwi ḌḤĀÑÇ", "§ no seal", "x".repeat(20_000))) {
            assertThat(seals.open(seals.seal(text, "a.b"), "a.b")).isEqualTo(text);
        }
    }

    @Test
    void whatLiesInTheTableTellsNothingAndIsNeverTheSame() {
        assertThat(seals.seal(KTP, "a.b")).doesNotContain(KTP).isNotEqualTo(seals.seal(KTP, "a.b"));
    }

    @Test
    void inAnotherColumnOrChangedItDoesNotOpen() {
        var sealed = seals.seal(KTP, "a.b");
        var changed = sealed.substring(0, sealed.length() - 2) + (sealed.endsWith("AA") ? "BB" : "AA");
        assertThatThrownBy(() -> seals.open(sealed, "a.c")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> seals.open(changed, "a.b"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining(KTP);
        for (var rubbish : List.of("§", "§12345678", "§nothexnoAAAA", "§1234567812345678=", "§12345678 %&/()")) {
            assertThatThrownBy(() -> seals.open(rubbish, "a.b")).as(rubbish).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void plainTextFromBeforeIsReadAsItStands() {
        assertThat(seals.open("siti@warga.example", "account.email")).isEqualTo("siti@warga.example");
    }

    @Test
    void theSameTextHasTheSameMarkAndNoOtherKindHasIt() {
        assertThat(seals.mark("nik", KTP))
                .isEqualTo(seals.mark("nik", KTP))
                .isNotEqualTo(seals.mark("phone", KTP))
                .isNotEqualTo(seals.mark("nik", "3174014101900002"));
    }

    @Test
    void anotherNodeOpensWhatANewKeySealed() {
        var other = new Seals(desk, marks, clock);
        var before = other.seal(KTP, "a.b");
        transaction.executeWithoutResult(_ -> desk.rotate());
        var current = seals.renewed();
        var sealed = seals.seal(KTP, "a.b");
        assertThat(sealed).startsWith("§" + current);
        assertThat(before).doesNotStartWith("§" + current);
        assertThat(other.open(sealed, "a.b")).isEqualTo(KTP);
        assertThat(seals.open(before, "a.b")).isEqualTo(KTP);
        assertThat(seals.mark("nik", KTP)).isEqualTo(other.mark("nik", KTP));
    }

    @Test
    void everyRowIsSealedByTheNewKeyInStepsThatMayBeCutOff() {
        var rows = new Rows(seals, 1_234);
        var walk = new WalkDesk(List.of(rows), keysets, seals, transaction, clock);
        rows.breakAt = 700;
        assertThatThrownBy(walk::afterSingletonsInstantiated).isInstanceOf(IllegalStateException.class);
        rows.breakAt = Integer.MAX_VALUE;
        walk.afterSingletonsInstantiated();
        assertThat(rows.values.values()).allMatch(value -> value.startsWith("§"));
        assertThat(rows.steps)
                .as("nothing is walked twice, but for the step that was cut off")
                .isEqualTo(5);

        transaction.executeWithoutResult(_ -> desk.rotate());
        walk.afterSingletonsInstantiated();
        assertThat(rows.steps).as("a new key does not hold up the start").isEqualTo(5);
        var later = new WalkDesk(
                List.of(rows), keysets, seals, transaction, Clock.offset(clock, Seals.HELD.multipliedBy(3)));
        later.walkAll();
        later.walkAll();
        assertThat(rows.steps).isEqualTo(9);
        var current = seals.renewed();
        assertThat(rows.values.values())
                .allMatch(value -> value.startsWith("§" + current))
                .allMatch(value -> seals.open(value, "a.b").equals(KTP));
    }

    @Test
    void everyTableOfTheHouseIsSealedAnewWhileItServes() {
        var someone = People.someone();
        var me = SignedInPeople.applicant(accounts, someone);
        var filled = new FilledIn(house);
        var form = filled.ready(me.account(), someone);
        var answers = filled.form(form).answers();
        var browser = new Browser(mvc);
        browser.signIn(someone.email(), SignedInPeople.PASSWORD);

        transaction.executeWithoutResult(_ -> desk.rotate());
        var later = Clock.offset(clock, Seals.HELD.multipliedBy(3));
        new WalkDesk(tables, keysets, seals, transaction, later).walkAll();

        var sealed = columns().stream().filter(column -> sealed(column, "§")).toList();
        assertThat(sealed).contains(new Column("account.account", "name"), new Column("form.answers", "answers"));
        assertThat(sealed).noneMatch(column -> sealedOtherwise(column, "§" + seals.renewed()));
        assertThat(browser.get("/beranda")).as("a session from before").hasStatusOk();
        assertThat(new Browser(mvc).signIn(someone.email(), SignedInPeople.PASSWORD))
                .hasRedirectedUrl("/beranda");
        assertThat(accounts.contact(me.account()).orElseThrow().name()).isEqualTo(someone.name());
        assertThat(filled.form(form).answers()).isEqualTo(answers);
    }

    @Test
    void theCommandBringsANewKeyToAHouseThatServes() {
        var former = seals.renewed();
        var sealed = seals.seal(KTP, "a.b");

        RotateKeys.run(
                "--spring.profiles.active=development",
                "--spring.datasource.url=" + database.getJdbcUrl(),
                "--spring.datasource.username=" + database.getUsername(),
                "--spring.datasource.password=" + database.getPassword());

        assertThat(seals.renewed()).isNotEqualTo(former);
        assertThat(seals.open(sealed, "a.b")).isEqualTo(KTP);
    }

    /** Where text stands. */
    private record Column(String table, String name) {}

    private List<Column> columns() {
        return db.sql("""
                        SELECT quote_ident(table_schema) || '.' || quote_ident(table_name), quote_ident(column_name)
                          FROM information_schema.columns
                          JOIN information_schema.tables USING (table_schema, table_name)
                         WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'
                           AND table_schema <> 'audit'   -- never changed: the key that sealed a line opens it for ever'
                           AND data_type IN ('text', 'character varying')
                        """)
                .query((row, _) -> new Column(row.getString(1), row.getString(2)))
                .list();
    }

    private boolean sealed(Column column, String beginning) {
        return db.sql("SELECT EXISTS (SELECT FROM %s WHERE starts_with(%s, :beginning))"
                        .formatted(column.table(), column.name()))
                .param("beginning", beginning)
                .query(Boolean.class)
                .single();
    }

    private boolean sealedOtherwise(Column column, String beginning) {
        return db.sql("""
                        SELECT EXISTS (SELECT
                                         FROM %1$s
                                        WHERE %2$s ~ '^§[0-9a-f]{8}' AND NOT starts_with(%2$s, :beginning))
                        """.formatted(column.table(), column.name()))
                .param("beginning", beginning)
                .query(Boolean.class)
                .single();
    }

    @Test
    void aNewKeyOfTheEnvironmentTakesTheKeysOver() {
        var first = "first-0123456789abcdef0123456789abcdef";
        var second = "second-0123456789abcdef0123456789abcdef";
        var usual =
                db.sql("SELECT keys FROM seal.keyset WHERE purpose = 'SEAL'").query(byte[].class);
        assertThat(usual.list()).hasSize(1);
        transaction.executeWithoutResult(all -> {
            all.setRollbackOnly();
            db.sql("DELETE FROM seal.keyset").update();
            var sealed = new Seals(deskWith(first), marks, clock).seal(KTP, "a.b");
            assertThat(new Seals(deskWith(second, first), marks, clock).open(sealed, "a.b"))
                    .isEqualTo(KTP);
            assertThat(new Seals(deskWith(second), marks, clock).open(sealed, "a.b"))
                    .isEqualTo(KTP);
            assertThatThrownBy(() -> new Seals(deskWith(first), marks, clock))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("TITIAN_PERSONAL_KEYS");
        });
    }

    @Test
    void withoutAGoodKeyTheHouseDoesNotStart() {
        for (var keys :
                List.of(List.<String>of(), List.of("short"), List.of("development-only-personal-0123456789abcdef"))) {
            assertThatThrownBy(() -> new EnvelopeKeys(keys, new MockEnvironment()))
                    .isInstanceOf(CannotStart.class);
        }
    }

    private KeyDesk deskWith(String... keys) {
        return new KeyDesk(keysets, new EnvelopeKeys(List.of(keys), new MockEnvironment()), clock);
    }

    /** A table in memory, some of whose steps fail. */
    private static class Rows implements HoldsSealed {

        final TreeMap<UUID, String> values = new TreeMap<>();
        final String name = "test.rows_" + UUID.randomUUID();
        final Seals seals;
        int steps;
        int breakAt = Integer.MAX_VALUE;

        Rows(Seals seals, int count) {
            this.seals = seals;
            for (int i = 0; i < count; i++) {
                values.put(new UUID(0, i + 1L), KTP);
            }
        }

        @Override
        public String table() {
            return name;
        }

        @Override
        public List<UUID> sealAnew(UUID after, int most) {
            var some = new ArrayList<>(
                    values.tailMap(after, false).keySet().stream().limit(most).toList());
            steps++;
            for (var id : some) {
                if (id.getLeastSignificantBits() > breakAt) {
                    throw new IllegalStateException("cut off");
                }
                values.compute(id, (_, value) -> seals.seal(seals.open(value, "a.b"), "a.b"));
            }
            return some;
        }
    }
}
