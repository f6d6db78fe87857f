package titian.outside;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What the outside world does with a request: answer it, or hang up. */
sealed interface Answer {

    /** An answer in full. */
    record Sent(int status, Map<String, String> headers, byte[] body) implements Answer {}

    /** The line is cut without a word. */
    record HungUp() implements Answer {}

    static Answer page(Html page) {
        return page(200, page);
    }

    static Answer page(int status, Html page) {
        return sent(status, "text/html; charset=utf-8", page.text())
                .with(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self';"
                                + " frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    }

    static Answer json(JsonNode json) {
        return json(200, json);
    }

    static Answer json(int status, JsonNode json) {
        return sent(status, "application/json", json.toString());
    }

    /** To another page, by GET, so that a reload repeats nothing. */
    static Answer goTo(String path) {
        return sent(303, "text/plain; charset=utf-8", "").with("Location", path);
    }

    static Answer problem(int status, String words) {
        return json(status, Json.object().put("galat", words));
    }

    static Answer sent(int status, String type, String text) {
        return bytes(status, type, text.getBytes(StandardCharsets.UTF_8));
    }

    static Answer bytes(int status, String type, byte[] body) {
        return new Sent(status, Map.of("Content-Type", type), body);
    }

    default Answer with(String header, String value) {
        return switch (this) {
            case Sent(var status, var headers, var body) -> {
                var more = new HashMap<>(headers);
                more.put(header, value);
                yield new Sent(status, Map.copyOf(more), body);
            }
            case HungUp hungUp -> hungUp;
        };
    }
}
