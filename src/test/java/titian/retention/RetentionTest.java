package titian.retention;

import static java.time.ZoneOffset.UTC;
import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import titian.People;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.application.ApplicationDesk;
import titian.application.DraftDesk;
import titian.application.SomeVisits;
import titian.booking.BookingDesk;
import titian.document.DocumentDesk;
import titian.form.FilledIn;
import titian.platform.Kept;
import titian.platform.Kept.Going;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;

/** What was kept long enough goes; what was not stays. */
@TitianTest
class RetentionTest {

    /** Words a condition asks of a column: {@code state = 'ENDED'}, {@code state IN ('DONE', …}, {@code x IS NULL}. */
    private static final Pattern ASKED_FOR =
            Pattern.compile("(?<!NOT )\\b(\\w+) (?:= |IN \\()'(\\w+)'|\\b(\\w+) IS (NULL)");

    /** Tables a condition looks into, but for those in which it must find nothing. */
    private static final Pattern LOOKED_INTO = Pattern.compile("(?<!EXISTS \\(SELECT )\\bFROM (\\w+\\.\\w+)");

    @Autowired
    RetentionDesk desk;

    @Autowired
    ErasureDesk erasures;

    @Autowired
    OldRows rows;

    @Autowired
    HeldRows held;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ApplicationDesk life;

    @Autowired
    BookingDesk booking;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    BeanFactory house;

    @Autowired
    AccountDesk accounts;

    @Autowired
    DraftDesk applications;

    @Autowired
    DocumentDesk documents;

    /** Each table of a kind is copied, empty and without its constraints, and given a row too old and one not yet. */
    @Test
    void ofEveryKindTheOldGoesAndTheYoungStays() {
        var tried = new ArrayList<String>();
        for (var kind :
                desk.kinds().stream().filter(RetentionDesk::goesByItself).toList()) {
            transaction.executeWithoutResult(all -> {
                all.setRollbackOnly();
                ages(kind);
            });
            tried.add(kind.kind());
        }
        assertThat(tried).hasSizeGreaterThan(15).doesNotHaveDuplicates().contains("letters", "bills", "accounts");
    }

    private void ages(Kept kind) {
        var before = kind.before(clock.instant());
        var old = UUID.randomUUID();
        var young = UUID.randomUUID();
        var asked = kind.rows().stream().map(Kept.Rows::old).collect(Collectors.joining(" "));
        for (var table : tables(kind)) {
            copy(table);
            add(table, old, before.minus(1, DAYS), asked);
            add(table, young, before.plus(1, DAYS), asked);
        }
        if (kind.going() == Going.SWEPT) {
            for (var table : kind.rows()) {
                assertThat(rows.delete(copied(table, kind), before, 500))
                        .as("the old of %s in %s", kind.kind(), table.table())
                        .isEqualTo(1);
                assertThat(db.sql("SELECT t::text FROM aged_%s t".formatted(table.table()))
                                .query(String.class)
                                .list())
                        .as("the young of %s in %s", kind.kind(), table.table())
                        .singleElement()
                        .asString()
                        .contains(young.toString().substring(0, 8));
            }
        } else {
            assertThat(rows.ids(copied(kind.rows().getFirst(), kind), before, new UUID(0, 0), 500))
                    .as(kind.kind())
                    .containsExactly(old);
        }
    }

