package titian.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.servlet.view.UrlBasedViewResolver;
import titian.shared.Act;
import titian.shared.SignedIn;
import titian.web.ShowsPeople;

/**
 * Sees what officers ask for, before they get it: each act, by the address it is sent to, and each page on which people
 * can be read about, also where it answers what was sent, and where such a page shows again a form that was refused. No
 * new page can forget to say so. What then became of it is told by the act itself.
 */
@Configuration
class Witness implements WebMvcConfigurer, HandlerInterceptor {

    /** A page that stays open is written down again so often. */
    private static final Duration ONE_LOOK = Duration.ofMinutes(10);

    private final AuditDesk desk;

    Witness(AuditDesk desk) {
        this.desk = desk;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/petugas/**", "/keluar");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var who = officer();
        if (who != null) {
            if (!reads(request)) {
                desk.writeAtOnce(act("ASKED", request), who);
            }
            if (handler instanceof HandlerMethod page) {
                note(page.getMethodAnnotation(ShowsPeople.class), request, who);
            }
        }
        return true;
    }

    /** A page in answer to what was sent, though a redirect was to be expected: the form is shown again with its people. */
    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView answer) {
        var who = officer();
        if (who != null
                && !reads(request)
                && handler instanceof HandlerMethod form
                && !form.hasMethodAnnotation(ShowsPeople.class)
                && isPage(answer)) {
            besidePeople(form).ifPresent(shown -> desk.writeAtOnce(look(shown, request), who));
        }
    }

    private static @Nullable SignedIn officer() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn who && who.isOfficer()
                ? who
                : null;
    }

    private static boolean reads(HttpServletRequest request) {
        return request.getMethod().equals(HttpMethod.GET.name())
                || request.getMethod().equals(HttpMethod.HEAD.name());
    }

    /** The page beside a form on which people are shown. */
    private static Optional<ShowsPeople> besidePeople(HandlerMethod form) {
        return Arrays.stream(form.getBeanType().getDeclaredMethods())
                .flatMap(page -> Stream.ofNullable(page.getAnnotation(ShowsPeople.class)))
                .findFirst();
    }

    private static boolean isPage(@Nullable ModelAndView answer) {
        if (answer == null || answer.getView() instanceof RedirectView) {
            return false;
        }
        var name = answer.getViewName();
        return name == null || !name.startsWith(UrlBasedViewResolver.REDIRECT_URL_PREFIX);
    }

    private void note(@Nullable ShowsPeople shows, HttpServletRequest request, SignedIn who) {
        if (shows != null) {
            var looked = look(shows, request);
            if (!shows.byItself() || !desk.wasWritten(looked, who, ONE_LOOK)) {
                desk.writeAtOnce(looked, who);
            }
        }
    }

    private static Act look(ShowsPeople shown, HttpServletRequest request) {
        var look = act("LOOKED", request);
        return new Act(
                look.what(), look.kind(), look.subject(), "", "", shown.value().name());
    }

    /** The address as its page names it, and the ids that stand in it; never what was typed. */
    private static Act act(String what, HttpServletRequest request) {
        var pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        var ids = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> named
                ? String.join(
                        " ",
                        new TreeMap<>(named)
                                .values().stream().map(String::valueOf).toList())
                : "";
        return new Act(what, pattern, ids.substring(0, Math.min(ids.length(), 200)), "", "", "");
    }
}
