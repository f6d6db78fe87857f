package titian.form;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import titian.TitianTest;
import titian.document.DocumentKind;

/** Every field of the paper forms is asked for here, or it is written down why not (docs/data.md). */
@TitianTest
class FieldsTest {

    private static final Path LIST = Path.of("src/main/resources/data/form_fields.csv");
    private static final Path WHY_NOT = Path.of("docs/data.md");

    /** Where each field is answered. */
    private static final Map<String, Answered> ANSWERED = Map.ofEntries(
            by("applicationKind", Answer.Questionnaire.class, "hasPassport"),
            by("replacementReason", CaseAnswer.OldPassport.class, "reason"),
            by("passportType", Kind.class, "type"),
            by("validityYears", Kind.class, "validityYears"),
            by("oldPassportNumber", CaseAnswer.OldPassport.class, "number"),
            by("oldPassportRegister", CaseAnswer.OldPassport.class, "register"),
            by("fullName", Answer.Identity.class, "fullName"),
            by("nik", Answer.Identity.class, "nik"),
            by("ktpIssueDate", Answer.PersonalData.class, "cardIssued"),
            by("ktpExpiryDate", Answer.PersonalData.class, "cardExpires"),
            by("birthPlace", Answer.PersonalData.class, "birthPlace"),
            by("birthDate", Answer.Identity.class, "birthDate"),
            by("sex", Answer.PersonalData.class, "sex"),
            by("heightCm", Answer.PersonalData.class, "heightCm"),
            by("maritalStatus", Answer.Family.class, "maritalStatus"),
            by("occupation", Answer.PersonalData.class, "occupation"),
            by("address", Answer.Residence.class, "address"),
            by("provinceCode", Answer.Residence.class, "province"),
            by("regencyCode", Answer.Residence.class, "regency"),
            by("districtCode", Answer.Residence.class, "district"),
            by("postcode", Answer.Residence.class, "postcode"),
            by("currentAddress", Answer.Residence.class, "currentAddress"),
            by("phone", Answer.Residence.class, "phone"),
            by("fatherName", Answer.Family.class, "father"),
            by("fatherNationality", CaseAnswer.Parent.class, "nationality"),
            by("fatherBirthPlaceDate", CaseAnswer.Parent.class, "birthPlace", "birthDate"),
            by("motherName", Answer.Family.class, "mother"),
            by("motherNationality", CaseAnswer.Parent.class, "nationality"),
            by("motherBirthPlaceDate", CaseAnswer.Parent.class, "birthPlace", "birthDate"),
            by("parentsAddress", CaseAnswer.ParentData.class, "address"),
            by("spouseName", Answer.Family.class, "spouse"),
            by("spouseNationality", Answer.Family.class, "spouseNationality"),
            by("spouseBirthDate", Answer.Family.class, "spouseBirthDate"),
            by("grandfatherName", Answer.Family.class, "grandfather"),
            by("hasPassport", Answer.Questionnaire.class, "hasPassport"),
            by("purpose", Answer.Questionnaire.class, "purpose"),
            by("stayLength", Answer.Questionnaire.class, "stay"),
            by("destinationCountry", Answer.Questionnaire.class, "country"),
            by("destinationAddress", Answer.Questionnaire.class, "addressAbroad"),
            by("relativeAbroad", Answer.Relatives.class, "abroad"),
            by("relativeHome", Answer.Relatives.class, "home"),
            by("serviceSpeed", Kind.class, "speed"),
            by("office", Answer.Place.class, "office"),
            by("visitDate", Answer.Visit.class, "slot"),
            by("visitSlot", Answer.Visit.class, "slot"),
            by("guardianName", CaseAnswer.Parents.class, "guardian"),
            by("priorityGroup", Answer.PersonalData.class, "group"));

    /** Which paper each upload is. */
    private static final Map<String, DocumentKind> UPLOADED = Map.of(
            "docKtp", DocumentKind.KTP,
            "docKk", DocumentKind.KK,
            "docCivil", DocumentKind.CIVIL_PROOF,
            "docOldPassport", DocumentKind.PASPOR_LAMA,
            "parentalStatement", DocumentKind.PERNYATAAN_ORTU,
            "priorityEvidence", DocumentKind.BUKTI_RENTAN);

    /** What the form itself does not ask; docs/data.md says why. */
    private static final Set<String> LEFT_OUT = Set.of("nationality", "email", "consentTerms");

    @Autowired
    MockMvcTester browser;

