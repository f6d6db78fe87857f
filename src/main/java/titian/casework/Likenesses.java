package titian.casework;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** The tables' knowledge of people of one name and day of birth, and what officers judged of them. */
@Repository
class Likenesses {

    private static final int MOST = 20;

    private final JdbcClient db;

    Likenesses(JdbcClient db) {
        this.db = db;
    }

    /** Others by somebody of the same name and day of birth with another number, the latest first. */
    List<ApplicationId> like(ApplicationId application) {
        return db.sql("""
                        SELECT other.application
                          FROM casework.file this
                          JOIN casework.file other
                            ON other.person_mark = this.person_mark AND other.application <> this.application
                         WHERE this.application = :application
                           AND (other.nik_mark = this.nik_mark) IS NOT TRUE
                         ORDER BY other.opened_at DESC
                         LIMIT :most
                        """)
                .param("application", application.value())
                .param("most", MOST)
                .query((row, _) -> new ApplicationId(row.getObject("application", UUID.class)))
                .list();
    }

    /** Whether these others are the same person as this one, as far as it was judged. */
    Map<ApplicationId, Boolean> judged(ApplicationId application, List<ApplicationId> others) {
        var judged = new HashMap<ApplicationId, Boolean>();
        db.sql("""
                        SELECT CASE one WHEN :application THEN other ELSE one END AS whom, is_same
                          FROM casework.likeness
                         WHERE one = :application AND other = ANY (:others)
                            OR other = :application AND one = ANY (:others)
                        """)
                .param("application", application.value())
                .param("others", others.stream().map(ApplicationId::value).toArray(UUID[]::new))
                .query(row -> {
                    judged.put(new ApplicationId(row.getObject("whom", UUID.class)), row.getBoolean("is_same"));
                });
        return judged;
    }

    /** Remembers a judgement, in place of an earlier one. */
    void judge(ApplicationId one, ApplicationId other, boolean isSame, AccountId officer, Instant at) {
        var inOrder = one.toString().compareTo(other.toString()) < 0;
        db.sql("""
                        INSERT INTO casework.likeness (one, other, is_same, officer, at)
                        VALUES (:one, :other, :isSame, :officer, :at)
                        ON CONFLICT ON CONSTRAINT judged_once DO UPDATE
                           SET is_same = excluded.is_same, officer = excluded.officer, at = excluded.at
                        """)
                .param("one", (inOrder ? one : other).value())
                .param("other", (inOrder ? other : one).value())
                .param("isSame", isSame)
                .param("officer", officer.value())
                .param("at", at.atOffset(UTC))
                .update();
    }
}
