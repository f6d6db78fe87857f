package titian.treasury;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.payment.BillId;
import titian.seal.HoldsSealed;
import titian.seal.SealedColumns;
import titian.seal.Seals;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Money;
import titian.shared.OfficeId;

/** The refunds asked for. The row is the lock: each step is taken from the state it may be taken from, or not at all. */
@Repository
class Refunds implements HoldsSealed {

    private static final String SAID = "treasury.refund.said";
    private static final String NUMBER = "treasury.refund.number";
    private static final String HOLDER = "treasury.refund.holder";
    private static final String WHY = "treasury.refund.why";

    private static final SealedColumns SEALED = new SealedColumns(
            "treasury.refund",
            "id",
            Map.of("said", SAID, "account_number", NUMBER, "account_holder", HOLDER, "why", WHY));

    private final JdbcClient db;
    private final Seals seals;

    Refunds(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    void add(Refund refund) {
        db.sql("""
                        INSERT INTO treasury.refund (id, bill, surplus, application, account, office, amount, currency, ground, said,
                                                     bank, account_number, account_holder, asked_by, asked_at, state)
                        VALUES (:id, :bill, :surplus, :application, :account, :office, :amount, :currency, :ground, :said,
                                :bank, :number, :holder, :askedBy, :askedAt, 'ASKED')
                        """)
                .param("id", refund.id())
                .param("bill", refund.bill() == null ? null : refund.bill().value(), Types.OTHER)
                .param("surplus", refund.surplus(), Types.OTHER)
                .param("application", refund.application().value())
                .param("account", refund.account().value())
                .param("office", refund.office().value())
                .param("amount", refund.amount().amount())
                .param("currency", refund.amount().currency().getCurrencyCode())
                .param("ground", refund.ground().name())
                .param("said", seals.seal(refund.said(), SAID))
                .param("bank", refund.destination().bank())
                .param("number", seals.seal(refund.destination().number(), NUMBER))
                .param("holder", seals.seal(refund.destination().holder(), HOLDER))
                .param("askedBy", refund.askedBy().value())
                .param("askedAt", refund.askedAt().atOffset(UTC))
                .update();
    }

    boolean endorse(UUID refund, AccountId officer, Instant at) {
        return db.sql("""
                        UPDATE treasury.refund
                           SET state = 'ENDORSED', first_officer = :officer, first_at = :at
                         WHERE id = :refund AND state = 'ASKED'
                        """)
                        .param("refund", refund)
                        .param("officer", officer.value())
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    /** Gives the order a number of its own. */
    boolean order(UUID refund, AccountId officer, int year, Instant at) {
        return db.sql("""
                        UPDATE treasury.refund
                           SET state = 'ORDERED', second_officer = :officer, second_at = :at,
                               order_number = 'PP-' || :year || '-' || lpad(nextval('treasury.refund_order')::text, 6, '0')
                         WHERE id = :refund AND state = 'ENDORSED'
                        """)
                        .param("refund", refund)
                        .param("officer", officer.value())
                        .param("year", String.valueOf(year))
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    boolean transfer(UUID refund, AccountId officer, String reference, Instant at) {
        return db.sql("""
                        UPDATE treasury.refund
                           SET state = 'TRANSFERRED', transfer_reference = :reference, transferred_by = :officer,
                               transferred_at = :at
                         WHERE id = :refund AND state = 'ORDERED'
                        """)
                        .param("refund", refund)
                        .param("officer", officer.value())
                        .param("reference", reference)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    boolean refuse(UUID refund, AccountId officer, String why, Instant at) {
        return db.sql("""
                        UPDATE treasury.refund
                           SET state = 'REFUSED', refused_by = :officer, refused_at = :at, why = :why
                         WHERE id = :refund AND state IN ('ASKED', 'ENDORSED')
                        """)
                        .param("refund", refund)
                        .param("officer", officer.value())
                        .param("why", seals.seal(why, WHY))
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    Optional<Refund> find(UUID refund) {
        return db.sql("SELECT * FROM treasury.refund WHERE id = :refund")
                .param("refund", refund)
                .query(this::refund)
                .optional();
    }

    /** What is open first, then the newest. */
    List<Refund> of(OfficeId office, int most) {
        return db.sql("""
                        SELECT *
                          FROM treasury.refund
                         WHERE office = :office
                         ORDER BY state IN ('TRANSFERRED', 'REFUSED'), asked_at DESC
                         LIMIT :most
                        """)
                .param("office", office.value())
                .param("most", most)
                .query(this::refund)
                .list();
    }

    List<Refund> ordered(OfficeId office) {
        return db.sql("""
                        SELECT *
                          FROM treasury.refund
                         WHERE office = :office AND state = 'ORDERED'
                         ORDER BY order_number
                         LIMIT 1000
                        """).param("office", office.value()).query(this::refund).list();
    }

    List<Refund> of(AccountId account) {
        return db.sql("""
                        SELECT *
                          FROM treasury.refund
                         WHERE account = :account
                         ORDER BY asked_at DESC
                         LIMIT 100
                        """).param("account", account.value()).query(this::refund).list();
    }

    /** The refund of a bill that counts: the one not refused, else the newest. */
    Optional<Refund> of(BillId bill) {
        return db.sql("""
                        SELECT *
                          FROM treasury.refund
                         WHERE bill = :bill
                         ORDER BY state = 'REFUSED', asked_at DESC
                         LIMIT 1
                        """).param("bill", bill.value()).query(this::refund).optional();
    }

    /** Whether a payment of a bill is asked back and not refused: one beyond the first, or else the first. */
    boolean isAsked(BillId bill, @Nullable UUID surplus) {
        return db.sql("""
                        SELECT EXISTS (SELECT
                                         FROM treasury.refund
                                        WHERE bill = :bill AND surplus IS NOT DISTINCT FROM CAST(:surplus AS uuid)
                                          AND state <> 'REFUSED')
                        """)
                .param("bill", bill.value())
                .param("surplus", surplus, Types.OTHER)
                .query(Boolean.class)
                .single();
    }

    /** Whether what a bill was first paid with went back. */
    boolean firstWentBack(BillId bill) {
        return db.sql("""
                        SELECT EXISTS (SELECT
                                         FROM treasury.refund
                                        WHERE bill = :bill AND surplus IS NULL
                                          AND state IN ('ORDERED', 'TRANSFERRED'))
                        """).param("bill", bill.value()).query(Boolean.class).single();
    }

    /** The refund of what was taken at a counter that counts: the one not refused, else the newest. */
    Optional<Refund> taken(ApplicationId application) {
        return db.sql("""
                        SELECT *
                          FROM treasury.refund
                         WHERE application = :application AND bill IS NULL
                         ORDER BY state = 'REFUSED', asked_at DESC
                         LIMIT 1
                        """)
                .param("application", application.value())
                .query(this::refund)
                .optional();
    }

    @Override
    public String table() {
        return SEALED.table();
    }

    @Override
    public List<UUID> sealAnew(UUID after, int most) {
        return SEALED.anew(db, seals, after, most);
    }

    /** What was not refused has no reason. */
    private Refund refund(ResultSet row, int number) throws SQLException {
        var bill = row.getObject("bill", UUID.class);
        return new Refund(
                row.getObject("id", UUID.class),
                bill == null ? null : new BillId(bill),
                row.getObject("surplus", UUID.class),
                new ApplicationId(row.getObject("application", UUID.class)),
                account(row, "account"),
                OfficeId.of(row.getString("office")),
                new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency"))),
                Refund.Ground.valueOf(row.getString("ground")),
                seals.open(row.getString("said"), SAID),
                new Refund.Destination(
                        row.getString("bank"),
                        seals.open(row.getString("account_number"), NUMBER),
                        seals.open(row.getString("account_holder"), HOLDER)),
                account(row, "asked_by"),
                at(row, "asked_at"),
                state(row));
    }

    private RefundState state(ResultSet row) throws SQLException {
        var state = row.getString("state");
        return switch (state) {
            case "ASKED" -> new RefundState.Asked();
            case "ENDORSED" -> new RefundState.Endorsed(account(row, "first_officer"), at(row, "first_at"));
            case "ORDERED" ->
                new RefundState.Ordered(
                        account(row, "first_officer"),
                        account(row, "second_officer"),
                        row.getString("order_number"),
                        at(row, "second_at"));
            case "TRANSFERRED" ->
                new RefundState.Transferred(
                        account(row, "first_officer"),
                        account(row, "second_officer"),
                        row.getString("order_number"),
                        row.getString("transfer_reference"),
                        at(row, "transferred_at"));
            case "REFUSED" ->
                new RefundState.Refused(
                        account(row, "refused_by"), seals.open(row.getString("why"), WHY), at(row, "refused_at"));
            default -> throw new IllegalStateException("no state of a refund: " + state);
        };
    }

    private static AccountId account(ResultSet row, String column) throws SQLException {
        return new AccountId(row.getObject(column, UUID.class));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
