package titian.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.shared.OfficeId;
import titian.shared.Role;
import titian.shared.SignedIn;

/** Every answer tells the browser to be strict: pages, refusals, files and what does not exist. */
@TitianTest
class HeadersTest {

    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy",
                    "camera=(self), geolocation=(self), microphone=(), payment=(),"
                            + " publickey-credentials-create=(self), publickey-credentials-get=(self)",
            "Strict-Transport-Security", "max-age=31536000 ; includeSubDomains");

    @Autowired
    MockMvcTester browser;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    AccountDesk accounts;

    final Map<Role, SignedIn> people = new EnumMap<>(Role.class);

    @Test
    void everyAddressAnswersStrictly() {
        var addresses = addresses();
        assertThat(addresses).hasSizeGreaterThan(50);
        for (var address : addresses) {
            isStrict(address, answer(address));
        }
    }

    @Test
    void soDoesWhatDoesNotExist() {
        for (var address : List.of("/tidak-ada", "/aset/tidak-ada.css", "/sw.js", "/app.webmanifest")) {
            isStrict(address, answer(address));
        }
    }

    @Test
    void soDoesAnAnswerThatPassesNoUsualDoor() {
        var answer = new MockHttpServletResponse();

        StrictHeaders.write(answer);

        isStrict("a short way", answer);
    }

    private MockHttpServletResponse answer(String address) {
        var asked = browser.get().uri(address).accept("text/html", "*/*");
        Routes.ALL.stream()
                .filter(route -> RoutesTest.matches(route, address) && !route.isPublic())
                .findFirst()
                .map(route -> route.roles().stream().sorted().findFirst().orElseThrow())
                .map(role -> people.computeIfAbsent(role, this::someone))
                .ifPresent(who -> asked.with(SignedInPeople.as(who)));
        return asked.asyncExchange().getResponse();
    }

    private SignedIn someone(Role role) {
        return role == Role.APPLICANT
                ? SignedInPeople.applicant(accounts)
                : SignedInPeople.officer(accounts, new OfficeId("kanim-jakarta-selatan"), role);
    }

    private static void isStrict(String address, MockHttpServletResponse answer) {
        ALWAYS.forEach((name, value) ->
                assertThat(answer.getHeader(name)).as("%s of %s", name, address).isEqualTo(value));
        assertThat(answer.getHeaders("Content-Security-Policy"))
                .as("policy of %s", address)
                .singleElement()
                .asString()
                .startsWith("default-src 'none';")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
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
}
