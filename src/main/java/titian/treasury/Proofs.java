package titian.treasury;

import static java.time.ZoneOffset.UTC;

import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.payment.BillId;

/** The proofs made so far. */
@Repository
class Proofs {

    private final JdbcClient db;

    Proofs(JdbcClient db) {
        this.db = db;
    }

    void add(Proof proof) {
        db.sql("""
                        INSERT INTO treasury.proof (at, bills, owed, received, imbalance, differences, first_bill)
                        VALUES (:at, :bills, :owed, :received, :imbalance, :differences, :first)
                        """)
                .param("at", proof.at().atOffset(UTC))
                .param("bills", proof.bills())
                .param("owed", proof.owed())
                .param("received", proof.received())
                .param("imbalance", proof.imbalance())
                .param("differences", proof.differences())
                .param("first", proof.first() == null ? null : proof.first().value(), Types.OTHER)
                .update();
    }

    Optional<Proof> newest() {
        return db.sql("SELECT * FROM treasury.proof ORDER BY id DESC LIMIT 1")
                .query((row, _) -> {
                    var first = row.getObject("first_bill", UUID.class);
                    return new Proof(
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            row.getLong("bills"),
                            row.getLong("owed"),
                            row.getLong("received"),
                            row.getLong("imbalance"),
                            row.getLong("differences"),
                            first == null ? null : new BillId(first));
                })
                .optional();
    }
}
