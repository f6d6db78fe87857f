package titian.account;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.SignedInPeople;

/** A browser with its own cookies, in a network of its own. */
final class Browser {

    private final MockMvcTester mvc;
    private final String network = SignedInPeople.network();
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();

    Browser(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    MvcTestResult get(String uri) {
        return send(mvc.get().uri(uri).accept("text/html"));
    }

    MvcTestResult post(String uri, Map<String, String> form) {
        var request = mvc.post().uri(uri).accept("text/html").with(csrf());
        form.forEach(request::param);
        return send(request);
    }

    MvcTestResult signIn(String email, String password) {
        return post("/masuk", Map.of("surel", email, "sandi", password));
    }

    String network() {
        return network;
    }

    String session() {
        return cookies.containsKey("titian") ? cookies.get("titian").getValue() : "";
    }

    private MvcTestResult send(MockMvcTester.MockMvcRequestBuilder request) {
        if (!cookies.isEmpty()) {
            request.cookie(cookies.values().toArray(Cookie[]::new));
        }
        request.with(asked -> {
            asked.setRemoteAddr(network);
            return asked;
        });
        var answer = request.exchange();
        for (var cookie : answer.getResponse().getCookies()) {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie);
            }
        }
        return answer;
    }

    static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
