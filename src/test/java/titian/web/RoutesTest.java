package titian.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;
import titian.TitianTest;
import titian.shared.AccountId;
import titian.shared.OfficeId;
import titian.shared.Role;
import titian.shared.SignedIn;

/** Every address is named in the one list, and opens for the roles named there and nobody else. */
@TitianTest
class RoutesTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void everyAddressHasARow() {
        assertThat(addresses())
                .hasSizeGreaterThan(5)
                .allSatisfy(address ->
                        assertThat(routeOf(address)).as("row of %s", address).isNotEmpty());
    }

    @Test
    void everyRowHasAnAddressOrAFile() {
        var served = List.of(
                "/aset/**",
                "/favicon.ico",
                "/sw.js",
                "/app.webmanifest",
                "/actuator/health/**",
                "/keluar",
                "/pesan",
                "/simponi/pemberitahuan");
        assertThat(Routes.ALL)
                .filteredOn(route -> !served.contains(route.pattern()))
                .allSatisfy(route -> assertThat(addresses())
                        .as("addresses under %s", route.pattern())
                        .anySatisfy(
                                address -> assertThat(matches(route, address)).isTrue()));
    }

    /** Whoever lacks the role is sent to sign in or refused, never served: with any method. */
    @Test
    void nobodyEntersWithoutTheRole() {
        for (var address : addresses()) {
            var route = routeOf(address).getFirst();
            if (route.isPublic()) {
                continue;
            }
            assertThat(browser.get().uri(address).header("Accept", "text/html"))
                    .as("stranger at %s", address)
                    .hasStatus3xxRedirection();
            for (var role : Role.values()) {
                if (!route.roles().contains(role)) {
                    assertThat(browser.get().uri(address).with(as(role)))
                            .as("%s at %s", role, address)
                            .hasStatus(403);
                    assertThat(browser.post()
                                    .uri(address)
                                    .with(as(role))
                                    .with(SecurityMockMvcRequestPostProcessors.csrf()))
                            .as("%s at %s", role, address)
                            .hasStatus(403);
                }
            }
        }
    }

    @Test
    void anUnknownAddressIsMissingForEveryone() {
        assertThat(browser.get().uri("/tidak-ada").header("Accept", "text/html"))
                .hasStatus(404);
        for (var role : Role.values()) {
            assertThat(browser.get().uri("/tidak-ada").with(as(role)))
                    .as("%s", role)
                    .hasStatus(404);
        }
    }

    static org.springframework.test.web.servlet.request.RequestPostProcessor as(Role role) {
        var office = role == Role.APPLICANT ? null : new OfficeId("kanim-jakarta-selatan");
        var who = new SignedIn(AccountId.next(), "Seseorang", Set.of(role), office);
        return SecurityMockMvcRequestPostProcessors.authentication(new UsernamePasswordAuthenticationToken(
                who, null, List.of(new SimpleGrantedAuthority(role.authority()))));
    }

    private List<String> addresses() {
        return requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPathPatternsCondition() == null
                        ? Stream.of()
                        : mapping.getPathPatternsCondition().getPatternValues().stream())
                .map(pattern -> pattern.replaceAll("\\{[^}]*}", "00000000-0000-0000-0000-000000000000"))
                .distinct()
                .toList();
    }

    private static List<Routes.Route> routeOf(String address) {
        return Routes.ALL.stream().filter(route -> matches(route, address)).toList();
    }

    static boolean matches(Routes.Route route, String address) {
        return PathPatternParser.defaultInstance.parse(route.pattern()).matches(PathContainer.parsePath(address));
    }
}
