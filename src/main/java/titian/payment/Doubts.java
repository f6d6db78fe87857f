package titian.payment;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

    /** A bill as far as a notice is held against it. */
    record Owed(BillId bill, @Nullable String billingCode, long amount) {}

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
        var named = db.sql("""
                        SELECT id, billing_code, amount
                          FROM payment.bill
                         WHERE billing_code = ANY (CAST(:codes AS text[]))
                            OR (billing_code IS NULL AND id = ANY (CAST(:requested AS uuid[])))
                         ORDER BY id
                           FOR UPDATE
                        """)
                .param("codes", codes(notices))
                .param("requested", requested(notices))
                .query((row, _) -> new Owed(
                        new BillId(row.getObject("id", UUID.class)),
                        row.getString("billing_code"),
                        row.getLong("amount")))
                .list();
        return matched(notices, named);
    }

    private static Map<Notice, Owed> matched(List<Notice> notices, List<Owed> named) {
        var byCode = new HashMap<String, Owed>();
        var withoutCode = new HashMap<BillId, Owed>();
        for (var owed : named) {
            if (owed.billingCode() == null) {
                withoutCode.put(owed.bill(), owed);
            } else {
                byCode.put(owed.billingCode(), owed);
            }
        }
        var matched = new HashMap<Notice, Owed>();
        for (var notice : notices) {
            Optional.ofNullable(byCode.get(notice.number()))
                    .or(() -> LedgerEntry.requested(notice.reference()).map(withoutCode::get))
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
                .query((row, _) -> new Owed(bill, row.getString("billing_code"), row.getLong("amount")))
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

    void clear(Doubt doubt, BillId bill) {
        db.sql("UPDATE payment.bill SET doubt = NULL WHERE id = :bill AND doubt = :doubt")
                .param("bill", bill.value())
                .param("doubt", doubt.name())
                .update();
    }
}
