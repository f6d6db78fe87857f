package titian.account;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Repository;
import titian.shared.SignedIn;

/** Notes on which day somebody last signed in: an account nobody uses any more is forgotten after some years. */
@Repository
class LastHere {

    private static final Duration FINE_ENOUGH = Duration.ofDays(1);

    private final JdbcClient db;
    private final Clock clock;

    LastHere(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @EventListener
    void on(InteractiveAuthenticationSuccessEvent came) {
        if (came.getAuthentication().getPrincipal() instanceof SignedIn who) {
            var now = clock.instant();
            db.sql("""
                            UPDATE account.account
                               SET last_here_at = :now
                             WHERE id = :id AND (last_here_at IS NULL OR last_here_at < :lately)
                            """)
                    .param("now", now.atOffset(UTC))
                    .param("id", who.account().value())
                    .param("lately", now.minus(FINE_ENOUGH).atOffset(UTC))
                    .update();
        }
    }
}
