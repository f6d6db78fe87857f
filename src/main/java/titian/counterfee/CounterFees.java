package titian.counterfee;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Money;
import titian.shared.OfficeId;
import titian.tariff.Quote.Line;

/** What is paid at counters. A fee that was taken is never changed. */
@Repository
class CounterFees {

    private final JdbcClient db;

    CounterFees(JdbcClient db) {
        this.db = db;
    }

    /** Puts it in place of what was owed before; false if that was taken. */
    boolean put(ApplicationId application, OfficeId office, Money amount, Instant at) {
        return db.sql("""
                        INSERT INTO counterfee.counter_fee AS known (application, office, amount, currency, fixed_at)
                        VALUES (:application, :office, :amount, :currency, :at)
                        ON CONFLICT (application) DO UPDATE
                           SET office = excluded.office, amount = excluded.amount, currency = excluded.currency,
                               fixed_at = excluded.fixed_at
                         WHERE known.taken_at IS NULL
                        """)
                        .param("application", application.value())
                        .param("office", office.value())
                        .param("amount", amount.amount())
                        .param("currency", amount.currency().getCurrencyCode())
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    /** What it consists of. */
    void lines(ApplicationId application, List<Line> lines) {
        db.sql("DELETE FROM counterfee.counter_fee_line WHERE application = :application")
                .param("application", application.value())
                .update();
        IntStream.range(0, lines.size()).forEach(at -> add(application, at + 1, lines.get(at)));
    }

    private void add(ApplicationId application, int position, Line line) {
        db.sql("""
                        INSERT INTO counterfee.counter_fee_line (application, position, tariff_code, name_id, name_en, amount)
                        VALUES (:application, :position, :code, :nameId, :nameEn, :amount)
                        """)
                .param("application", application.value())
                .param("position", position)
                .param("code", line.tariffCode())
                .param("nameId", line.nameInIndonesian())
                .param("nameEn", line.nameInEnglish())
                .param("amount", line.amount().amount())
                .update();
    }

    Optional<CounterFee> find(ApplicationId application) {
        return db.sql("SELECT * FROM counterfee.counter_fee WHERE application = :application")
                .param("application", application.value())
                .query(this::fee)
                .optional();
    }

    private CounterFee fee(ResultSet row, int number) throws SQLException {
        var application = new ApplicationId(row.getObject("application", UUID.class));
        var currency = Currency.getInstance(row.getString("currency"));
        var takenAt = row.getObject("taken_at", OffsetDateTime.class);
        return new CounterFee(
                application,
                OfficeId.of(row.getString("office")),
                new Money(row.getLong("amount"), currency),
                lines(application, currency),
                takenAt == null ? null : takenAt.toInstant());
    }

    private List<Line> lines(ApplicationId application, Currency currency) {
        return db.sql("""
                        SELECT tariff_code, name_id, name_en, amount
                          FROM counterfee.counter_fee_line
                         WHERE application = :application
                         ORDER BY position
                        """)
                .param("application", application.value())
                .query((row, _) -> new Line(
                        row.getString("tariff_code"),
                        row.getString("name_id"),
                        row.getString("name_en"),
                        new Money(row.getLong("amount"), currency)))
                .list();
    }

    boolean take(ApplicationId application, AccountId officer, Instant now) {
        return db.sql("""
                        UPDATE counterfee.counter_fee
                           SET taken_at = :now, taken_by = :officer
                         WHERE application = :application AND taken_at IS NULL
                        """)
                        .param("application", application.value())
                        .param("officer", officer.value())
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    /** Nobody owes for an application that is forgotten; what was taken is accounted for. */
    void forget(List<ApplicationId> applications) {
        var ids = applications.stream().map(ApplicationId::value).toArray(UUID[]::new);
        db.sql("""
                        DELETE FROM counterfee.counter_fee_line
                         WHERE application IN (SELECT application
                                                 FROM counterfee.counter_fee
                                                WHERE application = ANY (:ids) AND taken_at IS NULL)
                        """).param("ids", ids).update();
        db.sql("DELETE FROM counterfee.counter_fee WHERE application = ANY (:ids) AND taken_at IS NULL")
                .param("ids", ids)
                .update();
    }
}
