package titian.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;
import titian.platform.CannotStart;

/** Without access to the registry nothing starts, and what is missing is said. */
class RegistryAccessTest {

    @ParameterizedTest
    @CsvSource({"'',we,secret", "http://registry.example,'',secret", "http://registry.example,we,' '"})
    void whatIsMissingIsSaid(String url, String user, String password) {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(
                        () -> new RegistryAccess(url, user, password, "127.0.0.1", 90, false, new MockEnvironment()))
                .withMessageContaining("civil registry")
                .satisfies(refusal -> assertThat(refusal.remedy()).contains("TITIAN_REGISTRY_URL"));
    }

    @Test
    void thePasswordOfDevelopmentIsRefused() {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> new RegistryAccess(
                        "http://registry.example", "we", "titian-dev", "127.0.0.1", 90, false, new MockEnvironment()))
                .satisfies(refusal -> assertThat(refusal.remedy()).contains("TITIAN_REGISTRY_PASSWORD"));
    }
}