    @Autowired
    BeanFactory house;

    /** A component of a section's answer, or two. */
    private record Answered(Class<? extends Record> answer, List<String> components) {

        boolean isThere() {
            var there = Stream.of(answer.getRecordComponents())
                    .map(component -> component.getName())
                    .toList();
            return there.containsAll(components);
        }
    }

    private static Map.Entry<String, Answered> by(String field, Class<? extends Record> answer, String... components) {
        return Map.entry(field, new Answered(answer, List.of(components)));
    }

    @Test
    void everyFieldIsAnsweredUploadedOrLeftOutForAReason() throws IOException {
        var known = new TreeSet<>(ANSWERED.keySet());
        known.addAll(UPLOADED.keySet());
        known.addAll(LEFT_OUT);
        assertThat(fields()).hasSize(56).containsExactlyInAnyOrderElementsOf(known);
        assertThat(ANSWERED.size() + UPLOADED.size() + LEFT_OUT.size())
                .as("each in one way")
                .isEqualTo(known.size());
        assertThat(ANSWERED.values()).allMatch(Answered::isThere);
    }

    @Test
    void whyAFieldIsLeftOutIsWrittenDown() throws IOException {
        var reasons = Files.readAllLines(WHY_NOT).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|", -1))
                .filter(cells -> cells.length == 4)
                .collect(toMap(cells -> cells[1].strip().replace("`", ""), cells -> cells[2].strip()));
        assertThat(reasons).containsOnlyKeys(LEFT_OUT);
        assertThat(reasons.values()).allMatch(reason -> reason.length() > 20);
    }

    private static List<String> fields() throws IOException {
        return Files.readAllLines(LIST).stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
    }

    @Test
    void whoSaysThatTheyGoFirstMayShowWhyAndIsAskedForNoMore() {
        var person = new Person(browser);
        var id = person.before("data-diri");
        var answers = new HashMap<>(person.answers("data-diri"));
        answers.put("group", "ELDERLY");
        assertThat(person.answer(id, "data-diri", answers))
                .hasStatus(422)
                .bodyText()
                .contains("belum 60 tahun");
        assertThat(person.get("/permohonan/" + id + "/dokumen")).bodyText().doesNotContain("BUKTI_RENTAN");

        answers.put("group", "PREGNANT");
        assertThat(person.answer(id, "data-diri", answers)).hasStatus3xxRedirection();
        assertThat(person.get("/permohonan/" + id + "/dokumen"))
                .bodyText()
                .contains("BUKTI_RENTAN", "Boleh tidak diunggah");
        assertThat(person.upload(id, DocumentKind.BUKTI_RENTAN, FilledIn.PICTURE))
                .hasStatus3xxRedirection();
        for (var page : List.of("alamat", "kantor")) {
            person.answer(id, page, person.answers(page));
        }
        var slot = new FilledIn(house).opened();
        assertThat(person.answer(id, "jadwal", Map.of("slot", slot.toString()))).hasStatus3xxRedirection();
        assertThat(person.get("/permohonan/" + id + "/periksa"))
                .bodyText()
                .contains("Kelompok yang didahulukan", "Ibu hamil", "Bukti kelompok", "Tambahkan data orang tua");
    }

    @Test
    void anAdultMayTellOfTheirParentsOrLeaveThemOut() {
        var person = new Person(browser);
        var id = person.before("jadwal");
        var page = "data-orang-tua?kembali=periksa";
        assertThat(person.get("/permohonan/" + id + "/data-orang-tua"))
                .hasStatusOk()
                .bodyText()
                .contains("boleh dikosongkan");
        assertThat(person.answer(id, page, Map.of("fatherNationality", "Indonesia", "fatherBirthPlace", "Solo")))
                .as("half of one parent")
                .hasStatus(422)
                .bodyText()
                .contains("Isi tanggal lahir ayah");
        assertThat(person.answer(id, page, Map.of("parentsAddress", "Jl. Anggrek 4, Solo")))
                .hasStatus3xxRedirection();
        assertThat(person.answer(
                        id,
                        page,
                        Map.of(
                                "fatherNationality", "Indonesia",
                                "fatherBirthPlace", "Solo",
                                "fatherBirthDate.day", "3",
                                "fatherBirthDate.month", "4",
                                "fatherBirthDate.year", "1950")))
                .hasStatus3xxRedirection();
        assertThat(person.get("/permohonan/" + id + "/data-orang-tua"))
                .bodyText()
                .contains("SOLO", "1950");
    }
}
