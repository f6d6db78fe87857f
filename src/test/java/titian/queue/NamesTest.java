package titian.queue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much of a name is said where others look on. */
class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "SUTRISNO HADI, SUTRISNO H.",
        "Ni Luh Ayu Sari, Ni L. A. S.",
        "Suharto, Suharto",
        "'  Melati   Kusuma ', Melati K.",
        "'', ''"
    })
    void theFirstNameInFullTheOthersByInitials(String name, String brief) {
        assertThat(Names.brief(name)).isEqualTo(brief);
    }
}
