package titian.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import titian.shared.Role;
import titian.shared.SignedIn;

/** The doors of the house: {@link Routes} decides who enters, every answer carries strict headers. */
@Configuration(proxyBeanMethods = false)
class Security {

    private static final String SECOND_PROOF = "/petugas/bukti";

    @Bean
    SecurityFilterChain doors(HttpSecurity http, AuthenticationFailureHandler toWhatWasWrong, Onward onward)
            throws Exception {
        http.authorizeHttpRequests(requests -> {
            for (var route : Routes.ALL) {
                var matched = requests.requestMatchers(route.pattern());
                if (route.isPublic()) {
                    matched.permitAll();
                } else {
                    matched.hasAnyRole(route.roles().stream().map(Role::name).toArray(String[]::new));
                }
            }
            requests.anyRequest().denyAll();
        });
        http.requestCache(cache -> cache.requestCache(onward.kept()));
        http.formLogin(form -> form.loginPage("/masuk")
                .usernameParameter("surel")
                .passwordParameter("sandi")
                .failureHandler(toWhatWasWrong)
                .successHandler(toWhereTheyWereGoing(onward)));
        http.logout(logout ->
                logout.logoutUrl("/keluar").logoutSuccessUrl("/?keluar").deleteCookies("titian"));
        http.exceptionHandling(answers -> answers.defaultAuthenticationEntryPointFor(
                (request, response, refused) -> response.sendError(404), unknownAddress()));
        http.exceptionHandling(answers -> answers.defaultAuthenticationEntryPointFor(
                (request, response, refused) -> Unfinished.giveBackToWhoIsSignedOut(request, response),
                Unfinished::isForm));
        http.exceptionHandling(answers -> answers.accessDeniedHandler((request, response, refused) -> {
            if (isUnproven(request) && Onward.isPage(request)) {
                onward.keep(request, response);
                response.sendRedirect(SECOND_PROOF);
            } else if (Unfinished.isStale(request, refused) && !unknownAddress().matches(request)) {
                Unfinished.giveBackToWhoSignedInAnew(request, response);
            } else {
                response.sendError(unknownAddress().matches(request) ? 404 : 403);
            }
        }));
        http.csrf(csrf -> csrf.csrfTokenRepository(tokens())
                .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                .ignoringRequestMatchers("/snap/**"));
        http.headers(headers -> headers.contentSecurityPolicy(
                        policy -> policy.policyDirectives(StrictHeaders.CONTENT_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(StrictHeaders.PERMISSIONS))
                .httpStrictTransportSecurity(secure -> secure.requestMatcher(AnyRequestMatcher.INSTANCE))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN)));
        return http.build();
    }

    /** An officer shows a second proof first. */
    private static AuthenticationSuccessHandler toWhereTheyWereGoing(Onward onward) {
        return (request, response, authentication) -> {
            var who = (SignedIn) Objects.requireNonNull(authentication.getPrincipal());
            Device.note(request);
            response.sendRedirect(
                    who.isUnproven()
                            ? SECOND_PROOF
                            : onward.take(request, response, who.isOfficer() ? "/petugas" : "/beranda"));
        };
    }

    /** The token that forms bring back, kept in a cookie so that a visitor needs no session. */
    static CookieCsrfTokenRepository tokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    private static boolean isUnproven(HttpServletRequest request) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && authentication.getPrincipal() instanceof SignedIn who
                && who.isUnproven()
                && !unknownAddress().matches(request);
    }

    private static RequestMatcher unknownAddress() {
        var known = Routes.ALL.stream()
                .map(route -> (RequestMatcher)
                        PathPatternRequestMatcher.withDefaults().matcher(route.pattern()))
                .toList();
        return new NegatedRequestMatcher(new OrRequestMatcher(known));
    }
}
