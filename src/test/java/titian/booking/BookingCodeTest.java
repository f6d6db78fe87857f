package titian.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Locale;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A code can be read aloud, typed badly and still never be taken for another one. */
class BookingCodeTest {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    @RepeatedTest(50)
    void everySingleWrongCharacterIsTold() {
        var code = BookingCode.next().value();
        for (int i = 0; i < code.length(); i++) {
            for (char wrong : ALPHABET.toCharArray()) {
                if (wrong != code.charAt(i)) {
                    var typed = code.substring(0, i) + wrong + code.substring(i + 1);
                    assertThat(BookingCode.isWellFormed(typed)).as(typed).isFalse();
                }
            }
        }
    }

    @RepeatedTest(50)
    void everyTwoCharactersThatChangedPlacesAreTold() {
        var code = BookingCode.next().value();
        for (int i = 0; i < code.length(); i++) {
            for (int j = i + 1; j < code.length(); j++) {
                if (code.charAt(i) != code.charAt(j)) {
                    var typed = new StringBuilder(code);
                    typed.setCharAt(i, code.charAt(j));
                    typed.setCharAt(j, code.charAt(i));
                    assertThat(BookingCode.isWellFormed(typed.toString()))
                            .as("%s typed as %s", code, typed)
                            .isFalse();
                }
            }
        }
    }

    @RepeatedTest(50)
    void isReadAsShownAsStoredInSmallLettersAndInPieces() {
        var code = BookingCode.next();

        assertThat(BookingCode.of(code.toString())).isEqualTo(code);
        assertThat(BookingCode.of(code.value())).isEqualTo(code);
        assertThat(BookingCode.of(" " + code.toString().toLowerCase(Locale.ROOT) + "\n"))
                .isEqualTo(code);
        assertThat(BookingCode.of(String.join(" ", code.value().split("")))).isEqualTo(code);
    }

    @Test
    void isShownInTwoGroupsOfFour() {
        assertThat(BookingCode.next().toString()).matches("[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            '',          nothing
            7Q4M2KX,     seven characters
            7Q4M2KXPP,   nine characters
            0Q4M2KXP,    a zero
            7O4M2KXP,    an O
            IQ4M2KXP,    an I
            7Q4M2KÄP,    a letter of no keyboard here
            """)
    void refusesWhatCannotBeACode(String typed, String why) {
        assertThatIllegalArgumentException().as(why).isThrownBy(() -> BookingCode.of(typed));
    }

    @Test
    void doesNotRepeatItself() {
        var seen = new HashSet<BookingCode>();
        for (int i = 0; i < 1_000; i++) {
            seen.add(BookingCode.next());
        }
        assertThat(seen).hasSize(1_000);
    }
}
