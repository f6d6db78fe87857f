package titian.interview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import titian.document.DocumentDesk;
import titian.document.SheetDesk;
import titian.document.Upload;
import titian.queue.Officer;
import titian.shared.ApplicationId;
import titian.shared.SignedIn;
import titian.shared.UploadId;
import titian.web.Errand;
import titian.web.ShowsPeople;

/** The sheets of what was handed in, beside the originals at the counter. */
@Controller
@RequestMapping("/petugas/wawancara/{application}")
class CounterPictureController {

    private final InterviewDesk desk;
    private final DocumentDesk documents;
    private final SheetDesk sheets;

    CounterPictureController(InterviewDesk desk, DocumentDesk documents, SheetDesk sheets) {
        this.desk = desk;
        this.documents = documents;
        this.sheets = sheets;
    }

    @ShowsPeople(Errand.INTERVIEW)
    @GetMapping("/dokumen/{upload}")
    ResponseEntity<byte[]> picture(
            @PathVariable ApplicationId application,
            @PathVariable UploadId upload,
            @RequestParam(name = "kecil", defaultValue = "false") boolean small,
            @RequestParam(name = "halaman", defaultValue = "1") int sheet,
            @AuthenticationPrincipal SignedIn me) {
        var picture = desk.here(Officer.of(me), application)
                .flatMap(_ -> documents.find(application, upload))
                .flatMap(file -> small && file.hasPreview() ? Optional.of(preview(file)) : sheets.picture(file, sheet))
                .orElseThrow(DecisionController::missing);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .body(picture);
    }

    private byte[] preview(Upload file) {
        try (var preview = documents.openPreview(file)) {
            return preview.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
