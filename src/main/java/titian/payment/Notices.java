package titian.payment;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.payment.Notice.Kept;
import titian.payment.Notice.Verdict;

/** The notices the biller and banks sent, each once however often it came. */
@Repository
class Notices {

    private final JdbcClient db;

    Notices(JdbcClient db) {
        this.db = db;
    }

    /** Keeps a notice; false if it was kept before, which is counted. */
    boolean add(Notice notice, @Nullable BillId bill, Verdict verdict, Instant at) {
        return db.sql("""
                        INSERT INTO payment.notice AS known (id, way, reference, number, ntb, ntpn, total, bill,
                                                             verdict, received_at)
                        VALUES (:id, :way, :reference, :number, :ntb, :ntpn, :total, :bill,
                                :verdict, :at)
                        ON CONFLICT ON CONSTRAINT a_notice_is_kept_once DO UPDATE SET times = known.times + 1
                        RETURNING times = 1
                        """)
                .param("id", notice.id())
                .param("way", notice.way().name())
                .param("reference", notice.reference())
                .param("number", notice.number())
                .param("ntb", notice.bankTransactionNumber())
                .param("ntpn", notice.stateReceiptNumber())
                .param("total", notice.total())
                .param("bill", bill == null ? null : bill.value(), java.sql.Types.OTHER)
                .param("verdict", verdict.name())
                .param("at", at.atOffset(UTC))
                .query(Boolean.class)
                .single();
    }

    Optional<Kept> find(UUID notice) {
        return db.sql("""
                        SELECT id, way, reference, number, ntb, ntpn, total, bill, verdict
                          FROM payment.notice
                         WHERE id = :notice
                        """)
                .param("notice", notice)
                .query((row, _) -> {
                    var bill = row.getObject("bill", UUID.class);
                    return new Kept(
                            new Notice(
                                    row.getObject("id", UUID.class),
                                    Way.valueOf(row.getString("way")),
                                    row.getString("reference"),
                                    row.getString("number"),
                                    row.getString("ntb"),
                                    row.getString("ntpn"),
                                    row.getLong("total")),
                            bill == null ? null : new BillId(bill),
                            Verdict.valueOf(row.getString("verdict")));
                })
                .optional();
    }

    /** The bill was paid: what its notices said of the right amount is confirmed. */
    void confirm(BillId bill) {
        db.sql("""
                        UPDATE payment.notice
                           SET verdict = 'CONFIRMED'
                         WHERE bill = :bill AND verdict IN ('WAITING', 'CONTRADICTED')
                        """).param("bill", bill.value()).update();
    }

    /** The biller was asked and knows of no payment: how often that has happened for this notice. */
    int countCheck(UUID notice) {
        return db.sql("UPDATE payment.notice SET checks = checks + 1 WHERE id = :notice RETURNING checks")
                .param("notice", notice)
                .query(Integer.class)
                .single();
    }

    boolean contradict(UUID notice) {
        return db.sql("UPDATE payment.notice SET verdict = 'CONTRADICTED' WHERE id = :notice AND verdict = 'WAITING'")
                        .param("notice", notice)
                        .update()
                == 1;
    }

    boolean anyWaitingFor(BillId bill) {
        return db.sql("SELECT EXISTS (SELECT FROM payment.notice WHERE bill = :bill AND verdict = 'WAITING')")
                .param("bill", bill.value())
                .query(Boolean.class)
                .single();
    }
}
