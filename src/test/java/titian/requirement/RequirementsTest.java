package titian.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import titian.TitianTest;
import titian.web.Words;

/** What each service asks for, and where everything begins. */
@TitianTest
class RequirementsTest {

    @Autowired
    Requirements requirements;

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient db;

    static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

    static Stream<RequestedService> services() {
        return RequirementsController.SERVICES.stream();
    }

    @Test
    void anAdultsFirstPassportAsksForIdentityFamilyCardAndOneProof() {
        var checklist = new Checklist("NEW_ADULT", requirements.of(RequestedService.NEW_ADULT, TODAY));

        assertThat(checklist.always()).extracting(Requirement::document).containsExactly("KK");
        assertThat(checklist.oneOfEach()).hasSize(2);
        assertThat(checklist.oneOfEach().stream().flatMap(List::stream))
                .extracting(Requirement::document)
                .contains("KTP", "AKTA_LAHIR", "IJAZAH", "BUKU_NIKAH", "SURAT_BAPTIS");
        assertThat(checklist.ifItApplies()).extracting(Requirement::document).contains("PENETAPAN_NAMA");
    }

    @Test
    void everyServiceOfTheDataIsShown() {
        assertThat(db.sql("SELECT DISTINCT service FROM requirement.requirement")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(
                        RequirementsController.SERVICES.stream().map(Enum::name).toList());
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyServicesPapersReadWellInBothLanguages(RequestedService service) {
        var address = "/syarat/" + service.path();
        var papers = requirements.of(service, TODAY);

        assertThat(papers).isNotEmpty();
        assertThat(browser.get().uri(address))
                .hasStatusOk()
                .bodyText()
                .contains(papers.getFirst().nameId().substring(0, 3));
        assertThat(browser.get().uri(address + "?lang=en"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("NEW_ADULT", "NEW_CHILD");
    }

    @ParameterizedTest
    @MethodSource("services")
    void aPaperNeededSometimesSaysWhen(RequestedService service) {
        var checklist = new Checklist(service.name(), requirements.of(service, TODAY));

        assertThat(checklist.ifItApplies())
                .allSatisfy(paper -> assertThat(
                                Words.in(Words.INDONESIAN).text(String.valueOf(checklist.explanation(paper))))
                        .isNotBlank());
    }

    @Test
    void theRequirementsPageTellsTheCostAndLeadsOn() {
        assertThat(browser.get().uri("/syarat"))
                .hasStatusOk()
                .bodyText()
                .contains("Wajib")
                .contains("Pilih salah satu")
                .contains("Bila perlu")
                .contains("Rp350.000")
                .contains("href=\"/daftar\"");
    }

    @Test
    void aServiceNobodyKnowsIsMissing() {
        assertThat(browser.get().uri("/syarat/sim-a")).hasStatus(404);
        assertThat(browser.get().uri("/syarat/%00"))
                .satisfies(
                        answer -> assertThat(answer.getResponse().getStatus()).isBetween(400, 499));
    }

    @Test
    void theHouseOpensWithAPromiseAPriceAndAWayIn() {
        assertThat(browser.get().uri("/"))
                .hasStatusOk()
                .bodyText()
                .contains("Mulai permohonan")
                .contains("href=\"/daftar\"")
                .contains("Rp350.000")
                .contains("/bantuan#prioritas");
        assertThat(browser.get().uri("/?lang=en")).hasStatusOk().bodyText().contains("Start an application");
        assertThat(browser.get().uri("/?keluar")).hasStatusOk().bodyText().contains("Anda sudah keluar");
    }

    @Test
    void lookingAroundMakesNoSession() {
        assertThat(Stream.of("/", "/syarat", "/jadwal", "/jadwal/kanim-jakarta-selatan", "/bantuan"))
                .allSatisfy(address ->
                        assertThat(browser.get().uri(address)).hasStatusOk().doesNotContainHeader("Set-Cookie"));
    }
}
