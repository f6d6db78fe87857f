package titian.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.People;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;
import titian.shared.SignedIn;

/** Somebody who arranges a visit at the pages: types what is asked, presses the button, follows where it leads. */
final class Caller {

    private static final Pattern PASS_LINK = Pattern.compile("href=\"/pass/([0-9a-f-]{36})\"");

    private final MockMvcTester browser;
    private final SignedIn me;

    Caller(MockMvcTester browser, SignedIn me) {
        this.browser = browser;
        this.me = me;
    }

    SignedIn me() {
        return me;
    }

    MvcTestResult get(String address, Cookie... cookies) {
        var request = browser.get().uri(URI.create(address)).with(as(me));
        return cookies.length == 0
                ? request.exchange()
                : request.cookie(cookies).exchange();
    }

    MvcTestResult post(String address, Map<String, String> typed) {
        var request = browser.post().uri(address).with(as(me)).with(csrf());
        typed.forEach(request::param);
        return request.exchange();
    }

    /** Begins a visit and gives its address. */
    String begin(OfficeId office) {
        var to = location(post("/janji/kantor/" + office, Map.of()));
        assertThat(to).startsWith("/janji/").endsWith("/orang");
        return to.substring(0, to.length() - "/orang".length());
    }

    String begin(OfficeId office, List<People.Someone> people) {
        var visit = begin(office);
        people.forEach(one -> assertThat(location(add(visit, one)))
                .as("%s is taken", one.name())
                .isEqualTo(visit + "/orang"));
        return visit;
    }

    MvcTestResult add(String visit, People.Someone one) {
        return post(visit + "/orang", typed(one));
    }

    static Map<String, String> typed(People.Someone one) {
        return Map.of(
                "fullName", one.name(),
                "nik", one.nik().value(),
                "birthDate.day", String.valueOf(one.birthDate().getDayOfMonth()),
                "birthDate.month", String.valueOf(one.birthDate().getMonthValue()),
                "birthDate.year", String.valueOf(one.birthDate().getYear()),
                "what", "new");
    }

    /** What the page of hours lets its reader send. */
    record Offer(String pass, String key, List<String> windows) {}

    Offer hours(String visit, String query) {
        var page = get(visit + "/waktu" + query);
        assertThat(page).hasStatus2xxSuccessful();
        var body = body(page);
        return new Offer(
                all(body, "name=\"pass\" value=\"([^\"]+)\"").getFirst(),
                all(body, "name=\"key\" value=\"([^\"]+)\"").getFirst(),
                all(body, "name=\"slot\" value=\"([^\"]+)\""));
    }

    /** Presses the button of that page: no session goes with it. Leads to wherever the answer says. */
    String book(Offer offer, String window) {
        return location(pressed(offer, window));
    }

    MvcTestResult pressed(Offer offer, String window) {
        return browser.post()
                .uri("/pesan")
                .param("pass", offer.pass())
                .param("key", offer.key())
                .param("slot", window)
                .exchange();
    }

    /** Follows an answer to the page it leads to in the end. */
    MvcTestResult follow(String address) {
        var page = get(address);
        for (int steps = 0; steps < 5 && page.getResponse().getRedirectedUrl() != null; steps++) {
            page = get(location(page));
        }
        return page;
    }

    /** The applications whose passes a page leads to. */
    static List<ApplicationId> passes(MvcTestResult page) {
        return PASS_LINK
                .matcher(body(page))
                .results()
                .map(found -> ApplicationId.of(found.group(1)))
                .toList();
    }

    static String location(MvcTestResult answer) {
        var to = answer.getResponse().getHeader("Location");
        return Objects.requireNonNull(
                to == null ? answer.getResponse().getRedirectedUrl() : to,
                () -> "answered " + answer.getResponse().getStatus());
    }

    static String body(MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> all(String body, String pattern) {
        var found = new ArrayList<String>();
        var matcher = Pattern.compile(pattern).matcher(body);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
