package titian.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what cannot be written down: the character nought, and halves of characters. No keyboard types them and no
 * database keeps them, so that each form would have to think of them, and one would forget.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class UnwritableText extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        for (var field : request.getParameterMap().entrySet()) {
            if (isUnwritable(field.getKey())
                    || Arrays.stream(field.getValue())
                            .filter(Objects::nonNull) // a name without a value
                            .anyMatch(UnwritableText::isUnwritable)) {
                StrictHeaders.write(response);
                response.sendError(HttpServletResponse.SC_BAD_REQUEST);
                return;
            }
        }
        next.doFilter(request, response);
    }

    static boolean isUnwritable(String text) {
        for (int at = 0; at < text.length(); at++) {
            var letter = text.charAt(at);
            if (letter == 0 || Character.isLowSurrogate(letter)) {
                return true;
            }
            if (Character.isHighSurrogate(letter)) {
                at++;
                if (at == text.length() || !Character.isLowSurrogate(text.charAt(at))) {
                    return true;
                }
            }
        }
        return false;
    }
}
