package titian.interview;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.document.DocumentKind;
import titian.interview.Original.Mark;
import titian.seal.HoldsSealed;
import titian.seal.Seals;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;
import titian.shared.UploadId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables of conversations at the counter, and of originals that were looked at there. */
@Repository
class Interviews implements HoldsSealed {

    private static final String NOTES = "interview.notes";
    private static final String DRAFTS = "interview.drafts";
    private static final String DIFFERENCE = "interview.difference";
    private static final TypeReference<Map<Question, String>> ANSWERS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    private final JdbcClient db;
    private final JsonMapper json;
    private final Seals seals;

    Interviews(JdbcClient db, JsonMapper json, Seals seals) {
        this.db = db;
        this.json = json;
        this.seals = seals;
    }

    Optional<Interview> find(ApplicationId application) {
        return db.sql("SELECT * FROM interview.interview WHERE application = :application")
                .param("application", application.value())
                .query(this::interview)
                .optional();
    }

    /** Begins it; if it has been, nothing happens. */
    void begin(ApplicationId application, OfficeId office, AccountId officer, Instant now) {
        db.sql("""
                        INSERT INTO interview.interview (application, office, officer, begun_at, notes, saved_at)
                        VALUES (:application, :office, :officer, :now, :notes, :now)
                        ON CONFLICT (application) DO NOTHING
                        """)
                .param("application", application.value())
                .param("office", office.value())
                .param("officer", officer.value())
                .param("now", now.atOffset(UTC))
                .param("notes", sealed(Notes.NONE))
                .update();
    }

    /** Saves what is typed over the version that was shown; false if there is a newer one, or notes that stand. */
    boolean save(ApplicationId application, AccountId officer, Typed typed, Instant now) {
        return db.sql("""
                        UPDATE interview.interview
                           SET notes = coalesce(:notes, notes), drafts = :drafts, officer = :officer,
                               version = version + 1, saved_at = :now
                         WHERE application = :application AND version = :version
                           AND (held_at IS NULL OR CAST(:notes AS text) IS NULL)
                        """)
                        .param("application", application.value())
                        .param("officer", officer.value())
                        .param("notes", typed.notes() == null ? null : sealed(typed.notes()), Types.VARCHAR)
                        .param(
                                "drafts",
                                seals.seal(
                                        json.writeValueAsString(typed.drafts().fields()), DRAFTS))
                        .param("version", typed.version())
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    /** From now on the notes stand; false if they did. */
    boolean hold(ApplicationId application, Instant now) {
        return db.sql("""
                        UPDATE interview.interview
                           SET held_at = :now
                         WHERE application = :application AND held_at IS NULL
                        """)
                        .param("application", application.value())
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    void put(ApplicationId application, Original original) {
        db.sql("""
                        INSERT INTO interview.original (application, kind, upload, mark, note, officer, at)
                        VALUES (:application, :kind, :upload, :mark, :note, :officer, :at)
                        ON CONFLICT ON CONSTRAINT one_look_an_original DO UPDATE
                           SET upload = excluded.upload, mark = excluded.mark, note = excluded.note,
                               officer = excluded.officer, at = excluded.at
                        """)
                .param("application", application.value())
                .param("kind", original.kind().name())
                .param(
                        "upload",
                        original.upload() == null ? null : original.upload().value(),
                        Types.OTHER)
                .param("mark", original.mark().name())
                .param("note", seals.sealIfAny(original.note(), DIFFERENCE))
                .param("officer", original.officer().value())
                .param("at", original.at().atOffset(UTC))
                .update();
    }

    Map<DocumentKind, Original> originals(ApplicationId application) {
        var found = new EnumMap<DocumentKind, Original>(DocumentKind.class);
        db.sql("""
                        SELECT kind, upload, mark, note, officer, at
                          FROM interview.original
                         WHERE application = :application
                         LIMIT 60
                        """)
                .param("application", application.value())
                .query(this::original)
                .list()
                .forEach(original -> found.put(original.kind(), original));
        return found;
    }

    @Override
    public String table() {
        return "interview.interview";
    }

    /** The notes of some interviews, and what differed in their originals. */
    @Override
    public List<UUID> sealAnew(UUID after, int most) {
        var applications = db.sql("""
                        SELECT application FROM interview.interview WHERE application > :after
                        UNION
                        SELECT application FROM interview.original WHERE application > :after AND note IS NOT NULL
                         ORDER BY application
                         LIMIT :most
                        """)
                .param("after", after)
                .param("most", most)
                .query((row, _) -> row.getObject("application", UUID.class))
                .list();
        applications.forEach(this::sealAnew);
        return applications;
    }

    private void sealAnew(UUID application) {
        db.sql("SELECT notes, drafts FROM interview.interview WHERE application = :application FOR NO KEY UPDATE")
                .param("application", application)
                .query(row -> {
                    db.sql("""
                                    UPDATE interview.interview SET notes = :notes, drafts = :drafts
                                     WHERE application = :application
                                    """)
                            .param("application", application)
                            .param("notes", seals.seal(seals.open(row.getString("notes"), NOTES), NOTES))
                            .param("drafts", seals.sealIfAny(seals.openIfAny(row.getString("drafts"), DRAFTS), DRAFTS))
                            .update();
                });
        db.sql("""
                        SELECT kind, note
                          FROM interview.original
                         WHERE application = :application AND note IS NOT NULL
                           FOR NO KEY UPDATE
                        """).param("application", application).query(row -> {
            db.sql("UPDATE interview.original SET note = :note WHERE application = :application AND kind = :kind")
                    .param("application", application)
                    .param("kind", row.getString("kind"))
                    .param("note", seals.seal(seals.open(row.getString("note"), DIFFERENCE), DIFFERENCE))
                    .update();
        });
    }

    private String sealed(Notes notes) {
        return seals.seal(json.writeValueAsString(notes.answers()), NOTES);
    }

    private Interview interview(ResultSet row, int number) throws SQLException {
        var heldAt = row.getObject("held_at", OffsetDateTime.class);
        var drafts = seals.openIfAny(row.getString("drafts"), DRAFTS);
        return new Interview(
                new ApplicationId(row.getObject("application", UUID.class)),
                new AccountId(row.getObject("officer", UUID.class)),
                new Notes(json.readValue(seals.open(row.getString("notes"), NOTES), ANSWERS)),
                drafts == null ? Drafts.NONE : new Drafts(json.readValue(drafts, FIELDS)),
                row.getInt("version"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                heldAt == null ? null : heldAt.toInstant());
    }

    private Original original(ResultSet row, int number) throws SQLException {
        var upload = row.getObject("upload", UUID.class);
        return new Original(
                DocumentKind.valueOf(row.getString("kind")),
                upload == null ? null : new UploadId(upload),
                Mark.valueOf(row.getString("mark")),
                seals.openIfAny(row.getString("note"), DIFFERENCE),
                new AccountId(row.getObject("officer", UUID.class)),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
