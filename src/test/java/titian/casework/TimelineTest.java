package titian.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static titian.SignedInPeople.as;

import java.time.Instant;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import titian.TitianTest;
import titian.shared.Act;
import titian.web.Words;

/** However much officers do, applicants find how it began; and whatever is told has its words. */
@TitianTest
class TimelineTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    BeanFactory house;

    @Autowired
    Timeline timeline;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aLongCaseStillTellsItsApplicantHowItBegan() {
        var some = new SomeFiles(house);
        var one = some.certain();
        transaction.executeWithoutResult(_ -> IntStream.range(0, 101)
                .forEach(_ -> events.publishEvent(Act.of("PAPER_FOUND_GOOD", "application", one.id()))));

        assertThat(timeline.told(one.id()).stream().map(line -> line.what() + "." + line.cameTo()))
                .containsExactly("APPLICATION_MOVED.SCHEDULED", "APPLICATION_MOVED.SUBMITTED");
        assertThat(browser.get()
                        .uri("/permohonan/" + one.id())
                        .with(as(one.applicant()))
                        .exchange())
                .bodyText()
                .contains("Anda mengirim permohonan");
        assertThat(browser.get().uri(one.address()).with(as(some.verifier())).exchange())
                .bodyText()
                .contains("Hanya 100 kejadian terakhir");
    }

    static Stream<String> everythingTold() {
        return Timeline.TOLD.stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("everythingTold")
    void whatIsToldHasItsWordsInBothLanguages(String key) {
        for (var language : new Locale[] {Locale.of("id"), Locale.ENGLISH}) {
            assertThat(Words.in(language).text("casework.told." + key)).isNotBlank();
        }
    }

    @Test
    void officersReadTheStateThatAnExaminationAndAPassportCameTo() {
        var words = Words.in(Locale.of("id"));
        var at = Instant.EPOCH;
        assertThat(new Timeline.Line(at, "EXAMINATION_MOVED", "OPINED", null).noted(words))
                .contains("Menunggu keputusan kepala kantor");
        assertThat(new Timeline.Line(at, "PASSPORT_MOVED", "READY", null).noted(words))
                .contains("Siap diambil");
    }
}
