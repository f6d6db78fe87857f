package titian.document;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

@Repository
class Uploads {

    private static final int MOST_KINDS = 50;

    private final JdbcClient db;

    Uploads(JdbcClient db) {
        this.db = db;
    }

    void add(Upload upload, AccountId account, byte[] sha256) {
        db.sql("""
                        INSERT INTO document.upload
                               (id, application, account, kind, file_name, media_type, bytes, sha256, at)
                        VALUES (:id, :application, :account, :kind, :fileName, :mediaType, :bytes, :sha256, :at)
                        """)
                .param("id", upload.id().value())
                .param("application", upload.application().value())
                .param("account", account.value())
                .param("kind", upload.kind().name())
                .param("fileName", upload.fileName())
                .param("mediaType", upload.mediaType())
                .param("bytes", upload.bytes())
                .param("sha256", sha256)
                .param("at", upload.at().atOffset(UTC))
                .update();
    }

    /** From now on this one counts. Of two that come at once the later counts. */
    void makeCurrent(Upload upload) {
        db.sql("""
                        INSERT INTO document.current_upload (application, kind, upload)
                        VALUES (:application, :kind, :upload)
                        ON CONFLICT ON CONSTRAINT one_current_upload_a_kind DO UPDATE SET upload = excluded.upload
                        """)
                .param("application", upload.application().value())
                .param("kind", upload.kind().name())
                .param("upload", upload.id().value())
                .update();
    }

    /** The file that counts now, if it is this very one from this very account. */
    Optional<Upload> same(ApplicationId application, AccountId account, DocumentKind kind, byte[] sha256) {
        return db.sql("""
                        SELECT u.id, u.application, u.kind, u.file_name, u.media_type, u.bytes, u.at
                          FROM document.upload u
                          JOIN document.current_upload c ON c.upload = u.id
                         WHERE c.application = :application
                           AND c.kind = :kind
                           AND u.account = :account
                           AND u.sha256 = :sha256
                        """)
                .param("application", application.value())
                .param("kind", kind.name())
                .param("account", account.value())
                .param("sha256", sha256)
                .query(Uploads::upload)
                .optional();
    }

    List<Upload> current(ApplicationId application) {
        return db.sql("""
                        SELECT u.id, u.application, u.kind, u.file_name, u.media_type, u.bytes, u.at
                          FROM document.upload u
                          JOIN document.current_upload c ON c.upload = u.id
                         WHERE c.application = :application
                         ORDER BY u.at
                         LIMIT :most
                        """)
                .param("application", application.value())
                .param("most", MOST_KINDS)
                .query(Uploads::upload)
                .list();
    }

    Optional<Upload> find(ApplicationId application, UploadId upload) {
        return db.sql("""
                        SELECT id, application, kind, file_name, media_type, bytes, at
                          FROM document.upload
                         WHERE id = :upload AND application = :application
                        """)
                .param("upload", upload.value())
                .param("application", application.value())
                .query(Uploads::upload)
                .optional();
    }

    Optional<Upload> find(ApplicationId application, UploadId upload, AccountId account) {
        return db.sql("""
                        SELECT id, application, kind, file_name, media_type, bytes, at
                          FROM document.upload
                         WHERE id = :upload AND application = :application AND account = :account
                        """)
                .param("upload", upload.value())
                .param("application", application.value())
                .param("account", account.value())
                .query(Uploads::upload)
                .optional();
    }

    private static Upload upload(ResultSet row, int number) throws SQLException {
        return new Upload(
                new UploadId(row.getObject("id", UUID.class)),
                new ApplicationId(row.getObject("application", UUID.class)),
                DocumentKind.valueOf(row.getString("kind")),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getLong("bytes"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
