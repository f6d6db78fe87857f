package titian.casework;

import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
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

/** Shows officers the papers of their office's files; each look is kept by the audit, with which paper it was. */
@Controller
@RequestMapping("/petugas/berkas/{application}/dokumen/{upload}")
class PictureController {

    private static final String HARMLESS =
            "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private final VerificationDesk desk;
    private final DocumentDesk documents;
    private final SheetDesk sheets;

    PictureController(VerificationDesk desk, DocumentDesk documents, SheetDesk sheets) {
        this.desk = desk;
        this.documents = documents;
        this.sheets = sheets;
    }

    @ShowsPeople(Errand.CHECKING_PAPERS)
    @GetMapping
    ResponseEntity<byte[]> picture(
            @PathVariable ApplicationId application,
            @PathVariable UploadId upload,
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "halaman", defaultValue = "1") int sheet) {
        var picture = sheets.picture(find(application, upload, me), sheet).orElseThrow(FileController::missing);
        return harmless().contentType(MediaType.IMAGE_JPEG).body(picture);
    }

    /** The file as it is kept, for whoever cannot read its picture. */
    @ShowsPeople(Errand.CHECKING_PAPERS)
    @GetMapping("/asli")
    ResponseEntity<Resource> original(
            @PathVariable ApplicationId application,
            @PathVariable UploadId upload,
            @AuthenticationPrincipal SignedIn me) {
        var file = find(application, upload, me);
        var name = ContentDisposition.attachment().filename(file.kind() + "." + ending(file));
        return harmless()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .contentLength(file.bytes())
                .header("Content-Disposition", name.build().toString())
                .body(new InputStreamResource(documents.open(file)));
    }

    private Upload find(ApplicationId application, UploadId upload, SignedIn me) {
        return desk.find(application, Officer.of(me))
                .flatMap(_ -> documents.find(application, upload))
                .orElseThrow(FileController::missing);
    }

    private static String ending(Upload file) {
        return file.mediaType().substring(file.mediaType().indexOf('/') + 1);
    }

    private static ResponseEntity.BodyBuilder harmless() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", HARMLESS);
    }
}
