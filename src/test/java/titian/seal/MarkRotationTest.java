package titian.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import titian.Browser;
import titian.People;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.account.EmailAddress;
import titian.form.FilledIn;

/** Another key of marks is brought in while everybody works on: nobody is lost, and nobody is there twice. */
@TitianTest
class MarkRotationTest {

    private static final Duration LATER = MarkDesk.EVERY_NODE_KNOWS.plusSeconds(1);

    @Autowired
    Seals seals;

    @Autowired
    KeyDesk keys;

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
    JdbcConnectionDetails database;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AccountDesk accounts;

    @Autowired
    BeanFactory house;

    /** No other test finds the house in the middle of it. */
    @AfterEach
    void bringToAnEnd() {
        var desk = desk();
        desk.take();
        seals.renewed();
        desk.tidy();
    }

    private MarkDesk desk() {
        return desk(transaction);
    }

    private MarkDesk desk(TransactionOperations transactions) {
        return new MarkDesk(marks, keys, keysets, transactions, clock);
    }

    private MarkDesk announced() {
        var desk = desk();
        desk.announce();
        seals.renewed();
        return desk;
    }

    @Test
    void everybodyIsFoundByTheNewKeyAndNoColumnHoldsAMarkOfTheFormer() {
        var someone = People.someone();
        var me = SignedInPeople.applicant(accounts, someone);
        new FilledIn(house).ready(me.account(), someone);
        var former = mark(someone.email());

        var desk = announced();
        assertThat(mark(someone.email())).as("not every node knows the key").isEqualTo(former);
        assertThat(desk.known())
                .isAfter(clock.instant())
                .isBefore(clock.instant().plus(LATER));
        assertThat(desk.move()).isPositive();
        var present = mark(someone.email());
        assertThat(present).isNotEqualTo(former);
        assertThat(present.toString()).endsWith(marks.moving().orElseThrow().ending());
        assertThat(signsIn(someone)).as("while marks move").isTrue();
        assertThat(desk.move()).as("nothing is moved twice").isZero();
        assertThat(holdingFormerMarks()).isEmpty();

        desk.take();
        assertThat(mark(someone.email()))
                .as("by a node that has not heard of it")
                .isEqualTo(present);
        seals.renewed();
        desk.tidy();
        assertThat(mark(someone.email())).isEqualTo(present);
        assertThat(signsIn(someone)).as("with the new key alone").isTrue();
        assertThat(left()).isEmpty();
    }

    @Test
    void theNumberOfSomebodyWhoIsThereAlreadyIsTakenWhereverTheirMarkStands() {
        var moved = People.someone();
        var met = People.someone();
        SignedInPeople.applicant(accounts, moved);
        SignedInPeople.applicant(accounts, met);
        var waiting = mark(met.email());

        announced();
        marks.findPlaces();
        marks.begin(clock.instant());
        assertThat(mark(moved.email())).as("met: it moves").isNotEqualTo(formerMark(moved.email()));
        accounts.register(SignedInPeople.registration(moved), SignedInPeople.network());
        accounts.register(SignedInPeople.registration(met), SignedInPeople.network());
        assertThat(accountsOf(moved.email())).isEqualTo(1);
        assertThat(accountsOf(met.email())).isEqualTo(1);
        assertThat(mark(met.email())).isNotEqualTo(waiting);
    }

    @Test
    void whoeverStillHoldsAFormerMarkInHandWritesThePresentOne() {
        var someone = People.someone();
        SignedInPeople.applicant(accounts, someone);
        var held = mark(someone.email());
        var nobodys = UUID.randomUUID();
        announced().move();

        assertThatThrownBy(() -> write(held))
                .isInstanceOf(DuplicateKeyException.class)
                .hasMessageContaining("one_account_per_email");

        var mine = write(nobodys);
        assertThat(desk().move())
                .as("a former mark that was written late is found")
                .isEqualTo(1);
        assertThat(markOf(mine).toString())
                .endsWith(marks.moving().orElseThrow().ending());
    }

