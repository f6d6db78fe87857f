package titian.privacy;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.platform.ForgetsPeople;
import titian.platform.KeepsPersonalData;
import titian.platform.Kept;
import titian.privacy.Correction.About;
import titian.privacy.Correction.Answer;
import titian.privacy.Correction.State;
import titian.seal.HoldsSealed;
import titian.seal.SealedColumns;
import titian.seal.Seals;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** What people ask to have put right. */
@Repository
class Corrections implements KeepsPersonalData, ForgetsPeople, HoldsSealed {

    private static final String WANTED = "correction.wanted";
    private static final String ANSWER = "correction.answer";

    private static final SealedColumns SEALED =
            new SealedColumns("privacy.correction", "id", Map.of("wanted", WANTED, "answer", ANSWER));
    private static final int MOST = 50;

    private final JdbcClient db;
    private final Seals seals;

    Corrections(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    void ask(UUID id, AccountId account, About about, String wanted, Instant now, Instant due) {
        db.sql("""
                        INSERT INTO privacy.correction (id, account, about, wanted, asked_at, due_at, state)
                        VALUES (:id, :account, :about, :wanted, :now, :due, 'ASKED')
                        """)
                .param("id", id)
                .param("account", account.value())
                .param("about", about.name())
                .param("wanted", seals.seal(wanted, WANTED))
                .param("now", now.atOffset(UTC))
                .param("due", due.atOffset(UTC))
                .update();
    }

    boolean withdraw(UUID id, AccountId account) {
        return db.sql("""
                        UPDATE privacy.correction
                           SET state = 'WITHDRAWN'
                         WHERE id = :id AND account = :account AND state = 'ASKED'
                        """).param("id", id).param("account", account.value()).update() == 1;
    }

    boolean answer(UUID id, State state, String answer, AccountId officer, Instant now) {
        return db.sql("""
                        UPDATE privacy.correction
                           SET state = :state, answer = :answer, answered_at = :now, answered_by = :officer
                         WHERE id = :id AND state = 'ASKED'
                        """)
                        .param("id", id)
                        .param("state", state.name())
                        .param("answer", seals.seal(answer, ANSWER))
                        .param("now", now.atOffset(UTC))
                        .param("officer", officer.value())
                        .update()
                == 1;
    }

    /** The latest first. */
    List<Correction> of(AccountId account) {
        return db.sql("""
                        SELECT id, account, about, wanted, asked_at, due_at, state, answer, answered_at
                          FROM privacy.correction
                         WHERE account = :account
                         ORDER BY asked_at DESC, id
                         LIMIT :most
                        """)
                .param("account", account.value())
                .param("most", MOST)
                .query(this::correction)
                .list();
    }

    /** Those to be answered, whose time is up first. */
    List<Correction> open() {
        return db.sql("""
                        SELECT id, account, about, wanted, asked_at, due_at, state, answer, answered_at
                          FROM privacy.correction
                         WHERE state = 'ASKED'
                         ORDER BY due_at, id
                         LIMIT :most
                        """).param("most", MOST).query(this::correction).list();
    }

    Optional<Correction> find(UUID id) {
        return db.sql("""
                        SELECT id, account, about, wanted, asked_at, due_at, state, answer, answered_at
                          FROM privacy.correction
                         WHERE id = :id
                        """).param("id", id).query(this::correction).optional();
    }

    @Override
    public String table() {
        return SEALED.table();
    }

    @Override
    public List<UUID> sealAnew(UUID after, int most) {
        return SEALED.anew(db, seals, after, most);
    }

    @Override
    public String subject() {
        return "corrections";
    }

    @Override
    public List<Map<String, Object>> about(AccountId account, List<ApplicationId> applications) {
        return of(account).stream().map(Corrections::told).toList();
    }

    private static Map<String, Object> told(Correction correction) {
        var told = new LinkedHashMap<String, Object>();
        told.put("about", correction.about().name());
        told.put("wanted", correction.wanted());
        told.put("asked_at", correction.askedAt().toString());
        told.put("state", correction.state().name());
        if (correction.answer() != null) {
            told.put("answer", correction.answer().text());
            told.put("answered_at", correction.answer().at().toString());
        }
        return told;
    }

    @Override
    public List<Kept> kept() {
        return List.of(Kept.withAccount("corrections", Kept.Basis.ACCOUNTABILITY, "privacy.correction"));
    }

    @Override
    public void forget(AccountId account) {
        db.sql("DELETE FROM privacy.correction WHERE account = :account")
                .param("account", account.value())
                .update();
    }

    private Correction correction(ResultSet row, int number) throws SQLException {
        var answer = row.getString("answer");
        return new Correction(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account", UUID.class)),
                About.valueOf(row.getString("about")),
                seals.open(row.getString("wanted"), WANTED),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                State.valueOf(row.getString("state")),
                answer == null
                        ? null
                        : new Answer(
                                seals.open(answer, ANSWER),
                                row.getObject("answered_at", OffsetDateTime.class)
                                        .toInstant()));
    }
}
