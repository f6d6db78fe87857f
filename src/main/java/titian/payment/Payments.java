package titian.payment;

import static java.time.ZoneOffset.UTC;

import java.sql.Types;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Money received, once per bill. */
@Repository
class Payments {

    private final JdbcClient db;

    Payments(JdbcClient db) {
        this.db = db;
    }

    /** A code is paid in full or not at all, so the amount is the bill's. Adding twice is adding once. */
    boolean add(Bill bill, Receipt receipt, Instant recordedAt, boolean late, @Nullable UUID family) {
        return db.sql("""
                        INSERT INTO payment.payment (bill, ntb, ntpn, bank, channel, amount, paid_at, recorded_at, late,
                                                     way, family)
                        VALUES (:bill, :ntb, :ntpn, :bank, :channel, :amount, :paidAt, :recordedAt, :late,
                                :way, :family)
                        ON CONFLICT (bill) DO NOTHING
                        """)
                        .param("bill", bill.id().value())
                        .param("ntb", receipt.bankTransactionNumber())
                        .param("ntpn", receipt.stateReceiptNumber())
                        .param("bank", receipt.bank())
                        .param("channel", receipt.channel())
                        .param("amount", bill.amount().amount())
                        .param("paidAt", receipt.at().atOffset(UTC))
                        .param("recordedAt", recordedAt.atOffset(UTC))
                        .param("late", late)
                        .param("way", receipt.way().name())
                        .param("family", family, Types.OTHER)
                        .update()
                == 1;
    }
}
