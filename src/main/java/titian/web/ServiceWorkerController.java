package titian.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * Serves the worker that keeps passes for when there is no network. What it keeps from the start is named with the
 * digests of this release, so a browser takes the new worker exactly when something in it changed.
 */
@Controller
class ServiceWorkerController {

    private static final MediaType SCRIPT = new MediaType("text", "javascript", UTF_8);
    private static final List<String> SHELL = List.of(
            "tokens.css", "layanan.css", "jakarta-400-800.woff2", "icons.svg", "mark.svg", "guilloche.svg", "app.js");

    private final ResourceUrlProvider files;

    ServiceWorkerController(ResourceUrlProvider files) {
        this.files = files;
    }

    @GetMapping("/sw.js")
    @ResponseBody
    ResponseEntity<String> worker() {
        var shell = Stream.concat(Stream.of("/luring"), SHELL.stream().map(this::address))
                .map(address -> "'" + address + "'")
                .collect(Collectors.joining(", "));
        var script = script();
        var version =
                DigestUtils.md5DigestAsHex((shell + script).getBytes(UTF_8)).substring(0, 8);
        return ResponseEntity.ok()
                .contentType(SCRIPT)
                .cacheControl(CacheControl.noCache())
                .body(script.replace("VERSION_OF_THIS_RELEASE", version).replace("SHELL_OF_THIS_RELEASE", shell));
    }

    private String address(String file) {
        var hashed = files.getForLookupPath("/aset/" + file);
        if (hashed == null) {
            throw new IllegalStateException("no static file " + file);
        }
        return hashed;
    }

    private static String script() {
        try {
            return new ClassPathResource("static/sw.js").getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
