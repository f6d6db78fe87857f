package titian.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The two lines of a passport. The first example is the one of ICAO Doc 9303 part 4. */
class MachineZoneTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    @Test
    void theExampleOfTheStandardIsRead() {
        var text = """
                UTOPIA PASSPORT
                P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<
                L898902C36UTO7408122F1204159ZE184226B<<<<<10
                """;
        assertThat(MachineZone.read(text, TODAY))
                .isEqualTo(new Reading(null, "ANNA MARIA ERIKSSON", LocalDate.of(1974, 8, 12), "L898902C3", true));
    }

    @Test
    void anIndonesianPassportIsReadWithLettersForDigitsAndSpacesBetween() {
        var text = """
                P<IDNRAHMAWATI<<SITI<<<<<<<<<<<<<<<<<<<<<<<<
                C1234567<2IDN9OO8174F2801O19 <<<<<<<<<<<<<<02
                """;
        var read = MachineZone.read(text, TODAY);
        assertThat(read.passportNumber()).isEqualTo("C1234567");
        assertThat(read.birthDate()).isEqualTo(LocalDate.of(1990, 8, 17));
        assertThat(read.name()).isEqualTo("SITI RAHMAWATI");
    }

    @Test
    void aSumThatDoesNotHoldIsSaid() {
        var text = "L898902C36UTO7408123F1204159ZE184226B<<<<<10";
        assertThat(MachineZone.read(text, TODAY).sumsHold()).isFalse();
    }

    @Test
    void whoeverWouldBeBornTomorrowWasBornACenturyAgo() {
        assertThat(MachineZone.read("L898902C36UTO3008122F1204159ZE184226B<<<<<10", TODAY)
                        .birthDate())
                .isEqualTo(LocalDate.of(1930, 8, 12));
        assertThat(MachineZone.read("L898902C36UTO2008122F1204159ZE184226B<<<<<10", TODAY)
                        .birthDate())
                .isEqualTo(LocalDate.of(2020, 8, 12));
    }

    @Test
    void whereThereAreNoSuchLinesNothingIsRead() {
        assertThat(MachineZone.read("", TODAY)).isEqualTo(Reading.NOTHING);
        assertThat(MachineZone.read("KARTU KELUARGA\nNo. 3174021234567890", TODAY))
                .isEqualTo(Reading.NOTHING);
    }
}
