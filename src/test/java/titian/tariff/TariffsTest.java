package titian.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import titian.TitianTest;
import titian.shared.Money;
import titian.shared.OfficeId;
import titian.shared.PassportType;

/** What a passport costs on which day, as the regulations of 2016, 2019 and 2024 have it. */
@TitianTest
class TariffsTest {

    @Autowired
    TariffDesk desk;

    @Autowired
    JdbcClient db;

    @ParameterizedTest
    @CsvSource(textBlock = """
            ELECTRONIC,     5,  2026-12-08, PSP_ELEK_5,        650000, PP 45/2024
            ELECTRONIC,     10, 2026-12-08, PSP_ELEK_10,       950000, PP 45/2024
            NON_ELECTRONIC, 5,  2026-12-08, PSP_BIASA_5,       350000, PP 45/2024
            NON_ELECTRONIC, 10, 2026-12-08, PSP_BIASA_10,      650000, PP 45/2024
            NON_ELECTRONIC, 5,  2024-12-17, PSP_BIASA_5,       350000, PP 45/2024
            NON_ELECTRONIC, 5,  2024-12-16, PSP_BIASA_48_2019, 350000, PP 28/2019
            NON_ELECTRONIC, 5,  2018-06-01, PSP_BIASA_48_2016, 355000, PP 45/2016
            """)
    void thePriceIsThatOfTheDay(
            PassportType type, int years, LocalDate day, String code, long amount, String legalBasis) {
        assertThat(desk.quote(type, years, day)).hasValueSatisfying(quote -> {
            assertThat(quote.tariffCode()).isEqualTo(code);
            assertThat(quote.amount()).isEqualTo(Money.rupiah(amount));
            assertThat(quote.legalBasis()).isEqualTo(legalBasis);
        });
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            SAME_DAY,                 2026-12-08, 1650000, ADD_PERCEPATAN
            LOST,                     2026-12-08, 1650000, ADD_HILANG
            LOST,                     2020-01-01, 1650000, ADD_HILANG_2019
            DAMAGED,                  2026-12-08, 1150000, ADD_RUSAK
            LOST_BY_FORCE_MAJEURE,    2026-12-08, 650000,  ADD_HILANG_KAHAR
            DAMAGED_BY_FORCE_MAJEURE, 2026-12-08, 650000,  ADD_RUSAK_KAHAR
            """)
    void aChargeComesOnTopByALineOfItsOwn(Charge charge, LocalDate day, long amount, String code) {
        var wanted = Wanted.ordinary(PassportType.ELECTRONIC, 5).with(charge);

        assertThat(desk.quote(wanted, day)).hasValueSatisfying(quote -> {
            assertThat(quote.amount()).isEqualTo(Money.rupiah(amount));
            assertThat(quote.lines())
                    .hasSize(2)
                    .last()
                    .extracting(Quote.Line::tariffCode)
                    .isEqualTo(code);
        });
    }

    @Test
    void everyoneMayReadWhatBooksCostAndWhatMayComeOnTop() {
        var prices = desk.prices(LocalDate.parse("2026-12-08"));

        assertThat(prices.books()).hasSize(4);
        assertThat(prices.charges())
                .extracting(Quote.Line::tariffCode, line -> line.amount().amount())
                .containsExactly(
                        tuple("ADD_RUSAK", 500_000L),
                        tuple("ADD_HILANG", 1_000_000L),
                        tuple("ADD_PERCEPATAN", 1_000_000L));
    }

    @Test
    void chargesAddUpAndOneWithoutAPriceThatDayLeavesNone() {
        var wanted = Wanted.ordinary(PassportType.NON_ELECTRONIC, 5)
                .with(Charge.DAMAGED)
                .with(Charge.SAME_DAY);

        assertThat(desk.quote(wanted, LocalDate.parse("2026-12-08")))
                .hasValueSatisfying(quote -> assertThat(quote.amount()).isEqualTo(Money.rupiah(1_850_000)));
        assertThat(desk.quote(wanted, LocalDate.parse("2018-06-01"))).isEmpty();
    }

    @Test
    void theFirstPassportOfAMigrantWorkerCostsNothing() {
        var day = LocalDate.parse("2026-12-08");

        assertThat(desk.quote(Wanted.ordinary(PassportType.NON_ELECTRONIC, 5).forFirstOfMigrantWorker(true), day))
                .hasValueSatisfying(quote -> assertThat(quote.isFree()).isTrue());
        assertThat(desk.quote(Wanted.ordinary(PassportType.ELECTRONIC, 5).forFirstOfMigrantWorker(true), day))
                .as("only the book the regulation names")
                .hasValueSatisfying(quote -> assertThat(quote.amount()).isEqualTo(Money.rupiah(650_000)));
    }

    @Test
    void aMissionAsksForItsOwnCurrencyAndEveryOtherOfficeForRupiah() {
        var day = LocalDate.parse("2026-12-08");
        var lost = Wanted.ordinary(PassportType.ELECTRONIC, 10).with(Charge.LOST);

        assertThat(desk.quote(lost, OfficeId.of("kjri-los-angeles"), day)).hasValueSatisfying(quote -> {
            assertThat(quote.amount()).isEqualTo(new Money(12_300, Currency.getInstance("USD")));
            assertThat(quote.amount()).hasToString("USD 123,00");
        });
        assertThat(desk.quote(lost, OfficeId.of("kanim-bogor"), day))
                .hasValueSatisfying(quote -> assertThat(quote.amount()).isEqualTo(Money.rupiah(1_950_000)));
        assertThat(desk.quote(lost.with(Charge.SAME_DAY), OfficeId.of("kjri-los-angeles"), day))
                .as("no guess at a price the mission has not set")
                .isEmpty();
    }

    @Test
    void currenciesAreNotAddedAndWriteTheirCoins() {
        var dollars = new Money(102_250, Currency.getInstance("USD"));

        assertThat(dollars).hasToString("USD 1.022,50");
        assertThat(new Money(5_000, Currency.getInstance("JPY"))).hasToString("JPY 5.000");
        assertThat(Money.rupiah(650_000)).hasToString("Rp650.000");
        assertThatThrownBy(() -> dollars.plus(Money.rupiah(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twoPricesOfOneChargeOnADayCannotBeWritten() {
        assertThatThrownBy(() -> db.sql("""
                                INSERT INTO tariff.tariff (code, name_id, name_en, passport_type, amount, charge_kind,
                                                            legal_basis, valid_from, ordinary, charge)
                                VALUES ('SECOND', 'x', 'x', 'ANY', 1, 'PENALTY', 'x', DATE '2027-01-01', false, 'LOST')
                                """).update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("one_charge_a_day");
    }

    @Test
    void whatIsNotOfferedHasNoPrice() {
        assertThat(desk.quote(PassportType.ELECTRONIC, 7, LocalDate.parse("2026-12-08")))
                .isEmpty();
        assertThat(desk.quote(PassportType.ELECTRONIC, 10, LocalDate.parse("2024-12-16")))
                .isEmpty();
        assertThat(desk.quote(PassportType.ELECTRONIC, 5, LocalDate.parse("2016-10-31")))
                .isEmpty();
    }

    @Test
    void theFourOrdinaryPassportsAreListed() {
        assertThat(desk.prices(LocalDate.parse("2026-12-08")).books())
                .extracting(Quote::tariffCode)
                .containsExactly("PSP_BIASA_5", "PSP_BIASA_10", "PSP_ELEK_5", "PSP_ELEK_10");
    }

    @Test
    void everyRowOfTheFileIsThere() {
        assertThat(db.sql("SELECT count(*) FROM tariff.tariff")
                        .query(Long.class)
                        .single())
                .isEqualTo(21);
    }

    @Test
    void twoPricesForOneDayCannotBeWritten() {
        assertThatThrownBy(() -> db.sql("""
                                INSERT INTO tariff.tariff (code, name_id, name_en, passport_type, validity_years,
                                                            amount, charge_kind, legal_basis, valid_from, ordinary)
                                SELECT 'SECOND', name_id, name_en, passport_type, validity_years,
                                       1, charge_kind, legal_basis, DATE '2027-01-01', true
                                  FROM tariff.tariff
                                 WHERE code = 'PSP_ELEK_5'
                                """).update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("one_price_a_day");
    }
}
