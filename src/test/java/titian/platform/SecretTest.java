package titian.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

/** The house does not open its doors with a secret that others know or can guess. */
class SecretTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "development-only", "development-only-0123456789-0123456789-0123456789"})
    void aSecretThatIsNoneOrThatOfDevelopmentIsRefused(String secret) {
        assertThatThrownBy(() -> new Secret(secret, new MockEnvironment())).isInstanceOf(CannotStart.class);
    }

    @Test
    void oneOfItsOwnIsTakenAndThatOfDevelopmentInDevelopmentOnly() {
        var development = new MockEnvironment();
        development.setActiveProfiles("development");

        assertThatCode(() -> new Secret("0123456789abcdef0123456789abcdef", new MockEnvironment()))
                .doesNotThrowAnyException();
        assertThatCode(() -> new Secret("development-only-0123456789-0123456789-0123456789", development))
                .doesNotThrowAnyException();
    }
}
