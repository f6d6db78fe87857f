package titian.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Entries as other programs read them: a row of a table, or a line of JSON. */
@Component
class Sheets {

    private static final CSVFormat ROWS = CSVFormat.RFC4180;

    private final JsonMapper json;

    Sheets(JsonMapper json) {
        this.json = json;
    }

    String heading() {
        return "id,at,account,role,office,act,kind,subject,before,after,why,request\r\n";
    }

    String row(Entry entry) {
        return ROWS.format(fields(entry).values().stream().map(Sheets::harmless).toArray()) + "\r\n";
    }

    String json(Entry entry) {
        return json.writeValueAsString(fields(entry)) + "\n";
    }

    private static Map<String, Object> fields(Entry entry) {
        var act = entry.act();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", entry.id());
        fields.put("at", entry.at().toString());
        fields.put("account", entry.account() == null ? "" : entry.account().toString());
        fields.put("role", entry.role());
        fields.put("office", entry.office());
        fields.put("act", act.what());
        fields.put("kind", act.kind());
        fields.put("subject", act.subject());
        fields.put("before", act.before());
        fields.put("after", act.after());
        fields.put("why", act.why());
        fields.put("request", entry.request());
        return fields;
    }

    /** A spreadsheet would reckon with a cell that begins like a formula. */
    private static Object harmless(Object cell) {
        return cell instanceof String text && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0
                ? "'" + text
                : cell;
    }
}
