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
import titian.payment.FamilyBill.Share;
import titian.seal.Seals;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Money;

/** The codes that families pay by, and the bills each is for. */
@Repository
class FamilyBills {

    private static final int MOST_OF_A_BILL = 5;

    private final JdbcClient db;
    private final Seals seals;

    FamilyBills(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    void add(UUID id, List<Share> shares, Money amount, Instant at, Instant payBy) {
        db.sql("""
                        INSERT INTO payment.family_bill (id, first_bill, amount, requested_at, pay_by)
                        VALUES (:id, :first, :amount, :at, :payBy)
                        """)
                .param("id", id)
                .param("first", shares.getFirst().bill().value())
                .param("amount", amount.amount())
                .param("at", at.atOffset(UTC))
                .param("payBy", payBy.atOffset(UTC))
                .update();
        db.sql("""
                        INSERT INTO payment.family_share (family, bill, amount)
                        SELECT :id, share.bill, share.amount
                          FROM unnest(CAST(:bills AS uuid[]), CAST(:amounts AS bigint[])) AS share (bill, amount)
                        """)
                .param("id", id)
                .param(
                        "bills",
                        shares.stream().map(share -> share.bill().value()).toArray(UUID[]::new))
                .param(
                        "amounts",
                        shares.stream().map(share -> share.amount().amount()).toArray(Long[]::new))
                .update();
    }

    /** Bills of an account that can be paid and about which there is no doubt, until after that moment. */
    List<Share> payable(AccountId account, Instant after, int most) {
        return db.sql("""
                        SELECT id AS bill, application, payer, name_id, name_en, amount, state
                          FROM payment.bill
                         WHERE account = :account AND state = 'OPEN' AND doubt IS NULL AND pay_by > :after
                         ORDER BY requested_at, id
                         LIMIT :most
                        """)
                .param("account", account.value())
                .param("after", after.atOffset(UTC))
                .param("most", most)
                .query(this::share)
                .list();
    }

    /** When the first of these bills ends. */
    Instant firstEnd(List<Share> shares) {
        return db.sql("SELECT min(pay_by) FROM payment.bill WHERE id = ANY (:bills)")
                .param(
                        "bills",
                        shares.stream().map(share -> share.bill().value()).toArray(UUID[]::new))
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    Optional<FamilyBill> find(UUID family) {
        return db.sql("SELECT * FROM payment.family_bill WHERE id = :family")
                .param("family", family)
                .query(this::family)
                .optional();
    }

    /** Those a bill is part of, the newest first. */
    List<FamilyBill> of(BillId bill) {
        return db.sql("""
                        SELECT family.*
                          FROM payment.family_bill family
                          JOIN payment.family_share share ON share.family = family.id
                         WHERE share.bill = :bill
                         ORDER BY family.requested_at DESC
                         LIMIT :most
                        """)
                .param("bill", bill.value())
                .param("most", MOST_OF_A_BILL)
                .query(this::family)
                .list();
    }

    /** The one this notice names, by its code or by our request for it. */
    Optional<FamilyBill> named(Notice notice) {
        var requested = LedgerEntry.requested(notice.reference()).map(BillId::value);
        return db.sql("""
                        SELECT *
                          FROM payment.family_bill
                         WHERE billing_code = :code OR (billing_code IS NULL AND id = :requested)
                        """)
                .param("code", notice.number())
                .param("requested", requested.orElse(null), java.sql.Types.OTHER)
                .query(this::family)
                .optional();
    }

    boolean issue(UUID family, String code) {
        return db.sql("UPDATE payment.family_bill SET billing_code = :code WHERE id = :family AND billing_code IS NULL")
                        .param("family", family)
                        .param("code", code)
                        .update()
                == 1;
    }

    void pay(FamilyBill family, String code, Receipt receipt) {
        db.sql("""
                        UPDATE payment.family_bill
                           SET billing_code = :code, ntpn = :ntpn, ntb = :ntb, bank = :bank
                         WHERE id = :family AND coalesce(billing_code, :code) = :code AND ntpn IS NULL
                        """)
                .param("family", family.id())
                .param("code", code)
                .param("ntpn", receipt.stateReceiptNumber())
                .param("ntb", receipt.bankTransactionNumber())
                .param("bank", receipt.bank())
                .update();
    }

    private FamilyBill family(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var leading = row.getObject("first_bill", UUID.class);
        return new FamilyBill(
                id,
                new BillId(leading),
                Money.rupiah(row.getLong("amount")),
                row.getString("billing_code"),
                row.getObject("pay_by", OffsetDateTime.class).toInstant(),
                shares(id));
    }

    private List<Share> shares(UUID family) {
        return db.sql("""
                        SELECT share.bill, bill.application, bill.payer, bill.name_id, bill.name_en, share.amount, bill.state
                          FROM payment.family_share share
                          JOIN payment.bill ON bill.id = share.bill
                         WHERE share.family = :family
                         ORDER BY bill.requested_at, share.bill
                        """).param("family", family).query(this::share).list();
    }

    private Share share(ResultSet row, int number) throws SQLException {
        return new Share(
                new BillId(row.getObject("bill", UUID.class)),
                new ApplicationId(row.getObject("application", UUID.class)),
                seals.open(row.getString("payer"), Ledger.PAYER),
                row.getString("name_id"),
                row.getString("name_en"),
                Money.rupiah(row.getLong("amount")),
                BillState.valueOf(row.getString("state")));
    }
}
