package titian.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import titian.TitianTest;

/** One form open in two tabs, or on two devices: whoever saves last is believed, and no page takes another's answers. */
@TitianTest
class TwoTabsTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    AnswerSheets sheets;

    Person person;

    @BeforeEach
    void somebody() {
        person = new Person(browser);
    }

    @Test
    void theSamePageSavedInBothStandsAsItWasSavedLast() {
        var id = person.before("kerabat");
        var first = new HashMap<>(person.answers("keluarga"));
        first.put("father", "Ayah Pertama");
        var second = new HashMap<>(person.answers("keluarga"));
        second.put("father", "Ayah Kedua");

        person.answer(id, "keluarga", first);
        person.answer(id, "keluarga", second);

        assertThat(person.get("/permohonan/" + id + "/keluarga"))
                .bodyText()
                .contains("AYAH KEDUA")
                .doesNotContain("AYAH PERTAMA");
    }

    @Test
    void anOldTabKeepsWhatIsSavedOnOtherPages() {
        var id = person.before("data-diri");
        person.answer(id, "data-diri", person.answers("data-diri"));
        var saved = sheets.of(id);

        person.answer(id, "kerabat", Map.of("homeName", "Lain", "homePhone", "081200000009", "homeRelation", "FRIEND"));

        assertThat(sheets.of(id))
                .containsAllEntriesOf(without(saved))
                .extractingByKey(Section.RELATIVES)
                .isNotEqualTo(saved.get(Section.RELATIVES));
    }

    /** What one tab could not take and put off gives way to what the other saved after it. */
    @Test
    void whatWasPutOffGivesWayToWhatWasSaved() {
        var id = person.before("kerabat");
        person.answer(id, "keluarga", Map.of("father", "B0di", "mother", "Siti", "nanti", "ya"));
        assertThat(person.get("/permohonan/" + id + "/keluarga")).bodyText().contains("B0DI");

        person.answer(id, "keluarga", person.answers("keluarga"));

        assertThat(person.get("/permohonan/" + id + "/keluarga"))
                .bodyText()
                .contains("BUDI")
                .doesNotContain("B0DI");
    }

    @Test
    void aTabLeftOpenOnAFormThatWasThrownAwayFindsNothing() {
        var id = person.before("kerabat");
        person.post("/permohonan/" + id + "/hapus", Map.of());

        assertThat(person.answer(id, "kerabat", person.answers("kerabat"))).hasStatus(404);
    }

    private static Map<Section, Answer> without(Map<Section, Answer> saved) {
        var others = new HashMap<>(saved);
        others.remove(Section.RELATIVES);
        return others;
    }
}
