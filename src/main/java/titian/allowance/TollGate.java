package titian.allowance;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;
import titian.web.ErrorAnswer;
import titian.web.StrictHeaders;

/**
 * Stands before the doors to which anybody may send a form. While work is asked for, each page with such a form gives a
 * piece of it in a cookie, which the page's script finishes in the background, and each form brings it back.
 */
@Component
@Order(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1)
class TollGate extends OncePerRequestFilter {

    /** Read and written by app.js. */
    static final String COOKIE = "tugas";

    private static final Set<String> DOORS =
            Set.of("/masuk", "/masuk/kode", "/masuk/kode/ponsel", "/masuk/lupa", "/masuk/lupa/ponsel", "/daftar");

    private final TollDesk desk;

    TollGate(TollDesk desk) {
        this.desk = desk;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !DOORS.contains(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        if (!desk.isAsked()) {
            next.doFilter(request, response);
            return;
        }
        var cookie = WebUtils.getCookie(request, COOKIE);
        var brought = cookie == null ? "" : cookie.getValue();
        if (!request.getMethod().equals("POST")) {
            if (!desk.isGood(brought, request.getRemoteAddr())) {
                give(request, response);
            }
            next.doFilter(request, response);
            return;
        }
        var paid = desk.take(brought, request.getRemoteAddr());
        if (paid || !desk.isWaiting(brought, request.getRemoteAddr())) {
            give(request, response);
        }
        if (paid) {
            next.doFilter(request, response);
        } else {
            StrictHeaders.write(response);
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Toll.WAIT.toSeconds()));
            ErrorAnswer.send(request, response, 429, "toll", request.getRequestURI());
        }
    }

    /** Scripts must be able to read it: it opens nothing, and says nothing about anybody. */
    private void give(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, desk.give(request.getRemoteAddr()))
                        .path("/")
                        .maxAge(Toll.GOOD_FOR)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString());
    }
}
