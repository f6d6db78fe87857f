package titian.pass;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import titian.web.Words;

class CalendarFileTest {

    private final Pass pass = Passes.of(Pass.Standing.READY);
    private final String file = new CalendarFile(
                    pass, Words.in(Words.INDONESIAN), "https://paspor.example", Passes.STARTS.minusSeconds(86_400))
            .text();

    @Test
    void linesAreShortAndEndAsTheStandardSays() {
        assertThat(file).endsWith("END:VCALENDAR\r\n");
        assertThat(file.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(file.split("\r\n"))
                .allSatisfy(line -> assertThat(line.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(75));
    }

    @Test
    void theVisitIsAtItsMomentWhateverTheZone() {
        assertThat(unfolded())
                .contains("DTSTART:20261208T023000Z\r\n", "DTEND:20261208T030000Z\r\n", "DTSTAMP:20261207T023000Z\r\n");
    }

    @Test
    void commasDoNotSplitThePlace() {
        assertThat(unfolded()).contains("Pancoran\r\n").contains("No. 207\\, Duren Tiga\\, Pancoran");
    }

    @Test
    void itNamesNeitherThePersonNorTheCode() {
        assertThat(unfolded())
                .doesNotContain("RATNA", pass.code().value(), pass.code().toString());
    }

    private String unfolded() {
        return file.replace("\r\n ", "");
    }
}
