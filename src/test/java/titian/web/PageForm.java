package titian.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A form as it stands on a page of ours, read from its HTML: where it goes, and what it would send if nobody typed
 * anything.
 */
record PageForm(String action, boolean isPost, Map<String, String> fields) {

    private static final Pattern FORM = Pattern.compile("<form([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern FIELD =
            Pattern.compile("<(input|textarea|button)([^>]*)>([^<]*)|<select([^>]*)>(.*?)</select>", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("<option([^>]*)>");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");

    /** All forms of a page. */
    static List<PageForm> on(String page, String address) {
        var forms = new ArrayList<PageForm>();
        for (var found : FORM.matcher(page).results().toList()) {
            var action = attribute(found.group(1), "action");
            var fields = fields(found.group(2));
            fields.remove("_csrf");
            forms.add(new PageForm(
                    action == null || action.isEmpty() ? address : action.replaceAll("#.*", ""),
                    "post".equalsIgnoreCase(attribute(found.group(1), "method")),
                    fields));
        }
        return forms;
    }

    /** The same for forms that differ only in whom they are about. */
    String kind() {
        return ID.matcher(action).replaceAll("*") + isPost + fields.keySet();
    }

    private static Map<String, String> fields(String html) {
        var fields = new LinkedHashMap<String, String>();
        for (var field : FIELD.matcher(html).results().toList()) {
            var isSelect = field.group(1) == null;
            var tag = isSelect ? field.group(4) : field.group(2);
            var name = attribute(tag, "name");
            if (name == null || "file".equals(attribute(tag, "type"))) {
                continue;
            }
            var value = isSelect ? firstOption(field.group(5)) : value(tag, field.group(3));
            if (tag.contains(" checked")) {
                fields.put(name, value);
            } else {
                fields.putIfAbsent(name, value);
            }
        }
        return fields;
    }

    private static String value(String tag, String text) {
        var value = attribute(tag, "value");
        return value == null ? text : value;
    }

    private static String firstOption(String options) {
        for (var option : OPTION.matcher(options).results().toList()) {
            var value = attribute(option.group(1), "value");
            if (value != null && !value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    private static @org.jspecify.annotations.Nullable String attribute(String tag, String name) {
        var found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find()
                ? found.group(1).replace("&amp;", "&").replace("&#34;", "\"").replace("&#39;", "'")
                : null;
    }
}
