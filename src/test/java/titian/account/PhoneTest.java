package titian.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            0812-3456-7890,      +6281234567890
            0812 3456 7890,      +6281234567890
            81234567890,         +6281234567890
            6281234567890,       +6281234567890
            +62 812.3456.7890,   +6281234567890
            +62 (0)812 34567890, +6281234567890
            0062 812 3456 7890,  +6281234567890
            (021) 5255 012,      +62215255012
            +1 (310) 555-0123,   +13105550123
            +60 12-345 6789,     +60123456789
            """)
    void readsANumberAsPeopleWriteIt(String typed, String meant) {
        assertThat(Phone.of(typed).value()).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0812",
                "0812 345",
                "telepon",
                "0812345678901234567",
                "+0812345678",
                "+62",
                "5551234",
                "0812x3456789",
                "++6281234567890"
            })
    void refusesWhatCannotBeOne(String typed) {
        assertThatIllegalArgumentException().isThrownBy(() -> Phone.of(typed));
    }

    @Test
    void whatCannotBeReadIsKeptAsTyped() {
        assertThat(Phone.read(" 0812-34 ")).isEqualTo("0812-34");
    }

    @Test
    void isShownInGroupsAsPeopleReadIt() {
        assertThat(Phone.of("081234567890").grouped()).isEqualTo("+62 812-3456-7890");
        assertThat(Phone.of("+1 310 555 0123").grouped()).isEqualTo("+13105550123");
    }

    @Test
    void neverShowsItselfInALog() {
        assertThat(Phone.of("081234567890")).hasToString("*******890");
    }
}
