package titian.treasury;

import static java.time.ZoneOffset.UTC;

import java.sql.Types;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.payment.BillId;
import titian.platform.Csv;
import titian.platform.DataFiles;
import titian.seal.HoldsSealed;
import titian.seal.SealedColumns;
import titian.seal.Seals;
import titian.shared.OfficeId;
import titian.treasury.Entry.Transfer;

/**
 * The entries and what they move. Nothing here is ever changed; the database sees to it. Why a person had something booked
 * stands apart, for keys change.
 */
@Repository
class Books implements HoldsSealed {

    private static final String WHY = "treasury.reason.why";

    private static final SealedColumns SEALED = new SealedColumns("treasury.reason", "id", Map.of("why", WHY));

    private final JdbcClient db;
    private final Seals seals;

    Books(JdbcClient db, Seals seals, DataFiles files) {
        this.db = db;
        this.seals = seals;
        files.load("data/accounts.csv", rows -> rows.forEach(this::name));
    }

    /** Adding twice is adding once. */
    boolean add(Entry entry) {
        var transfers = entry.transfers();
        return db.sql("""
                        WITH written AS (
                            INSERT INTO treasury.entry (what, subject, bill, at, day, office, officer)
                            VALUES (:what, :subject, :bill, :at, :day, :office, :officer)
                            ON CONFLICT ON CONSTRAINT what_happens_once_is_booked_once DO NOTHING
                            RETURNING id
                        ), reasoned AS (
                            INSERT INTO treasury.reason (id, entry, why)
                            SELECT gen_random_uuid(), written.id, :why
                              FROM written
                             WHERE CAST(:why AS text) <> ''
                        )
                        INSERT INTO treasury.posting (entry, line, account, amount, currency)
                        SELECT written.id, leg.line, leg.account, leg.amount, leg.currency
                          FROM written
                         CROSS JOIN unnest(CAST(:accounts AS text[]), CAST(:amounts AS bigint[]),
                                           CAST(:currencies AS text[]))
                                    WITH ORDINALITY AS leg (account, amount, currency, line)
                        """)
                        .param("what", entry.what().name())
                        .param("subject", entry.subject())
                        .param(
                                "bill",
                                entry.bill() == null ? null : entry.bill().value(),
                                Types.OTHER)
                        .param("at", entry.at().atOffset(UTC))
                        .param("day", entry.day())
                        .param(
                                "office",
                                entry.office() == null ? null : entry.office().value(),
                                Types.VARCHAR)
                        .param(
                                "officer",
                                entry.officer() == null ? null : entry.officer().value(),
                                Types.OTHER)
                        .param("why", entry.why().isEmpty() ? "" : seals.seal(entry.why(), WHY))
                        .param("accounts", accounts(transfers))
                        .param("amounts", amounts(transfers))
                        .param("currencies", currencies(transfers))
                        .update()
                > 0;
    }

    /** The office a bill is for; the first that is said counts. */
    void place(BillId bill, OfficeId office) {
        db.sql("""
                        INSERT INTO treasury.bill_office (bill, office)
                        VALUES (:bill, :office)
                        ON CONFLICT (bill) DO NOTHING
                        """).param("bill", bill.value()).param("office", office.value()).update();
    }

    Optional<OfficeId> office(BillId bill) {
        return db.sql("SELECT office FROM treasury.bill_office WHERE bill = :bill")
                .param("bill", bill.value())
                .query((row, _) -> OfficeId.of(row.getString("office")))
                .optional();
    }

    /**
     * What the books say about a bill: what is owed by it, what was received for it, and beyond the once, and what is ordered
     * to go back. Refunds themselves say the last as well.
     */
    record Balance(UUID bill, long owed, long received, long beyond, long ordered, long refunds) {}

