package titian.officer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import titian.account.PostDesk;
import titian.shared.SignedIn;

/** Sends out whoever does not serve today, even in the middle of the day: days away begin, and appointments end. */
@Configuration(proxyBeanMethods = false)
class Guard implements WebMvcConfigurer, HandlerInterceptor {

    private final PostDesk posts;

    Guard(PostDesk posts) {
        this.posts = posts;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/petugas/**").order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof SignedIn who
                && !who.isUnproven()
                && !posts.serves(who.account())) {
            new SecurityContextLogoutHandler().logout(request, response, authentication);
            response.sendRedirect("/masuk");
            return false;
        }
        return true;
    }
}
