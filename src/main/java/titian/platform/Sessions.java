package titian.platform;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import titian.shared.AccountId;

/**
 * The sessions of those who signed in, on every node. Whoever ends one does so in their own transaction: either the
 * reason and the end are both true, or neither.
 */
@Component
public class Sessions {

    /** Under this name a session keeps what kind of device it is on. */
    public static final String DEVICE = "titian.device";

    private static final int LISTED = 20;

    /** One session as it stands. Its id opens the account to whoever has it: no page or log may show it. */
    public record Open(String id, String device, Instant lastSeen) {

        @Override
        public String toString() {
            return "a session";
        }
    }

    private final JdbcClient db;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    Sessions(JdbcClient db, FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.db = db;
        this.sessions = sessions;
    }

    /** The account's sessions, the one last seen first. */
    public List<Open> of(AccountId account) {
        return sessions.findByPrincipalName(name(account)).values().stream()
                .filter(session -> !session.isExpired())
                .map(session -> new Open(
                        session.getId(), session.getAttributeOrDefault(DEVICE, ""), session.getLastAccessedTime()))
                .sorted(Comparator.comparing(Open::lastSeen).reversed())
                .limit(LISTED)
                .toList();
    }

    /** Ends every session of the account and says how many there were. */
    public int end(AccountId account) {
        return db.sql("DELETE FROM platform.session WHERE principal_name = :name")
                .param("name", name(account))
                .update();
    }

    /** Ends this session of the account and says whether there was one. */
    public boolean end(AccountId account, String session) {
        return db.sql("DELETE FROM platform.session WHERE principal_name = :name AND session_id = :session")
                        .param("name", name(account))
                        .param("session", session)
                        .update()
                == 1;
    }

    /** Ends every session of the account but this one and says how many there were. */
    public int endOthers(AccountId account, String kept) {
        return db.sql("DELETE FROM platform.session WHERE principal_name = :name AND session_id <> :kept")
                .param("name", name(account))
                .param("kept", kept)
                .update();
    }

    /** As whoever is signed in is called there. */
    private static String name(AccountId account) {
        return "account " + account;
    }
}
