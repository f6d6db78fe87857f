package titian.payment;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.platform.ForgetsPeople;
import titian.platform.Hold;
import titian.platform.KeepsPersonalData;
import titian.platform.Kept;
import titian.seal.Seals;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** What an account was billed, and what it paid. */
@Repository
class OwnBills implements KeepsPersonalData, ForgetsPeople {

    /** Whoever answers for state money keeps its papers for ten years. */
    private static final Period ACCOUNTED_FOR = Period.ofYears(10);

    /** The biller says so within two days if a bill was paid at the last moment. */
    private static final Period STILL_ON_ITS_WAY = Period.ofDays(2);

    private final Ledger ledger;
    private final JdbcClient db;
    private final Seals seals;

    OwnBills(Ledger ledger, JdbcClient db, Seals seals) {
        this.ledger = ledger;
        this.db = db;
        this.seals = seals;
    }

    @Override
    public String subject() {
        return "bills";
    }

    @Override
    public List<Map<String, Object>> about(AccountId account, List<ApplicationId> applications) {
        return applications.stream()
                .flatMap(application -> ledger.newest(application, account).stream())
                .map(OwnBills::told)
                .toList();
    }

    @Override
    public List<Kept> kept() {
        return List.of(Kept.swept(
                "bills",
                ACCOUNTED_FOR,
                Kept.Basis.STATE_REVENUE,
                new Kept.Rows("payment.payment", "recorded_at < :before"),
                new Kept.Rows("payment.notice", "received_at < :before"),
                new Kept.Rows("payment.surplus", "recorded_at < :before"),
                new Kept.Rows(
                        "payment.family_share",
                        "family IN (SELECT id FROM payment.family_bill WHERE requested_at < :before)"),
                new Kept.Rows("payment.family_bill", """
                                requested_at < :before
                                AND NOT EXISTS (SELECT FROM payment.payment p WHERE p.family = family_bill.id)
                                AND NOT EXISTS (SELECT FROM payment.surplus s WHERE s.family = family_bill.id)
                                AND NOT EXISTS (SELECT FROM payment.family_share f WHERE f.family = family_bill.id)
                                """),
                new Kept.Rows(
                        "payment.bill_line", "bill IN (SELECT id FROM payment.bill WHERE requested_at < :before)"),
                new Kept.Rows("payment.bill", """
                                requested_at < :before
                                AND NOT EXISTS (SELECT FROM payment.payment p WHERE p.bill = bill.id)
                                AND NOT EXISTS (SELECT FROM payment.notice n WHERE n.bill = bill.id)
                                AND NOT EXISTS (SELECT FROM payment.surplus s WHERE s.bill = bill.id)
                                AND NOT EXISTS (SELECT FROM payment.family_share f WHERE f.bill = bill.id)
                                AND NOT EXISTS (SELECT FROM payment.family_bill f WHERE f.first_bill = bill.id)
                                AND NOT EXISTS (SELECT FROM payment.bill_line l WHERE l.bill = bill.id)
                                """)));
    }

    /** Money that may still come, or has come and must be accounted for. */
    @Override
    public List<Hold> holds(AccountId account, List<ApplicationId> applications) {
        return db.sql("""
                        SELECT application, state, requested_at, pay_by
                          FROM payment.bill
                         WHERE application = ANY (:applications)
                        """)
                .param("applications", ids(applications))
                .query(OwnBills::hold)
                .list();
    }

    private static Hold hold(ResultSet row, int number) throws SQLException {
        var application = new ApplicationId(row.getObject("application", UUID.class));
        return switch (BillState.valueOf(row.getString("state"))) {
            case REQUESTED, OPEN -> new Hold(Hold.Reason.BILL_OPEN, application, null);
            case CLOSED -> new Hold(Hold.Reason.MONEY_ON_ITS_WAY, application, after(row, "pay_by", STILL_ON_ITS_WAY));
            case PAID -> new Hold(Hold.Reason.BOOK_KEEPING, application, after(row, "requested_at", ACCOUNTED_FOR));
        };
    }

    private static Instant after(ResultSet row, String column, Period time) throws SQLException {
        return row.getObject(column, OffsetDateTime.class)
                .withOffsetSameInstant(UTC)
                .plus(time)
                .toInstant();
    }

    /** A bill nobody paid names nobody any more; its code still finds it. One that was paid stays as it is. */
    @Override
    public void forget(List<ApplicationId> applications) {
        db.sql("""
                        UPDATE payment.bill
                           SET payer = :nobody, account = gen_random_uuid(), application = gen_random_uuid()
                         WHERE application = ANY (:applications) AND state = 'CLOSED'
                        """)
                .param("nobody", seals.seal("", "payment.payer"))
                .param("applications", ids(applications))
                .update();
    }

    private static UUID[] ids(List<ApplicationId> applications) {
        return applications.stream().map(ApplicationId::value).toArray(UUID[]::new);
    }

    private static Map<String, Object> told(LedgerEntry entry) {
        var bill = entry.bill();
        var told = new LinkedHashMap<String, Object>();
        told.put("application", bill.application().toString());
        told.put("payer", entry.payer());
        told.put("for", bill.description());
        told.put("amount", bill.amount().amount());
        told.put("currency", bill.amount().currency().getCurrencyCode());
        told.put("state", bill.state().name());
        if (bill.billingCode() != null) {
            told.put("billing_code", bill.billingCode());
        }
        if (bill.payment() != null) {
            told.put("ntb", bill.payment().bankTransactionNumber());
            told.put("ntpn", bill.payment().stateReceiptNumber());
            told.put("paid_at", bill.payment().at().toString());
        }
        return told;
    }
}
