package titian.outside;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One thing asked over HTTP, read whole. */
record Request(Map<String, String> places, Map<String, String> query, Map<String, String> heads, String body) {

    /** What stands in the path at a place such as {@code {id}}. */
    String place(String name) {
        return places.getOrDefault(name, "");
    }

    /** What was said in the head of the request under this name, in small letters; empty when nothing was. */
    String head(String name) {
        return heads.getOrDefault(name, "");
    }

    /** What follows the question mark under this name; empty when nothing does. */
    String query(String name) {
        return query.getOrDefault(name, "").strip();
    }

    Form form() {
        return new Form(pairs(body));
    }

    JsonNode json() {
        var json = Json.read(body);
        if (!json.isObject()) {
            throw new BadRequest("Isi permintaan harus objek JSON");
        }
        return json;
    }

    static Map<String, String> pairs(@Nullable String encoded) {
        var pairs = new HashMap<String, String>();
        if (encoded == null || encoded.isEmpty()) {
            return pairs;
        }
        for (var pair : encoded.split("&")) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                pairs.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return pairs;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new BadRequest("Isian tidak dapat dibaca", malformed);
        }
    }

    /** A form as a browser sends it; a field left out is an empty one. */
    record Form(Map<String, String> fields) {

        String get(String name) {
            return fields.getOrDefault(name, "").strip();
        }
    }
}
