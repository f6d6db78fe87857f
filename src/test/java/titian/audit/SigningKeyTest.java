package titian.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;
import titian.platform.CannotStart;

/** No day is signed by a key that others have. */
class SigningKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "not base64!", "c2hvcnQ=", "ZGV2ZWxvcG1lbnQtb25seS1rZXktb2YtdGhlLWF1ZGl0"})
    void aKeyThatIsNoneOrTooShortIsRefused(String key) {
        assertThatThrownBy(() -> new SigningKey(key, new MockEnvironment())).isInstanceOf(CannotStart.class);
    }

    @Test
    void theKeyOfDevelopmentIsRefusedAndOneOfItsOwnSigns() {
        var ofDevelopment = key("development-only-0123456789abcde");
        var development = new MockEnvironment();
        development.setActiveProfiles("development");

        assertThatThrownBy(() -> new SigningKey(ofDevelopment, new MockEnvironment()))
                .isInstanceOf(CannotStart.class);
        assertThat(new SigningKey(ofDevelopment, development).open()).isNotEmpty();
        var own = new SigningKey(key("0123456789abcdef0123456789abcdef"), new MockEnvironment());
        var text = "a day".getBytes(US_ASCII);
        assertThat(own.signed(text, own.sign(text))).isTrue();
        assertThat(own.signed("another day".getBytes(US_ASCII), own.sign(text))).isFalse();
    }

    private static String key(String bytes) {
        return Base64.getEncoder().encodeToString(bytes.getBytes(US_ASCII));
    }
}
