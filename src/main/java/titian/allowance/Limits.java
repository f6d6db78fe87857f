package titian.allowance;

import static java.time.ZoneOffset.UTC;

import java.net.InetAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import titian.platform.ForgetsPeople;
import titian.platform.Kept;
import titian.platform.Secret;
import titian.shared.AccountId;

/**
 * How often who tried what. It counts before the outcome is known, so that trying many at once gains nothing. Whoever
 * counts does so in their own transaction.
 */
@Component
public class Limits implements ForgetsPeople {

    private static final int IPV6_NETWORK_BYTES = 8;

    private final JdbcClient db;
    private final Secret secret;

    Limits(JdbcClient db, Secret secret) {
        this.db = db;
        this.secret = secret;
    }

    /**
     * Counts one more attempt.
     *
     * @throws TooManyAttempts if that is one too many
     */
    public void take(Limit limit, String whom, Instant now) {
        var opened = db.sql("""
                        INSERT INTO allowance.tally AS t (kind, whom, opened_at, count)
                        VALUES (:kind, :whom, :now, 1)
                        ON CONFLICT (kind, whom) DO UPDATE
                           SET opened_at = CASE WHEN t.opened_at <= :since THEN excluded.opened_at ELSE t.opened_at END,
                               count = CASE WHEN t.opened_at <= :since THEN 1 ELSE t.count + 1 END
                        RETURNING opened_at, count
                        """)
                .param("kind", limit.name())
                .param("whom", digest(limit, whom))
                .param("now", now.atOffset(UTC))
                .param("since", now.minus(limit.window()).atOffset(UTC))
                .query(Limits::tally)
                .single();
        if (opened.count() > limit.times()) {
            throw new TooManyAttempts(opened.at().plus(limit.window()));
        }
    }

    /** The attempt turned out to be honest and does not count. */
    public void giveBack(Limit limit, String whom) {
        db.sql("UPDATE allowance.tally SET count = greatest(count - 1, 0) WHERE kind = :kind AND whom = :whom")
                .param("kind", limit.name())
                .param("whom", digest(limit, whom))
                .update();
    }

    private void forget(Limit limit, String whom) {
        db.sql("DELETE FROM allowance.tally WHERE kind = :kind AND whom = :whom")
                .param("kind", limit.name())
                .param("whom", digest(limit, whom))
                .update();
    }

    /**
     * Whoever this account is of has shown to be its holder: what was tried at it before counts no longer. In the order
     * in which tries are counted, or two would wait for each other.
     *
     * @param typed what is typed to sign in to it
     */
    public void forgetTries(AccountId account, String... typed) {
        for (var name : typed) {
            forget(Limit.SIGN_INS_TO_ADDRESS, name);
        }
        forget(Limit.SIGN_INS_TO_ACCOUNT, account.toString());
    }

    /** How often the doors were tried since then, all over the house; a sign-in that was right does not count. */
    long triesSince(Instant then) {
        return db.sql("""
                        SELECT coalesce(sum(count), 0)
                          FROM allowance.tally
                         WHERE opened_at >= :then
                           AND kind IN ('SIGN_INS_FROM_NETWORK', 'REGISTRATIONS_FROM_NETWORK',
                                        'RECOVERIES_FROM_NETWORK')
                        """).param("then", then.atOffset(UTC)).query(Long.class).single();
    }

    void forgetBefore(Instant then) {
        db.sql("DELETE FROM allowance.tally WHERE opened_at < :then")
                .param("then", then.atOffset(UTC))
                .update();
    }

    /** The network an address belongs to: one household has a whole /64 of version 6. */
    public static String network(String address) {
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(bytes.length == 4 ? bytes : Arrays.copyOf(bytes, IPV6_NETWORK_BYTES));
        } catch (IllegalArgumentException e) {
            return "unknown";
        }
    }

    @Override
    public List<Kept> kept() {
        return List.of(Kept.swept(
                "tallies",
                Period.ofDays(1),
                Kept.Basis.SECURITY,
                new Kept.Rows("allowance.tally", "opened_at < :before")));
    }

    private String digest(Limit limit, String whom) {
        return secret.digest(limit.name(), whom);
    }

    private record Tally(Instant at, int count) {}

    private static Tally tally(ResultSet row, int number) throws SQLException {
        return new Tally(row.getObject("opened_at", OffsetDateTime.class).toInstant(), row.getInt("count"));
    }
}
