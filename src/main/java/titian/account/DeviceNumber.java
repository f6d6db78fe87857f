package titian.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.WebUtils;
import titian.shared.SignedIn;

/**
 * Gives each device on which an applicant signs in a number of its own, and notes once for each session whose account it
 * was used for. Nothing of the device itself is read.
 */
@Configuration
class DeviceNumber implements WebMvcConfigurer, HandlerInterceptor {

    private static final String COOKIE = "perangkat";
    private static final String NOTED = "titian.account.device";
    private static final Duration KEPT = Duration.ofDays(365);
    private static final Pattern NUMBER = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final CrowdDesk desk;

    DeviceNumber(CrowdDesk desk) {
        this.desk = desk;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/beranda", "/akun/**", "/permohonan/**", "/janji/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn me && !me.isOfficer()) {
            var session = request.getSession(false);
            var account = me.account().toString();
            if (session != null && !account.equals(session.getAttribute(NOTED))) {
                desk.note(number(request, response), me.account());
                session.setAttribute(NOTED, account);
            }
        }
        return true;
    }

    private static String number(HttpServletRequest request, HttpServletResponse response) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie != null && NUMBER.matcher(cookie.getValue()).matches()) {
            return cookie.getValue();
        }
        var number = UUID.randomUUID().toString();
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, number)
                        .path("/")
                        .maxAge(KEPT)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString());
        return number;
    }
}
