package titian.privacy;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import titian.shared.SignedIn;
import titian.web.Page;

/** The page on which people take along what we know of them. */
@Controller
class OwnDataController {

    private final OwnDataDesk desk;

    OwnDataController(OwnDataDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/akun/data")
    String show() {
        return "privacy/data";
    }

    @PostMapping("/akun/data/unduh")
    void tell(
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute(name = "page", binding = false) Page page,
            HttpServletResponse response)
            throws IOException {
        var name = ContentDisposition.attachment().filename("titian-data.zip").build();
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", name.toString());
        response.setHeader("Cache-Control", CacheControl.noStore().getHeaderValue());
        desk.tell(me.account(), page.words(), response.getOutputStream());
    }
}
