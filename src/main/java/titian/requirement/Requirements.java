package titian.requirement;

import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.platform.Csv;
import titian.platform.DataFiles;

/** The table of papers each service asks for, as the data file of this edition of the program has them. */
@Repository
class Requirements {

    private static final String GROUP = "one_of:";
    private static final RowMapper<Requirement> REQUIREMENT = new SimplePropertyRowMapper<>(Requirement.class);

    private final JdbcClient db;
    private final NamedParameterJdbcOperations batches;

    Requirements(JdbcClient db, NamedParameterJdbcOperations batches, DataFiles files) {
        this.db = db;
        this.batches = batches;
        files.load("data/requirements.csv", this::replace);
    }

    /** The papers of a service in the order of the list; none if there is no such service. */
    List<Requirement> of(String service) {
        return db.sql("""
                        SELECT service, seq, document, name_id, name_en, obligation, one_of
                          FROM requirement.requirement
                         WHERE service = :service
                         ORDER BY seq
                         LIMIT 100
                        """).param("service", service).query(REQUIREMENT).list();
    }

    private void replace(List<Csv.Row> rows) {
        db.sql("DELETE FROM requirement.requirement").update();
        batches.batchUpdate("""
                INSERT INTO requirement.requirement (service, seq, document, name_id, name_en, obligation, one_of,
                       mark, source)
                VALUES (:service, :seq, :document, :nameId, :nameEn, :obligation, :oneOf, :mark, :source)
                """, rows.stream().map(Requirements::parameters).toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource parameters(Csv.Row row) {
        var obligation = row.get("obligation");
        var alternative = obligation.startsWith(GROUP);
        return new MapSqlParameterSource("service", row.get("service_code"))
                .addValue("seq", row.integer("seq"))
                .addValue("document", row.get("document_code"))
                .addValue("nameId", row.get("document_id"))
                .addValue("nameEn", row.get("document_en"))
                .addValue("obligation", alternative ? "ONE_OF" : obligation.toUpperCase(Locale.ROOT))
                .addValue("oneOf", alternative ? obligation.substring(GROUP.length()) : null)
                .addValue("mark", row.get("mark"))
                .addValue("source", row.get("source"));
    }
}
