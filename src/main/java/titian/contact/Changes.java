package titian.contact;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.contact.Change.Field;
import titian.contact.Change.Origin;
import titian.contact.Change.State;
import titian.phone.Carrier;
import titian.seal.HoldsSealed;
import titian.seal.SealedColumns;
import titian.seal.Seals;
import titian.shared.AccountId;

/** Changes of address or phone. An account has one that is under way. */
@Repository
class Changes implements HoldsSealed {

    private static final String BEFORE = "contact.before";
    private static final String GUARD = "contact.guard";
    private static final String AFTER = "contact.after";

    private static final SealedColumns SEALED =
            new SealedColumns("contact.change", "id", Map.of("before", BEFORE, "guard", GUARD, "after", AFTER));

    private final JdbcClient db;
    private final Seals seals;

    Changes(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    void add(Change change) {
        db.sql("""
                        INSERT INTO contact.change (
                            id, account, field, origin, carrier, before, guard, after, after_mark, free, state, asked_at,
                            expires_at, due_at, tries)
                        VALUES (:id, :account, :field, :origin, :carrier, :before, :guard, :after, :mark, :free, :state,
                                :asked, :expires, :due, :tries)
                        """)
                .param("id", change.id())
                .param("account", change.account().value())
                .param("field", change.field().name())
                .param("origin", change.origin().name())
                .param(
                        "carrier",
                        change.carrier() == null ? null : change.carrier().name(),
                        Types.VARCHAR)
                .param("before", seals.sealIfAny(change.before(), BEFORE), Types.VARCHAR)
                .param("guard", seals.sealIfAny(change.guard(), GUARD), Types.VARCHAR)
                .param("after", seals.seal(change.after(), AFTER))
                .param("mark", mark(change.field(), change.after()))
                .param("free", change.free())
                .param("state", change.state().name())
                .param("asked", change.askedAt().atOffset(UTC))
                .param("expires", change.expiresAt().atOffset(UTC))
                .param("due", at(change.dueAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("tries", change.tries())
                .update();
    }

    Optional<Change> find(UUID id) {
        return db.sql("""
                        SELECT id, account, field, origin, carrier, before, guard, after, free, state, asked_at,
                               expires_at, due_at, tries
                          FROM contact.change
                         WHERE id = :id
                        """).param("id", id).query(this::change).optional();
    }

    /** The change, kept from other tries until the transaction ends. */
    Optional<Change> lock(UUID id) {
        return db.sql("""
                        SELECT id, account, field, origin, carrier, before, guard, after, free, state, asked_at,
                               expires_at, due_at, tries
                          FROM contact.change
                         WHERE id = :id
                           FOR UPDATE
                        """).param("id", id).query(this::change).optional();
    }

    /** The one under way, if there is one. */
    Optional<Change> live(AccountId account) {
        return db.sql("""
                        SELECT id, account, field, origin, carrier, before, guard, after, free, state, asked_at,
                               expires_at, due_at, tries
                          FROM contact.change
                         WHERE account = :account AND state IN ('ASKED', 'WAITING')
                        """).param("account", account.value()).query(this::change).optional();
    }

    List<Change> of(AccountId account) {
        return db.sql("""
                        SELECT id, account, field, origin, carrier, before, guard, after, free, state, asked_at,
                               expires_at, due_at, tries
                          FROM contact.change
                         WHERE account = :account
                         ORDER BY asked_at DESC
                         LIMIT 100
                        """).param("account", account.value()).query(this::change).list();
    }

    int countSince(AccountId account, Instant then) {
        return db.sql("SELECT count(*) FROM contact.change WHERE account = :account AND asked_at > :then")
                .param("account", account.value())
                .param("then", then.atOffset(UTC))
                .query(Integer.class)
                .single();
    }

    int countSince(Field field, String after, Instant then) {
        return db.sql("SELECT count(*) FROM contact.change WHERE after_mark = :mark AND asked_at > :then")
                .param("mark", mark(field, after))
                .param("then", then.atOffset(UTC))
                .query(Integer.class)
                .single();
    }

    void replaceLive(AccountId account) {
        db.sql("""
                        UPDATE contact.change
                           SET state = 'REPLACED'
                         WHERE account = :account AND state IN ('ASKED', 'WAITING')
                        """).param("account", account.value()).update();
    }

    /** Whether it stood there, and now stands here. */
    boolean move(UUID id, State from, State to) {
        return db.sql("UPDATE contact.change SET state = :to WHERE id = :id AND state = :from")
                        .param("id", id)
                        .param("from", from.name())
                        .param("to", to.name())
                        .update()
                == 1;
    }

    boolean letWait(UUID id, Instant due) {
        return db.sql("UPDATE contact.change SET state = 'WAITING', due_at = :due WHERE id = :id AND state = 'ASKED'")
                        .param("id", id)
                        .param("due", due.atOffset(UTC))
                        .update()
                == 1;
    }

    void countTry(UUID id) {
        db.sql("UPDATE contact.change SET tries = tries + 1 WHERE id = :id")
                .param("id", id)
                .update();
    }

    List<UUID> due(Instant now) {
        return db.sql("""
                        SELECT id
                          FROM contact.change
                         WHERE state = 'WAITING' AND due_at <= :now
                         ORDER BY due_at
                         LIMIT 100
                        """)
                .param("now", now.atOffset(UTC))
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    void expire(Instant now) {
        db.sql("UPDATE contact.change SET state = 'EXPIRED' WHERE state = 'ASKED' AND expires_at <= :now")
                .param("now", now.atOffset(UTC))
                .update();
    }

    void forgetBefore(Instant then) {
        db.sql("DELETE FROM contact.change WHERE asked_at < :then AND state NOT IN ('ASKED', 'WAITING')")
                .param("then", then.atOffset(UTC))
                .update();
    }

    @Override
    public String table() {
        return SEALED.table();
    }

    @Override
    public List<UUID> sealAnew(UUID after, int most) {
        return SEALED.anew(db, seals, after, most);
    }

    private UUID mark(Field field, String end) {
        return seals.mark("contact." + field, end.toLowerCase(Locale.ROOT));
    }

    private Change change(ResultSet row, int number) throws SQLException {
        var carrier = row.getString("carrier");
        var due = row.getObject("due_at", OffsetDateTime.class);
        return new Change(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account", UUID.class)),
                Field.valueOf(row.getString("field")),
                Origin.valueOf(row.getString("origin")),
                carrier == null ? null : Carrier.valueOf(carrier),
                seals.openIfAny(row.getString("before"), BEFORE),
                seals.openIfAny(row.getString("guard"), GUARD),
                seals.open(row.getString("after"), AFTER),
                row.getBoolean("free"),
                State.valueOf(row.getString("state")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                due == null ? null : due.toInstant(),
                row.getInt("tries"));
    }

    private static java.time.@org.jspecify.annotations.Nullable OffsetDateTime at(
            @org.jspecify.annotations.Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(UTC);
    }
}
