package titian.payment;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
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

    /**
     * Keeps notices, each once however often it comes; how often that was is counted.
     *
     * @return the ids of those that came for the first time
     */
    Set<UUID> keep(List<Kept> told, Instant at) {
        var once = once(told);
        return Set.copyOf(db.sql("""
                        INSERT INTO payment.notice AS known (id, way, reference, number, ntb, ntpn, total, bill, verdict,
                                                             times, received_at)
                        SELECT told.id, told.way, told.reference, told.number, told.ntb, told.ntpn, told.total, told.bill,
                               told.verdict, told.times, :at
                          FROM unnest(CAST(:ids AS uuid[]), CAST(:ways AS text[]), CAST(:references AS text[]),
                                      CAST(:numbers AS text[]), CAST(:ntbs AS text[]), CAST(:ntpns AS text[]),
                                      CAST(:totals AS bigint[]), CAST(:bills AS uuid[]), CAST(:verdicts AS text[]),
                                      CAST(:times AS int[]))
                               AS told (id, way, reference, number, ntb, ntpn, total, bill, verdict, times)
                        ON CONFLICT ON CONSTRAINT a_notice_is_kept_once DO UPDATE SET times = known.times + excluded.times
                        RETURNING id
                        """)
                .param("ids", column(once, one -> one.notice().id()).toArray(UUID[]::new))
                .param("ways", text(once, one -> one.notice().way().name()))
                .param("references", text(once, one -> one.notice().reference()))
                .param("numbers", text(once, one -> one.notice().number()))
                .param("ntbs", text(once, one -> one.notice().bankTransactionNumber()))
                .param("ntpns", text(once, one -> one.notice().stateReceiptNumber()))
                .param("totals", column(once, one -> one.notice().total()).toArray(Long[]::new))
                .param(
                        "bills",
                        text(once, one -> one.bill() == null ? null : one.bill().toString()))
                .param("verdicts", text(once, one -> one.verdict().name()))
                .param("times", once.values().toArray(Integer[]::new))
                .param("at", at.atOffset(UTC))
                .query(UUID.class)
                .list());
    }

    /** Of those that say the same the first, and how many they are; in an order all nodes keep to. */
    private static Map<Kept, Integer> once(List<Kept> told) {
        var first = new TreeMap<String, Kept>();
        var times = new HashMap<String, Integer>();
        for (var one : told) {
            var notice = one.notice();
            var key = String.join(
                    " ",
                    notice.number(),
                    notice.stateReceiptNumber(),
                    notice.bankTransactionNumber(),
                    Long.toString(notice.total()));
            first.putIfAbsent(key, one);
            times.merge(key, 1, Integer::sum);
        }
        var once = new LinkedHashMap<Kept, Integer>();
        first.forEach((key, one) -> once.put(one, times.getOrDefault(key, 1)));
        return once;
    }

    private static <T> Stream<T> column(Map<Kept, Integer> told, Function<Kept, T> value) {
        return told.keySet().stream().map(value);
    }

    private static String[] text(Map<Kept, Integer> told, Function<Kept, @Nullable String> value) {
        return told.keySet().stream().map(value).toArray(String[]::new);
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

    /** The bill was paid: what its notices said of the right amount is confirmed. A family's code is asked about apart. */
    void confirm(BillId bill) {
        db.sql("""
                        UPDATE payment.notice
                           SET verdict = 'CONFIRMED'
                         WHERE bill = :bill AND verdict IN ('WAITING', 'CONTRADICTED')
                           AND NOT EXISTS (SELECT FROM payment.family_bill f WHERE f.billing_code = notice.number)
                        """).param("bill", bill.value()).update();
    }

    /** A family paid this code. */
    void confirmFamily(String code) {
        db.sql("""
                        UPDATE payment.notice
                           SET verdict = 'CONFIRMED'
                         WHERE way = 'BILLING_CODE' AND number = :code AND verdict IN ('WAITING', 'CONTRADICTED')
                        """).param("code", code).update();
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
}
