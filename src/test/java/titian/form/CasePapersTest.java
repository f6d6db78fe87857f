package titian.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import titian.TitianTest;
import titian.application.Paid;
import titian.document.DocumentKind;
import titian.requirement.RequestedService;

/** What is said of a case decides which papers it needs, and who answers for it. */
@TitianTest
class CasePapersTest extends CaseForms {

    /** What makes a paper necessary, and which. */
    @ParameterizedTest
    @CsvSource({
        "orang-tua, household, ONE_DIED, SURAT_KEMATIAN",
        "orang-tua, household, BOTH_DIED, PENETAPAN_WALI",
        "orang-tua, passport, yes, PASPOR_ORTU",
        "orang-tua, companion, OTHER, SURAT_KUASA",
        "orang-tua, companion, GUARDIAN, PENETAPAN_WALI",
        "orang-tua, childhood, DUAL_CITIZEN, AFFIDAVIT",
        "orang-tua, childhood, BORN_ABROAD, BUKTI_LAPOR_LAHIR"
    })
    void whatIsSaidOfAChildsParentsMakesPapersNecessary(String page, String field, String said, DocumentKind paper) {
        var id = begin(RequestedService.NEW_CHILD);
        var answers = answers(RequestedService.NEW_CHILD);
        followTo(id, page, answers);
        var typed = new HashMap<>(answers.get(page));
        typed.put(field, said);
        if (said.equals("BOTH_DIED")) {
            typed.put("companion", "GUARDIAN");
        }

        assertThat(person.answer(id, page, typed)).hasStatus3xxRedirection();

        assertThat(form(id).needed())
                .contains(paper)
                .contains(DocumentKind.KTP_ORTU)
                .doesNotContain(DocumentKind.KTP);
    }

    /** Not every certificate of birth names a father. */
    @Test
    void aParentWhomNobodyKnowsIsNotAskedAbout() {
        var id = begin(RequestedService.NEW_CHILD);
        followTo(id, "data-orang-tua", answers(RequestedService.NEW_CHILD));
        var mother = new HashMap<>(parentData());
        mother.keySet().removeIf(field -> field.startsWith("father"));
        mother.put("fatherUnknown", "ya");

        var nobody = Map.of("fatherUnknown", "ya", "motherUnknown", "ya");
        assertThat(person.answer(id, "data-orang-tua", nobody))
                .as("of parents who live one is known")
                .hasStatus(422)
                .bodyText()
                .contains("Isi data ayah atau data ibu");
        assertThat(person.answer(id, "data-orang-tua", mother)).hasStatus3xxRedirection();

        assertThat(person.get("/permohonan/" + id + "/data-orang-tua?lang=en"))
                .bodyText()
                .contains("Father not known", "BANDUNG");
        assertThat(now(id)).isEqualTo("dokumen");
    }

    @Test
    void ofAnOrphanBothParentsMayBeUnknown() {
        var id = begin(RequestedService.NEW_CHILD);
        var answers = answers(RequestedService.NEW_CHILD);
        followTo(id, "orang-tua", answers);
        var said = new HashMap<>(answers.get("orang-tua"));
        said.putAll(Map.of("household", "BOTH_DIED", "companion", "GUARDIAN"));
        person.answer(id, "orang-tua", said);

        assertThat(person.answer(id, "data-orang-tua", Map.of("fatherUnknown", "ya", "motherUnknown", "ya")))
                .hasStatus3xxRedirection();
        assertThat(form(id).needed()).contains(DocumentKind.PENETAPAN_WALI, DocumentKind.SURAT_KEMATIAN);
    }

    @Test
    void whoAnswersForAChildAgreesAndThePassSaysWhoComesAlong() {
        var id = begin(RequestedService.NEW_CHILD);
        followTo(id, "periksa", answers(RequestedService.NEW_CHILD));

        assertThat(person.get("/permohonan/" + id + "/periksa"))
                .bodyText()
                .contains("Saya, SITI AMINAH, bertanggung jawab atas anak ini");
        person.answer(id, "periksa", Map.of("setuju", "ya"));
        Paid.now(house, id);

        assertThat(person.get("/pass/" + id)).bodyText().contains("Anak dan ibunya datang bersama");
        assertThat(person.get("/pass/" + id + "/pdf")).hasStatusOk();
    }

    @ParameterizedTest
    @CsvSource({
        "NAME_CHANGED, PENETAPAN_NAMA", "NATURALISED, SURAT_WARGANEGARA",
        "PROOF_INCOMPLETE, SURAT_KET_INSTANSI", "MOVED_ABROAD, SURAT_PINDAH_LN"
    })
    void whatIsSpecialMakesPapersNecessary(String ticked, DocumentKind paper) {
        person = new Person(browser);
        var id = person.before("dokumen");

        assertThat(person.get("/permohonan/" + id + "/keadaan")).hasStatusOk();
        person.answer(id, "keadaan", Map.of("keadaan", ticked));

        assertThat(form(id).needed()).contains(paper);
        assertThat(form(id).needed().contains(DocumentKind.KTP)).isNotEqualTo(ticked.equals("MOVED_ABROAD"));
        person.answer(id, "keadaan", Map.of());
        assertThat(form(id).needed()).doesNotContain(paper);
    }

    @Test
    void anOldPassportFromAbroadNeedsTheFamilyCardAndAProof() {
        var id = begin(RequestedService.REPLACE_EXPIRY);
        var answers = answers(RequestedService.REPLACE_EXPIRY);
        followTo(id, "dokumen", answers);
        assertThat(form(id).needed()).containsExactly(DocumentKind.KTP, DocumentKind.PASPOR_LAMA);
        var typed = new HashMap<>(answers.get("paspor-lama"));
        typed.put("issued", "ABROAD");

        person.answer(id, "paspor-lama", typed);

        assertThat(form(id).needed()).contains(DocumentKind.KK, DocumentKind.CIVIL_PROOF);
    }

    @Test
    void aRenewalTypedAsNewIsCaughtAndMendedByOneTap() {
        person = new Person(browser);
        var id = person.before("perdim");
        var typed = new HashMap<>(person.answers("perdim"));
        typed.put("oldNumber", "a 123 4567");

        assertThat(person.answer(id, "perdim", typed)).hasRedirectedUrl("/permohonan/" + id + "/perdim/penggantian");
        assertThat(person.get("/permohonan/" + id + "/perdim/penggantian"))
                .bodyText()
                .contains("A1234567", "hangus", "ubah menjadi penggantian");
        assertThat(person.get("/permohonan/" + id + "/dokumen")).hasRedirectedUrl("/permohonan/" + id);

        assertThat(person.post("/permohonan/" + id + "/perdim/penggantian", Map.of("ini", "penggantian")))
                .hasRedirectedUrl("/permohonan/" + id + "/paspor-lama");
        assertThat(person.get("/permohonan/" + id + "/paspor-lama")).bodyText().contains("A1234567");
        assertThat(applications.find(id).orElseThrow().service()).isEqualTo(RequestedService.REPLACE_EXPIRY);
    }

    @Test
    void aNumberTypedByMistakeIsTakenBackByOneTap() {
        person = new Person(browser);
        var id = person.before("perdim");
        var typed = new HashMap<>(person.answers("perdim"));
        typed.put("oldNumber", "A1234567");
        person.answer(id, "perdim", typed);

        assertThat(person.post("/permohonan/" + id + "/perdim/penggantian", Map.of("ini", "baru")))
                .hasRedirectedUrl("/permohonan/" + id + "/dokumen");

        assertThat(applications.find(id).orElseThrow().service()).isEqualTo(RequestedService.NEW_ADULT);
    }
}
