package titian.officer;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.seal.Seals;
import titian.shared.AccountId;

/** The codes an officer keeps on paper for the day the phone is lost. Each stands here as a mark, and counts once. */
@Repository
class RecoveryCodes {

    private final JdbcClient db;
    private final Seals seals;

    RecoveryCodes(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    /** Puts these in the place of all others. */
    void replace(AccountId account, List<String> codes) {
        delete(account);
        for (var code : codes) {
            db.sql("INSERT INTO officer.recovery_code (account, mark) VALUES (:account, :mark)")
                    .param("account", account.value())
                    .param("mark", mark(account, code))
                    .update();
        }
    }

    boolean use(AccountId account, String code, Instant now) {
        return db.sql("""
                        UPDATE officer.recovery_code
                           SET used_at = :now
                         WHERE account = :account AND mark = :mark AND used_at IS NULL
                        """)
                        .param("account", account.value())
                        .param("mark", mark(account, code))
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    int left(AccountId account) {
        return db.sql("SELECT count(*) FROM officer.recovery_code WHERE account = :account AND used_at IS NULL")
                .param("account", account.value())
                .query(Integer.class)
                .single();
    }

    void delete(AccountId account) {
        db.sql("DELETE FROM officer.recovery_code WHERE account = :account")
                .param("account", account.value())
                .update();
    }

    private UUID mark(AccountId account, String code) {
        return seals.mark("officer.recovery", account + " " + code);
    }
}
