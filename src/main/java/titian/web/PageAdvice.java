package titian.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.WebUtils;
import titian.shared.SignedIn;

/** Gives every controller's page its {@link Page}, and its forms what they ask for and nothing else. */
@ControllerAdvice
public class PageAdvice {

    private final ResourceUrlProvider files;

    PageAdvice(ResourceUrlProvider files) {
        this.files = files;
    }

    @ModelAttribute("page")
    public Page page(HttpServletRequest request) {
        return new Page(
                Words.in(RequestContextUtils.getLocale(request)),
                address(request),
                who(),
                new Page.Look(
                        chosen(request, "tema", Set.of("light", "dark")), chosen(request, "huruf", Set.of("besar"))),
                () -> csrf(request),
                file -> {
                    var hashed = files.getForLookupPath(file);
                    return hashed == null ? file : hashed;
                });
    }

    /** Nothing is set by a path into a form that is there already: such paths are made up. */
    @InitBinder
    void onlyWhatFormsAskFor(WebDataBinder form) {
        form.setDeclarativeBinding(true);
    }

    private static String address(HttpServletRequest request) {
        var query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static @Nullable SignedIn who() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn who ? who : null;
    }

    private static @Nullable String chosen(HttpServletRequest request, String name, Set<String> allowed) {
        @Nullable Cookie cookie = WebUtils.getCookie(request, name);
        return cookie != null && allowed.contains(cookie.getValue()) ? cookie.getValue() : null;
    }

    private static String csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }
}
