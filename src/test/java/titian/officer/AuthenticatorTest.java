package titian.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The codes are those every authenticator app makes. */
class AuthenticatorTest {

    static final Authenticator OF_THE_STANDARD =
            new Authenticator(Base32.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII)));

    /** The vectors of RFC 6238, appendix B; their last six digits. */
    @ParameterizedTest
    @CsvSource({
        "59,287082",
        "1111111109,081804",
        "1111111111,050471",
        "1234567890,005924",
        "2000000000,279037",
        "20000000000,353130"
    })
    void codesAreAsTheStandardSays(long second, String code) {
        var now = Instant.ofEpochSecond(second);

        assertThat(OF_THE_STANDARD.code(Authenticator.step(now))).isEqualTo(code);
        assertThat(OF_THE_STANDARD.stepOf(code, now)).hasValue(Authenticator.step(now));
    }

    @Test
    void theCodeBeforeAndTheCodeAfterCountAndNoOther() {
        var now = Instant.ofEpochSecond(2_000_000_000);
        var step = Authenticator.step(now);

        for (var near = step - 1; near <= step + 1; near++) {
            assertThat(OF_THE_STANDARD.stepOf(OF_THE_STANDARD.code(near), now)).hasValue(near);
        }
        assertThat(OF_THE_STANDARD.stepOf(OF_THE_STANDARD.code(step - 2), now)).isEmpty();
        assertThat(OF_THE_STANDARD.stepOf(OF_THE_STANDARD.code(step + 2), now)).isEmpty();
        for (var nonsense : new String[] {"", "1", "28708", "2870822", "٢٨٧٠٨٢", "x".repeat(100_000)}) {
            assertThat(OF_THE_STANDARD.stepOf(nonsense, now)).isEmpty();
        }
    }

    @Test
    void secretsAreLongAndDiffer() {
        var one = Authenticator.fresh();

        assertThat(Base32.bytes(one.secret())).hasSize(20);
        assertThat(one).isNotEqualTo(Authenticator.fresh());
        assertThat(one.toString()).doesNotContain(one.secret());
    }

    /** The vectors of RFC 4648, without their padding. */
    @ParameterizedTest
    @CsvSource({"f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"})
    void base32IsAsTheStandardSays(String text, String encoded) {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);

        assertThat(Base32.of(bytes)).isEqualTo(encoded);
        assertThat(Base32.bytes(encoded)).isEqualTo(bytes);
        assertThat(Base32.tidy(" " + encoded.toLowerCase(Locale.ROOT) + "-")).isEqualTo(encoded);
    }

    @Test
    void theAddressForTheAppNamesServiceAndAccount() {
        assertThat(OF_THE_STANDARD.address("Layanan Paspor", "pintu@titian.example"))
                .hasToString("otpauth://totp/Layanan%20Paspor:pintu%40titian.example?secret=" + OF_THE_STANDARD.secret()
                        + "&issuer=Layanan%20Paspor");
    }
}
