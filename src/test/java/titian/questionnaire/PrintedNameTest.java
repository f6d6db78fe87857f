package titian.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import titian.questionnaire.PrintedName.Primary;

/** Names in the machine-readable zone, against the tables and examples of ICAO Doc 9303. */
class PrintedNameTest {

    @ParameterizedTest
    @CsvSource({
        "Á, A", "Ä, AE", "Å, AA", "Æ, AE", "Ç, C", "Č, C", "Đ, D", "Ð, D", "É, E", "Ę, E", "Ğ, G", "Ħ, H", "İ, I",
        "Ĳ, IJ", "Ķ, K", "Ł, L", "Ñ, N", "Ŋ, N", "Ø, OE", "Ö, OE", "Œ, OE", "Ő, O", "Ř, R", "Ş, S", "ß, SS", "ẞ, SS",
        "Ŧ, T", "Þ, TH", "Ü, UE", "Ů, U", "Ŵ, W", "Ÿ, Y", "Ź, Z", "ı, I", "ễ, E"
    })
    void aNationalCharacterIsWrittenAsTheTableSays(String character, String printed) {
        assertThat(Transliteration.of(character)).isEqualTo(printed);
    }

    /** Latin-1 Supplement and Latin Extended-A, which the table covers whole. */
    static Stream<String> letters() {
        return IntStream.rangeClosed(0xC0, 0x17F)
                .filter(Character::isLetter)
                .filter(letter -> letter != 0x138 && letter != 0x149)
                .mapToObj(Character::toString);
    }

    @ParameterizedTest
    @MethodSource("letters")
    void everyLatinLetterBecomesOneOfAToZ(String letter) {
        assertThat(Transliteration.of(letter)).matches("[A-Z]{1,2}");
    }

    @Test
    void aLetterWrittenInTwoPiecesIsTheSameLetter() {
        assertThat(Transliteration.of("U\u0308")).isEqualTo("UE");
    }

    /** Primary, secondary, and the zone as the standard's examples have it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NILAVADHANANANDA                              | CHAYAPA DEJTHAMRONG KRASUANG | NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K
            BENNELONG WOOLOOMOOLOO WARRANDYTE WARNAMBOOL  | DINGO POTOROO                | BENNELONG<WOOLOOMOOLOO<WARRANDYTE<W<<DI
            ARKFREITH                                     | ''                           | ARKFREITH<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<
            SATRIYA SUDARPA                               | ''                           | SATRIYA<SUDARPA<<<<<<<<<<<<<<<<<<<<<<<<
            SANTOSO                                       | SITI RAHAYU                  | SANTOSO<<SITI<RAHAYU<<<<<<<<<<<<<<<<<<<
            O'CONNOR                                      | ENYA SIOBHAN                 | OCONNOR<<ENYA<SIOBHAN<<<<<<<<<<<<<<<<<<
            PAPANDROPOULOUS                               | JONATHON ALEC                | PAPANDROPOULOUS<<JONATHON<ALEC<<<<<<<<<
            SMITH-JONES                                   | SUSIE MARGARET               | SMITH<JONES<<SUSIE<MARGARET<<<<<<<<<<<<
            """)
    void theStandardsExamplesComeOut(String primary, String secondary, String line) {
        assertThat(PrintedName.of(primary, secondary).line()).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource({
        "AI'NUN, AINUN",
        "M. FIRMAN, FIRMAN<<M",
        "SITI NUR-HALIZA, HALIZA<<SITI<NUR",
        "RATNA WULANDARI, WULANDARI<<RATNA",
        "SUHARTO, SUHARTO",
        "'SRI, REJEKI', REJEKI<<SRI"
    })
    void indonesianNamesFollowTheSameRules(String name, String readable) {
        assertThat(PrintedName.of(name, Primary.LAST_WORD).readable()).isEqualTo(readable);
    }

    @Test
    void whetherTheLastWordLeadsIsASetting() {
        assertThat(PrintedName.of("RATNA WULANDARI", Primary.WHOLE_NAME).readable())
                .isEqualTo("RATNA<WULANDARI");
    }

    @Test
    void aCutNameFillsEveryPlaceAndEndsInALetter() {
        for (int length = 20; length < 60; length++) {
            for (int words = 1; words < 9; words++) {
                var part = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".repeat(3).substring(0, Math.max(1, length / words));
                var name = String.join(" ", Collections.nCopies(words, part));
                for (var primary : Primary.values()) {
                    var printed = PrintedName.of(name, primary);

                    assertThat(printed.line()).hasSize(PrintedName.PLACES).matches("[A-Z<]+");
                    assertThat(printed.cut()).as(name).isEqualTo(printed.line().length() < whole(name, primary));
                    if (printed.cut()) {
                        assertThat(printed.line()).as(name).matches(".*[A-Z]");
                    }
                }
            }
        }
    }

    private static int whole(String name, Primary primary) {
        return name.length() + (primary == Primary.LAST_WORD && name.contains(" ") ? 1 : 0);
    }

    @Test
    void whatIsPrintedDifferentlyIsSaid() {
        assertThat(PrintedName.of("RATNA WULANDARI", Primary.LAST_WORD).isDifferent())
                .isFalse();
        assertThat(PrintedName.of("M. FIRMAN", Primary.LAST_WORD).isDifferent()).isTrue();
        assertThat(PrintedName.of("MÜLLER", Primary.LAST_WORD).isDifferent()).isTrue();
    }
}
