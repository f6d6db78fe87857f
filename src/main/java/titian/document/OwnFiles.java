package titian.document;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import titian.platform.KeepsPersonalData;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** The files an account handed in. */
@Component
class OwnFiles implements KeepsPersonalData {

    private static final Logger LOG = LoggerFactory.getLogger(OwnFiles.class);

    private final DocumentDesk desk;

    OwnFiles(DocumentDesk desk) {
        this.desk = desk;
    }

    @Override
    public String subject() {
        return "documents";
    }

    @Override
    public List<Map<String, Object>> about(AccountId account, List<ApplicationId> applications) {
        return applications.stream()
                .flatMap(application -> desk.of(application).stream())
                .map(upload -> Map.<String, Object>of(
                        "application", upload.application().toString(),
                        "kind", upload.kind().name(),
                        "file_name", upload.fileName(),
                        "media_type", upload.mediaType(),
                        "bytes", upload.bytes(),
                        "handed_in_at", upload.at().toString(),
                        "file", name(upload)))
                .toList();
    }

    @Override
    public List<HandedIn> files(List<ApplicationId> applications) {
        return applications.stream()
                .flatMap(application -> desk.of(application).stream())
                .map(upload -> new HandedIn(name(upload), () -> open(upload)))
                .toList();
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
