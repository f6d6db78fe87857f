package titian.retention;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static titian.SignedInPeople.as;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import titian.People;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.application.Outside;
import titian.booking.BookingDesk;
import titian.outside.World;
import titian.platform.Hold;
import titian.seal.Seals;
import titian.shared.ApplicationId;
import titian.shared.Role;

/** Whoever asks is forgotten in every table and every file but what the law keeps. */
@TitianTest
class ErasureTest extends SomebodyForgotten {

    /** Ids stay where it is shown what was done; who that was is nowhere any more. */
    private static final List<String> IDS_STAY = List.of("audit.entry", "retention.erasure", "live.event");

    @Autowired
    BookingDesk booking;

    @Autowired
    Seals seals;

    @Autowired
    MockMvcTester browser;

    @Autowired
    World world;

    @Value("${titian.data}")
    Path data;

    @Test
    void nothingOfThePersonIsLeftInAnyTableOrFile() throws IOException {
        var ended = expired(someone);
        var draft = forms.ready(me, People.someone());
        everywhere(draft, ended);
        var files = files(List.of(ended, draft));
        var marks = List.of(
                seals.mark("nik", someone.nik().value()).toString(),
                seals.mark("email", someone.email()).toString());
        var ids = Stream.of(me.toString(), ended.toString(), draft.toString());
        assertThat(files).hasSizeGreaterThan(5);
        assertThat(found(ids))
                .containsKeys(
                        "account.account",
                        "application.application",
                        "booking.appointment",
                        "capacity.relocation",
                        "change.visit",
                        "document.upload",
                        "form.answers",
                        "notification.letter",
                        "passkey.passkey",
                        "payment.bill",
                        "visit.visit",
                        "waitinglist.wish",
                        "waitingroom.ticket");
        assertThat(sealed(someone)).hasSizeGreaterThan(3);

        forget();

        var left = found(Stream.concat(Stream.of(me.toString(), ended.toString(), draft.toString()), marks.stream()));
        IDS_STAY.forEach(left::remove);
        assertThat(left).as("tables with ids or marks of somebody forgotten").isEmpty();
        assertThat(found(Stream.of(someone.nik().value(), someone.name(), someone.email())))
                .as("tables that say who it was")
                .isEmpty();
        assertThat(sealed(someone)).as("sealed columns that say who it was").isEmpty();
        assertThat(files).as("files of somebody forgotten").noneMatch(Files::exists);
        assertThat(accounts.contact(me)).isEmpty();
        assertThat(db.sql("SELECT state FROM retention.erasure WHERE account = :me")
                        .param("me", me.value())
                        .query(String.class)
                        .single())
                .isEqualTo("DONE");
        theAuditIsWhole();
    }

    /** The bill's place in the books, and the day's figures, stay; nobody is behind them. */
    @Test
    void theDayOfTheOfficeIsCountedAsBefore() {
        var ended = expired(someone);
        var count = db.sql("SELECT count(*) FROM booking.appointment").query(Long.class);
        long before = count.single();
        var bill = bill(ended);

        forget();

        assertThat(count.single()).isGreaterThanOrEqualTo(before);
        assertThat(db.sql("SELECT state FROM payment.bill WHERE id = :bill")
                        .param("bill", bill)
                        .query(String.class)
                        .single())
                .isEqualTo("CLOSED");
    }

    @Test
    void aPaidBillStaysInTheBooksAndAllElseGoes() throws IOException {
        var id = forms.form(me, someone, forms.slot(1));
        forms.submit(id, me);
        await().atMost(PATIENCE)
                .until(() -> db.sql("SELECT state FROM payment.bill WHERE application = :id")
                        .param("id", id.value())
                        .query(String.class)
                        .single()
                        .equals("OPEN"));
        Outside.pay(
                world,
                db.sql("SELECT billing_code FROM payment.bill WHERE application = :id")
                        .param("id", id.value())
                        .query(String.class)
                        .single());
        await().atMost(PATIENCE).until(() -> stage(id).equals("SCHEDULED"));
        life.cancel(id);
        booking.find(Objects.requireNonNull(life.summary(id).orElseThrow().appointment()))
                .ifPresent(visit -> booking.release(visit.id()));
        assertThat(desk.holds(me)).singleElement().satisfies(hold -> {
            assertThat(hold.reason()).isEqualTo(Hold.Reason.BOOK_KEEPING);
            assertThat(hold.until()).isAfter(clock.instant().plus(Duration.ofDays(3_650)));
        });

        forget();

        assertThat(applications.allOf(me)).isEmpty();
        assertThat(db.sql("SELECT payer FROM payment.bill WHERE application = :id")
                        .param("id", id.value())
                        .query(String.class)
                        .single())
                .satisfies(
                        payer -> assertThat(seals.open(payer, "payment.payer")).isEqualTo(someone.name()));
        assertThat(sealed(someone)).containsOnlyKeys("payment.bill");
    }

