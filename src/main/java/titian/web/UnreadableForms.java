package titian.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers a form that cannot be read, because it is far too large or its parts are broken, with a page. The server says
 * so to whoever first asks for a field, and again to the error page, which would then fail as well; so it
 * is asked here before anyone else, and the error page is shown a request without fields.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnreadableForms extends OncePerRequestFilter {

    private static final long MOST_READ_ON = 64L * 1024 * 1024;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            next.doFilter(new WithoutFields(request), response);
            return;
        }
        try {
            request.getParameterMap();
        } catch (InvalidParameterException e) {
            readOn(request.getInputStream());
            response.sendError(e.getErrorCode());
            return;
        }
        next.doFilter(request, response);
    }

    /** A browser listens only when it has sent everything; cut off, it would show a broken connection and no page. */
    private static void readOn(InputStream rest) {
        try {
            rest.skipNBytes(MOST_READ_ON);
        } catch (IOException e) {
            // It ended, or the sender went away: either way there is nothing more to read.
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = Objects.requireNonNullElse(request.getContentType(), "").toLowerCase(Locale.ROOT);
        return !type.startsWith("multipart/") && !type.startsWith("application/x-www-form-urlencoded");
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static final class WithoutFields extends HttpServletRequestWrapper {

        WithoutFields(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public @Nullable String getContentType() {
            return null;
        }
    }
}
