package titian.seal;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The sealed columns of a table that is found by none of them: how its rows are sealed anew as they stand.
 *
 * @param table   the table, with its schema
 * @param id      the column that tells its rows apart, a UUID
 * @param columns the sealed columns, each with what it is sealed for
 */
public record SealedColumns(String table, String id, Map<String, String> columns) {

    private record Row(UUID id, Map<String, String> values) {}

    public SealedColumns {
        columns = new TreeMap<>(columns);
    }

    /** One step of {@link HoldsSealed#sealAnew}; nothing stays nothing. */
    public List<UUID> anew(JdbcClient db, Seals seals, UUID after, int most) {
        var rows = db.sql("SELECT " + id + ", " + each("%s", ", ")
                        + " FROM " + table
                        + " WHERE " + id + " > :after AND (" + each("%s <> ''", " OR ") + ")"
                        + " ORDER BY " + id + " LIMIT :most FOR NO KEY UPDATE")
                .param("after", after)
                .param("most", most)
                .query((row, _) -> anew(row, seals))
                .list();
        if (!rows.isEmpty()) {
            keep(db, rows);
        }
        return rows.stream().map(Row::id).toList();
    }

    private Row anew(ResultSet row, Seals seals) throws SQLException {
        var values = new TreeMap<String, String>();
        for (var column : columns.entrySet()) {
            var former = row.getString(column.getKey());
            if (former != null) {
                values.put(
                        column.getKey(),
                        former.isEmpty() ? "" : seals.seal(seals.open(former, column.getValue()), column.getValue()));
            }
        }
        return new Row(row.getObject(id, UUID.class), values);
    }

    private void keep(JdbcClient db, List<Row> rows) {
        var update = db.sql("UPDATE " + table + " AS held SET " + each("%1$s = anew.%1$s", ", ")
                        + " FROM unnest(:ids, " + each(":%s", ", ") + ") AS anew (id, " + each("%s", ", ") + ")"
                        + " WHERE held." + id + " = anew.id")
                .param("ids", rows.stream().map(Row::id).toArray(UUID[]::new), Types.ARRAY);
        for (var column : columns.keySet()) {
            update = update.param(column, values(rows, column), Types.ARRAY);
        }
        update.update();
    }

    private static @Nullable String[] values(List<Row> rows, String column) {
        var all = new ArrayList<@Nullable String>();
        rows.forEach(row -> all.add(row.values().get(column)));
        return all.toArray(String[]::new);
    }

    private String each(String form, String between) {
        return columns.keySet().stream().map(form::formatted).collect(joining(between));
    }
}
