package titian.platform;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import titian.shared.AccountId;

/**
 * The sessions of those who signed in, on every node. Whoever ends one does so in their own transaction: either the
 * reason and the end are both true, or neither.
 */
@Component
public class Sessions {

    private final JdbcClient db;

    Sessions(JdbcClient db) {
        this.db = db;
    }

    /** Ends every session of the account and says how many there were. */
    public int end(AccountId account) {
        return db.sql("DELETE FROM platform.session WHERE principal_name = :name")
                .param("name", name(account))
                .update();
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
