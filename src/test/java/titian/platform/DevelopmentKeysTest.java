package titian.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;

/** No key that stands in the source opens a house that serves people. */
class DevelopmentKeysTest {

    private static final Path SETTINGS = Path.of("src/test/resources/application-development.yaml");
    private static final Pattern KEY =
            Pattern.compile("^ *((?:[a-z]+-)?(?:password|secret|keys?)): (\\S+)$", Pattern.MULTILINE);

    /** All but that of the audit, which says by its bytes what it is: SigningKeyTest. */
    @Test
    void everyKeyInTheSettingsOfDevelopmentIsRefusedElsewhere() throws IOException {
        var development = new MockEnvironment();
        development.setActiveProfiles("development");
        var keys = KEY.matcher(Files.readString(SETTINGS))
                .results()
                .filter(found -> !found.group(1).equals("audit-key"))
                .toList();

        assertThat(keys).hasSizeGreaterThan(10).allSatisfy(found -> {
            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(() -> refuse(new MockEnvironment(), found.group(1), found.group(2)))
                    .withMessageContaining(found.group(1));
            assertThatCode(() -> refuse(development, found.group(1), found.group(2)))
                    .doesNotThrowAnyException();
        });
    }

    @Test
    void keysOfAHousesOwnAreTaken() {
        assertThatCode(() -> {
                    refuse(new MockEnvironment(), "secret", "Xk3-development-only-9");
                    refuse(new MockEnvironment(), "private-key", "c29tZXRoaW5nIGVsc2U=");
                })
                .doesNotThrowAnyException();
    }

    private static void refuse(Environment house, String setting, String key) {
        if (setting.matches("(private|public)-key")) {
            DevelopmentKeys.refuse(house, setting, Base64.getDecoder().decode(key));
        } else {
            DevelopmentKeys.refuse(house, setting, key);
        }
    }
}
