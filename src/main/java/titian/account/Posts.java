package titian.account;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.seal.Seals;
import titian.shared.AccountId;
import titian.shared.OfficeId;
import titian.shared.Role;

/** Who is appointed to what, for how long, and when they are away. */
@Repository
class Posts {

    private static final int MOST = 500;

    private final JdbcClient db;
    private final Seals seals;

    Posts(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    /** How long an appointment holds: what is asked at every page of an officer. */
    record Term(OfficeId place, @Nullable LocalDate lastDay, boolean ended) {

        boolean serves(LocalDate today) {
            return !ended && (lastDay == null || !lastDay.isBefore(today));
        }
    }

    Optional<Term> term(AccountId officer) {
        return db.sql("""
                        SELECT office, last_day, ended_at IS NOT NULL AS ended
                          FROM account.officer
                         WHERE account = :officer
                        """)
                .param("officer", officer.value())
                .query((row, _) -> new Term(
                        new OfficeId(row.getString("office")),
                        row.getObject("last_day", LocalDate.class),
                        row.getBoolean("ended")))
                .optional();
    }

    boolean isAway(AccountId officer, LocalDate day) {
        return db.sql("""
                        SELECT EXISTS (SELECT
                                         FROM account.leave
                                        WHERE account = :officer AND :day BETWEEN first_day AND last_day)
                        """)
                .param("officer", officer.value())
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    Optional<Post> find(AccountId officer) {
        return db.sql("""
                        SELECT o.account, a.name, a.email, o.office, o.roles, o.last_day, o.ended_at
                          FROM account.officer o
                          JOIN account.account a ON a.id = o.account
                         WHERE o.account = :officer
                        """).param("officer", officer.value()).query(this::post).optional();
    }

    Optional<Post> find(AccountId officer, Collection<OfficeId> within) {
        return db.sql("""
                        SELECT o.account, a.name, a.email, o.office, o.roles, o.last_day, o.ended_at
                          FROM account.officer o
                          JOIN account.account a ON a.id = o.account
                         WHERE o.account = :officer AND o.office = ANY (:within)
                        """)
                .param("officer", officer.value())
                .param("within", names(within))
                .query(this::post)
                .optional();
    }

    List<Post> at(OfficeId place) {
        var leaves = leavesAt(place);
        return db.sql("""
                        SELECT o.account, a.name, a.email, o.office, o.roles, o.last_day, o.ended_at
                          FROM account.officer o
                          JOIN account.account a ON a.id = o.account
                         WHERE o.office = :place
                         ORDER BY o.ended_at IS NOT NULL, a.registered_at, a.id
                         LIMIT :most
                        """)
                .param("place", place.value())
                .param("most", MOST)
                .query((row, _) -> post(row, leaves.getOrDefault(officer(row), List.of())))
                .list();
    }

    /** Days away of all who serve at a place, by their account. */
    private Map<UUID, List<Leave>> leavesAt(OfficeId place) {
        var leaves = new HashMap<UUID, List<Leave>>();
        db.sql("""
                        SELECT l.account, l.id, l.first_day, l.last_day
                          FROM account.leave l
                          JOIN account.officer o ON o.account = l.account
                         WHERE o.office = :place
                         ORDER BY l.first_day DESC
                         LIMIT 5000
                        """).param("place", place.value()).query(row -> {
            leaves.computeIfAbsent(officer(row), _ -> new ArrayList<>()).add(leave(row));
        });
        return leaves;
    }

    private static UUID officer(ResultSet row) throws SQLException {
        return row.getObject("account", UUID.class);
    }

    /** Those with one of the roles whose appointment has not ended, kept from any change until the transaction ends. */
    List<Post> lock(OfficeId place, Set<Role> roles) {
        return db
                .sql("""
                        SELECT account
                          FROM account.officer
                         WHERE office = :place AND roles && CAST(:roles AS text[]) AND ended_at IS NULL
                         ORDER BY account
                           FOR UPDATE
                        """)
                .param("place", place.value())
                .param("roles", roleNames(roles))
                .query((row, _) -> new AccountId(officer(row)))
                .list()
                .stream()
                .flatMap(officer -> find(officer).stream())
                .toList();
    }

    boolean end(AccountId officer, Instant now) {
        return db.sql("UPDATE account.officer SET ended_at = :now WHERE account = :officer AND ended_at IS NULL")
                        .param("officer", officer.value())
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    boolean limit(AccountId officer, @Nullable LocalDate lastDay) {
        return db.sql("UPDATE account.officer SET last_day = :day WHERE account = :officer AND ended_at IS NULL")
                        .param("officer", officer.value())
                        .param("day", lastDay, java.sql.Types.DATE)
                        .update()
                == 1;
    }

    boolean change(AccountId officer, Set<Role> roles) {
        return db.sql("UPDATE account.officer SET roles = :roles WHERE account = :officer AND ended_at IS NULL")
                        .param("officer", officer.value())
                        .param("roles", roleNames(roles))
                        .update()
                == 1;
    }

    void leave(AccountId officer, UUID id, LocalDate firstDay, LocalDate lastDay) {
        db.sql("""
                        INSERT INTO account.leave (id, account, first_day, last_day)
                        VALUES (:id, :officer, :first, :last)
                        """)
                .param("id", id)
                .param("officer", officer.value())
                .param("first", firstDay)
                .param("last", lastDay)
                .update();
    }

    boolean forgetLeave(AccountId officer, UUID id) {
        return db.sql("DELETE FROM account.leave WHERE id = :id AND account = :officer")
                        .param("id", id)
                        .param("officer", officer.value())
                        .update()
                == 1;
    }

    private List<Leave> leaves(UUID officer) {
        return db.sql("""
                        SELECT id, first_day, last_day
                          FROM account.leave
                         WHERE account = :officer
                         ORDER BY first_day DESC
                         LIMIT 50
                        """)
                .param("officer", officer)
                .query((row, _) -> leave(row))
                .list();
    }

    private static Leave leave(ResultSet row) throws SQLException {
        return new Leave(
                row.getObject("id", UUID.class),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class));
    }

    private Post post(ResultSet row, int number) throws SQLException {
        return post(row, leaves(officer(row)));
    }

    private Post post(ResultSet row, List<Leave> leaves) throws SQLException {
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Post(
                new AccountId(officer(row)),
                seals.open(row.getString("name"), Accounts.NAME),
                seals.open(row.getString("email"), Accounts.EMAIL),
                new OfficeId(row.getString("office")),
                Arrays.stream((String[]) row.getArray("roles").getArray())
                        .map(Role::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                row.getObject("last_day", LocalDate.class),
                ended == null ? null : ended.toInstant(),
                leaves);
    }

    private static String[] names(Collection<OfficeId> places) {
        return places.stream().map(OfficeId::value).toArray(String[]::new);
    }

    private static String[] roleNames(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().toArray(String[]::new);
    }
}
