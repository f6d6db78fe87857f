package titian.outside;

import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A piece of a page. Text put into one is always escaped; only another piece goes in as it is. */
record Html(String text) {

    static final Html NOTHING = new Html("");

    /** Fills each {@code {}} of the template with the next value. */
    static Html of(String template, Object... values) {
        var filled = new StringBuilder(template.length() * 2);
        var from = 0;
        for (var value : values) {
            var hole = template.indexOf("{}", from);
            if (hole < 0) {
                throw new IllegalStateException("more values than holes in " + template);
            }
            filled.append(template, from, hole).append(piece(value));
            from = hole + 2;
        }
        if (template.indexOf("{}", from) >= 0) {
            throw new IllegalStateException("more holes than values in " + template);
        }
        return new Html(filled.append(template, from, template.length()).toString());
    }

    static Html all(Stream<Html> pieces) {
        return new Html(pieces.map(Html::text).collect(Collectors.joining("\n")));
    }

    private static String piece(Object value) {
        return switch (value) {
            case Html html -> html.text();
            case Collection<?> many -> many.stream().map(Html::piece).collect(Collectors.joining("\n"));
            default -> escape(value.toString());
        };
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
