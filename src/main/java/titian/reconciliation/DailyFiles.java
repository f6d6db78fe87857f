package titian.reconciliation;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.reconciliation.DailyFile.Counts;
import titian.reconciliation.DailyFile.State;
import titian.shared.AccountId;
import titian.shared.OfficeId;

/** The files that came, each once, and how far each has been read. */
@Repository
class DailyFiles {

    private static final int SHOWN = 50;

    private final JdbcClient db;

    DailyFiles(JdbcClient db) {
        this.db = db;
    }

    void add(FileId id, String name, Source source, OfficeId office, @Nullable AccountId officer, Instant at) {
        db.sql("""
                        INSERT INTO reconciliation.file (id, name, source, office, officer, state, received_at)
                        VALUES (:id, :name, :source, :office, :officer, 'ARRIVING', :at)
                        """)
                .param("id", id.value())
                .param("name", name)
                .param("source", source.name())
                .param("office", office.value())
                .param("officer", officer == null ? null : officer.value(), Types.OTHER)
                .param("at", at.atOffset(UTC))
                .update();
    }

    /** All of it is here. */
    void arrived(FileId id, String sha256, long bytes) {
        db.sql("""
                        UPDATE reconciliation.file
                           SET state = 'READING', sha256 = :sha256, bytes = :bytes
                         WHERE id = :id AND state = 'ARRIVING'
                        """)
                .param("id", id.value())
                .param("sha256", sha256)
                .param("bytes", bytes)
                .update();
    }

    Optional<FileId> known(String sha256) {
        return db.sql("SELECT id FROM reconciliation.file WHERE sha256 = :sha256")
                .param("sha256", sha256)
                .query((row, _) -> FileId.of(row.getString("id")))
                .optional();
    }

    /** What has not arrived, or is the same as another. */
    void remove(FileId id) {
        db.sql("DELETE FROM reconciliation.file WHERE id = :id AND state = 'ARRIVING'")
                .param("id", id.value())
                .update();
    }

    /** What was cut off on its way and never came. */
    int removeLeftBehind(Instant before) {
        return db.sql("DELETE FROM reconciliation.file WHERE state = 'ARRIVING' AND received_at < :before")
                .param("before", before.atOffset(UTC))
                .update();
    }

    /** Writes how far it is read now, unless somebody else has read on from the same place. */
    boolean readOn(DailyFile from, Reading to, Counts more, @Nullable LocalDate first, @Nullable LocalDate last) {
        return db.sql("""
                        UPDATE reconciliation.file
                           SET position = :position, line = :line, balance = :balance, matched = matched + :matched,
                               repeated = repeated + :repeated, outgoing = outgoing + :outgoing,
                               unmatched = unmatched + :unmatched, malformed = malformed + :malformed,
                               first_day = least(first_day, CAST(:first AS date)),
                               last_day = greatest(last_day, CAST(:last AS date))
                         WHERE id = :id AND state = 'READING' AND position = :before
                        """)
                        .param("id", from.id().value())
                        .param("before", from.position())
                        .param("position", to.position())
                        .param("line", to.line())
                        .param("balance", to.balance(), Types.BIGINT)
                        .param("matched", more.matched())
                        .param("repeated", more.repeated())
                        .param("outgoing", more.outgoing())
                        .param("unmatched", more.unmatched())
                        .param("malformed", more.malformed())
                        .param("first", first, Types.DATE)
                        .param("last", last, Types.DATE)
                        .update()
                == 1;
    }

    boolean end(FileId id, State state, Instant at) {
        return db.sql("""
                        UPDATE reconciliation.file
                           SET state = :state, done_at = :at
                         WHERE id = :id AND state = 'READING'
                        """)
                        .param("id", id.value())
                        .param("state", state.name())
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    Optional<DailyFile> find(FileId id) {
        return db.sql("SELECT * FROM reconciliation.file WHERE id = :id")
                .param("id", id.value())
                .query(DailyFiles::file)
                .optional();
    }

    List<DailyFile> newest(OfficeId office) {
        return db.sql("""
                        SELECT *
                          FROM reconciliation.file
                         WHERE office = :office
                         ORDER BY received_at DESC
                         LIMIT :most
                        """)
                .param("office", office.value())
                .param("most", SHOWN)
                .query(DailyFiles::file)
                .list();
    }

    private static DailyFile file(ResultSet row, int number) throws SQLException {
        return new DailyFile(
                FileId.of(row.getString("id")),
                row.getString("name"),
                Source.valueOf(row.getString("source")),
                OfficeId.of(row.getString("office")),
                State.valueOf(row.getString("state")),
                row.getLong("bytes"),
                row.getLong("position"),
                row.getLong("line"),
                row.getObject("balance", Long.class),
                new Counts(
                        row.getLong("matched"),
                        row.getLong("repeated"),
                        row.getLong("outgoing"),
                        row.getLong("unmatched"),
                        row.getLong("malformed")),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
    }
}
