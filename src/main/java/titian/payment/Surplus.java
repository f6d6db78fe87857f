package titian.payment;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Money that came for a bill paid already, each payment once however often it is heard of. */
@Repository
class Surplus {

    private final JdbcClient db;

    Surplus(JdbcClient db) {
        this.db = db;
    }

    /** Keeps a second payment; empty if it is the first one heard of again, or was kept before. */
    Optional<UUID> add(BillId bill, Receipt receipt, long amount, Instant recordedAt) {
        return db.sql("""
                        INSERT INTO payment.surplus (id, bill, way, ntb, ntpn, bank, channel, amount, paid_at, recorded_at)
                        SELECT :id, :bill, :way, :ntb, :ntpn, :bank, :channel, :amount, :paidAt, :recordedAt
                         WHERE NOT EXISTS (SELECT
                                             FROM payment.payment
                                            WHERE ntpn = :ntpn OR (bank = :bank AND ntb = :ntb))
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
                .query(UUID.class)
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
