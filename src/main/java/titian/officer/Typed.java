package titian.officer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.stream.Collectors;

/** What was typed into a form, for when it is shown again. */
record Typed(Map<String, String> fields) {

    static Typed of(HttpServletRequest request) {
        return new Typed(request.getParameterMap().entrySet().stream()
                .filter(sent -> sent.getValue().length == 1)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, sent -> sent.getValue()[0])));
    }

    String or(String field, String otherwise) {
        return fields.getOrDefault(field, otherwise);
    }

    @Override
    public String toString() {
        return "what was typed";
    }
}
