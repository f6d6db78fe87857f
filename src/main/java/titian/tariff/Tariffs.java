package titian.tariff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.platform.Csv;
import titian.platform.DataFiles;
import titian.shared.Money;
import titian.shared.PassportType;
import titian.tariff.Quote.Line;

/** What things cost on which days (PP 45/2024 and those before it). The file is the truth; the table answers. */
@Repository
class Tariffs {

    /** Books that were not for everyone: the first of a migrant worker, and the short one of 24 pages. */
    private static final Set<String> FOR_SOME = Set.of("PSP_CPMI_ZERO", "PSP_BIASA_24_2016");

    private static final Map<String, Charge> CHARGES = charges();

    private final JdbcClient db;

    Tariffs(JdbcClient db, DataFiles files) {
        this.db = db;
        files.load("data/tariffs.csv", this::replaceAll);
    }

    Optional<Quote> ordinary(PassportType type, int validityYears, LocalDate day) {
        return db.sql("""
                        SELECT code, name_id, name_en, amount, legal_basis
                          FROM tariff.tariff
                         WHERE ordinary AND passport_type = :type AND validity_years = :years
                           AND :day BETWEEN valid_from AND coalesce(valid_to, 'infinity')
                        """)
                .param("type", type.name())
                .param("years", validityYears)
                .param("day", day)
                .query(Tariffs::quote)
                .optional();
    }

    /** A citizen's travel document in lieu of a passport (SPLP). */
    Optional<Quote> travelDocument(LocalDate day) {
        return db.sql("""
                        SELECT code, name_id, name_en, amount, legal_basis
                          FROM tariff.tariff
                         WHERE code = 'SPLP_WNI' AND :day BETWEEN valid_from AND coalesce(valid_to, 'infinity')
                        """).param("day", day).query(Tariffs::quote).optional();
    }

    List<Quote> ordinary(LocalDate day) {
        return db.sql("""
                        SELECT code, name_id, name_en, amount, legal_basis
                          FROM tariff.tariff
                         WHERE ordinary AND :day BETWEEN valid_from AND coalesce(valid_to, 'infinity')
                         ORDER BY passport_type DESC, validity_years
                         LIMIT 20
                        """).param("day", day).query(Tariffs::quote).list();
    }

    /** The price of what is wanted, all told; empty if one of its parts has no price that day. */
    Optional<Quote> quote(Wanted wanted, LocalDate day) {
        var quote = wanted.firstOfMigrantWorker() ? free(wanted, day) : Optional.<Quote>empty();
        quote = quote.or(() -> ordinary(wanted.type(), wanted.validityYears(), day));
        for (var charge : wanted.charges().stream().sorted().toList()) {
            quote = quote.flatMap(so -> charge(charge, day).map(so::with));
        }
        return quote;
    }

    /** A book that costs whoever it is for nothing, if there is such a one of this kind. */
    private Optional<Quote> free(Wanted wanted, LocalDate day) {
        return db.sql("""
                        SELECT code, name_id, name_en, amount, legal_basis
                          FROM tariff.tariff
                         WHERE free_for = 'FIRST_OF_MIGRANT_WORKER'
                           AND passport_type = :type AND validity_years = :years
                           AND :day BETWEEN valid_from AND coalesce(valid_to, 'infinity')
                        """)
                .param("type", wanted.type().name())
                .param("years", wanted.validityYears())
                .param("day", day)
                .query(Tariffs::quote)
                .optional();
    }

    Optional<Line> charge(Charge charge, LocalDate day) {
        return db.sql("""
                        SELECT code, name_id, name_en, amount
                          FROM tariff.tariff
                         WHERE charge = :charge AND :day BETWEEN valid_from AND coalesce(valid_to, 'infinity')
                        """)
                .param("charge", charge.name())
                .param("day", day)
                .query(Tariffs::line)
                .optional();
    }

    List<Line> charges(LocalDate day) {
        return db.sql("""
                        SELECT code, name_id, name_en, amount
                          FROM tariff.tariff
                         WHERE charge IS NOT NULL AND amount > 0
                           AND :day BETWEEN valid_from AND coalesce(valid_to, 'infinity')
                         ORDER BY charge
                         LIMIT 20
                        """).param("day", day).query(Tariffs::line).list();
    }

    /** What may stand on a bill of that day. */
    List<String> billable(LocalDate day) {
        return db.sql("""
                        SELECT code
                          FROM tariff.tariff
                         WHERE (ordinary OR charge IS NOT NULL OR code = 'SPLP_WNI') AND amount > 0
                           AND :day BETWEEN valid_from AND coalesce(valid_to, 'infinity')
                         ORDER BY code
                        """)
                .param("day", day)
                .query((row, _) -> row.getString("code"))
                .list();
    }

    private static Quote quote(ResultSet row, int number) throws SQLException {
        return Quote.of(line(row, number), row.getString("legal_basis"));
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getString("code"),
                row.getString("name_id"),
                row.getString("name_en"),
                Money.rupiah(row.getLong("amount")));
    }

    private void replaceAll(List<Csv.Row> rows) {
        db.sql("DELETE FROM tariff.tariff").update();
        rows.forEach(this::add);
    }

    private void add(Csv.Row row) {
        var code = row.get("tariff_code");
        var type = row.get("passport_type");
        var kind = row.get("charge_kind");
        db.sql("""
                        INSERT INTO tariff.tariff (code, name_id, name_en, passport_type, validity_years, amount,
                                                    charge_kind, legal_basis, valid_from, valid_to, ordinary, charge,
                                                    free_for)
                        VALUES (:code, :nameId, :nameEn, :type, :years, :amount,
                                :kind, :legalBasis, :from, :to, :ordinary, :charge,
                                :freeFor)
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
                .param("charge", charge(code).map(Charge::name).orElse(null), Types.VARCHAR)
                .param("freeFor", code.equals("PSP_CPMI_ZERO") ? "FIRST_OF_MIGRANT_WORKER" : null, Types.VARCHAR)
                .update();
    }

    /** The longer beginning first, for one begins another. */
    private static Map<String, Charge> charges() {
        var charges = new LinkedHashMap<String, Charge>();
        charges.put("ADD_PERCEPATAN", Charge.SAME_DAY);
        charges.put("ADD_HILANG_KAHAR", Charge.LOST_BY_FORCE_MAJEURE);
        charges.put("ADD_RUSAK_KAHAR", Charge.DAMAGED_BY_FORCE_MAJEURE);
        charges.put("ADD_HILANG", Charge.LOST);
        charges.put("ADD_RUSAK", Charge.DAMAGED);
        return charges;
    }

    /** The file names its charges of every regulation alike. */
    private static Optional<Charge> charge(String code) {
        return CHARGES.keySet().stream().filter(code::startsWith).findFirst().map(CHARGES::get);
    }

    private static boolean isBook(String type) {
        return Stream.of(PassportType.values()).map(PassportType::name).anyMatch(type::equals);
    }
}
