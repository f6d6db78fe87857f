package titian.audit;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.seal.Seals;
import titian.shared.AccountId;
import titian.shared.Act;

/**
 * The table of entries. Nothing in it is ever changed. What was given as a reason stands sealed: the chain vouches for it as it
 * lies, so that it is checked without opening it.
 */
@Repository
class Entries {

    private static final int NEAR = 5_000;
    private static final String WHY = "audit.entry.why";

    private final JdbcClient db;
    private final Seals seals;

    Entries(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    void add(Entry entry) {
        var why = entry.act().why();
        db.sql("""
                        INSERT INTO audit.entry (
                            at, account, role, office, act, kind, subject, before, after, why, request)
                        VALUES (:at, :account, :role, :office, :act, :kind, :subject, :before, :after, :why, :request)
                        """)
                .param("at", entry.at().atOffset(UTC))
                .param(
                        "account",
                        entry.account() == null ? null : entry.account().value(),
                        Types.OTHER)
                .param("role", entry.role())
                .param("office", entry.office())
                .param("act", entry.act().what())
                .param("kind", entry.act().kind())
                .param("subject", entry.act().subject())
                .param("before", entry.act().before())
                .param("after", entry.act().after())
                .param("why", why.isEmpty() ? why : seals.seal(why, WHY))
                .param("request", entry.request())
                .update();
    }

    /** What was asked for, the latest first. */
    List<Entry> find(Search search, Instant from, Instant until, long before, int limit) {
        return db.sql("""
                        SELECT id, at, account, role, office, act, kind, subject, before, after, why, request
                          FROM audit.entry
                         WHERE id < :before
                           AND (:anyTime OR at >= :from AND at < :until)
                           AND (:office = '' OR office = :office)
                           AND (:act = '' OR act = :act)
                           AND (:kind = '' OR kind = :kind)
                           AND (:subject = '' OR subject = :subject)
                           AND (:account::uuid IS NULL OR account = :account::uuid)
                         ORDER BY id DESC
                         LIMIT :limit
                        """)
                .param("before", before)
                .param("anyTime", search.day() == null)
                .param("from", from.atOffset(UTC))
                .param("until", until.atOffset(UTC))
                .param("office", search.office())
                .param("act", search.act())
                .param("kind", search.kind())
                .param("subject", search.subject())
                .param(
                        "account",
                        search.account() == null ? null : search.account().toString(),
                        Types.VARCHAR)
                .param("limit", limit)
                .query(this::readable)
                .list();
    }

    /** What an officer did something to, in that time. */
    List<String> subjects(AccountId officer, Instant from, Instant until) {
        return db.sql("""
                        SELECT DISTINCT subject
                          FROM audit.entry
                         WHERE account = :officer AND at BETWEEN :from AND :until
                         LIMIT 100000
                        """)
                .param("officer", officer.value())
                .param("from", from.atOffset(UTC))
                .param("until", until.atOffset(UTC))
                .query((row, _) -> row.getString("subject"))
                .list();
    }

    /** How many looks of an officer's name nothing but a page. */
    long lists(AccountId officer, Instant from, Instant until) {
        return db.sql("""
                        SELECT count(*)
                          FROM audit.entry
                         WHERE account = :officer AND at BETWEEN :from AND :until AND act = 'LOOKED' AND subject = ''
                        """)
                .param("officer", officer.value())
                .param("from", from.atOffset(UTC))
                .param("until", until.atOffset(UTC))
                .query(Long.class)
                .single();
    }

    Optional<Entry> find(long id) {
        return db.sql("""
                        SELECT id, at, account, role, office, act, kind, subject, before, after, why, request
                          FROM audit.entry
                         WHERE id = :id
                        """).param("id", id).query(this::readable).optional();
    }

    /** Whether somebody looked at the same since then. */
    boolean isThere(AccountId account, Act look, Instant since) {
        return db.sql("""
                        SELECT EXISTS (SELECT
                                         FROM audit.entry
                                        WHERE account = :account AND at >= :since AND act = 'LOOKED'
                                          AND act = :act AND kind = :kind AND subject = :subject)
                        """)
                .param("account", account.value())
                .param("since", since.atOffset(UTC))
                .param("act", look.what())
                .param("kind", look.kind())
                .param("subject", look.subject())
                .query(Boolean.class)
                .single();
    }

    /** Others of the same request, in their order: a request is short, so they stand near. */
    List<Entry> together(Entry entry, int limit) {
        return db.sql("""
                        SELECT id, at, account, role, office, act, kind, subject, before, after, why, request
                          FROM audit.entry
                         WHERE id BETWEEN :id - :near AND :id + :near
                           AND id <> :id
                           AND request = :request
                         ORDER BY id
                         LIMIT :limit
                        """)
                .param("id", entry.id())
                .param("near", NEAR)
                .param("request", entry.request())
                .param("limit", limit)
                .query(this::readable)
                .list();
    }

    /** Entries of a stretch that are older than that and yet were never linked: nobody of this house wrote them. */
    Optional<Entry> stray(long first, long last, Instant olderThan) {
        return db.sql("""
                        SELECT id, at, account, role, office, act, kind, subject, before, after, why, request
                          FROM audit.entry e
                         WHERE id BETWEEN :first AND :last
                           AND at < :olderThan
                           AND NOT EXISTS (SELECT FROM audit.link l WHERE l.entry = e.id)
                         ORDER BY id
                         LIMIT 1
                        """)
                .param("first", first)
                .param("last", last)
                .param("olderThan", olderThan.atOffset(UTC))
                .query(Entries::entry)
                .optional();
    }

    /**
     * Entries that have no place in the chain yet, in the order of their numbers. One whose transaction took long may
     * turn up below others that were linked before; so far back is looked for it.
     */
    List<Entry> unlinked(int lookBack, int limit) {
        return db.sql("""
                        SELECT id, at, account, role, office, act, kind, subject, before, after, why, request
                          FROM audit.entry e
                         WHERE id > coalesce((SELECT max(entry) FROM audit.link), 0) - :lookBack
                           AND NOT EXISTS (SELECT FROM audit.link l WHERE l.entry = e.id)
                         ORDER BY id
                         LIMIT :limit
                        """)
                .param("lookBack", lookBack)
                .param("limit", limit)
                .query(Entries::entry)
                .list();
    }

    /** As people read it. */
    Entry readable(ResultSet row, int number) throws SQLException {
        var lies = entry(row, number);
        var act = lies.act();
        return lies.with(
                new Act(act.what(), act.kind(), act.subject(), act.before(), act.after(), seals.open(act.why(), WHY)));
    }

    /** As it lies, which is what the chain is made of. */
    static Entry entry(ResultSet row, int number) throws SQLException {
        var account = row.getObject("account", UUID.class);
        return new Entry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                account == null ? null : new AccountId(account),
                row.getString("role"),
                row.getString("office"),
                new Act(
                        row.getString("act"),
                        row.getString("kind"),
                        row.getString("subject"),
                        row.getString("before"),
                        row.getString("after"),
                        row.getString("why")),
                row.getString("request"));
    }

    /** The account as searched for, or nothing. */
    static @Nullable UUID uuid(String text) {
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
