package titian.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.time.Duration;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.People;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.application.Outside;
import titian.form.FilledIn;
import titian.form.NumberDesk;
import titian.outside.World;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;
import titian.shared.Role;
import titian.shared.SignedIn;
import titian.slot.SomeSlots;

/** A number the registry does not confirm goes on, is asked about again, and is settled by an officer who says why. */
@TitianTest
class LaneTest {

    @Autowired
    BeanFactory house;

    @Autowired
    MockMvcTester browser;

    @Autowired
    AccountDesk accounts;

    @Autowired
    LaneDesk desk;

    @Autowired
    NumberDesk numbers;

    @Autowired
    AskingAgain again;

    @Autowired
    World world;

    @Autowired
    JdbcClient db;

    FilledIn forms;
    SignedIn me;
    People.Someone who;
    ApplicationId application;

    @BeforeEach
    void somebodyWhomTheRegistryDoesNotConfirm() {
        forms = new FilledIn(house);
        who = People.someone();
        me = SignedInPeople.applicant(accounts, who);
        application = forms.form(me.account(), who, forms.slot(1));
        forms.doubt(application, me.account(), who);
    }

    @Test
    void theApplicationGoesOnAndItsNumberIsInTheLane() {
        forms.submit(application, me.account());

        var lane = desk.find(application).orElseThrow();
        assertThat(lane.outcome()).isEqualTo("DIFFERS");
        assertThat(lane.differing()).extracting(Enum::name).containsExactly("NAME");
        assertThat(lane.settledAt()).isNull();
    }

    @Test
    void theRegistryIsAskedAgainByItself() {
        Outside.register(world, who, "HIDUP");
        world.clock().moveBy(Duration.ofMinutes(31));

        again.sweep();

        await().atMost(Duration.ofSeconds(60))
                .until(() -> desk.find(application).orElseThrow().settledAt() != null);

        assertThat(numbers.doubt(application)).isEmpty();
    }

    @Test
    void pausesGrowToADay() {
        assertThat(Lane.pause(0)).isEqualTo(Duration.ofMinutes(30));
        assertThat(Lane.pause(1)).isEqualTo(Duration.ofHours(1));
        assertThat(Lane.pause(40)).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void theLetterNamesWhatDiffersAndIsTheApplicantsOwn() throws Exception {
        var answer = browser.get()
                .uri("/permohonan/" + application + "/nik/surat")
                .with(as(me))
                .exchange();

        assertThat(answer).hasStatusOk().hasContentType("application/pdf").hasHeader("Cache-Control", "no-store");
        try (var paper = Loader.loadPDF(answer.getResponse().getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(paper))
                    .contains(who.nik().value(), "Nama lengkap berbeda", "Dinas Kependudukan");
        }
        var other = SignedInPeople.applicant(accounts);
        assertThat(browser.get()
                        .uri("/permohonan/" + application + "/nik/surat")
                        .with(as(other)))
                .hasStatus(404);
    }

    @Test
    void anOfficerSettlesItWithAReasonThatIsKept() {
        scheduled();
        var officer = officer(SomeSlots.OFFICE);

        assertThat(browser.get().uri("/petugas/loket/nik").with(as(officer)))
                .hasStatusOk()
                .bodyText()
                .contains(who.name(), who.nik().toString(), "Nama lengkap berbeda")
                .doesNotContain(who.nik().value());
        assertThat(settle(officer, "ORIGINALS_AGREE", "KK asli sama")).hasRedirectedUrl("/petugas/loket/nik");

        assertThat(desk.find(application).orElseThrow().settledAt()).isNotNull();
        assertThat(numbers.doubt(application)).isEmpty();
        assertThat(db.sql("SELECT count(*) FROM audit.entry WHERE act = 'NIK_SETTLED' AND subject = ?")
                        .param(application.toString())
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(db.sql("SELECT note FROM identity.lane WHERE application = ?")
                        .param(application.value())
                        .query(String.class)
                        .single())
                .startsWith("§");
        assertThat(browser.get().uri("/permohonan/" + application).with(as(me)))
                .bodyText()
                .doesNotContain("nik/surat");
    }

    @ParameterizedTest
    @CsvSource({"'', Pilih alasannya", "SAYA_MAU, Pilih alasannya"})
    void withoutAReasonNothingIsSettled(String reason, String said) {
        scheduled();
        var officer = officer(SomeSlots.OFFICE);

        assertThat(settle(officer, reason, "")).hasStatus(422).bodyText().contains(said);
        assertThat(settle(officer, "ORIGINALS_AGREE", "x".repeat(201))).hasStatus(422);

        assertThat(desk.find(application).orElseThrow().settledAt()).isNull();
    }

    @Test
    void anotherOfficeNeitherSeesNorSettlesIt() {
        scheduled();
        var officer = officer(new OfficeId("kanim-denpasar"));

        assertThat(browser.get().uri("/petugas/loket/nik").with(as(officer)))
                .bodyText()
                .doesNotContain(who.name());
        settle(officer, "ORIGINALS_AGREE", "");

        assertThat(desk.find(application).orElseThrow().settledAt()).isNull();
    }

    @Test
    void onlyCounterOfficersGetThere() {
        assertThat(browser.get().uri("/petugas/loket/nik").with(as(me))).hasStatus(403);
        assertThat(browser.get()
                        .uri("/petugas/loket/nik")
                        .with(as(SignedInPeople.officer(accounts, SomeSlots.OFFICE, Role.DOOR_OFFICER))))
                .hasStatus(403);
    }

    @Test
    void aNumberWithAnUnknownRegionWarnsAndGoesOn() {
        var id = forms.ready(me.account(), who);
        forms.identifyAs(id, me.account(), who, "9901015507900012");

        assertThat(browser.get().uri("/permohonan/" + id + "/nik").with(as(me)))
                .hasStatusOk()
                .bodyText()
                .contains("tidak ada di daftar wilayah");
        assertThat(forms.form(id).isOpen(titian.form.FormStep.OFFICE)).isTrue();
    }

    private MvcTestResult settle(SignedIn officer, String reason, String note) {
        var request = browser.post().uri("/petugas/loket/nik").with(as(officer)).with(csrf());
        Map.of("permohonan", application.toString(), "alasan", reason, "catatan", note)
                .forEach(request::param);
        return request.exchange();
    }

    private SignedIn officer(OfficeId office) {
        return SignedInPeople.officer(accounts, office, Role.COUNTER_OFFICER);
    }

    /** What costs nothing is scheduled at once. */
    private void scheduled() {
        forms.fetch(application, me.account());
        forms.submit(application, me.account());
        assertThat(desk.find(application).orElseThrow().office()).isEqualTo(SomeSlots.OFFICE);
    }
}
