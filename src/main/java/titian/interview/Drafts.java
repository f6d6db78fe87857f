package titian.interview;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import titian.document.DocumentKind;

/**
 * What stands typed at the counter beside the notes and has gone nowhere yet: minutes that are not sent, and what differs
 * in originals that are not marked so.
 *
 * @param fields by the names of the fields of the page
 */
record Drafts(Map<String, String> fields) {

    static final Drafts NONE = new Drafts(Map.of());
    static final String MINUTES = "berita";
    static final String SUBJECT = "perihal";
    static final String CAUSE = "sebab";

    private static final int LONGEST = 20_000;

    Drafts {
        fields = Map.copyOf(fields);
    }

    static Drafts of(Map<String, String> typed) {
        var fields = new TreeMap<String, String>();
        Stream.concat(
                        Stream.of(MINUTES, SUBJECT, CAUSE),
                        Stream.of(DocumentKind.values()).map(Drafts::difference))
                .forEach(field -> {
                    var said = typed.getOrDefault(field, "").strip();
                    if (!said.isEmpty()) {
                        fields.put(field, said.substring(0, Math.min(LONGEST, said.length())));
                    }
                });
        return new Drafts(fields);
    }

    /** The field for what differs in an original of this kind. */
    static String difference(DocumentKind kind) {
        return "beda-" + kind;
    }

    String at(String field) {
        return fields.getOrDefault(field, "");
    }

    /** Without what was typed. */
    @Override
    public String toString() {
        return fields.size() + " fields";
    }
}
