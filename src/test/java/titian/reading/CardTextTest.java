package titian.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made out of the text of an identity card, as programs read them: with noise, and letters for digits. */
class CardTextTest {

    private static final String CARD = """
            PROVINSI DKI JAKARTA
            JAKARTA SELATAN
            NIK : 3174025708900001
            Nama : SITI RAHMAWATI
            Tempat/Tgl Lahir : JAKARTA, 17-08-1990
            Jenis kelamin : PEREMPUAN Gol. Darah : O
            Alamat : JL MERDEKA NO 17
            Berlaku Hingga : 17-08-2017
            """;

    @Test
    void aCardIsRead() {
        assertThat(CardText.read(CARD))
                .isEqualTo(new Reading("3174025708900001", "SITI RAHMAWATI", LocalDate.of(1990, 8, 17), null, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NIK 31740257O89OOOO1",
                "NIK: 3I7402570890000l",
                "3174 0257 0890 0001",
                "~ NIK | 3174025708900001 _"
            })
    void aDigitThatLooksLikeALetterIsADigit(String line) {
        assertThat(CardText.read(line).nik()).isEqualTo("3174025708900001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "NIK : 317402570890000",
                "NIK : 31740257089000012",
                "NIK : 3174029908900001",
                "Nama :",
                "99-99-1990"
            })
    void whatCannotBeMadeOutIsNothing(String text) {
        assertThat(CardText.read(text)).isEqualTo(Reading.NOTHING);
    }
}
