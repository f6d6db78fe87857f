package titian.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.RequestDispatcher;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.shared.OfficeId;
import titian.shared.Role;
import titian.shared.SignedIn;

/** Every address, asked in every wrong way by everyone who may enter: the right status, and a page that explains it. */
@TitianTest
class WrongWaysTest {

    private static final String NOBODYS = "00000000-0000-0000-0000-000000000000";
    private static final List<String> FORGED =
            List.of(NOBODYS, "bukan-nomor", "1", "%27%20OR%201=1", "a".repeat(300), "%C3%A9%F0%9F%98%80");
    private static final Set<RequestMethod> METHODS =
            Set.of(RequestMethod.GET, RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE);

    /** Entries are counted from one, and an auditor reads them all. */
    private static final String COUNTED = "/petugas/audit/catatan/{id}";

    /** Spring Security answers a POST to these itself. */
    private static final Set<String> DOORS = Set.of("/masuk", "/keluar");

    @Autowired
    MockMvcTester browser;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    AccountDesk accounts;

    final Map<Role, SignedIn> officers = new EnumMap<>(Role.class);

    @Test
    void aWrongMethodIsNotAllowedForAnyoneWhoMayEnter() {
        assertThat(patterns()).hasSizeGreaterThan(40).allSatisfy(pattern -> {
            var address = filled(pattern, NOBODYS);
            for (var method : wrongMethods(address)) {
                for (var role : rolesAt(address)) {
                    assertThat(ask(HttpMethod.valueOf(method.name()), address, role))
                            .as("%s %s by %s", method, address, role)
                            .hasStatus(405);
                }
            }
        });
    }

    /** Whether it is no id at all or one that nobody has: nothing is shown, nothing breaks. */
    @Test
    void aForgedIdLeadsNowhere() {
        var withIds = patterns().stream()
                .filter(pattern -> pattern.getPatternString().contains("{"))
                .filter(pattern -> !wrongMethods(filled(pattern, NOBODYS)).contains(RequestMethod.GET))
                .filter(pattern -> !pattern.getPatternString().equals(COUNTED))
                .toList();
        assertThat(withIds).hasSizeGreaterThan(15).allSatisfy(pattern -> {
            for (var forged : FORGED) {
                var address = filled(pattern, forged);
                for (var role : rolesAt(filled(pattern, NOBODYS))) {
                    assertThat(statusAtTheEnd(address, role))
                            .as("GET %s by %s", address, role)
                            .isIn(400, 404);
                }
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "400, id", "403, id", "404, id", "405, id", "413, id", "415, id", "429, id", "500, id", "503, id",
        "400, en", "403, en", "404, en", "405, en", "413, en", "415, en", "429, en", "500, en", "503, en"
    })
    void everyStatusHasAPageForPeople(int status, String language) {
        assertThat(browser.get()
                        .uri("/error?lang=" + language)
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
                        .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/permohonan"))
                .hasStatus(status)
                .bodyText()
                .contains("<html lang=\"" + language + "\"", "<h1", "<main")
                .doesNotContain("Exception", "Whitelabel");
    }

    /** The way into an office stands in the address of an invitation, and must not stand in a log. */
    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aFailureIsLoggedByThePageAndNotByItsAddress(CapturedOutput said) {
        var secret = "rahasia" + UUID.randomUUID();
        var address = "/undangan/" + UUID.randomUUID() + "/" + secret;
        assertThat(browser.get()
                        .uri("/error")
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 500)
                        .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, address)
                        .requestAttr(RequestNumber.class.getName(), "0123456789abcdef")
                        .requestAttr(RequestNumber.ROUTE, "/undangan/{id}/{key}"))
                .hasStatus(500)
                .bodyText()
                .contains("0123456789abcdef")
                .doesNotContain(secret);
        assertThat(said.getAll())
                .contains("Failure 0123456789abcdef at /undangan/{id}/{key}")
                .doesNotContain(secret);
        var asked = browser.get().uri(address).exchange();
        assertThat(asked.getRequest().getAttribute(RequestNumber.ROUTE)).isEqualTo("/undangan/{id}/{key}");
    }

    /** Where only a form is sent to, whoever reloads is led back to the page, and that is what answers. */
    private int statusAtTheEnd(String address, Role role) {
        var answer = ask(HttpMethod.GET, address, role).getResponse();
        var next = answer.getRedirectedUrl();
        return next == null
                ? answer.getStatus()
                : ask(HttpMethod.GET, next, role).getResponse().getStatus();
    }

    /** Officers have a post, or they would be sent out before they are answered. */
    private RequestPostProcessor as(Role role) {
        return role.isOfficers()
                ? SignedInPeople.as(officers.computeIfAbsent(
                        role, _ -> SignedInPeople.officer(accounts, new OfficeId("kanim-jakarta-selatan"), role)))
                : RoutesTest.as(role);
    }

    private MvcTestResult ask(HttpMethod method, String address, Role role) {
        return browser.method(method)
                .uri(URI.create(address))
                .header("Accept", "text/html")
                .with(csrf())
                .with(as(role))
                .exchange();
    }

    private Set<RequestMethod> wrongMethods(String address) {
        var right = mappings()
                .filter(mapping -> patternsOf(mapping).anyMatch(pattern -> matches(pattern, address)))
                .flatMap(mapping -> mapping.getMethodsCondition().getMethods().isEmpty()
                        ? METHODS.stream()
                        : mapping.getMethodsCondition().getMethods().stream())
                .collect(Collectors.toSet());
        return METHODS.stream()
                .filter(method -> !right.contains(method))
                .filter(method -> method != RequestMethod.POST || !DOORS.contains(address))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those who may open it; anybody will do where everyone may. */
    private static Set<Role> rolesAt(String address) {
        return Routes.ALL.stream()
                .filter(route -> matches(PathPatternParser.defaultInstance.parse(route.pattern()), address))
                .findFirst()
                .map(route -> route.isPublic() ? Set.of(Role.APPLICANT) : route.roles())
                .orElseThrow();
    }

    private List<PathPattern> patterns() {
        return mappings().flatMap(WrongWaysTest::patternsOf).distinct().toList();
    }

    private Stream<RequestMappingInfo> mappings() {
        return requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getPathPatternsCondition() != null);
    }

    private static Stream<PathPattern> patternsOf(RequestMappingInfo mapping) {
        var condition = mapping.getPathPatternsCondition();
        return condition == null ? Stream.of() : condition.getPatterns().stream();
    }

    private static String filled(PathPattern pattern, String id) {
        return pattern.getPatternString().replaceAll("\\{[^}]*}", id);
    }

    private static boolean matches(PathPattern pattern, String address) {
        return pattern.matches(PathContainer.parsePath(address));
    }
}