    /** Handed in, never paid, its time over, and two days more. */
    private ApplicationId expired(People.Someone who) {
        var id = forms.form(me, who, forms.slot(1));
        forms.submit(id, me);
        world.clock().moveBy(Duration.ofMinutes(124));
        await().atMost(PATIENCE).until(() -> stage(id).equals("EXPIRED"));
        db.sql("UPDATE payment.bill SET pay_by = pay_by - interval '3 days', ask_at = NULL WHERE application = :id")
                .param("id", id.value())
                .update();
        return id;
    }

    private String stage(ApplicationId id) {
        return life.summary(id).orElseThrow().stage();
    }

    private UUID bill(ApplicationId id) {
        return db.sql("SELECT id FROM payment.bill WHERE application = :id")
                .param("id", id.value())
                .query(UUID.class)
                .single();
    }

    /** What a person can leave elsewhere, put there as the modules write it. */
    private void everywhere(ApplicationId draft, ApplicationId ended) {
        var now = clock.instant().atOffset(UTC);
        for (var row : List.of(
                """
                INSERT INTO waitinglist.wish (id, account, people, first_day, last_day, weekdays, hours, joined_at, state,
                       state_at)
                VALUES (:id, :me, 1, '2027-01-04', '2027-02-01', 127, 'ANY', :now, 'WAITING', :now)
                """,
                "INSERT INTO waitinglist.member (wish, application) VALUES (:id, :draft)",
                "INSERT INTO waitinglist.wanted (wish, office, zone, rank) VALUES (:id, 'nowhere', 'UTC', 1)",
                """
                INSERT INTO waitingroom.ticket (release, account, id, by_lot, taken_at)
                VALUES (:id, :me, 'a ticket', false, :now)
                """,
                """
                INSERT INTO passkey.passkey (id, account, label, public_key, signatures, unlocked, portable, copied,
                       transports, attestation, attestation_data, made_at)
                VALUES (decode(replace(CAST(:id AS text), '-', ''), 'hex'), :me, 'HP', '', 0, true, true, true, '{}', '',
                       '', :now)
                """,
                """
                INSERT INTO capacity.relocation (id, office, party, slot, account, people, starts_at, state, noted_at,
                       due_at, decided_at)
                VALUES (:id, 'nowhere', :id, :id, :me, 1, :now, 'OVER', :now, :now, :now)
                """,
                """
                INSERT INTO visit.visit (id, account, office, language, begun_at) VALUES (:id, :me, 'nowhere', 'id', :now)
                """,
                """
                INSERT INTO visit.guest (visit, number, application, service, name, nik, nik_mark, birth_date, said,
                       differing, said_at)
                VALUES (:id, 1, :draft, 'NEW_ADULT', :name, :nik, :mark, :born, 'MATCHES', '', :now)
                """,
                """
                INSERT INTO change.visit (application, appointment, told_moves) VALUES (:ended, :id, 0)
                    ON CONFLICT DO NOTHING
                """,
                """
                INSERT INTO queue.ticket (id, office, day, letter, number, appointment, application, code, service,
                       let_in_by, due_at, arrived_at, state, calls)
                VALUES (:id, 'nowhere', '2026-01-05', 'A', floor(random() * 1000000) + 1, :id, :ended,
                       CAST(:id AS text), 'PASSPORT', :id, :now, :now, 'WAITING', 0)
                """)) {
            db.sql(row)
                    .param("id", WISH)
                    .param("me", me.value())
                    .param("draft", draft.value())
                    .param("ended", ended.value())
                    .param("now", now)
                    .param("name", seals.seal(someone.name(), "visit.name"))
                    .param("nik", seals.seal(someone.nik().value(), "visit.nik"))
                    .param("mark", seals.mark("nik", someone.nik().value()))
                    .param("born", seals.seal(someone.birthDate().toString(), "visit.birth_date"))
                    .update();
        }
    }

    private static final UUID WISH = UUID.randomUUID();

