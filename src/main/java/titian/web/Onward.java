package titian.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/** The page somebody was on their way to when they were asked who they are; a cookie keeps it until they are in. */
@Component
public class Onward {

    private final CookieRequestCache kept = new CookieRequestCache();

    Onward() {
        kept.setRequestMatcher(Onward::isPage);
    }

    RequestCache kept() {
        return kept;
    }

    static boolean isPage(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return request.getMethod().equals("GET") && accept != null && accept.contains("text/html");
    }

    /** Remembers the page that is asked for now. */
    public void keep(HttpServletRequest request, HttpServletResponse response) {
        kept.saveRequest(request, response);
    }

    /** The path to go on to, which is then no longer kept; the other one if there is none. */
    public String take(HttpServletRequest request, HttpServletResponse response, String otherwise) {
        @Nullable SavedRequest wanted = kept.getRequest(request, response);
        kept.removeRequest(request, response);
        return wanted == null ? otherwise : path(URI.create(wanted.getRedirectUrl()));
    }

    /** Of what the cookie names the path only, and never one that a browser reads as another host. */
    private static String path(URI wanted) {
        var path = wanted.getRawPath().replaceFirst("^/+", "/");
        return wanted.getRawQuery() == null ? path : path + "?" + wanted.getRawQuery();
    }
}
