package titian.snap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.env.MockEnvironment;
import titian.platform.CannotStart;

/** What the bank of development knows us by opens no house that serves people. */
class BankAccessTest {

    @Test
    void noKeyOfDevelopmentIsTakenElsewhere() throws GeneralSecurityException {
        var own = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        var house = development();
        assertRefused(house, "titian.bank.secret");
        house.setProperty("titian.bank.secret", "our own");
        assertRefused(house, "titian.bank.private-key");
        house.setProperty("titian.bank.private-key", written(own.getPrivate().getEncoded()));
        assertRefused(house, "titian.bank.public-key");
        house.setProperty("titian.bank.public-key", written(own.getPublic().getEncoded()));

        assertThat(new BankAccess(house).theirKey()).isEqualTo(own.getPublic());
    }

    private static void assertRefused(MockEnvironment house, String setting) {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> new BankAccess(house))
                .satisfies(refusal -> assertThat(refusal.remedy()).contains(setting));
    }

    private static String written(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }

    /** The settings of development, in a house that is none. */
    private static MockEnvironment development() {
        var settings = new YamlPropertiesFactoryBean();
        settings.setResources(new ClassPathResource("application-development.yaml"));
        var house = new MockEnvironment();
        Objects.requireNonNull(settings.getObject())
                .forEach((name, value) -> house.setProperty(name.toString(), value.toString()));
        return house;
    }
}
