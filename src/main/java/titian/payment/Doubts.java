package titian.payment;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Bills that may have been paid after all: they are found by what notices name, and not closed while in doubt. */
@Repository
class Doubts {

    private final JdbcClient db;

    Doubts(JdbcClient db) {
        this.db = db;
    }

    /**
     * What a notice is held against: a bill, or those of a family.
     *
     * @param bills the first of them is the one it is kept with
     */
    record Owed(List<BillId> bills, @Nullable String billingCode, long amount) {

        BillId bill() {
            return bills.getFirst();
        }
    }

    /** Until the commit, whoever holds a bill is waited for two seconds only: many notices wait behind. */
    void waitBriefly() {
        db.sql("SELECT set_config('lock_timeout', '2s', true)")
                .query(String.class)
                .single();
    }

    /**
     * The bills these notices name: by their codes, or by our request if the code is not stored yet. Holds them until the
     * commit, in the order of their ids, so that whoever holds several never waits in a ring.
     */
    Map<Notice, Owed> hold(List<Notice> notices) {
        var families = families(notices);
        var named = db.sql("""
                        SELECT id, billing_code, amount
                          FROM payment.bill
                         WHERE billing_code = ANY (CAST(:codes AS text[]))
                            OR (billing_code IS NULL AND id = ANY (CAST(:requested AS uuid[])))
                            OR id = ANY (CAST(:shares AS uuid[]))
                         ORDER BY id
                           FOR UPDATE
                        """)
                .param("codes", codes(notices))
                .param("requested", requested(notices))
                .param(
                        "shares",
                        families.values().stream()
                                .flatMap(family -> family.bills().stream())
                                .map(BillId::value)
                                .toArray(UUID[]::new))
                .query((row, _) -> new Owed(
                        List.of(new BillId(row.getObject("id", UUID.class))),
                        row.getString("billing_code"),
                        row.getLong("amount")))
                .list();
        return matched(notices, named, families);
    }

    /** Those of the notices that name a family's code, or our request for it. */
    private Map<String, Owed> families(List<Notice> notices) {
        var named = new HashMap<String, Owed>();
        db.sql("""
                        SELECT family.id, family.billing_code, family.amount,
                               array_agg(share.bill ORDER BY share.bill <> family.first_bill, share.bill) AS bills
                          FROM payment.family_bill family
                          JOIN payment.family_share share ON share.family = family.id
                         WHERE family.billing_code = ANY (CAST(:codes AS text[]))
                            OR (family.billing_code IS NULL AND family.id = ANY (CAST(:requested AS uuid[])))
                         GROUP BY family.id
                        """)
                .param("codes", codes(notices))
                .param("requested", requested(notices))
                .query(row -> {
                    var bills = Stream.of((UUID[]) row.getArray("bills").getArray())
                            .map(BillId::new)
                            .toList();
                    var code = row.getString("billing_code");
                    var owed = new Owed(bills, code, row.getLong("amount"));
                    named.put(code == null ? row.getString("id") : code, owed);
                });
        return named;
    }

    private static Map<Notice, Owed> matched(List<Notice> notices, List<Owed> named, Map<String, Owed> families) {
        var byName = new HashMap<>(families);
        for (var owed : named) {
            byName.put(owed.billingCode() == null ? owed.bill().toString() : owed.billingCode(), owed);
        }
        var matched = new HashMap<Notice, Owed>();
        for (var notice : notices) {
            Optional.ofNullable(byName.get(notice.number()))
                    .or(() -> LedgerEntry.requested(notice.reference()).map(bill -> byName.get(bill.toString())))
                    .ifPresent(owed -> matched.put(notice, owed));
        }
        return matched;
    }

    /** Those of the notices whose bills somebody else holds on to right now. */
    List<Notice> heldUp(List<Notice> notices) {
        var held = new HashSet<>(db.sql("""
                        SELECT coalesce(billing_code, id::text)
                          FROM payment.bill
                         WHERE (billing_code = ANY (CAST(:codes AS text[])) OR id = ANY (CAST(:requested AS uuid[])))
                           AND id NOT IN (SELECT id
                                            FROM payment.bill
                                           WHERE billing_code = ANY (CAST(:codes AS text[]))
                                              OR id = ANY (CAST(:requested AS uuid[]))
                                             FOR UPDATE SKIP LOCKED)
                        """)
                .param("codes", codes(notices))
                .param("requested", requested(notices))
                .query(String.class)
                .list());
        return notices.stream()
                .filter(notice -> held.contains(notice.number())
                        || LedgerEntry.requested(notice.reference())
                                .map(BillId::toString)
                                .filter(held::contains)
                                .isPresent())
                .toList();
    }

    private static String[] codes(List<Notice> notices) {
        return notices.stream().map(Notice::number).toArray(String[]::new);
    }

    private static UUID[] requested(List<Notice> notices) {
        return notices.stream()
                .flatMap(notice -> LedgerEntry.requested(notice.reference()).stream())
                .map(BillId::value)
                .toArray(UUID[]::new);
    }

    /** Keeps others from moving a bill until the commit. */
    Owed lock(BillId bill) {
        return db.sql("SELECT billing_code, amount FROM payment.bill WHERE id = :bill FOR UPDATE")
                .param("bill", bill.value())
                .query((row, _) -> new Owed(List.of(bill), row.getString("billing_code"), row.getLong("amount")))
                .single();
    }

    /** A wrong amount is the stronger doubt: it stays until an officer has looked. */
    void raise(Map<BillId, Doubt> doubts) {
        db.sql("""
                        UPDATE payment.bill
                           SET doubt = raised.doubt
                          FROM unnest(CAST(:bills AS uuid[]), CAST(:doubts AS text[])) AS raised (bill, doubt)
                         WHERE bill.id = raised.bill AND bill.state IN ('REQUESTED', 'OPEN')
                           AND bill.doubt IS DISTINCT FROM 'WRONG_AMOUNT'
                        """)
                .param("bills", doubts.keySet().stream().map(BillId::value).toArray(UUID[]::new))
                .param("doubts", doubts.values().stream().map(Doubt::name).toArray(String[]::new))
                .update();
    }

    /** Of a notice that names another code than the one its bill has. While the bill itself is in dispute, others wait. */
    void doubt(UUID notice) {
        db.sql("""
                        UPDATE payment.notice
                           SET verdict = 'WRONG_AMOUNT'
                          FROM payment.bill
                         WHERE notice.id = :notice AND notice.verdict = 'WAITING' AND notice.way = 'BILLING_CODE'
                           AND bill.id = notice.bill AND bill.state <> 'PAID' AND bill.billing_code <> notice.number
                        """).param("notice", notice).update();
    }

    /**
     * The notice is contradicted: its bill is free again, and with it those of the family whose code it named, unless another
     * notice about them is still being checked.
     */
    void clearNoticed(UUID notice, BillId bill) {
        db.sql("""
                        UPDATE payment.bill
                           SET doubt = NULL
                         WHERE doubt = 'NOTICED'
                           AND (id = :bill
                                OR id IN (SELECT share.bill
                                            FROM payment.notice
                                            JOIN payment.family_bill family ON family.billing_code = notice.number
                                            JOIN payment.family_share share ON share.family = family.id
                                           WHERE notice.id = :notice))
                           AND NOT EXISTS (SELECT
                                             FROM payment.notice waiting
                                            WHERE waiting.bill = bill.id AND waiting.verdict = 'WAITING')
                        """).param("bill", bill.value()).param("notice", notice).update();
    }
}
