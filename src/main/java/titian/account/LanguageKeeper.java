package titian.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import titian.shared.SignedIn;
import titian.web.Words;

/** Whoever switches the language of the pages is written to in that language from then on. */
@Configuration(proxyBeanMethods = false)
class LanguageKeeper implements WebMvcConfigurer, HandlerInterceptor {

    private final AccountDesk desk;

    LanguageKeeper(AccountDesk desk) {
        this.desk = desk;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var language = request.getParameter("lang");
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (language != null && signedIn != null && signedIn.getPrincipal() instanceof SignedIn who) {
            desk.speak(who.account(), Words.in(Locale.forLanguageTag(language)).locale());
        }
        return true;
    }
}
