package titian.retention;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** Whose rows a table has, by the column every module names alike: its account, or its application. */
@Repository
class People {

    private static final List<String> OWNERS = List.of("account", "application");

    private final JdbcClient db;

    People(JdbcClient db) {
        this.db = db;
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
                        .formatted(owner.get(), table, written(table)))
                .param("until", until.atOffset(UTC))
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
        return owners(owner.get(), found);
    }

    /** Those whose rows these ids name. */
    Owners of(String table, Set<UUID> ids) {
        var owner = owner(table);
        if (owner.isEmpty() || !columns(table, "uuid").contains("id")) {
            return Owners.NOBODY;
        }
        return owners(
                owner.get(),
                db.sql("SELECT DISTINCT %s FROM %s WHERE id = ANY (:ids) AND %1$s IS NOT NULL"
                                .formatted(owner.get(), table))
                        .param("ids", ids.toArray(UUID[]::new))
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .list());
    }

    private static Owners owners(String owner, List<UUID> found) {
        return owner.equals("application")
                ? new Owners(Set.of(), found.stream().map(ApplicationId::new).collect(Collectors.toSet()))
                : new Owners(found.stream().map(AccountId::new).collect(Collectors.toSet()), Set.of());
    }

    private Optional<String> owner(String table) {
        if (table.equals("account.account")) {
            return Optional.of("id");
        }
        var columns = columns(table, "uuid");
        return OWNERS.stream().filter(columns::contains).findFirst();
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
