package titian.document;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.inspection.Hint;
import titian.seal.HoldsSealed;
import titian.seal.SealedColumns;
import titian.seal.Seals;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.UploadId;
import titian.shelf.SealedKey;

@Repository
class Uploads implements HoldsSealed {

    private static final int MOST_KINDS = 50;

    private static final String FILE_NAME = "document.file_name";

    private static final SealedColumns SEALED =
            new SealedColumns("document.upload", "id", Map.of("file_name", FILE_NAME));

    private final JdbcClient db;
    private final Seals seals;

    Uploads(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    /** False if this account has handed in this very file before, perhaps a moment ago. */
    boolean add(Upload upload, AccountId account, byte[] sha256, SealedKey key, Scan scan) {
        return db.sql("""
                        INSERT INTO document.upload
                               (id, application, account, kind, file_name, media_type, bytes, sha256, at,
                                has_preview, hints, master_key, sealed_key, scan)
                        VALUES (:id, :application, :account, :kind, :fileName, :mediaType, :bytes, :sha256, :at,
                                :hasPreview, :hints, :master, :sealed, :scan)
                        ON CONFLICT (application, account, kind, sha256) WHERE sealed_key IS NOT NULL DO NOTHING
                        """)
                        .param("id", upload.id().value())
                        .param("application", upload.application().value())
                        .param("account", account.value())
                        .param("kind", upload.kind().name())
                        .param("fileName", seals.seal(upload.fileName(), FILE_NAME))
                        .param("mediaType", upload.mediaType())
                        .param("bytes", upload.bytes())
                        .param("sha256", sha256)
                        .param("at", upload.at().atOffset(UTC))
                        .param("hasPreview", upload.hasPreview())
                        .param("hints", upload.hints().stream().map(Enum::name).toArray(String[]::new))
                        .param("master", key.master())
                        .param("sealed", key.sealed())
                        .param("scan", scan.name())
                        .update()
                == 1;
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

    /** This very file, if this account has handed it in before; what was replaced can count again. */
    Optional<Upload> same(ApplicationId application, AccountId account, DocumentKind kind, byte[] sha256) {
        return db.sql("""
                        SELECT id, application, kind, file_name, media_type, bytes, at, has_preview, hints
                          FROM document.upload
                         WHERE application = :application
                           AND account = :account
                           AND kind = :kind
                           AND sha256 = :sha256
                           AND sealed_key IS NOT NULL
                        """)
                .param("application", application.value())
                .param("account", account.value())
                .param("kind", kind.name())
                .param("sha256", sha256)
                .query(this::upload)
                .optional();
    }

    /** Empty for a file that came before files were sealed. */
    Optional<SealedKey> key(UploadId upload) {
        return db.sql("""
                        SELECT master_key, sealed_key
                          FROM document.upload
                         WHERE id = :upload AND sealed_key IS NOT NULL
                        """).param("upload", upload.value()).query(Uploads::key).optional();
    }

    /** The names of all master keys that seal something. */
    List<String> masters() {
        return db.sql("""
                        SELECT DISTINCT master_key
                          FROM document.upload
                         WHERE master_key IS NOT NULL
                         LIMIT :most
                        """)
                .param("most", MOST_KINDS)
                .query((row, _) -> row.getString("master_key"))
                .list();
    }

    /** Some of those whose keys are sealed by these, held by nobody else. */
    Map<UploadId, SealedKey> sealedBy(List<String> masters, int most) {
        var found = new LinkedHashMap<UploadId, SealedKey>();
        db.sql("""
                        SELECT id, master_key, sealed_key
                          FROM document.upload
                         WHERE master_key = ANY(:masters)
                         LIMIT :most
                           FOR UPDATE SKIP LOCKED
                        """)
                .param("masters", masters.toArray(String[]::new))
                .param("most", most)
                .query((row, number) -> found.put(new UploadId(row.getObject("id", UUID.class)), key(row, number)))
                .list();
        return found;
    }

    void reseal(UploadId upload, SealedKey key) {
        db.sql("""
                        UPDATE document.upload
                           SET master_key = :master, sealed_key = :sealed
                         WHERE id = :upload
                        """)
                .param("master", key.master())
                .param("sealed", key.sealed())
                .param("upload", upload.value())
                .update();
    }

    List<Upload> current(ApplicationId application) {
        return db.sql("""
                        SELECT u.id, u.application, u.kind, u.file_name, u.media_type, u.bytes, u.at,
                               u.has_preview, u.hints
                          FROM document.upload u
                          JOIN document.current_upload c ON c.upload = u.id
                         WHERE c.application = :application
                           AND u.scan <> 'INFECTED'
                         ORDER BY u.at
                         LIMIT :most
                        """)
                .param("application", application.value())
                .param("most", MOST_KINDS)
                .query(this::upload)
                .list();
    }

    Optional<Upload> find(ApplicationId application, UploadId upload) {
        return db.sql("""
                        SELECT id, application, kind, file_name, media_type, bytes, at, has_preview, hints
                          FROM document.upload
                         WHERE id = :upload AND application = :application AND scan <> 'INFECTED'
                        """)
                .param("upload", upload.value())
                .param("application", application.value())
                .query(this::upload)
                .optional();
    }

    Optional<Upload> find(ApplicationId application, UploadId upload, AccountId account) {
        return db.sql("""
                        SELECT id, application, kind, file_name, media_type, bytes, at, has_preview, hints
                          FROM document.upload
                         WHERE id = :upload
                           AND application = :application
                           AND account = :account
                           AND scan <> 'INFECTED'
                        """)
                .param("upload", upload.value())
                .param("application", application.value())
                .param("account", account.value())
                .query(this::upload)
                .optional();
    }

    /** What was said of it, whoever may see it. */
    Scan scan(UploadId upload) {
        return db.sql("SELECT scan FROM document.upload WHERE id = :upload")
                .param("upload", upload.value())
                .query((row, _) -> Scan.valueOf(row.getString("scan")))
                .single();
    }

    /** A verdict stands: the first one counts, and is told from a later one. */
    boolean scanned(UploadId upload, Scan verdict) {
        return db.sql("""
                        UPDATE document.upload
                           SET scan = :verdict
                         WHERE id = :upload AND scan = 'UNSCANNED'
                        """)
                        .param("verdict", verdict.name())
                        .param("upload", upload.value())
                        .update()
                == 1;
    }

    /** Whose it is that nobody gets to see. */
    DocumentWithheld whose(UploadId upload) {
        return db.sql("SELECT account, application FROM document.upload WHERE id = :upload")
                .param("upload", upload.value())
                .query((row, _) -> new DocumentWithheld(
                        new AccountId(row.getObject("account", UUID.class)),
                        new ApplicationId(row.getObject("application", UUID.class))))
                .single();
    }

    /** The papers whose last file turned out infected. */
    List<DocumentKind> withheld(ApplicationId application) {
        return db.sql("""
                        SELECT c.kind
                          FROM document.current_upload c
                          JOIN document.upload u ON u.id = c.upload
                         WHERE c.application = :application AND u.scan = 'INFECTED'
                         LIMIT :most
                        """)
                .param("application", application.value())
                .param("most", MOST_KINDS)
                .query((row, _) -> DocumentKind.valueOf(row.getString("kind")))
                .list();
    }

    @Override
    public String table() {
        return SEALED.table();
    }

    @Override
    public List<UUID> sealAnew(UUID after, int most) {
        return SEALED.anew(db, seals, after, most);
    }

    private Upload upload(ResultSet row, int number) throws SQLException {
        return new Upload(
                new UploadId(row.getObject("id", UUID.class)),
                new ApplicationId(row.getObject("application", UUID.class)),
                DocumentKind.valueOf(row.getString("kind")),
                seals.open(row.getString("file_name"), FILE_NAME),
                row.getString("media_type"),
                row.getLong("bytes"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getBoolean("has_preview"),
                Stream.of((String[]) row.getArray("hints").getArray())
                        .map(Hint::valueOf)
                        .toList());
    }

    private static SealedKey key(ResultSet row, int number) throws SQLException {
        return new SealedKey(row.getString("master_key"), row.getBytes("sealed_key"));
    }
}
