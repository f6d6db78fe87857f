package titian.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Gives each request a number that stands in every line of the log it causes, in the audit, and on the page that says
 * something went wrong: whoever is called can find what the caller speaks of.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class RequestNumber extends OncePerRequestFilter {

    /** Holds the address as its page names it, for whoever speaks of the request when it is over. */
    static final String ROUTE = RequestNumber.class.getName() + ".route";

    private static final String NAME = "request";
    private static final SecureRandom CHANCE = new SecureRandom();

    /** The number of the request this thread answers; empty if it answers none. */
    public static String current() {
        var number = MDC.get(NAME);
        return number == null ? "" : number;
    }

    static String of(HttpServletRequest request) {
        return request.getAttribute(RequestNumber.class.getName()) instanceof String number ? number : "";
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var number = HexFormat.of().toHexDigits(CHANCE.nextLong());
        request.setAttribute(RequestNumber.class.getName(), number);
        MDC.put(NAME, number);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(NAME);
            request.setAttribute(ROUTE, request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        }
    }
}
