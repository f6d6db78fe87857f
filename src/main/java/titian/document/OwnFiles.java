package titian.document;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.inspection.Hint;
import titian.platform.ForgetsPeople;
import titian.platform.KeepsPersonalData;
import titian.platform.Kept;
import titian.reading.Reading;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.UploadId;
import titian.shelf.Store;
import titian.shelf.StoreUnavailable;

/** The files an account handed in. */
@Repository
class OwnFiles implements KeepsPersonalData, ForgetsPeople {

    private static final Logger LOG = LoggerFactory.getLogger(OwnFiles.class);

    private final DocumentDesk desk;
    private final Store store;
    private final Readings readings;
    private final JdbcClient db;

    OwnFiles(DocumentDesk desk, Store store, Readings readings, JdbcClient db) {
        this.desk = desk;
        this.store = store;
        this.readings = readings;
        this.db = db;
    }

    @Override
    public String subject() {
        return "documents";
    }

    @Override
    public List<Map<String, Object>> about(AccountId account, List<ApplicationId> applications) {
        return applications.stream().flatMap(this::about).toList();
    }

    private Stream<Map<String, Object>> about(ApplicationId application) {
        var read = readings.of(application);
        return desk.of(application).stream()
                .map(upload -> Map.<String, Object>of(
                        "application",
                        upload.application().toString(),
                        "kind",
                        upload.kind().name(),
                        "file_name",
                        upload.fileName(),
                        "media_type",
                        upload.mediaType(),
                        "bytes",
                        upload.bytes(),
                        "handed_in_at",
                        upload.at().toString(),
                        "file",
                        name(upload),
                        "looks",
                        upload.hints().stream().map(Hint::name).toList(),
                        "read_by_program",
                        read.getOrDefault(upload.kind(), Reading.NOTHING).facts()));
    }

    @Override
    public List<HandedIn> files(List<ApplicationId> applications) {
        return applications.stream()
                .flatMap(application -> desk.of(application).stream())
                .map(upload -> new HandedIn(name(upload), () -> open(upload)))
                .toList();
    }

    @Override
    public List<Kept> kept() {
        return List.of(
                Kept.withApplication(
                        "files",
                        Kept.Basis.PASSPORT_SERVICE,
                        "document.reading",
                        "document.current_upload",
                        "document.upload"),
                Kept.passing("arriving-files", Kept.Basis.PASSPORT_SERVICE, "document.piece", "document.arrival"));
    }

    @Override
    public void forget(AccountId account) {
        db.sql("DELETE FROM document.arrival WHERE account = :account")
                .param("account", account.value())
                .update();
    }

    /** The files go first: should that fail, their rows are still there to try again. Nothing else has their keys. */
    @Override
    public void forget(List<ApplicationId> applications) {
        var ids = applications.stream().map(ApplicationId::value).toArray(UUID[]::new);
        db.sql("SELECT id FROM document.upload WHERE application = ANY (:applications)")
                .param("applications", ids)
                .query(UUID.class)
                .list()
                .forEach(upload -> store.forget(new UploadId(upload)));
        db.sql("DELETE FROM document.current_upload WHERE application = ANY (:applications)")
                .param("applications", ids)
                .update();
        db.sql("DELETE FROM document.upload WHERE application = ANY (:applications)")
                .param("applications", ids)
                .update();
    }

    private Optional<InputStream> open(Upload upload) {
        try {
            return Optional.of(desk.open(upload));
        } catch (StoreUnavailable e) {
            LOG.warn("{} could not be given to whom it belongs", upload, e);
            return Optional.empty();
        }
    }

    private static String name(Upload upload) {
        var ending = upload.mediaType().substring(upload.mediaType().indexOf('/') + 1);
        return "files/" + upload.application() + "/" + upload.kind() + "." + ending;
    }
}
