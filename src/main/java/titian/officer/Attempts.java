package titian.officer;

import static java.time.ZoneOffset.UTC;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.shared.AccountId;

/** How many codes an officer tried. It counts before the outcome is known, so that trying many at once gains nothing. */
@Repository
class Attempts {

    static final int MOST = 6;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private final JdbcClient db;

    Attempts(JdbcClient db) {
        this.db = db;
    }

    /**
     * Counts one more.
     *
     * @throws OfficerRefused.TooManyCodes if that is one too many
     */
    void take(AccountId account, Instant now) {
        var tally = db.sql("""
                        INSERT INTO officer.attempt AS t (account, opened_at, count)
                        VALUES (:account, :now, 1)
                        ON CONFLICT (account) DO UPDATE
                           SET opened_at = CASE WHEN t.opened_at <= :since THEN excluded.opened_at ELSE t.opened_at END,
                               count = CASE WHEN t.opened_at <= :since THEN 1 ELSE t.count + 1 END
                        RETURNING opened_at, count
                        """)
                .param("account", account.value())
                .param("now", now.atOffset(UTC))
                .param("since", now.minus(WINDOW).atOffset(UTC))
                .query((row, _) -> new Tally(
                        row.getObject("opened_at", OffsetDateTime.class).toInstant(), row.getInt("count")))
                .single();
        if (tally.count() > MOST) {
            throw new OfficerRefused.TooManyCodes(tally.openedAt().plus(WINDOW));
        }
    }

    /** It was the officer: begin anew. */
    void forget(AccountId account) {
        db.sql("DELETE FROM officer.attempt WHERE account = :account")
                .param("account", account.value())
                .update();
    }

    private record Tally(Instant openedAt, int count) {}
}
