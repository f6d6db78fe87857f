package titian.payment;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.payment.StrayNotice.Why;
import titian.seal.Seals;
import titian.shared.AccountId;
import titian.shared.Money;

/** The notices an officer must look at because no bill in doubt shows them. */
@Repository
class StrayNotices {

    private final JdbcClient db;
    private final Seals seals;

    StrayNotices(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    /** Those after this one, the oldest first. */
    List<StrayNotice> after(UUID after, int most) {
        return db.sql("""
                        SELECT notice.id, notice.verdict, notice.total, notice.number, notice.ntb, notice.ntpn, notice.bill,
                               notice.times, notice.received_at
                          FROM payment.notice
                          LEFT JOIN payment.bill ON bill.id = notice.bill
                         WHERE notice.verdict IN ('WRONG_AMOUNT', 'UNMATCHED', 'CONTRADICTED')
                           AND (notice.verdict <> 'WRONG_AMOUNT' OR bill.doubt IS DISTINCT FROM 'WRONG_AMOUNT')
                           AND (notice.received_at, notice.id)
                               > (coalesce((SELECT received_at FROM payment.notice WHERE id = :after), '-infinity'), :after)
                         ORDER BY notice.received_at, notice.id
                         LIMIT :most
                        """)
                .param("after", after)
                .param("most", most)
                .query(StrayNotices::notice)
                .list();
    }

    /** One of them, or one that was. */
    Optional<StrayNotice> find(UUID notice) {
        return db.sql("""
                        SELECT notice.id, notice.verdict, notice.total, notice.number, notice.ntb, notice.ntpn, notice.bill,
                               notice.times, notice.received_at
                          FROM payment.notice
                          LEFT JOIN payment.bill ON bill.id = notice.bill
                         WHERE notice.id = :notice
                           AND notice.verdict IN ('WRONG_AMOUNT', 'UNMATCHED', 'CONTRADICTED', 'SET_ASIDE')
                           AND (notice.verdict <> 'WRONG_AMOUNT' OR bill.doubt IS DISTINCT FROM 'WRONG_AMOUNT')
                        """).param("notice", notice).query(StrayNotices::notice).optional();
    }

    /** Somebody has looked; false if that is known. */
    boolean setAside(UUID notice, AccountId officer, String why, Instant now) {
        return db.sql("""
                        UPDATE payment.notice
                           SET verdict = 'SET_ASIDE', settled_by = :officer, settled_at = :now, why = :why
                         WHERE id = :notice AND verdict IN ('WRONG_AMOUNT', 'UNMATCHED', 'CONTRADICTED')
                        """)
                        .param("notice", notice)
                        .param("officer", officer.value())
                        .param("now", now.atOffset(UTC))
                        .param("why", seals.seal(why, DoubtedBills.WHY))
                        .update()
                == 1;
    }

    private static StrayNotice notice(ResultSet row, int number) throws SQLException {
        var bill = row.getObject("bill", UUID.class);
        return new StrayNotice(
                row.getObject("id", UUID.class),
                why(row.getString("verdict")),
                Money.rupiah(row.getLong("total")),
                row.getString("number"),
                row.getString("ntb"),
                row.getString("ntpn"),
                bill == null ? null : new BillId(bill),
                row.getInt("times"),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
    }

    private static Why why(String verdict) {
        return verdict.equals("WRONG_AMOUNT") ? Why.MISFIT : Why.valueOf(verdict);
    }
}
