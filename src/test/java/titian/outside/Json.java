package titian.outside;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON as the outside world reads and writes it: kind to what is missing, strict to what is not JSON. */
final class Json {

    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException notJson) {
            throw new BadRequest("Isi permintaan bukan JSON", notJson);
        }
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array(List<? extends JsonNode> items) {
        return JsonNodeFactory.instance.arrayNode().addAll(items);
    }

    static ArrayNode texts(String... texts) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var text : texts) {
            array.add(text);
        }
        return array;
    }

    /** The text of a field, numbers included; empty when it is not there. */
    static String text(JsonNode object, String field) {
        return object.path(field).asString("");
    }

    static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(item -> texts.add(item.asString("")));
        return texts;
    }
}
