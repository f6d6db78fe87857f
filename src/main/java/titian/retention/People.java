package titian.retention;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.platform.ForgetsPeople;
import titian.platform.Kept;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** Whose rows a table has, by the column every module names alike: its account, its application, or its bill. */
@Repository
class People {

    private static final List<String> OWNERS = List.of("account", "application", "bill");

    /** What a row may be asked for by: its own name, or that of the file it is a line of. */
    private static final List<String> NAMES = List.of("id", "file");

    /** Rows that name a bill, with the account it was written for. */
    private static final String OF_BILLS =
            "(SELECT named.*, owed.account FROM %s AS named JOIN %s AS owed ON owed.id = named.bill) AS of_bills";

    /** The column that says whose a row is, and where the rows are that have it. */
    private record Owner(String column, String rows) {}

    private final JdbcClient db;
    private final @Nullable String bills;

    People(JdbcClient db, List<ForgetsPeople> modules) {
        this.db = db;
        this.bills = modules.stream()
                .flatMap(module -> module.kept().stream())
                .flatMap(kind -> kind.rows().stream())
                .map(Kept.Rows::table)
                .filter(table -> table.endsWith(".bill"))
                .findFirst()
                .orElse(null);
    }

    boolean belongs(String table) {
        return owner(table).isPresent();
    }

    /** Those whose rows were written by then. */
    Owners of(String table, Instant until) {
        var owner = owner(table);
        if (owner.isEmpty()) {
            return Owners.NOBODY;
        }
        var found = db.sql("SELECT DISTINCT %s FROM %s WHERE %s <= :until AND %1$s IS NOT NULL"
                        .formatted(owner.get().column(), owner.get().rows(), written(table)))
                .param("until", until.atOffset(UTC))
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
        return owners(owner.get().column(), found);
    }

    /** Those whose rows these ids name. */
    Owners of(String table, Set<UUID> ids) {
        var owner = owner(table);
        var name = NAMES.stream().filter(columns(table, "uuid")::contains).findFirst();
        if (owner.isEmpty() || name.isEmpty()) {
            return Owners.NOBODY;
        }
        return owners(
                owner.get().column(),
                db.sql("SELECT DISTINCT %s FROM %s WHERE %s = ANY (:ids) AND %1$s IS NOT NULL"
                                .formatted(owner.get().column(), owner.get().rows(), name.get()))
                        .param("ids", ids.toArray(UUID[]::new))
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .list());
    }

    private static Owners owners(String owner, List<UUID> found) {
        return owner.equals("application")
                ? new Owners(Set.of(), found.stream().map(ApplicationId::new).collect(Collectors.toSet()))
                : new Owners(found.stream().map(AccountId::new).collect(Collectors.toSet()), Set.of());
    }

    private Optional<Owner> owner(String table) {
        if (table.equals("account.account")) {
            return Optional.of(new Owner("id", table));
        }
        var columns = columns(table, "uuid");
        return OWNERS.stream()
                .filter(columns::contains)
                .findFirst()
                .flatMap(column -> column.equals("bill") ? ofBills(table) : Optional.of(new Owner(column, table)));
    }

    private Optional<Owner> ofBills(String table) {
        return bills == null ? Optional.empty() : Optional.of(new Owner("account", OF_BILLS.formatted(table, bills)));
    }

    /** The first time a row has; one without any has always been there. */
    private String written(String table) {
        return columns(table, "timestamp with time zone").stream().findFirst().orElse("'-infinity'::timestamptz");
    }

    private List<String> columns(String table, String type) {
        return db.sql("""
                        SELECT quote_ident(attname)
                          FROM pg_catalog.pg_attribute
                         WHERE attrelid = to_regclass(:table) AND attnum > 0 AND NOT attisdropped
                           AND format_type(atttypid, NULL) = :type AND (attnotnull OR :type = 'uuid')
                         ORDER BY attname !~ '^(at|(created|registered|begun|booked|asked|requested|arrived|saved|started)_at)$', attnum
                        """)
                .param("table", table)
                .param("type", type)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
