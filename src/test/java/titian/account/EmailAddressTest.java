package titian.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ratna@warga.example",
                " ratna.wulandari+paspor@mail.warga.co.id ",
                "o'neil@warga.example",
                "_@x-y.example",
                "a@1.example"
            })
    void readsAnAddressAsPeopleTypeIt(String typed) {
        assertThat(EmailAddress.of(typed).value()).isEqualTo(typed.strip());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            ratna,                          no domain
            ratna@,                         no domain
            @warga.example,                 nobody
            ratna@warga,                    no dot in the domain
            ratna@@warga.example,           two at signs
            ratna@a@warga.example,          two at signs
            ratna wulandari@warga.example,  a blank
            .ratna@warga.example,           begins with a dot
            ratna.@warga.example,           ends with a dot
            rat..na@warga.example,          two dots
            ratna@warga..example,           two dots
            ratna@-warga.example,           a label begins with a hyphen
            ratna@warga.example.,           ends with a dot
            ratna@127.0.0.1,                a number
            rätna@warga.example,            not ASCII
            <ratna@warga.example>,          brackets
            """)
    void refusesWhatCannotBeOne(String typed, String why) {
        assertThatIllegalArgumentException().as(why).isThrownBy(() -> EmailAddress.of(typed));
    }

    @Test
    void refusesALineBreakThatWouldForgeALetter() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EmailAddress("ratna@warga.example\r\nBcc: all@warga.example"));
    }

    @Test
    void refusesTheOverlongAtOnce() {
        assertThat(EmailAddress.read("a".repeat(64) + "@warga.example")).isPresent();
        assertThat(EmailAddress.read("a".repeat(65) + "@warga.example")).isEmpty();
        assertThat(EmailAddress.read("a@" + "b".repeat(60) + ("." + "c".repeat(60)).repeat(4) + ".example"))
                .isEmpty();
        assertThat(EmailAddress.read("a.".repeat(100_000))).isEmpty();
    }

    @Test
    void neverShowsItselfInALog() {
        assertThat(EmailAddress.of("ratna@warga.example").toString()).doesNotContain("ratna");
    }
}
