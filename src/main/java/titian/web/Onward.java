package titian.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;

/** The page somebody was on their way to when they were asked who they are; a cookie keeps it until they are in. */
@Component
public class Onward {

    /** A browser takes two strokes, or a stroke and a backslash, for the beginning of another host. */
    private static final Pattern OUR_PAGE = Pattern.compile("/|/[^/\\\\].*");

    private final CookieRequestCache kept = new CookieRequestCache();

    Onward() {
        kept.setRequestMatcher(Onward::isPage);
    }

    RequestCache kept() {
        return kept;
    }

    static boolean isPage(HttpServletRequest request) {
        return request.getMethod().equals("GET") && wantsPage(request);
    }

    /** Whether a person waits for the answer, not a script. */
    static boolean wantsPage(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/html");
    }

    /** Remembers the page that is asked for now. */
    public void keep(HttpServletRequest request, HttpServletResponse response) {
        kept.saveRequest(request, response);
    }

    /**
     * The path to go on to, which is then no longer kept; the other one if there is none. A cookie can say anything: only
     * an address of ours is followed.
     */
    public String take(HttpServletRequest request, HttpServletResponse response, String otherwise) {
        var wanted = wanted(request, response);
        kept.removeRequest(request, response);
        return wanted.orElse(otherwise);
    }

    private Optional<String> wanted(HttpServletRequest request, HttpServletResponse response) {
        try {
            return Optional.ofNullable(kept.getRequest(request, response))
                    .map(saved -> URI.create(saved.getRedirectUrl()))
                    .filter(uri -> uri.getRawPath() != null
                            && OUR_PAGE.matcher(uri.getRawPath()).matches())
                    .map(uri -> uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // no address at all
        }
    }
}
