package titian.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.TitianTest;

/** Help, privacy, accessibility, and how a reader wants pages to look. */
@TitianTest
class FrontPagesTest {

    @Autowired
    MockMvcTester browser;

    @ParameterizedTest
    @ValueSource(strings = {"/bantuan", "/privasi", "/aksesibilitas", "/tampilan"})
    void aPlainPageReadsInBothLanguages(String address) {
        assertThat(browser.get().uri(address)).hasStatusOk().bodyText().contains("<html lang=\"id\"");
        assertThat(browser.get().uri(address + "?lang=en"))
                .hasStatusOk()
                .bodyText()
                .contains("<html lang=\"en\"");
    }

    @Test
    void aChosenLookIsKeptAndLeadsBack() {
        assertThat(choose("dark", "besar", "/jadwal?cari=depok"))
                .hasStatus(303)
                .hasHeader("Location", "/jadwal?cari=depok")
                .cookies()
                .hasValue("tema", "dark")
                .hasValue("huruf", "besar");
    }

    @Test
    void whatIsNotAChoiceIsLeftToTheDevice() {
        assertThat(choose("\"><b>", "raksasa", "/"))
                .cookies()
                .hasValue("tema", "")
                .hasValue("huruf", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://jahat.example/", "//jahat.example", "/\\jahat.example", "/a\r\nX: y", "", "javascript:1"
            })
    void nobodyIsLedOutOfTheHouse(String address) {
        assertThat(choose("light", "normal", address)).hasStatus(303).hasHeader("Location", "/");
    }

    @Test
    void theFormLeadsBackToWhereTheReaderWas() {
        assertThat(browser.get().uri("/tampilan").header("Referer", "http://localhost/syarat?lang=en"))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"/syarat?lang=en\"");
        assertThat(browser.get().uri("/tampilan").header("Referer", ":::"))
                .hasStatusOk()
                .bodyText()
                .contains("name=\"kembali\" value=\"/\"");
    }

    private MvcTestResult choose(String theme, String text, String back) {
        return browser.post()
                .uri("/tampilan")
                .param("tema", theme)
                .param("huruf", text)
                .param("kembali", back)
                .with(csrf())
                .exchange();
    }
}
