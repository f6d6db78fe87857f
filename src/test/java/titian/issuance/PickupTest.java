package titian.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import titian.Inbox;
import titian.People;
import titian.SignedInPeople;
import titian.Telephones;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.account.Phone;
import titian.account.ReachDesk;
import titian.application.ApplicationDesk;
import titian.application.DraftDesk;
import titian.forfeit.Forfeit.Moment;
import titian.forfeit.ForfeitDesk;
import titian.office.OfficeDesk;
import titian.outside.World;
import titian.shared.ApplicationId;
import titian.shared.Role;
import titian.shared.SignedIn;
import titian.slot.SomeSlots;

/** A passport that lies ready is told of at once, by letter, by phone and on the home, and guarded until it is fetched. */
@TitianTest
class PickupTest {

    @Autowired
    BeanFactory house;

    @Autowired
    MockMvcTester browser;

    @Autowired
    AccountDesk accounts;

    @Autowired
    ReachDesk reaches;

    @Autowired
    ApplicationDesk applications;

    @Autowired
    DraftDesk drafts;

    @Autowired
    OfficeDesk offices;

    @Autowired
    ForfeitDesk forfeits;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    @Autowired
    World world;

    final People.Someone someone = People.someone();
    final String number = Telephones.someNumber();
    SignedIn applicant;
    SignedIn counter;
    ApplicationId id;

    @BeforeEach
    void somebodyWasAtTheCounter() {
        applicant = SignedInPeople.applicant(accounts, someone);
        transaction.executeWithoutResult(_ -> reaches.movePhone(applicant.account(), Phone.of(number), null));
        id = SomebodysPassport.served(house, applicant.account());
        counter = SignedInPeople.officer(accounts, SomeSlots.OFFICE, Role.COUNTER_OFFICER);
    }

    @Test
    void whoWasAtTheCounterIsFoundByNumberAndTheirPassportSaidToBeReady() {
        var reference = drafts.find(id).orElseThrow().reference().toString();

        assertThat(post("/cari", "nomor", reference.toLowerCase(Locale.ROOT)))
                .hasRedirectedUrl("/petugas/paspor/" + id);
        assertThat(get("")).hasStatusOk().bodyText().contains("Sedang dibuat", "Siap diambil");
        assertThat(get("/" + id)).bodyText().contains("Sedang dibuat", "Nyatakan siap diambil");

        assertThat(post("/" + id, "langkah", "siap")).hasRedirectedUrl("/petugas/paspor/" + id);

        assertThat(get("/" + id)).bodyText().contains("Siap diambil", "Terakhir diambil", "Catat sudah diserahkan");
        assertThat(post("/cari", "nomor", "ZZZZZZ")).hasRedirectedUrl("/petugas/paspor");
    }

    @Test
    void itsApplicantIsToldAtOnceByLetterByPhoneAndOnTheHome() {
        post("/" + id, "langkah", "siap");

        assertThat(new Inbox(world)
                        .about(someone.email(), "Terakhir mengambil paspor")
                        .text())
                .contains("sudah jadi", "30 hari", "hangus", officeName(), "/permohonan/" + id);
        assertThat(new Telephones(world)
                        .about(number, "Terakhir mengambil paspor")
                        .text())
                .contains(officeName(), "/permohonan/" + id);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !forfeits.near(applicant.account()).isEmpty());
        assertThat(browser.get().uri("/beranda").with(as(applicant)))
                .bodyText()
                .contains("Paspor Anda menunggu diambil", "/syarat/pickup-self");
        assertThat(browser.get().uri("/permohonan/" + id).with(as(applicant)))
                .bodyText()
                .contains("Paspor siap diambil");
        assertThat(browser.get().uri("/syarat/pickup-self")).hasStatusOk();
    }

    @Test
    void theLastDayIsTheThirtiethWhereTheOfficeIsHoweverOftenItIsSaid() {
        var office = offices.find(SomeSlots.OFFICE).orElseThrow();
        var today = office.day(world.clock().instant());
        post("/" + id, "langkah", "siap");
        post("/" + id, "langkah", "siap");

        var over = today.plusDays(31).atStartOfDay(office.zone()).toInstant();
        assertThat(forfeits.find(id, Moment.PICKUP_ENDS))
                .hasValueSatisfying(forfeit -> assertThat(forfeit.lostAt()).isEqualTo(over));
        assertThat(warnings())
                .filteredOn(at -> at.isAfter(world.clock().instant()))
                .containsExactly(nineOn(today.plusDays(7)), nineOn(today.plusDays(20)), nineOn(today.plusDays(27)));
        assertThat(acts()).isEqualTo(1);
    }

    @Test
    void whatWasHandedOverIsWarnedOfNoMore() {
        post("/" + id, "langkah", "serahkan");
        assertThat(get("/" + id)).as("not ready yet").bodyText().contains("Sedang dibuat");
        post("/" + id, "langkah", "siap");

        post("/" + id, "langkah", "serahkan");
        post("/" + id, "langkah", "serahkan");

        assertThat(get("/" + id)).bodyText().contains("Sudah diserahkan").doesNotContain("langkah");
        assertThat(forfeits.find(id, Moment.PICKUP_ENDS)).isEmpty();
        assertThat(warnings()).isEmpty();
        assertThat(acts()).isEqualTo(2);
    }

    @Test
    void whoIsSuspendedHasNoPassportToFetch() {
        transaction.executeWithoutResult(
                _ -> applications.suspend(id, world.clock().instant().plus(Duration.ofDays(200))));

        post("/" + id, "langkah", "siap");

        assertThat(get("/" + id)).bodyText().contains("Sedang dibuat");
        assertThat(forfeits.find(id, Moment.PICKUP_ENDS)).isEmpty();
    }

    @Test
    void aStepThatIsNoneIsRefused() {
        assertThat(post("/" + id, "langkah", "musnahkan")).hasStatus(400);
        assertThat(post("/" + id, "x", "y")).hasStatus(400);
        assertThat(post("/" + ApplicationId.next(), "langkah", "siap")).hasStatus(404);
    }

    private MvcTestResult get(String page) {
        return browser.get().uri("/petugas/paspor" + page).with(as(counter)).exchange();
    }

    private MvcTestResult post(String page, String field, String typed) {
        return browser.post()
                .uri("/petugas/paspor" + page)
                .param(field, typed)
                .with(csrf())
                .with(as(counter))
                .exchange();
    }

    private String officeName() {
        return offices.find(SomeSlots.OFFICE).orElseThrow().name();
    }

    private Instant nineOn(LocalDate day) {
        var zone = offices.find(SomeSlots.OFFICE).orElseThrow().zone();
        return day.atTime(9, 0).atZone(zone).toInstant();
    }

    private List<Instant> warnings() {
        return db.sql("SELECT due_at FROM forfeit.warning WHERE application = ? ORDER BY due_at")
                .param(id.value())
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .list();
    }

    private int acts() {
        return db.sql("SELECT count(*) FROM audit.entry WHERE act = 'PASSPORT_MOVED' AND subject = ?")
                .param(id.toString())
                .query(Integer.class)
                .single();
    }
}
