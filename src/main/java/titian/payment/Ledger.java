package titian.payment;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.seal.HoldsSealed;
import titian.seal.SealedColumns;
import titian.seal.Seals;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Money;
import titian.shared.Nik;
import titian.tariff.Quote;

/** The bills. The row is the lock: of a payment and a closing that meet, one moves the bill and the other does not. */
@Repository
class Ledger implements HoldsSealed {

    static final String PAYER = "payment.payer";
    private static final String NIK = "payment.nik";

    private static final SealedColumns SEALED =
            new SealedColumns("payment.bill", "id", Map.of("payer", PAYER, "nik", NIK));

    private final JdbcClient db;
    private final Seals seals;

    Ledger(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    /**
     * Adds a bill, unless its application has a live one.
     *
     * @return the application's live bill: this one, or the one it had
     */
    BillId add(Bill bill, AccountId account, Quote quote, String payer, Nik nik, Instant at) {
        var live = db.sql("""
                        INSERT INTO payment.bill (id, application, account, tariff_code, name_id, name_en, legal_basis,
                                                  amount, payer, nik, state, requested_at, pay_by)
                        VALUES (:id, :application, :account, :tariff, :nameId, :nameEn, :legalBasis,
                                :amount, :payer, :nik, 'REQUESTED', :at, :payBy)
                        ON CONFLICT (application) WHERE state IN ('REQUESTED', 'OPEN')
                        DO UPDATE SET application = excluded.application
                        RETURNING id
                        """)
                .param("id", bill.id().value())
                .param("application", bill.application().value())
                .param("account", account.value())
                .param("tariff", quote.tariffCode())
                .param("nameId", quote.nameInIndonesian())
                .param("nameEn", quote.nameInEnglish())
                .param("legalBasis", quote.legalBasis())
                .param("amount", quote.amount().amount())
                .param("payer", seals.seal(payer, PAYER))
                .param("nik", seals.seal(nik.value(), NIK))
                .param("at", at.atOffset(UTC))
                .param("payBy", bill.payBy().atOffset(UTC))
                .query(UUID.class)
                .single();
        return new BillId(live);
    }

    Instant openedAt(BillId bill) {
        return db.sql("SELECT requested_at FROM payment.bill WHERE id = :bill")
                .param("bill", bill.value())
                .query((row, _) ->
                        row.getObject("requested_at", OffsetDateTime.class).toInstant())
                .single();
    }

    Optional<LedgerEntry> find(BillId bill) {
        return db.sql("""
                        SELECT b.*, p.ntb, p.ntpn, p.paid_at, p.late
                          FROM payment.bill b
                          LEFT JOIN payment.payment p ON p.bill = b.id
                         WHERE b.id = :bill
                        """).param("bill", bill.value()).query(this::entry).optional();
    }

    /** The application's newest bill, for the account it belongs to. */
    Optional<LedgerEntry> newest(ApplicationId application, AccountId account) {
        return db.sql("""
                        SELECT b.*, p.ntb, p.ntpn, p.paid_at, p.late
                          FROM payment.bill b
                          LEFT JOIN payment.payment p ON p.bill = b.id
                         WHERE b.application = :application AND b.account = :account
                         ORDER BY b.requested_at DESC
                         LIMIT 1
                        """)
                .param("application", application.value())
                .param("account", account.value())
                .query(this::entry)
                .optional();
    }

    /** Whose bill it is. */
    AccountId account(BillId bill) {
        return db.sql("SELECT account FROM payment.bill WHERE id = :bill")
                .param("bill", bill.value())
                .query((row, _) -> new AccountId(row.getObject("account", UUID.class)))
                .single();
    }

    /** The code came, in time to be of use. */
    boolean issue(BillId bill, String code, Instant at, Instant askAt) {
        return db.sql("""
                        UPDATE payment.bill
                           SET state = 'OPEN', billing_code = :code, nik = NULL, issued_at = :at, ask_at = :askAt
                         WHERE id = :bill AND state = 'REQUESTED' AND pay_by > :at
                        """)
                        .param("bill", bill.value())
                        .param("code", code)
                        .param("at", at.atOffset(UTC))
                        .param("askAt", askAt.atOffset(UTC))
                        .update()
                == 1;
    }

    /** The biller confirmed a payment under this code. A bill about whose amount there is a doubt stays as it is. */
    boolean pay(BillId bill, String code) {
        return db.sql("""
                        UPDATE payment.bill
                           SET state = 'PAID', billing_code = :code, nik = NULL, doubt = NULL
                         WHERE id = :bill AND state IN ('REQUESTED', 'OPEN')
                           AND coalesce(billing_code, :code) = :code
                           AND doubt IS DISTINCT FROM 'WRONG_AMOUNT'
                        """).param("bill", bill.value()).param("code", code).update() == 1;
    }

    /** The biller confirmed a payment under this code although the bill was closed meanwhile. */
    boolean payLate(BillId bill, String code) {
        return db.sql("""
                        UPDATE payment.bill
                           SET state = 'PAID', billing_code = :code
                         WHERE id = :bill AND state = 'CLOSED' AND coalesce(billing_code, :code) = :code
                        """).param("bill", bill.value()).param("code", code).update() == 1;
    }

    /** The time is up and nobody says that the bill was paid. If it had a code, the biller is asked again later. */
    boolean close(BillId bill, Instant at, Instant askAt) {
        return db.sql("""
                        UPDATE payment.bill
                           SET state = 'CLOSED', nik = NULL, closed_at = :at,
                               ask_at = CASE WHEN billing_code IS NOT NULL THEN :askAt::timestamptz END
                         WHERE id = :bill AND state IN ('REQUESTED', 'OPEN') AND doubt IS NULL
                        """)
                        .param("bill", bill.value())
                        .param("at", at.atOffset(UTC))
                        .param("askAt", askAt.atOffset(UTC))
                        .update()
                == 1;
    }

    /** The person says that they paid: from now on we ask every minute. */
    boolean said(BillId bill, Instant at) {
        return db.sql("""
                        UPDATE payment.bill
                           SET said_paid_at = :at, ask_at = :at, asked = 0
                         WHERE id = :bill AND state = 'OPEN'
                        """)
                        .param("bill", bill.value())
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    /**
     * Takes a few bills whose turn it is to be asked about, and says when their next turn comes: every minute for ten
     * minutes after the person said so, else after two minutes, four, eight, up to half an hour; every half hour if it is
     * closed, until everybody has answered.
     */
    List<BillId> takeThoseToAskAbout(Instant now, int limit) {
        return db.sql("""
                        UPDATE payment.bill
                           SET asked = asked + 1,
                               ask_at = :now + CASE
                                   WHEN state = 'CLOSED' THEN interval '30 minutes'
                                   WHEN said_paid_at IS NOT NULL AND asked < 10 THEN interval '1 minute'
                                   ELSE least(interval '2 minutes' * power(2, least(asked, 10)), interval '30 minutes')
                               END
                         WHERE id = ANY (ARRAY(
                             SELECT id
                               FROM payment.bill
                              WHERE state IN ('OPEN', 'CLOSED') AND ask_at <= :now
                                AND pay_by > :now - interval '1 day'
                                AND doubt IS DISTINCT FROM 'WRONG_AMOUNT'
                              ORDER BY ask_at
                              LIMIT :limit
                                FOR UPDATE SKIP LOCKED))
                        RETURNING id
                        """)
                .param("now", now.atOffset(UTC))
                .param("limit", limit)
                .query((row, _) -> new BillId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Everybody says that the closed bill was not paid: should money come all the same, a notice tells. */
    void askNoMore(BillId bill) {
        db.sql("UPDATE payment.bill SET ask_at = NULL WHERE id = :bill AND state = 'CLOSED'")
                .param("bill", bill.value())
                .update();
    }

    @Override
    public String table() {
        return SEALED.table();
    }

    @Override
    public List<UUID> sealAnew(UUID after, int most) {
        return SEALED.anew(db, seals, after, most);
    }

    private LedgerEntry entry(ResultSet row, int number) throws SQLException {
        var paidAt = instant(row, "paid_at");
        var payment = paidAt == null ? null : new Bill.Payment(row.getString("ntb"), row.getString("ntpn"), paidAt);
        var bill = new Bill(
                new BillId(row.getObject("id", UUID.class)),
                new ApplicationId(row.getObject("application", UUID.class)),
                row.getString("name_id"),
                Money.rupiah(row.getLong("amount")),
                BillState.valueOf(row.getString("state")),
                row.getString("billing_code"),
                row.getObject("pay_by", OffsetDateTime.class).toInstant(),
                payment);
        var nik = seals.openIfAny(row.getString("nik"), NIK);
        var doubt = row.getString("doubt");
        return new LedgerEntry(
                bill,
                row.getString("tariff_code"),
                row.getString("name_en"),
                row.getString("legal_basis"),
                seals.open(row.getString("payer"), PAYER),
                nik == null ? null : new Nik(nik),
                doubt == null ? null : Doubt.valueOf(doubt),
                instant(row, "said_paid_at"),
                row.getBoolean("late"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
