package titian.casework;

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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.document.DocumentKind;
import titian.seal.HoldsSealed;
import titian.seal.Seals;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.UploadId;

/** The tables of what was found of papers, and of what was typed about them and not yet said. */
@Repository
class Verdicts implements HoldsSealed {

    private static final String NOTE = "casework.note";
    private static final int MOST_KINDS = 60;

    private final JdbcClient db;
    private final Seals seals;

    Verdicts(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    /** What an officer typed about a paper. */
    record Typed(@Nullable Reason reason, String note) {

        static final Typed NOTHING = new Typed(null, "");

        @Override
        public String toString() {
            return "something typed";
        }
    }

    void put(ApplicationId application, Verdict verdict) {
        db.sql("""
                        INSERT INTO casework.verdict (application, kind, upload, reason, note, officer, at)
                        VALUES (:application, :kind, :upload, :reason, :note, :officer, :at)
                        ON CONFLICT ON CONSTRAINT one_verdict_a_paper DO UPDATE
                           SET upload = excluded.upload, reason = excluded.reason, note = excluded.note,
                               officer = excluded.officer, at = excluded.at
                        """)
                .param("application", application.value())
                .param("kind", verdict.kind().name())
                .param(
                        "upload",
                        verdict.upload() == null ? null : verdict.upload().value(),
                        Types.OTHER)
                .param(
                        "reason",
                        verdict.reason() == null ? null : verdict.reason().name())
                .param("note", seals.sealIfAny(verdict.note(), NOTE))
                .param("officer", verdict.officer().value())
                .param("at", verdict.at().atOffset(UTC))
                .update();
    }

    Map<DocumentKind, Verdict> of(ApplicationId application) {
        var found = new EnumMap<DocumentKind, Verdict>(DocumentKind.class);
        db.sql("""
                        SELECT kind, upload, reason, note, officer, at
                          FROM casework.verdict
                         WHERE application = :application
                         LIMIT :most
                        """)
                .param("application", application.value())
                .param("most", MOST_KINDS)
                .query(this::verdict)
                .list()
                .forEach(verdict -> found.put(verdict.kind(), verdict));
        return found;
    }

    /** Keeps what was typed, in place of what was typed before. */
    void keep(ApplicationId application, AccountId officer, DocumentKind kind, Typed typed, Instant at) {
        db.sql("""
                        INSERT INTO casework.typed (application, officer, kind, reason, note, at)
                        VALUES (:application, :officer, :kind, :reason, :note, :at)
                        ON CONFLICT ON CONSTRAINT typed_once_a_paper DO UPDATE
                           SET reason = excluded.reason, note = excluded.note, at = excluded.at
                        """)
                .param("application", application.value())
                .param("officer", officer.value())
                .param("kind", kind.name())
                .param("reason", typed.reason() == null ? null : typed.reason().name())
                .param("note", seals.seal(typed.note(), NOTE))
                .param("at", at.atOffset(UTC))
                .update();
    }

    Optional<Typed> typed(ApplicationId application, AccountId officer, DocumentKind kind) {
        return db.sql("""
                        SELECT reason, note
                          FROM casework.typed
                         WHERE application = :application AND officer = :officer AND kind = :kind
                        """)
                .param("application", application.value())
                .param("officer", officer.value())
                .param("kind", kind.name())
                .query((row, _) -> new Typed(reason(row), seals.open(row.getString("note"), NOTE)))
                .optional();
    }

    /** It has been said. */
    void said(ApplicationId application, AccountId officer, DocumentKind kind) {
        db.sql("""
                        DELETE FROM casework.typed
                         WHERE application = :application AND officer = :officer AND kind = :kind
                        """)
                .param("application", application.value())
                .param("officer", officer.value())
                .param("kind", kind.name())
                .update();
    }

    @Override
    public String table() {
        return "casework.verdict";
    }

    /** The notes of some files, said and unsaid. */
    @Override
    public List<UUID> sealAnew(UUID after, int most) {
        var applications = db.sql("""
                        SELECT application FROM casework.verdict WHERE application > :after AND note IS NOT NULL
                        UNION
                        SELECT application FROM casework.typed WHERE application > :after
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
        db.sql("""
                        SELECT kind, note
                          FROM casework.verdict
                         WHERE application = :application AND note IS NOT NULL
                           FOR NO KEY UPDATE
                        """).param("application", application).query(row -> {
            db.sql("UPDATE casework.verdict SET note = :note WHERE application = :application AND kind = :kind")
                    .param("application", application)
                    .param("kind", row.getString("kind"))
                    .param("note", seals.seal(seals.open(row.getString("note"), NOTE), NOTE))
                    .update();
        });
        db.sql("""
                        SELECT officer, kind, note
                          FROM casework.typed
                         WHERE application = :application
                           FOR NO KEY UPDATE
                        """).param("application", application).query(row -> {
            db.sql("""
                                    UPDATE casework.typed
                                       SET note = :note
                                     WHERE application = :application AND officer = :officer AND kind = :kind
                                    """)
                    .param("application", application)
                    .param("officer", row.getObject("officer", UUID.class))
                    .param("kind", row.getString("kind"))
                    .param("note", seals.seal(seals.open(row.getString("note"), NOTE), NOTE))
                    .update();
        });
    }

    private Verdict verdict(ResultSet row, int number) throws SQLException {
        var upload = row.getObject("upload", UUID.class);
        return new Verdict(
                DocumentKind.valueOf(row.getString("kind")),
                upload == null ? null : new UploadId(upload),
                reason(row),
                seals.openIfAny(row.getString("note"), NOTE),
                new AccountId(row.getObject("officer", UUID.class)),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Reason reason(ResultSet row) throws SQLException {
        var reason = row.getString("reason");
        return reason == null ? null : Reason.valueOf(reason);
    }
}
