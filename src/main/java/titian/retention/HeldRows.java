package titian.retention;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.platform.ForgetsPeople;
import titian.platform.Kept;

/**
 * Which rows of a table are of accounts that an order keeps: those that name the account, or a row of another table that
 * does, by a column that bears its name or refers to it.
 */
@Repository
class HeldRows {

    private static final String ACCOUNT = "account";

    /** What every module calls a column that names such a row of another. */
    private static final Set<String> NAMED = Set.of("application", "bill", "appointment");

    /** A column that names a row of another table, and that table's column. */
    private record Reference(String column, String table, String key) {}

    private final JdbcClient db;
    private final Set<String> tables;

    HeldRows(JdbcClient db, List<ForgetsPeople> modules) {
        this.db = db;
        this.tables = modules.stream()
                .flatMap(module -> module.kept().stream())
                .flatMap(kind -> kind.rows().stream())
                .map(Kept.Rows::table)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What holds of a row that is kept, as SQL that compares with {@code :held}, the accounts. */
    String condition(String table) {
        return conditions(table, new HashSet<>()).collect(Collectors.joining(" OR ", "(", ")"));
    }

    private Stream<String> conditions(String table, Set<String> seen) {
        if (!seen.add(table)) {
            return Stream.of("false");
        }
        if (table.equals("account.account")) {
            return Stream.of("id = ANY (:held)");
        }
        var columns = columns(table);
        if (columns.contains(ACCOUNT)) {
            return Stream.of("account = ANY (:held)");
        }
        var named = columns.stream().filter(NAMED::contains).flatMap(column -> named(column, table));
        return Stream.concat(
                Stream.of("false"),
                Stream.concat(named, references(table).stream())
                        .distinct()
                        .map(reference -> "%s IN (SELECT %s FROM %s WHERE %s)"
                                .formatted(
                                        reference.column(),
                                        reference.key(),
                                        reference.table(),
                                        conditions(reference.table(), new HashSet<>(seen))
                                                .collect(Collectors.joining(" OR ")))));
    }

    private Stream<Reference> named(String column, String table) {
        return tables.stream()
                .filter(other -> other.endsWith("." + column) && !other.equals(table))
                .map(other -> new Reference(column, other, "id"));
    }

    private List<String> columns(String table) {
        return db.sql("""
                        SELECT quote_ident(attname)
                          FROM pg_catalog.pg_attribute
                         WHERE attrelid = to_regclass(:table) AND attnum > 0 AND NOT attisdropped
                           AND atttypid = 'uuid'::regtype
                         ORDER BY attnum
                        """)
                .param("table", table)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private List<Reference> references(String table) {
        return db.sql("""
                        SELECT quote_ident(c.attname) AS own,
                               quote_ident(s.nspname) || '.' || quote_ident(r.relname) AS other,
                               quote_ident(k.attname) AS key
                          FROM pg_catalog.pg_constraint f
                          JOIN pg_catalog.pg_class r ON r.oid = f.confrelid
                          JOIN pg_catalog.pg_namespace s ON s.oid = r.relnamespace
                          JOIN pg_catalog.pg_attribute c ON c.attrelid = f.conrelid AND c.attnum = f.conkey[1]
                          JOIN pg_catalog.pg_attribute k ON k.attrelid = f.confrelid AND k.attnum = f.confkey[1]
                         WHERE f.conrelid = to_regclass(:table) AND f.contype = 'f' AND cardinality(f.conkey) = 1
                         ORDER BY c.attnum
                        """)
                .param("table", table)
                .query((row, _) -> new Reference(row.getString("own"), row.getString("other"), row.getString("key")))
                .list();
    }
}