    @Test
    void aMarkSomebodyWorksOnHasItsTurnLater() throws Exception {
        var desk = announced();
        var held = UUID.randomUUID();
        try (var other = Executors.newSingleThreadExecutor()) {
            var moving = transaction.execute(_ -> {
                marks.findPlaces();
                marks.places().forEach(marks::watch);
                return null;
            });
            assertThat(moving).isNull();
            var mine = transaction.execute(_ -> {
                var account = write(held);
                var moved = other.submit(() -> {
                    marks.begin(clock.instant());
                    return transaction.execute(_ -> {
                        marks.waitShortly();
                        return marks.present(held, UUID.randomUUID());
                    });
                });
                assertThatThrownBy(moved::get)
                        .isInstanceOf(ExecutionException.class)
                        .hasMessageContaining("lock timeout");
                return account;
            });
            assertThat(desk.move()).isPositive();
            assertThat(markOf(Objects.requireNonNull(mine))).isNotEqualTo(held);
        }
    }

    @Test
    void aCommandThatIsKilledIsBegunAgainAndGoesOnWhereItWas() {
        var people = new ArrayList<People.Someone>();
        for (int i = 0; i < 6; i++) {
            people.add(People.someone());
            SignedInPeople.applicant(accounts, people.getLast());
        }
        announced();
        for (int steps : List.of(1, 5, 12, 15)) {
            assertThatThrownBy(() -> desk(new Mortal(transaction, steps)).move())
                    .hasMessage("killed");
            assertThat(signsIn(people.get(steps % people.size()))).isTrue();
            var again = desk();
            var ending = marks.moving().orElseThrow().ending();
            again.announce();
            assertThat(marks.moving().orElseThrow().ending())
                    .as("no second key")
                    .isEqualTo(ending);
        }
        desk().move();
        assertThat(holdingFormerMarks()).isEmpty();
        desk().take();
        assertThat(desk().move()).isZero();
        desk().take(); // killed before it was said, and begun again
        seals.renewed();
        assertThatThrownBy(() -> desk(new Mortal(transaction, 2)).tidy()).hasMessage("killed");
        desk().tidy();
        assertThat(left()).isEmpty();
        assertThat(people).allMatch(this::signsIn);
    }