    private List<Path> files(List<ApplicationId> of) throws IOException {
        var names = db
                .sql("SELECT id FROM document.upload WHERE application IN (:ids)")
                .param("ids", of.stream().map(ApplicationId::value).toList())
                .query((row, _) -> row.getObject("id", UUID.class))
                .list()
                .stream()
                .map(id -> id.toString().replace("-", ""))
                .toList();
        try (var all = Files.walk(data.resolve("documents"))) {
            return all.filter(file -> names.stream()
                            .anyMatch(name -> file.getFileName().toString().startsWith(name)))
                    .toList();
        }
    }

    /** The tables with a row that holds one of these, however it is written. */
    private Map<String, Long> found(Stream<String> of) {
        var pattern =
                String.join("|", of.map(Pattern::quote).map(ErasureTest::plain).toList());
        var found = new LinkedHashMap<String, Long>();
        for (var table : tables()) {
            long rows = db.sql("SELECT count(*) FROM %s t WHERE t::text ~* :pattern".formatted(table))
                    .param("pattern", pattern)
                    .query(Long.class)
                    .single();
            if (rows > 0) {
                found.put(table, rows);
            }
        }
        return found;
    }

    private static String plain(String quoted) {
        return quoted.replace("\\Q", "").replace("\\E", "").replace(".", "[.]");
    }

    /** The tables with a sealed column in which somebody's name, number or address stands. */
    private Map<String, String> sealed(People.Someone who) throws IOException {
        var found = new LinkedHashMap<String, String>();
        for (var column : texts()) {
            var values = db.sql("SELECT %2$s FROM %1$s WHERE %2$s LIKE '§%%'".formatted(column.table(), column.name()))
                    .query((row, _) -> row.getString(1))
                    .list();
            if (values.isEmpty()) {
                continue;
            }
            var seal = sealOf(column, values.getFirst());
            values.stream()
                    .map(value -> seals.open(value, seal))
                    .filter(text ->
                            text.contains(who.name()) || text.contains(who.nik().value()) || text.contains(who.email()))
                    .findFirst()
                    .ifPresent(_ -> found.put(column.table(), column.name()));
        }
        return found;
    }

    private record Text(String table, String name) {}

    private List<Text> texts() {
        return db.sql("""
                        SELECT table_schema || '.' || table_name AS table, column_name AS name
                          FROM information_schema.columns
                          JOIN information_schema.tables USING (table_schema, table_name)
                         WHERE table_type = 'BASE TABLE' AND data_type = 'text'
                           AND table_schema NOT IN ('pg_catalog', 'information_schema')
                        """)
                .query((row, _) -> new Text(row.getString("table"), row.getString("name")))
                .list();
    }

    /** Under which name a column is sealed: the first of those in the program that opens it. */
    private String sealOf(Text column, String value) throws IOException {
        if (SEALS.isEmpty()) {
            SEALS.addAll(columns());
        }
        return KNOWN.computeIfAbsent(
                column,
                _ -> SEALS.stream()
                        .filter(name -> opens(value, name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("nobody knows how " + column + " is sealed")));
    }

    private static final List<String> SEALS = new ArrayList<>();
    private static final Map<Text, String> KNOWN = new LinkedHashMap<>();

    private boolean opens(String value, String name) {
        try {
            seals.open(value, name);
            return true;
        } catch (IllegalStateException _) {
            return false;
        }
    }

    /** Every name a column is sealed under, as the program writes them. */
    private static List<String> columns() throws IOException {
        var name = Pattern.compile("\"([a-z]+(?:\\.[a-z_]+)+)\"");
        try (var sources = Files.walk(Path.of("src/main/java/titian"))) {
            return sources.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> name.matcher(read(file)).results().map(found -> found.group(1)))
                    .distinct()
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> tables() {
        return db.sql("""
                        SELECT table_schema || '.' || table_name
                          FROM information_schema.tables
                         WHERE table_type = 'BASE TABLE'
                           AND table_schema NOT IN ('pg_catalog', 'information_schema')
                        """).query((row, _) -> row.getString(1)).list();
    }

    private void theAuditIsWhole() {
        var auditor = SignedInPeople.officer(accounts, OFFICE, Role.AUDITOR);
        assertThat(browser.get().uri("/petugas/audit/periksa").with(as(auditor)))
                .hasStatusOk()
                .bodyText()
                .contains("Rantai catatan utuh");
    }
}
