package titian.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Pattern;
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
import titian.booking.BookingDesk;
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

    private static final Pattern NEXT = Pattern.compile("href=\"/petugas/loket/nik([^\"]+)\" rel=\"next\"");

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

    @Test
    void whoeverComesStandsBeforeThePastHoweverMuchOfItIsOpenAndThePastIsReadPageByPage() {
        var office = new OfficeId("kanim-manokwari");
        var officer = officer(office);
        scheduled();
        expected(office, world.clock().instant().plus(Duration.ofHours(30)));
        manyPast(office, 120);

        assertThat(list(officer, "")).bodyText().contains(who.name()).contains("rel=\"next\"");

        expected(office, world.clock().instant().minus(Duration.ofDays(29)));
        var page = list(officer, "");
        var pages = 1;
        while (!text(page).contains(who.name()) && pages < 9) {
            var next = NEXT.matcher(text(page));
            assertThat(next.find()).isTrue();
            page = list(officer, next.group(1).replace("&amp;", "&"));
            pages++;
        }
        assertThat(pages).isEqualTo(3);
        assertThat(page).bodyText().contains("name=\"kunjungan\"").doesNotContain("rel=\"next\"");
    }

    @Test
    void aVisitThatIsMovedIsListedForItsNewDay() {
        scheduled();
        var slot = new SomeSlots(db, world.clock())
                .slot(SomeSlots.OFFICE, forms.workingDay().plus(Duration.ofDays(1)), 1);
        var request = browser.post()
                .uri("/permohonan/" + application + "/ubah-jadwal")
                .with(as(me))
                .with(csrf())
                .param("slot", slot.toString())
                .param("kunci", application.toString());

        assertThat(request.exchange()).hasStatus3xxRedirection();

        var visitAt = house.getBean(BookingDesk.class).slot(slot).orElseThrow().startsAt();
        assertThat(desk.find(application).orElseThrow().visitAt()).isEqualTo(visitAt);
    }

    private void expected(OfficeId office, Instant visitAt) {
        db.sql("UPDATE identity.lane SET office = ?, visit_at = ? WHERE application = ?")
                .params(office.value(), visitAt.atOffset(ZoneOffset.UTC), application.value())
                .update();
    }

    private void manyPast(OfficeId office, int many) {
        db.sql("""
                        INSERT INTO identity.lane
                               (application, outcome, differing, office, visit_at, since, next_try_at)
                        SELECT gen_random_uuid(), 'UNKNOWN', '{}', :office, :now - interval '2 days', :now,
                               :now + interval '1000 days'
                          FROM generate_series(1, :many)
                        """)
                .param("office", office.value())
                .param("now", world.clock().instant().atOffset(ZoneOffset.UTC))
                .param("many", many)
                .update();
    }

    private MvcTestResult list(SignedIn officer, String query) {
        return browser.get()
                .uri(URI.create("/petugas/loket/nik" + query))
                .with(as(officer))
                .exchange();
    }

    private static String text(MvcTestResult page) {
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
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
