package titian.officer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.ModelAndViewDefiningException;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import titian.session.Session;
import titian.shared.SignedIn;
import titian.web.Grave;
import titian.web.Onward;
import titian.web.Page;
import titian.web.PageAdvice;
import titian.web.Problems;

/**
 * Asks for a fresh proof before a {@link Grave} act. The form that was sent is shown again as it was, with one more field
 * for the code; when that is right, the act goes on as if it had been sent now.
 */
@Configuration(proxyBeanMethods = false)
class GraveActs implements WebMvcConfigurer, HandlerInterceptor {

    static final Duration FRESH = Duration.ofMinutes(10);

    private static final String CODE = "kode";
    private static final String DEVICE = "answer-again";

    /** What a form holds for us and not for the act. */
    private static final Set<String> OURS = Set.of("_csrf", CODE, DEVICE);

    /** A field of the form that was sent. */
    record Field(String name, String value) {

        @Override
        public String toString() {
            return name;
        }
    }

    private final ProofDesk desk;
    private final Devices devices;
    private final Places places;
    private final ObjectProvider<PageAdvice> pages;
    private final Onward onward;
    private final Clock clock;

    GraveActs(
            ProofDesk desk,
            Devices devices,
            Places places,
            ObjectProvider<PageAdvice> pages,
            Onward onward,
            Clock clock) {
        this.desk = desk;
        this.devices = devices;
        this.places = places;
        this.pages = pages;
        this.onward = onward;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/petugas/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException, ModelAndViewDefiningException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (!(handler instanceof HandlerMethod method)
                || !method.hasMethodAnnotation(Grave.class)
                || authentication == null
                || !(authentication.getPrincipal() instanceof SignedIn who)
                || isFresh(authentication)) {
            return true;
        }
        if (request.getMethod().equals(HttpMethod.GET.name())) {
            onward.keep(request, response);
            response.sendRedirect(ProofController.HERE);
            return false;
        }
        var problems = shown(who, request, response);
        if (problems == null) {
            return true;
        }
        response.setStatus(HttpStatus.FORBIDDEN.value());
        throw new ModelAndViewDefiningException(again(who, problems, request));
    }

    /** One from the future counts no more than one too old: the clock was set back. */
    private boolean isFresh(Authentication authentication) {
        var now = clock.instant();
        var proven = Session.proven(authentication);
        return !proven.isBefore(now.minus(FRESH)) && !proven.isAfter(now);
    }

    /** What is wrong with the code that came with the form; nothing, if it was right. */
    private @Nullable Problems shown(SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        var code = request.getParameter(CODE);
        var answer = request.getParameter(DEVICE);
        if (code == null && answer == null) {
            return Problems.NONE;
        }
        try {
            if (answer == null) {
                desk.prove(who.account(), code);
            } else {
                devices.prove(who.account(), answer, request.getSession());
            }
            Session.begin(request, response, who, clock.instant());
            return null;
        } catch (OfficerRefused refused) {
            return Refusals.of(refused, page(request).words());
        }
    }

    private ModelAndView again(SignedIn who, Problems problems, HttpServletRequest request) {
        List<Field> fields = request.getParameterMap().entrySet().stream()
                .filter(sent -> !OURS.contains(sent.getKey()))
                .flatMap(sent -> Stream.of(sent.getValue()).map(value -> new Field(sent.getKey(), value)))
                .toList();
        return new ModelAndView("officer/again")
                .addObject("page", page(request))
                .addObject("office", places.name(who, page(request).words()))
                .addObject("action", request.getRequestURI())
                .addObject("fields", fields)
                .addObject("hasPasskey", desk.hasPasskey(who.account()))
                .addObject("problems", problems);
    }

    private Page page(HttpServletRequest request) {
        return pages.getObject().page(request);
    }
}
