package titian.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import titian.TitianTest;

@TitianTest
class ServiceWorkerTest {

    private static final Pattern KEPT = Pattern.compile("'(/(?:aset/|luring)[^']*)'");
    private static final Pattern NAMED_BY_CONTENT = Pattern.compile("/aset/[\\w-]+-[0-9a-f]{32}\\.\\w+");
    private static final Pattern ICON = Pattern.compile("\"src\":\"([^\"]+)\"");

    @Autowired
    MockMvcTester browser;

    @Test
    void whatTheWorkerKeepsIsThereUnderTheNameOfItsContent() throws Exception {
        var answer = browser.get().uri("/sw.js").exchange();
        assertThat(answer).hasStatusOk().hasHeader("Cache-Control", "no-cache");
        var script = answer.getResponse().getContentAsString();
        var shell = script.substring(script.indexOf('['), script.indexOf(']'));
        assertThat(KEPT.matcher(shell).results().map(found -> found.group(1)))
                .hasSizeGreaterThan(5)
                .allSatisfy(address -> assertThat(browser.get().uri(address)).hasStatusOk())
                .filteredOn(address -> address.startsWith("/aset/"))
                .allMatch(address -> NAMED_BY_CONTENT.matcher(address).matches());
        assertThat(script).containsPattern("'rupa-[0-9a-f]{8}'").doesNotContain("_OF_THIS_RELEASE");
    }

    @Test
    void theProgramCanBeInstalled() throws Exception {
        var answer = browser.get().uri("/app.webmanifest").exchange();
        assertThat(answer).hasStatusOk();
        assertThat(ICON.matcher(answer.getResponse().getContentAsString()).results())
                .hasSize(3)
                .allSatisfy(icon -> assertThat(browser.get().uri(icon.group(1))).hasStatusOk());
    }
}
