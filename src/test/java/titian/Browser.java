package titian;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A browser with its own cookies, in a network of its own. */
public final class Browser {

    private final MockMvcTester mvc;
    private final String network = SignedInPeople.network();
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();

    public Browser(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    public MvcTestResult get(String uri) {
        return send(mvc.get().uri(uri).accept("text/html"));
    }

    public MvcTestResult post(String uri, Map<String, String> form) {
        var request = mvc.post().uri(uri).accept("text/html").with(csrf());
        form.forEach(request::param);
        return send(request);
    }

    /** What a script of the page gets for asking there. */
    public String posted(String uri) {
        return text(send(mvc.post().uri(uri).with(csrf())));
    }

    public MvcTestResult signIn(String email, String password) {
        return post("/masuk", Map.of("surel", email, "sandi", password));
    }

    /** Somebody else has put this cookie into the browser. */
    public Browser with(Cookie planted) {
        cookies.put(planted.getName(), planted);
        return this;
    }

    public String network() {
        return network;
    }

    public String session() {
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

    public static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
