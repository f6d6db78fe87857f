package titian;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The house stands: it starts, shows a page, and closes what is not named. */
@TitianTest
class HouseStartsTest {

    @Autowired
    MockMvcTester browser;

    @Test
    void aPageIsShownInIndonesianAndEnglish() {
        assertThat(browser.get().uri("/luring")).hasStatusOk().bodyText().contains("Tidak ada jaringan");
        assertThat(browser.get().uri("/luring?lang=en"))
                .hasStatusOk()
                .bodyText()
                .contains("No network");
    }

    @Test
    void anUnknownAddressIsMissing() {
        assertThat(browser.get().uri("/tidak-ada")).hasStatus(404);
    }
}
