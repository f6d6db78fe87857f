package titian.payment;

import static java.time.ZoneOffset.UTC;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Money that came for a bill paid already, each payment once however often it is heard of. */
@Repository
class Surplus {

    private final JdbcClient db;

    Surplus(JdbcClient db) {
        this.db = db;
    }

    /**
     * Keeps a second payment; empty if it is the first one heard of again, or was kept before. A family's payment stands on
     * the bills of others too, so only what stands on this bill is the same.
     */
    Optional<UUID> add(BillId bill, Receipt receipt, long amount, Instant recordedAt, @Nullable UUID family) {
        return db.sql("""
                        INSERT INTO payment.surplus (id, bill, way, ntb, ntpn, bank, channel, amount, paid_at, recorded_at,
                                                     family)
                        SELECT :id, :bill, :way, :ntb, :ntpn, :bank, :channel, :amount, :paidAt, :recordedAt,
                               CAST(:family AS uuid)
                         WHERE NOT EXISTS (SELECT
                                             FROM payment.payment
                                            WHERE (ntpn = :ntpn OR (bank = :bank AND ntb = :ntb))
                                              AND (bill = :bill OR CAST(:family AS uuid) IS NULL))
                        ON CONFLICT DO NOTHING
                        RETURNING id
                        """)
                .param("id", UUID.randomUUID())
                .param("bill", bill.value())
                .param("way", receipt.way().name())
                .param("ntb", receipt.bankTransactionNumber())
                .param("ntpn", receipt.stateReceiptNumber())
                .param("bank", receipt.bank())
                .param("channel", receipt.channel())
                .param("amount", amount)
                .param("paidAt", receipt.at().atOffset(UTC))
                .param("recordedAt", recordedAt.atOffset(UTC))
                .param("family", family, Types.OTHER)
                .query(UUID.class)
                .optional();
    }

    Optional<UUID> named(BillId bill, String stateReceiptNumber) {
        return db.sql("SELECT id FROM payment.surplus WHERE bill = :bill AND ntpn = :ntpn LIMIT 1")
                .param("bill", bill.value())
                .param("ntpn", stateReceiptNumber)
                .query(UUID.class)
                .optional();
    }

    Optional<String> stateReceiptNumber(UUID surplus) {
        return db.sql("SELECT ntpn FROM payment.surplus WHERE id = :id")
                .param("id", surplus)
                .query(String.class)
                .optional();
    }

    Optional<BillMoved.Received> received(UUID surplus) {
        return db.sql("""
                        SELECT coalesce(f.billing_code, b.billing_code, '') AS billing_code, s.ntb, s.ntpn, s.bank, s.channel,
                               s.paid_at
                          FROM payment.surplus s
                          JOIN payment.bill b ON b.id = s.bill
                          LEFT JOIN payment.family_bill f ON f.id = s.family
                         WHERE s.id = :id
                        """)
                .param("id", surplus)
                .query((row, _) -> new BillMoved.Received(
                        row.getString("billing_code"),
                        row.getString("ntb"),
                        row.getString("ntpn"),
                        row.getString("bank"),
                        row.getString("channel"),
                        row.getObject("paid_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** How often the bill was paid beyond the once. */
    int count(BillId bill) {
        return db.sql("SELECT count(*) FROM payment.surplus WHERE bill = :bill")
                .param("bill", bill.value())
                .query(Integer.class)
                .single();
    }
}
