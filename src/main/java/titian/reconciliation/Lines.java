package titian.reconciliation;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.payment.BillId;
import titian.reconciliation.Line.Item;
import titian.seal.HoldsSealed;
import titian.seal.SealedColumns;
import titian.seal.Seals;
import titian.shared.AccountId;

/** The lines that were read, and what became of each. */
@Repository
class Lines implements HoldsSealed {

    private static final String WHY = "reconciliation.line.why";

    private static final SealedColumns SEALED =
            new SealedColumns("reconciliation.line", "settlement", Map.of("why", WHY));

    /** What becomes of a line: by itself, or by hand. */
    enum State {
        MATCHED,
        /** Its payment was named before. */
        REPEATED,
        OUTGOING,
        /** Nothing we booked has its numbers. */
        UNKNOWN,
        /** What we booked under its numbers is another amount. */
        WRONG_AMOUNT,
        MATCHED_BY_HAND,
        /** Money that came in and nobody knows what for; booked so. */
        UNIDENTIFIED,
        /** None of our business. */
        SET_ASIDE
    }

    /** A line with what became of it. */
    record Judged(Item item, State state, @Nullable BillId bill) {}

    private final JdbcClient db;
    private final Seals seals;

    Lines(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    void add(FileId file, Source source, List<Judged> judged) {
        db.sql("""
                        INSERT INTO reconciliation.line (file, line, source, billing_code, ntpn, ntb, amount, day, state, bill)
                        SELECT :file, line, :source, code, ntpn, ntb, amount, day, state, CAST(nullif(bill, '') AS uuid)
                          FROM unnest(CAST(:lines AS bigint[]), CAST(:codes AS text[]), CAST(:ntpns AS text[]),
                                      CAST(:ntbs AS text[]), CAST(:amounts AS bigint[]), CAST(:days AS date[]),
                                      CAST(:states AS text[]), CAST(:bills AS text[]))
                               AS read (line, code, ntpn, ntb, amount, day, state, bill)
                        """)
                .param("file", file.value())
                .param("source", source.name())
                .param("lines", array(judged, one -> one.item().number(), Long[]::new))
                .param("codes", array(judged, one -> one.item().billingCode(), String[]::new))
                .param("ntpns", array(judged, one -> one.item().stateReceiptNumber(), String[]::new))
                .param("ntbs", array(judged, one -> one.item().bankTransactionNumber(), String[]::new))
                .param("amounts", array(judged, one -> one.item().amount(), Long[]::new))
                .param("days", array(judged, one -> one.item().day().toString(), String[]::new))
                .param("states", array(judged, one -> one.state().name(), String[]::new))
                .param("bills", array(judged, Lines::bill, String[]::new))
                .update();
    }

    /** Nothing for a line that matches none. */
    private static String bill(Judged judged) {
        var bill = judged.bill();
        return bill == null ? "" : bill.toString();
    }

    private static <T> T[] array(List<Judged> judged, Function<Judged, T> what, IntFunction<T[]> of) {
        return judged.stream().map(what).toArray(of);
    }

    /** Those of these bills whose payment this source has named already. */
    Set<UUID> matched(Source source, Collection<UUID> bills) {
        return new HashSet<>(db.sql("""
                        SELECT bill
                          FROM reconciliation.line
                         WHERE source = :source AND bill = ANY (:bills) AND state IN ('MATCHED', 'MATCHED_BY_HAND')
                        """)
                .param("source", source.name())
                .param("bills", bills.toArray(UUID[]::new))
                .query((row, _) -> row.getObject("bill", UUID.class))
                .list());
    }

    List<Judged> toWorkOn(FileId file, long after, int most) {
        return db.sql("""
                        SELECT *
                          FROM reconciliation.line
                         WHERE file = :file AND line > :after AND state IN ('UNKNOWN', 'WRONG_AMOUNT')
                         ORDER BY line
                         LIMIT :most
                        """)
                .param("file", file.value())
                .param("after", after)
                .param("most", most)
                .query(Lines::judged)
                .list();
    }

    Optional<Judged> find(FileId file, long line) {
        return db.sql("SELECT * FROM reconciliation.line WHERE file = :file AND line = :line")
                .param("file", file.value())
                .param("line", line)
                .query(Lines::judged)
                .optional();
    }

    /** Done by hand, unless somebody else has done it meanwhile. */
    boolean settle(FileId file, Judged line, State to, @Nullable BillId bill, AccountId by, String why, Instant at) {
        return db.sql("""
                        UPDATE reconciliation.line
                           SET state = :to, bill = CAST(:bill AS uuid), officer = :by, why = :why, settled_at = :at,
                               settlement = gen_random_uuid()
                         WHERE file = :file AND line = :line AND state = :from
                        """)
                        .param("file", file.value())
                        .param("line", line.item().number())
                        .param("from", line.state().name())
                        .param("to", to.name())
                        .param("bill", bill == null ? null : bill.toString())
                        .param("by", by.value())
                        .param("why", seals.seal(why, WHY))
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    /** How many are left for a person. */
    long countToWorkOn(FileId file) {
        return db.sql("""
                        SELECT count(*)
                          FROM reconciliation.line
                         WHERE file = :file AND state IN ('UNKNOWN', 'WRONG_AMOUNT')
                        """).param("file", file.value()).query(Long.class).single();
    }

    @Override
    public String table() {
        return SEALED.table();
    }

    /** Those settled by hand, by the numbers they were given then. */
    @Override
    public List<UUID> sealAnew(UUID after, int most) {
        return SEALED.anew(db, seals, after, most);
    }

    private static Judged judged(ResultSet row, int number) throws SQLException {
        var bill = row.getObject("bill", UUID.class);
        return new Judged(
                new Item(
                        row.getLong("line"),
                        row.getString("billing_code"),
                        row.getString("ntpn"),
                        row.getString("ntb"),
                        row.getLong("amount"),
                        row.getObject("day", LocalDate.class),
                        row.getString("state").equals("OUTGOING")),
                State.valueOf(row.getString("state")),
                bill == null ? null : new BillId(bill));
    }
}
