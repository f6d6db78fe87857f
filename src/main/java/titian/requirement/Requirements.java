package titian.requirement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.platform.Csv;
import titian.platform.DataFiles;
import titian.requirement.Requirement.Obligation;

/**
 * The table of papers each service asks for, each row for a period: as the data file of this edition of the program has
 * them, and as administrators have changed them since. What they touched a new edition leaves alone.
 */
@Repository
class Requirements {

    private static final String GROUP = "one_of:";

    private final JdbcClient db;
    private final NamedParameterJdbcOperations batches;

    Requirements(JdbcClient db, NamedParameterJdbcOperations batches, DataFiles files) {
        this.db = db;
        this.batches = batches;
        files.load("data/requirements.csv", this::replace);
    }

    /** The papers of a service on a day, in the order of the list. */
    List<Requirement> of(RequestedService service, LocalDate day) {
        return db.sql("""
                        SELECT *
                          FROM requirement.requirement
                         WHERE service = :service AND :day BETWEEN valid_from AND coalesce(valid_to, 'infinity')
                         ORDER BY seq, document
                         LIMIT 100
                        """)
                .param("service", service.name())
                .param("day", day)
                .query((row, _) -> requirement(row))
                .list();
    }

    /** Every paper of every service on a day. */
    List<Requirement> on(LocalDate day) {
        return db.sql("""
                        SELECT *
                          FROM requirement.requirement
                         WHERE :day BETWEEN valid_from AND coalesce(valid_to, 'infinity')
                         ORDER BY service, seq, document
                         LIMIT 1000
                        """).param("day", day).query((row, _) -> requirement(row)).list();
    }

    /** The papers of a service from a day on, those asked for later among them. */
    List<Requirement> from(RequestedService service, LocalDate day) {
        return db.sql("""
                        SELECT *
                          FROM requirement.requirement
                         WHERE service = :service AND coalesce(valid_to, 'infinity') >= :day
                         ORDER BY seq, document, valid_from
                         LIMIT 200
                        """)
                .param("service", service.name())
                .param("day", day)
                .query((row, _) -> requirement(row))
                .list();
    }

    /** Ends what was asked for on the day before, and begins what is asked for then; false if the day is planned. */
    boolean change(RuleChange change) {
        lock(change.service());
        if (isPlanned(change)) {
            return false;
        }
        var seq = place(change);
        var ended = end(change);
        return switch (change) {
            case RuleChange.Stop _ -> ended;
            case RuleChange.Ask ask -> {
                add(ask, seq);
                yield true;
            }
        };
    }

    /** Of two administrators the later one waits here. */
    private void lock(RequestedService service) {
        db.sql("SELECT id FROM requirement.requirement WHERE service = :service FOR UPDATE")
                .param("service", service.name())
                .query()
                .listOfRows();
    }

    private boolean isPlanned(RuleChange change) {
        return db.sql("""
                        SELECT EXISTS (
                            SELECT FROM requirement.requirement
                             WHERE service = :service AND document = :document AND valid_from >= :from)
                        """)
                .param("service", change.service().name())
                .param("document", change.document())
                .param("from", change.from())
                .query(Boolean.class)
                .single();
    }

    private int place(RuleChange change) {
        return db.sql("""
                        SELECT coalesce(max(seq) FILTER (WHERE document = :document), max(seq) + 1, 1)
                          FROM requirement.requirement
                         WHERE service = :service
                        """)
                .param("service", change.service().name())
                .param("document", change.document())
                .query(Integer.class)
                .single();
    }

    private boolean end(RuleChange change) {
        return db.sql("""
                        UPDATE requirement.requirement
                           SET valid_to = :last, of_office = true
                         WHERE service = :service AND document = :document AND valid_from < :from
                           AND coalesce(valid_to, 'infinity') >= :from
                        """)
                        .param("service", change.service().name())
                        .param("document", change.document())
                        .param("from", change.from())
                        .param("last", change.from().minusDays(1))
                        .update()
                == 1;
    }

    private void add(RuleChange.Ask ask, int seq) {
        db.sql("""
                        INSERT INTO requirement.requirement (id, service, seq, document, name_id, name_en, obligation, one_of,
                               circumstances, slot, mark, source, valid_from, valid_to, of_office)
                        VALUES (gen_random_uuid(), :service, :seq, :document, :nameId, :nameEn, :obligation, :oneOf,
                               :circumstances, :slot, 'administrator', 'administrator', :from, :until, true)
                        """)
                .param("service", ask.service().name())
                .param("seq", seq)
                .param("document", ask.document())
                .param("nameId", ask.nameId())
                .param("nameEn", ask.nameEn())
                .param("obligation", ask.obligation().name())
                .param("oneOf", ask.oneOf())
                .param(
                        "circumstances",
                        ask.circumstances().stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("slot", ask.slot())
                .param("from", ask.from())
                .param("until", ask.until())
                .update();
    }

    private void replace(List<Csv.Row> rows) {
        db.sql("DELETE FROM requirement.requirement WHERE NOT of_office").update();
        batches.batchUpdate("""
                INSERT INTO requirement.requirement (id, service, seq, document, name_id, name_en, obligation, one_of,
                       circumstances, slot, mark, source, valid_from)
                SELECT gen_random_uuid(), :service, :seq, :document, :nameId, :nameEn, :obligation, :oneOf,
                       :circumstances, :slot, :mark, :source, DATE '2000-01-01'
                 WHERE NOT EXISTS (
                       SELECT FROM requirement.requirement
                        WHERE service = :service AND document = :document)
                """, rows.stream().map(Requirements::parameters).toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource parameters(Csv.Row row) {
        var obligation = row.get("obligation");
        var alternative = obligation.startsWith(GROUP);
        return new MapSqlParameterSource(
                        "service",
                        row.as("service_code", RequestedService::valueOf).name())
                .addValue("seq", row.integer("seq"))
                .addValue("document", row.get("document_code"))
                .addValue("nameId", row.get("document_id"))
                .addValue("nameEn", row.get("document_en"))
                .addValue("obligation", alternative ? "ONE_OF" : obligation.toUpperCase(Locale.ROOT))
                .addValue("oneOf", alternative ? obligation.substring(GROUP.length()) : null)
                .addValue(
                        "circumstances",
                        row.optionalAs("circumstances", Requirements::circumstances)
                                .orElse(new String[0]))
                .addValue("slot", row.optional("slot").orElse(null))
                .addValue("mark", row.get("mark"))
                .addValue("source", row.get("source"));
    }

    private static String[] circumstances(String cell) {
        return Stream.of(cell.split(" "))
                .map(Circumstance::valueOf)
                .map(Enum::name)
                .toArray(String[]::new);
    }

    static Requirement requirement(ResultSet row) throws SQLException {
        return new Requirement(
                row.getObject("id", UUID.class),
                row.getString("service"),
                row.getInt("seq"),
                row.getString("document"),
                row.getString("name_id"),
                row.getString("name_en"),
                Obligation.valueOf(row.getString("obligation")),
                row.getString("one_of"),
                some(row),
                row.getString("slot"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getBoolean("of_office"));
    }

    private static Set<Circumstance> some(ResultSet row) throws SQLException {
        return Stream.of((String[]) row.getArray("circumstances").getArray())
                .map(Circumstance::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
