package titian.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** How a reader wants pages to look: light or dark, and how large the letters. Kept in cookies, without an account. */
@Controller
class LookController {

    private static final Duration A_YEAR = Duration.ofDays(365);
    private static final String START = "/";

    /** An address within this house, and nothing a browser could take for another one. */
    private static final Pattern OUR_ADDRESS = Pattern.compile("/([\\w.~!$'()*+,;:@%&=?-][\\w.~!$'()*+,;:@%&=?/-]*)?");

    @GetMapping("/tampilan")
    String ask(@RequestHeader(name = HttpHeaders.REFERER, defaultValue = "") String cameFrom, Model page) {
        page.addAttribute("back", ours(cameFrom));
        return "web/look";
    }

    /** A choice that is not one of ours is the device's. */
    @PostMapping("/tampilan")
    ResponseEntity<Void> choose(
            @RequestParam(defaultValue = "") String tema,
            @RequestParam(defaultValue = "") String huruf,
            @RequestParam(defaultValue = START) String kembali,
            HttpServletRequest request) {
        var headers = new HttpHeaders();
        headers.add(
                HttpHeaders.SET_COOKIE,
                cookie("tema", tema.equals("light") || tema.equals("dark") ? tema : null, request));
        headers.add(HttpHeaders.SET_COOKIE, cookie("huruf", huruf.equals("besar") ? huruf : null, request));
        headers.setLocation(URI.create(OUR_ADDRESS.matcher(kembali).matches() ? kembali : START));
        return new ResponseEntity<>(headers, HttpStatus.SEE_OTHER);
    }

    private static String cookie(String name, @Nullable String value, HttpServletRequest request) {
        return ResponseCookie.from(name, value == null ? "" : value)
                .path("/")
                .maxAge(value == null ? Duration.ZERO : A_YEAR)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build()
                .toString();
    }

    /** The page of ours the reader came from: its path alone, whatever host they call us by. */
    private static String ours(String address) {
        try {
            var uri = URI.create(address);
            var path = uri.getRawPath();
            var query = uri.getRawQuery();
            var whole = path == null ? START : query == null ? path : path + "?" + query;
            return OUR_ADDRESS.matcher(whole).matches() && !whole.startsWith("/tampilan") ? whole : START;
        } catch (IllegalArgumentException e) {
            return START;
        }
    }
}
