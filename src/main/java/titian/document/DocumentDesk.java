package titian.document;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** Where files are handed in and read back. Whoever asks has made sure that the reader may see the application. */
@Service
public class DocumentDesk {

    /** The most a file may hold: 5 MB. */
    public static final long MOST_BYTES = 5L * 1024 * 1024;

    /**
     * Stores a file for this application in place of the one it had of this kind, if any. Only the account that hands
     * it in may look at it again.
     *
     * @throws UploadRefused if it is empty, too large or not a readable JPEG, PNG or PDF
     */
    public Upload store(
            ApplicationId application, AccountId account, DocumentKind kind, String fileName, InputStream content) {
        throw new UnsupportedOperationException("not yet built: " + application + account + kind + fileName + content);
    }

    /** The files this application has now, one a kind. */
    public List<Upload> of(ApplicationId application) {
        throw new UnsupportedOperationException("not yet built: " + application);
    }

    public Optional<Upload> find(ApplicationId application, UploadId upload) {
        throw new UnsupportedOperationException("not yet built: " + application + upload);
    }

    /** The bytes as they were handed in. */
    public InputStream open(Upload upload) {
        throw new UnsupportedOperationException("not yet built: " + upload);
    }
}
