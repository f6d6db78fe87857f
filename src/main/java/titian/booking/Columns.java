package titian.booking;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Hands a statement its parameters in their order: a column at a time, as the text of an array. Identifiers, names,
 * codes, numbers and times have no character that such a text would have to quote, so none is looked for: the driver,
 * which must look, took longer over it than the database over the whole batch's places.
 */
final class Columns {

    private static final int AS_LONG_AS_MOST = 38;

    private final PreparedStatement statement;
    private int next = 1;

    Columns(PreparedStatement statement) {
        this.statement = statement;
    }

    <T> void add(Collection<T> rows, Function<T, ? extends @Nullable Object> value) throws SQLException {
        var text = new StringBuilder(rows.size() * AS_LONG_AS_MOST + 2).append('{');
        Object former = null;
        var written = "null";
        for (var row : rows) {
            if (text.length() > 1) {
                text.append(',');
            }
            var one = value.apply(row);
            if (!Objects.equals(one, former)) { // most ask at the same office, by the same rules
                former = one;
                written = String.valueOf(one);
            }
            text.append(written);
        }
        statement.setObject(next++, text.append('}').toString(), Types.OTHER);
    }

    void add(Instant time) throws SQLException {
        statement.setObject(next++, time.atOffset(ZoneOffset.UTC));
    }
}
