package titian.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import titian.shared.ApplicationId;
import titian.shared.SignedIn;
import titian.shared.UploadId;

/** Shows a file to the one who handed it in, and makes sure that it stays a picture whatever else is in it. */
@Controller
class DocumentController {

    private static final String HARMLESS =
            "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    /** Browsers show a PDF by a program of their own, which none starts in a sandbox. */
    private static final String HARMLESS_PICTURE = "sandbox; " + HARMLESS;

    private final Uploads uploads;
    private final DocumentDesk desk;

    DocumentController(Uploads uploads, DocumentDesk desk) {
        this.uploads = uploads;
        this.desk = desk;
    }

    @GetMapping("/dokumen/{application}/{upload}")
    ResponseEntity<Resource> show(
            @PathVariable ApplicationId application,
            @PathVariable UploadId upload,
            @AuthenticationPrincipal SignedIn me) {
        var file = find(application, upload, me);
        var name = ContentDisposition.inline().filename(file.fileName(), UTF_8).build();
        return harmless(file.isPicture() ? HARMLESS_PICTURE : HARMLESS)
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .contentLength(file.bytes())
                .header("Content-Disposition", name.toString())
                .body(new InputStreamResource(desk.open(file)));
    }

    @GetMapping("/dokumen/{application}/{upload}/kecil")
    ResponseEntity<Resource> showSmall(
            @PathVariable ApplicationId application,
            @PathVariable UploadId upload,
            @AuthenticationPrincipal SignedIn me) {
        var file = find(application, upload, me);
        if (!file.hasPreview()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return harmless(HARMLESS_PICTURE)
                .contentType(MediaType.IMAGE_JPEG)
                .body(new InputStreamResource(desk.openPreview(file)));
    }

    private Upload find(ApplicationId application, UploadId upload, SignedIn me) {
        return uploads.find(application, upload, me.account())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ResponseEntity.BodyBuilder harmless(String policy) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", policy);
    }
}
