package titian.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import titian.shared.Nik;

/** What was read beside what was typed. */
class ReadingTest {

    private static final LocalDate BORN = LocalDate.of(1990, 8, 17);
    private static final Typed TYPED = new Typed("SITI RAHMAWATI", Nik.of("3174025708900001"), BORN, "C1234567");

    @Test
    void whatIsTheSameIsNoDifferenceAndWhatWasNotMadeOutIsNone() {
        assertThat(new Reading("3174025708900001", "SITI RAHMAWATI", BORN, "C1234567", true).from(TYPED))
                .isEmpty();
        assertThat(Reading.NOTHING.from(TYPED)).isEmpty();
    }

    @Test
    void eachDifferenceIsSaid() {
        var other = new Reading("3174025708900002", "BUDI SANTOSO", BORN.plusDays(1), "C7654321", true);
        assertThat(other.from(TYPED))
                .containsExactly(Difference.NIK, Difference.NAME, Difference.BIRTH_DATE, Difference.PASSPORT_NUMBER);
    }

    @Test
    void ofTwoLinesWhoseSumsDoNotHoldNothingIsSaid() {
        assertThat(new Reading(null, "BUDI", BORN.plusDays(1), "C7654321", false).from(TYPED))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SITI RAHMAWATI, true",
        "S1TI RAHMAWATI, true",
        "SITI RAHMAWATl, true",
        "SITI  RAHMAWAT, true",
        "Siti Rahmáwati, true",
        "SITI RAHAYU, false",
        "RAHMAWATI SITI, false",
        "X, false"
    })
    void aNameMayBeMisreadALittle(String read, boolean alike) {
        assertThat(new Reading(null, read, null, null, true).from(TYPED).isEmpty())
                .isEqualTo(alike);
    }

    @Test
    void aLongNameMayBeCutShort() {
        var typed = new Typed("MUHAMMAD ABDURRAHMAN AL FARISI SASTRODIHARDJO", TYPED.nik(), BORN, null);
        assertThat(new Reading(null, "MUHAMMAD ABDURRAHMAN AL FARISI", null, null, true).from(typed))
                .isEmpty();
    }

    @Test
    void neitherIsPrinted() {
        assertThat(TYPED.toString() + new Reading("3174025708900001", "SITI", BORN, null, true))
                .doesNotContain("SITI", "3174", "1990");
    }
}