    /** Its own, and those its conditions look into. */
    private static Set<String> tables(Kept kind) {
        return kind.rows().stream()
                .flatMap(rows -> Stream.concat(
                        Stream.of(rows.table()),
                        LOOKED_INTO.matcher(rows.old()).results().map(found -> found.group(1))))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void copy(String table) {
        db.sql("CREATE SCHEMA IF NOT EXISTS aged_" + table.substring(0, table.indexOf('.')))
                .update();
        db.sql("CREATE TABLE aged_%1$s (LIKE %1$s)".formatted(table)).update();
    }

    private static Kept.Rows copied(Kept.Rows rows, Kept kind) {
        var condition = rows.old();
        for (var table : tables(kind)) {
            condition = condition.replaceAll("\\b" + Pattern.quote(table) + "\\b", "aged_" + table);
        }
        return new Kept.Rows("aged_" + rows.table(), condition);
    }

    private record Column(String name, String type) {}

    /** A row whose times are all this one, whose ids all that one, and whose words are those the condition asks for. */
    private void add(String table, UUID id, Instant at, String asked) {
        var words = ASKED_FOR
                .matcher(asked)
                .results()
                .collect(Collectors.toMap(RetentionTest::column, RetentionTest::word, (first, _) -> first));
        var columns = db.sql("""
                        SELECT column_name AS name, data_type AS type
                          FROM information_schema.columns
                         WHERE table_schema || '.' || table_name = :table
                         ORDER BY ordinal_position
                        """)
                .param("table", table)
                .query((row, _) -> new Column(row.getString("name"), row.getString("type")))
                .list();
        var values = columns.stream()
                .map(column -> value(column, id, at, words.getOrDefault(column.name(), "'§X'")))
                .collect(Collectors.joining(", "));
        columns.stream()
                .map(Column::name)
                .forEach(name -> db.sql("ALTER TABLE aged_%s ALTER COLUMN \"%s\" DROP NOT NULL".formatted(table, name))
                        .update());
        db.sql("INSERT INTO aged_%s VALUES (%s)".formatted(table, values)).update();
    }

    private static String column(MatchResult found) {
        return found.group(1) == null ? found.group(3) : found.group(1);
    }

    private static String word(MatchResult found) {
        return found.group(1) == null ? "NULL" : "'" + found.group(2) + "'";
    }

    private static String value(Column column, UUID id, Instant at, String word) {
        if (word.equals("NULL")) {
            return "NULL";
        }
        return switch (column.type()) {
            case "uuid" -> "'" + id + "'";
            case "timestamp with time zone", "date" -> "'" + at.atOffset(UTC) + "'";
            case "text", "character varying", "character" -> word.equals("'§X'") ? "'§" + id + "'" : word;
            case "boolean" -> "false";
            case "integer", "bigint", "smallint", "numeric" -> "7";
            default -> "NULL";
        };
    }

    @Test
    void whatGoesIsSaidBeforeItGoesAndAnOldDraftGoesEverywhere() {
        var someone = People.someone();
        var me = SignedInPeople.applicant(accounts, someone).account();
        var forms = new FilledIn(house);
        var kept = forms.ready(me, someone);
        var old = forms.ready(me, People.someone());
        var file = documents.of(old).getFirst();
        long before = desk.dryRun().getOrDefault("drafts", 0L);
        db.sql("UPDATE application.application SET stage_at = :then WHERE id = :id")
                .param("then", clock.instant().minus(400, DAYS).atOffset(UTC))
                .param("id", old.value())
                .update();

        assertThat(desk.dryRun()).containsEntry("drafts", before + 1);
        assertThat(applications.allOf(me)).contains(kept, old);

        assertThat(desk.sweep().get("drafts")).isPositive();
        assertThat(applications.allOf(me)).containsExactly(kept);
        assertThat(documents.of(old)).isEmpty();
        assertThat(documents.of(kept)).isNotEmpty();
        assertThat(documents.find(old, file.id())).isEmpty();
        assertThat(db.sql("SELECT count(*) FROM form.answers WHERE application = :id")
                        .param("id", old.value())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(desk.dryRun().get("drafts")).isZero();
    }

    @Test
    void whatIsOldStaysWhileAnOrderKeepsIt() {
        var someone = People.someone();
        var me = SignedInPeople.applicant(accounts, someone).account();
        var slot = booking.earliest(OfficeId.of("kanim-jakarta-selatan"), 500).getLast();
        var paid = new SomeVisits(house).paid(me, slot);
        var cancelled = paid.appointment().application();
        booking.cancel(paid.appointment().id());
        life.cancel(cancelled);
        age("application.application SET stage_at", cancelled.value(), 800);
        age("booking.appointment SET booked_at", appointment(cancelled), 800);
        var visit = visit(me);
        erasures.hold(new OrderedHold.Order(me, OrderedHold.Reason.INVESTIGATION, "W.10-1"), AccountId.next());

        desk.sweep();
        assertThat(applications.allOf(me)).containsExactly(cancelled);
        assertThat(appointment(cancelled)).isNotNull();
        assertThat(rows("visit.visit WHERE id", visit)).isOne();
        assertThat(rows("visit.guest WHERE visit", visit)).isOne();
        assertThat(rows("notification.letter WHERE account", me.value())).isPositive();

        var hold = erasures.ordered().stream()
                .filter(one -> one.order().account().equals(me))
                .findFirst()
                .orElseThrow();
        erasures.lift(hold.id(), AccountId.next());
        desk.sweep();
        assertThat(applications.allOf(me)).isEmpty();
        assertThat(rows("visit.visit WHERE id", visit)).isZero();
        assertThat(rows("visit.guest WHERE visit", visit)).isZero();
    }

    private UUID visit(AccountId me) {
        var visit = UUID.randomUUID();
        for (var row : List.of("""
                INSERT INTO visit.visit (id, account, office, language, begun_at) VALUES (:id, :me, 'nowhere', 'id', :then)
                """, """
                INSERT INTO visit.guest (visit, number, application, service, name, nik, nik_mark, birth_date, said,
                       differing, said_at)
                VALUES (:id, 1, :id, 'NEW_ADULT', '§', '§', :me, '§', 'MATCHES', '', :then)
                """)) {
            db.sql(row)
                    .param("id", visit)
                    .param("me", me.value())
                    .param("then", clock.instant().minus(100, DAYS).atOffset(UTC))
                    .update();
        }
        return visit;
    }

    private void age(String column, UUID id, int days) {
        db.sql("UPDATE %s = :then WHERE id = :id".formatted(column))
                .param("then", clock.instant().minus(days, DAYS).atOffset(UTC))
                .param("id", id)
                .update();
    }

    private UUID appointment(ApplicationId application) {
        return db.sql("SELECT id FROM booking.appointment WHERE application = :id")
                .param("id", application.value())
                .query(UUID.class)
                .single();
    }

    private long rows(String of, UUID id) {
        return db.sql("SELECT count(*) FROM %s = :id".formatted(of))
                .param("id", id)
                .query(Long.class)
                .single();
    }

    /** Every swept table with an account's rows knows which those are, and a letter keeps them all. */
    @Test
    void ofWhomARowIsIsKnownOfEveryKindThatNamesSomebody() {
        for (var table : List.of(
                "visit.guest",
                "booking.move",
                "payment.family_share",
                "payment.family_bill",
                "payment.payment",
                "simponi.exchange",
                "snap.offer",
                "queue.ticket",
                "waitinglist.offer",
                "notification.letter")) {
            assertThat(held.condition(table)).as(table).contains("account = ANY (:held)");
        }
        for (var kind : desk.kinds()) {
            for (var table : kind.rows()) {
                assertThat(db.sql("SELECT count(*) FROM %s WHERE %s"
                                        .formatted(table.table(), held.condition(table.table())))
                                .param("held", new UUID[] {UUID.randomUUID()})
                                .query(Long.class)
                                .single())
                        .as(table.table())
                        .isZero();
            }
        }
    }

    @Test
    void aDraftUnderOrderIsNotThrownAwayAndItsHolderReadsWhy() {
        var me = SignedInPeople.applicant(accounts, People.someone());
        var draft = new FilledIn(house).ready(me.account(), People.someone());
        erasures.hold(new OrderedHold.Order(me.account(), OrderedHold.Reason.COURT, "W.10-2"), AccountId.next());

        assertThat(mvc.post()
                        .uri("/permohonan/" + draft + "/hapus")
                        .with(as(me))
                        .with(csrf()))
                .hasStatus(409)
                .bodyText()
                .contains("perintah resmi");
        assertThat(applications.allOf(me.account())).containsExactly(draft);
        assertThat(documents.of(draft)).isNotEmpty();
    }

    /** Discarding a draft forgets its files too. */
    @Test
    void aDraftThatIsThrownAwayLeavesNoFiles() {
        var me = SignedInPeople.applicant(accounts, People.someone()).account();
        var forms = new FilledIn(house);
        var draft = forms.ready(me, People.someone());
        forms.discard(draft, me);
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(db.sql("SELECT count(*) FROM document.upload WHERE application = :id")
                                .param("id", draft.value())
                                .query(Long.class)
                                .single())
                        .isZero());
    }

    @Test
    void theCommandSaysHowMuchOfEachKind() {
        assertThat(desk.dryRun().keySet())
                .containsExactlyElementsOf(desk.kinds().stream()
                        .filter(RetentionDesk::goesByItself)
                        .map(Kept::kind)
                        .toList());
        assertThat(List.of("codes", "letters")).allMatch(kind -> kind.equals(kind.toLowerCase(Locale.ROOT)));
    }
}