    @Test
    void whoRegistersInTheSameMomentIsThereOnce() throws Exception {
        var desk = announced();
        var people = Stream.generate(People::someone).limit(8).toList();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Callable<Object>>();
            for (var someone : people) {
                for (int i = 0; i < 3; i++) {
                    all.add(() -> accounts.register(SignedInPeople.registration(someone), SignedInPeople.network()));
                }
            }
            all.add(all.size() / 2, desk::move);
            for (var done : crowd.invokeAll(all)) {
                done.get();
            }
        }
        desk.move();
        assertThat(people).allMatch(someone -> accountsOf(someone.email()) == 1);
        assertThat(people)
                .allMatch(someone -> markOf(accountOf(someone.email())).equals(mark(someone.email())));
        assertThat(holdingFormerMarks()).isEmpty();
    }

    @Test
    void aLetterFromBeforeOpensWhatItOpened() {
        var id = UUID.randomUUID();
        var told = seals.secret("contact.stop", id);
        var desk = announced();
        assertThat(seals.isSecret("contact.stop", id, told::equals)).isTrue();
        desk.move();
        desk.take();
        assertThat(seals.isSecret("contact.stop", id, told::equals)).isTrue();
        seals.renewed();
        assertThat(seals.secret("contact.stop", id)).isNotEqualTo(told);
        assertThat(seals.isSecret("contact.stop", id, told::equals)).isTrue();
        assertThat(seals.isSecret("contact.stop", UUID.randomUUID(), told::equals))
                .isFalse();
    }

    @Test
    void whoeverLearnsTheFormerKeyMakesNoMark() {
        var text = "3174014101900001";
        var former = seals.mark("nik", text);
        announced().take();
        seals.renewed();
        assertThat(seals.mark("nik", text)).isNotEqualTo(former);
        assertThat(keys.marks().links()).hasSizeGreaterThan(1);
        assertThat(new MarkKeys(keys.marks().links(), keys.marks().present() - 1).mark("nik", text))
                .as("by all keys but the last")
                .isEqualTo(former);
    }

    @Test
    void theCommandTakesUpWhatWasCutOff() throws InterruptedException {
        var someone = People.someone();
        SignedInPeople.applicant(accounts, someone);
        var past = Clock.offset(Clock.systemUTC(), LATER.negated());
        var desk = new MarkDesk(
                marks, new KeyDesk(keysets, house.getBean(EnvelopeKeys.class), past), keysets, transaction, past);
        desk.announce();
        seals.renewed();
        desk.move();
        desk.take();
        seals.renewed();

        RotateKeys.runForMarks(
                "--spring.profiles.active=development",
                "--spring.datasource.url=" + database.getJdbcUrl(),
                "--spring.datasource.username=" + database.getUsername(),
                "--spring.datasource.password=" + database.getPassword());

        assertThat(left()).isEmpty();
        assertThat(signsIn(someone)).isTrue();
    }

    private UUID mark(String email) {
        return seals.mark("email", EmailAddress.of(email).key());
    }

    private UUID formerMark(String email) {
        return keys.marks().mark("email", EmailAddress.of(email).key());
    }

    private boolean signsIn(People.Someone someone) {
        return "/beranda"
                .equals(new Browser(mvc)
                        .signIn(someone.email(), SignedInPeople.PASSWORD)
                        .getResponse()
                        .getRedirectedUrl());
    }

    /** An account nobody else will ask for, with this mark. */
    private UUID write(UUID mark) {
        return db.sql("""
                        INSERT INTO account.account (id, name, email, email_mark, password, language, registered_at)
                        SELECT gen_random_uuid(), :name, :email, :mark, (SELECT password FROM account.account LIMIT 1), 'id',
                               now()
                        RETURNING id
                        """)
                .param("name", seals.seal("SITI", "account.name"))
                .param("email", seals.seal(UUID.randomUUID() + "@warga.example", "account.email"))
                .param("mark", mark)
                .query(UUID.class)
                .single();
    }

    private UUID markOf(UUID account) {
        return db.sql("SELECT email_mark FROM account.account WHERE id = :id")
                .param("id", account)
                .query(UUID.class)
                .single();
    }

    private long accountsOf(String email) {
        return opened().stream().filter(one -> one.email().equals(email)).count();
    }

    private UUID accountOf(String email) {
        return opened().stream()
                .filter(one -> one.email().equals(email))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private record Opened(UUID id, String email) {}

    private List<Opened> opened() {
        return db.sql("SELECT id, email FROM account.account WHERE email IS NOT NULL")
                .query((row, _) -> new Opened(
                        row.getObject("id", UUID.class), seals.open(row.getString("email"), "account.email")))
                .list();
    }

    /** Columns of any table where a mark stands that has moved: whoever is not named as a column of marks is found here. */
    private List<String> holdingFormerMarks() {
        assertThat(db.sql("SELECT count(*) FROM seal.moved").query(Long.class).single())
                .isPositive();
        return db
                .sql("""
                        SELECT format('%I.%I', table_schema, table_name) AS home, quote_ident(column_name) AS name
                          FROM information_schema.columns
                          JOIN information_schema.tables USING (table_schema, table_name)
                         WHERE data_type = 'uuid' AND table_type = 'BASE TABLE' AND table_schema <> 'seal'
                        """)
                .query((row, _) -> new Marks.Place(row.getString("home"), row.getString("name")))
                .list()
                .stream()
                .filter(place -> db.sql("SELECT EXISTS (SELECT FROM %s JOIN seal.moved ON former = %s)"
                                .formatted(place.home(), place.name()))
                        .query(Boolean.class)
                        .single())
                .map(Object::toString)
                .toList();
    }

    private List<String> left() {
        return db.sql("""
                        SELECT tgname::text FROM pg_trigger WHERE starts_with(tgname, 'mark_of_')
                         UNION ALL
                        SELECT indexname FROM pg_indexes WHERE starts_with(indexname, 'moving_') AND schemaname <> 'seal'
                         UNION ALL
                        SELECT former::text FROM seal.moved
                         UNION ALL
                        SELECT ending FROM seal.moving
                        """)
                .query((row, _) -> Objects.requireNonNull(row.getString(1)))
                .list();
    }

    /** Dies after so many transactions. */
    private record Mortal(TransactionOperations whole, AtomicInteger left) implements TransactionOperations {

        Mortal(TransactionOperations whole, int steps) {
            this(whole, new AtomicInteger(steps));
        }

        @Override
        public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
            if (left.decrementAndGet() < 0) {
                throw new IllegalStateException("killed");
            }
            return whole.execute(action);
        }
    }
}
