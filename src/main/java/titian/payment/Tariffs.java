package titian.payment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.platform.Csv;
import titian.platform.DataFiles;
import titian.shared.Money;
import titian.shared.PassportType;

/** What things cost on which days (PP 45/2024 and those before it). The file is the truth; the table answers. */
@Repository
class Tariffs {

    /** Books that were not for everyone: the first of a migrant worker, and the short one of 24 pages. */
    private static final Set<String> FOR_SOME = Set.of("PSP_CPMI_ZERO", "PSP_BIASA_24_2016");

    private final JdbcClient db;

    Tariffs(JdbcClient db, DataFiles files) {
        this.db = db;
        files.load("data/tariffs.csv", this::replaceAll);
    }

    Optional<Quote> ordinary(PassportType type, int validityYears, LocalDate day) {
        return db.sql("""
                        SELECT code, name_id, name_en, amount, legal_basis
                          FROM payment.tariff
                         WHERE ordinary AND passport_type = :type AND validity_years = :years
                           AND :day BETWEEN valid_from AND coalesce(valid_to, 'infinity')
                        """)
                .param("type", type.name())
                .param("years", validityYears)
                .param("day", day)
                .query(Tariffs::quote)
                .optional();
    }

    List<Quote> ordinary(LocalDate day) {
        return db.sql("""
                        SELECT code, name_id, name_en, amount, legal_basis
                          FROM payment.tariff
                         WHERE ordinary AND :day BETWEEN valid_from AND coalesce(valid_to, 'infinity')
                         ORDER BY passport_type DESC, validity_years
                         LIMIT 20
                        """).param("day", day).query(Tariffs::quote).list();
    }

    private static Quote quote(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Quote(
                row.getString("code"),
                row.getString("name_id"),
                row.getString("name_en"),
                Money.rupiah(row.getLong("amount")),
                row.getString("legal_basis"));
    }

    private void replaceAll(List<Csv.Row> rows) {
        db.sql("DELETE FROM payment.tariff").update();
        rows.forEach(this::add);
    }

    private void add(Csv.Row row) {
        var code = row.get("tariff_code");
        var type = row.get("passport_type");
        var kind = row.get("charge_kind");
        db.sql("""
                        INSERT INTO payment.tariff (code, name_id, name_en, passport_type, validity_years, amount,
                                                    charge_kind, legal_basis, valid_from, valid_to, ordinary)
                        VALUES (:code, :nameId, :nameEn, :type, :years, :amount,
                                :kind, :legalBasis, :from, :to, :ordinary)
                        """)
                .param("code", code)
                .param("nameId", row.get("name_id"))
                .param("nameEn", row.get("name_en"))
                .param("type", type)
                .param(
                        "years",
                        row.optionalAs("validity_years", Integer::valueOf).orElse(null))
                .param("amount", row.as("amount_idr", Long::valueOf))
                .param("kind", kind)
                .param("legalBasis", row.get("legal_basis"))
                .param("from", row.date("valid_from"))
                .param("to", row.optionalAs("valid_to", LocalDate::parse).orElse(null))
                .param("ordinary", kind.equals("BOOK") && isBook(type) && !FOR_SOME.contains(code))
                .update();
    }

    private static boolean isBook(String type) {
        return Stream.of(PassportType.values()).map(PassportType::name).anyMatch(type::equals);
    }
}
