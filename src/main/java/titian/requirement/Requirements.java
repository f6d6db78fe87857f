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
