package titian.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.validation.BeanPropertyBindingResult;
import titian.shared.Nik;
import titian.web.TypedDate;

/** What people type and paste, made fit to be taken. */
class TypingTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            "nur`aini hapsari",         "NUR'AINI HAPSARI"
            "Nur’aini",                 "NUR'AINI"
            "Nurʼaini",                 "NUR'AINI"
            "Nur´aini",                 "NUR'AINI"
            "  Ratna   Wulandari\t",   "RATNA WULANDARI"
            "Ratna\u00a0Wulandari",     "RATNA WULANDARI"
            "Rene\u0301e",              "RENÉE"
            "Renée Ångström",           "RENÉE ÅNGSTRÖM"
            "\u200bRatna\u200d",        "RATNA"
            "Mu\u00adhammad",           "MUHAMMAD"
            "a",                        "A"
            "Suharto",                  "SUHARTO"
            "I Gusti Ngurah Rai, S.H.", "I GUSTI NGURAH RAI, S.H."
            "Ćirković-Đặng",            "ĆIRKOVIĆ-ĐẶNG"
            """)
    void aNameIsTakenAsItIsMeant(String typed, String taken) {
        assertThat(Typing.capitals(typed)).isEqualTo(taken).matches(Typing.NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ratna1", "<b>Ratna</b>", "Ратна", "رتنا", "-Ratna", "'", "😀", "Ratna\u0000"})
    void whatIsNoNameIsNone(String typed) {
        assertThat(Typing.capitals(typed)).doesNotMatch(Typing.NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0812-3456-7890", "\u202a0812 3456 7890\u202c", "0812\u200b34567890", "(0812) 3456.7890"})
    void aNumberCopiedFromElsewhereIsTheNumber(String typed) {
        assertThat(Typing.phone(typed)).isEqualTo("081234567890").matches(Typing.PHONE);
    }

    @Test
    void aNikCopiedWithWhatNobodySeesIsTheNik() {
        assertThat(Nik.tidy(Typing.line("\u202a3174.0257.0890 0001\ufeff"))).isEqualTo("3174025708900001");
    }

    @ParameterizedTest
    @CsvSource({
        "29, 2, 2024, 2024-02-29",
        "29, 2, 2023,",
        "29, 2, 1900,",
        "29, 2, 2000, 2000-02-29",
        "31, 4, 2000,",
        "0, 1, 2000,",
        "1, 1, 0000, 0000-01-01",
        "-1, 1, 2000,",
        "1, 1, 20000,"
    })
    void aDayThatIsNotInTheCalendarIsNone(String day, String month, String year, LocalDate date) {
        assertThat(new TypedDate(day, month, year).date().orElse(null)).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({
        "3174024108900001, true",
        "3174027112900001, true",
        "3174023101900001, true",
        "3174024008900001, false",
        "3174027208900001, false",
        "3174023208900001, false",
        "3174020008900001, false",
        "3174024113900001, false",
        "3174024108900000, false",
        "0174024108900001, false"
    })
    void aWomansDayCountsFromFortyOne(String nik, boolean isOne) {
        var problems = new BeanPropertyBindingResult(new Object(), "form");
        Typing.mustBeNik(problems, null, nik);

        assertThat(!problems.hasErrors()).isEqualTo(isOne);
    }
}