    List<Balance> balances(List<UUID> bills) {
        return db.sql("""
                        SELECT entry.bill,
                               coalesce(sum(posting.amount) FILTER (WHERE posting.account = 'RECEIVABLE'), 0) AS owed,
                               coalesce(sum(posting.amount)
                                        FILTER (WHERE posting.account = 'CASH' AND entry.what = 'BILL_PAID'), 0) AS received,
                               coalesce(sum(posting.amount)
                                        FILTER (WHERE posting.account = 'CASH' AND entry.what = 'BILL_PAID_TWICE'), 0) AS beyond,
                               coalesce(sum(-posting.amount)
                                        FILTER (WHERE posting.account = 'REFUNDS_DUE' AND entry.what = 'REFUND_ORDERED'), 0) AS ordered,
                               (SELECT coalesce(sum(refund.amount), 0)
                                  FROM treasury.refund
                                 WHERE refund.bill = entry.bill AND refund.state IN ('ORDERED', 'TRANSFERRED')) AS refunds
                          FROM treasury.entry
                          JOIN treasury.posting ON posting.entry = entry.id
                         WHERE entry.bill = ANY (:bills)
                         GROUP BY entry.bill
                        """)
                .param("bills", bills.toArray(UUID[]::new))
                .query((row, _) -> new Balance(
                        row.getObject("bill", UUID.class),
                        row.getLong("owed"),
                        row.getLong("received"),
                        row.getLong("beyond"),
                        row.getLong("ordered"),
                        row.getLong("refunds")))
                .list();
    }

    /** How far some entries are from zero, all currencies together; in steps, for there may be a great many. */
    long imbalance(long after, int most) {
        return db.sql("""
                        SELECT coalesce(sum(abs(total)), 0)
                          FROM (SELECT sum(amount) AS total
                                  FROM treasury.posting
                                 WHERE entry > :after AND entry <= :after + :most
                                 GROUP BY entry, currency) AS entries
                        """)
                .param("after", after)
                .param("most", most)
                .query(Long.class)
                .single();
    }

    long newestEntry() {
        return db.sql("SELECT coalesce(max(id), 0) FROM treasury.entry")
                .query(Long.class)
                .single();
    }

    /** What stands on an account over all days, in one currency. */
    long balance(BookAccount account, Currency currency) {
        return db.sql("""
                        SELECT coalesce(sum(amount), 0)
                          FROM treasury.posting
                         WHERE account = :account AND currency = :currency
                        """)
                .param("account", account.name())
                .param("currency", currency.getCurrencyCode())
                .query(Long.class)
                .single();
    }

    @Override
    public String table() {
        return SEALED.table();
    }

    @Override
    public List<UUID> sealAnew(UUID after, int most) {
        return SEALED.anew(db, seals, after, most);
    }

    private void name(Csv.Row row) {
        db.sql("""
                        INSERT INTO treasury.account (account, code, kind, name_id, name_en)
                        VALUES (:account, :code, :kind, :nameId, :nameEn)
                        ON CONFLICT (account) DO UPDATE
                           SET code = excluded.code, kind = excluded.kind, name_id = excluded.name_id,
                               name_en = excluded.name_en
                        """)
                .param("account", row.as("account", BookAccount::valueOf).name())
                .param("code", row.get("code"))
                .param("kind", row.get("kind"))
                .param("nameId", row.get("name_id"))
                .param("nameEn", row.get("name_en"))
                .update();
    }

    private static String[] accounts(List<Transfer> transfers) {
        return transfers.stream()
                .flatMap(transfer -> Stream.of(transfer.debit(), transfer.credit()))
                .map(BookAccount::name)
                .toArray(String[]::new);
    }

    /** Debits are positive, credits negative. */
    private static Long[] amounts(List<Transfer> transfers) {
        return transfers.stream()
                .flatMap(transfer ->
                        Stream.of(transfer.amount().amount(), -transfer.amount().amount()))
                .toArray(Long[]::new);
    }

    private static String[] currencies(List<Transfer> transfers) {
        return transfers.stream()
                .flatMap(transfer -> IntStream.range(0, 2)
                        .mapToObj(_ -> transfer.amount().currency().getCurrencyCode()))
                .toArray(String[]::new);
    }
}
