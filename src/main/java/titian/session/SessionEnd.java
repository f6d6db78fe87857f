package titian.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import titian.shared.SignedIn;

/** Ends a session that has lasted long enough, however much it is used: whoever took one does not keep it for ever. */
@Configuration(proxyBeanMethods = false)
class SessionEnd implements WebMvcConfigurer, HandlerInterceptor {

    /** Longer than any day at an office. */
    static final Duration OFFICERS = Duration.ofHours(12);

    static final Duration APPLICANTS = Duration.ofDays(30);

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        var session = request.getSession(false);
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (session == null
                || authentication == null
                || !(authentication.getPrincipal() instanceof SignedIn who)
                || age(session).compareTo(who.isOfficer() ? OFFICERS : APPLICANTS) < 0) {
            return true;
        }
        new SecurityContextLogoutHandler().logout(request, response, authentication);
        response.sendRedirect("/masuk");
        return false;
    }

    /** A session counts by the clock of its store, as its end without use does. */
    private static Duration age(HttpSession session) {
        return Duration.ofMillis(session.getLastAccessedTime() - session.getCreationTime());
    }
}
