package titian.simponi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;
import titian.platform.CannotStart;

/** What is missing for the biller is said at the start, all of it at once. */
class BillerAccessTest {

    @Test
    void whatIsMissingIsNamed() {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> new BillerAccess(
                        new MockEnvironment().withProperty("titian.biller.url", "http://biller.example")))
                .satisfies(refusal -> assertThat(refusal.remedy())
                        .contains("titian.biller.user", "titian.biller.notice-secret", "titian.biller.tariffs")
                        .doesNotContain("titian.biller.url"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PSP_ELEK_5", "PSP_ELEK_5=", "PSP_ELEK_5=12345", "PSP_ELEK_5=000103;PSP_ELEK_10=000104"})
    void tariffCodesAreWrittenInPairs(String tariffs) {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> new BillerAccess(complete().withProperty("titian.biller.tariffs", tariffs)));
    }

    @Test
    void aTariffTheBillerHasNoCodeForIsNamed() {
        var access = new BillerAccess(complete());

        assertThat(access.tariff("PSP_ELEK_5")).isEqualTo("000103");
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> access.tariff("PSP_BIASA_5"))
                .withMessageContaining("PSP_BIASA_5");
    }

    @ParameterizedTest
    @CsvSource({"password,titian-dev", "notice-secret,simponi-dev", "password,development-only-0123456789"})
    void theSecretsOfDevelopmentAreRefused(String setting, String secret) {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> new BillerAccess(complete().withProperty("titian.biller." + setting, secret)))
                .satisfies(refusal -> assertThat(refusal.remedy()).contains("titian.biller." + setting));
    }

    static MockEnvironment complete() {
        return new MockEnvironment()
                .withProperty("titian.biller.url", "http://biller.example/simponi")
                .withProperty("titian.biller.user", "we")
                .withProperty("titian.biller.password", "our secret")
                .withProperty("titian.biller.notice-secret", "their secret")
                .withProperty("titian.biller.ministry", "137")
                .withProperty("titian.biller.directorate", "06")
                .withProperty("titian.biller.unit", "123456")
                .withProperty("titian.biller.account", "425111")
                .withProperty("titian.biller.regulation", "2024045")
                .withProperty("titian.biller.province", "0100")
                .withProperty("titian.biller.regency", "51")
                .withProperty("titian.biller.tariffs", "PSP_ELEK_5=000103, PSP_ELEK_10=000104, ADD_HILANG=000106");
    }
}
