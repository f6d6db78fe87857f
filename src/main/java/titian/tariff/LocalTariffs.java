package titian.tariff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.platform.Csv;
import titian.platform.DataFiles;
import titian.shared.Money;
import titian.shared.OfficeId;
import titian.tariff.Quote.Line;

/** What missions abroad ask for in the currency of their country. Where there is no such price, the rupiah holds. */
@Repository
class LocalTariffs {

    private final JdbcClient db;

    LocalTariffs(JdbcClient db, DataFiles files) {
        this.db = db;
        files.load("data/mission_tariffs.csv", this::replaceAll);
    }

    /** The quote as this office asks for it; empty if it has prices of its own, but not for all that is wanted. */
    Optional<Quote> at(OfficeId office, Quote quote, LocalDate day) {
        var currency = currency(office, day);
        if (currency.isEmpty()) {
            return Optional.of(quote);
        }
        var lines = new ArrayList<Line>();
        for (var line : quote.lines()) {
            var amount = line.amount().amount() == 0
                    ? Optional.of(new Money(0, currency.get()))
                    : price(office, line.tariffCode(), day);
            if (amount.isEmpty()) {
                return Optional.empty();
            }
            lines.add(new Line(line.tariffCode(), line.nameInIndonesian(), line.nameInEnglish(), amount.get()));
        }
        var sum = lines.stream().map(Line::amount).reduce(new Money(0, currency.get()), Money::plus);
        return Optional.of(new Quote(
                quote.tariffCode(), quote.nameInIndonesian(), quote.nameInEnglish(), sum, quote.legalBasis(), lines));
    }

    private Optional<Currency> currency(OfficeId office, LocalDate day) {
        return db.sql("""
                        SELECT DISTINCT currency
                          FROM tariff.local_tariff
                         WHERE office = :office AND :day BETWEEN valid_from AND coalesce(valid_to, 'infinity')
                         LIMIT 1
                        """)
                .param("office", office.value())
                .param("day", day)
                .query((row, _) -> Currency.getInstance(row.getString("currency")))
                .optional();
    }

    private Optional<Money> price(OfficeId office, String code, LocalDate day) {
        return db.sql("""
                        SELECT amount, currency
                          FROM tariff.local_tariff
                         WHERE office = :office AND tariff_code = :code
                           AND :day BETWEEN valid_from AND coalesce(valid_to, 'infinity')
                        """)
                .param("office", office.value())
                .param("code", code)
                .param("day", day)
                .query((row, _) -> new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency"))))
                .optional();
    }

    private void replaceAll(List<Csv.Row> rows) {
        db.sql("DELETE FROM tariff.local_tariff").update();
        for (var row : rows) {
            db.sql("""
                            INSERT INTO tariff.local_tariff (office, tariff_code, amount, currency, valid_from, valid_to)
                            VALUES (:office, :code, :amount, :currency, :from, :to)
                            """)
                    .param("office", row.get("office_id"))
                    .param("code", row.get("tariff_code"))
                    .param("amount", row.as("amount_smallest_coin", Long::valueOf))
                    .param("currency", row.as("currency", Currency::getInstance).getCurrencyCode())
                    .param("from", row.date("valid_from"))
                    .param("to", row.optionalAs("valid_to", LocalDate::parse).orElse(null))
                    .update();
        }
    }
}
