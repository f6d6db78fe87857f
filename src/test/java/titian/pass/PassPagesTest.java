package titian.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static titian.SignedInPeople.as;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.People;
import titian.TitianTest;
import titian.application.DraftDesk;
import titian.application.Stage.Submitted;
import titian.booking.AppointmentId;
import titian.booking.BookingDesk;
import titian.form.FilledIn;
import titian.outside.World;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Role;
import titian.shared.SignedIn;

/** The pass through an application's life, as its applicant and others see it. */
@TitianTest
class PassPagesTest {

    @Autowired
    BeanFactory house;

    @Autowired
    DraftDesk applications;

    @Autowired
    BookingDesk booking;

    @Autowired
    PassDesk passes;

    @Autowired
    World world;

    @Autowired
    MockMvcTester browser;

    private final SignedIn me = applicant();
    private final People.Someone who = People.someone();
    private FilledIn filledIn;

    @BeforeEach
    void people() {
        filledIn = new FilledIn(house);
    }

    @Test
    void beforeItIsPaidItOpensNoDoorAndSaysSo() {
        var id = submitted();
        assertThat(get("/pass/" + id, me))
                .hasStatusOk()
                .bodyText()
                .contains("Belum dibayar", "Tidak berlaku untuk masuk")
                .doesNotContain("class=\"qr\"");
        assertThat(get("/pass/" + id + "/kalender.ics", me)).hasStatus(404);
    }

    @Test
    void oncePaidItIsAPageAPaperAndADayInTheCalendar() {
        var id = paid();
        assertThat(get("/pass/" + id, me))
                .hasStatusOk()
                .bodyText()
                .contains("class=\"qr\"", who.name(), code(id), "Terjadwal");
        var paper = get("/pass/" + id + "/pdf", me);
        assertThat(paper).hasStatusOk().hasContentType("application/pdf").hasHeader("Cache-Control", "no-store");
        assertThat(new String(paper.getResponse().getContentAsByteArray(), StandardCharsets.US_ASCII))
                .startsWith("%PDF-");
        assertThat(get("/pass/" + id + "/kalender.ics", me))
                .hasStatusOk()
                .hasContentType("text/calendar;charset=UTF-8")
                .bodyText()
                .contains("BEGIN:VEVENT");
        assertThat(passes.pdf(id)).isNotEmpty();
    }

    @Test
    void missedItIsCrossedOut() {
        var id = paid();
        booking.miss(appointment(id));
        assertThat(get("/pass/" + id, me))
                .hasStatusOk()
                .bodyText()
                .contains("Tidak hadir", "<s>")
                .doesNotContain("class=\"qr\"");
        assertThat(get("/pass/" + id + "/kalender.ics", me)).hasStatus(404);
    }

    @Test
    void withoutAnAppointmentThereIsNoPassYet() {
        var id = filledIn.form(me.account(), who, filledIn.slot(1));
        assertThat(get("/pass/" + id, me)).hasStatus3xxRedirection().hasRedirectedUrl("/permohonan/" + id);
        assertThat(get("/pass/" + id + "/pdf", me)).hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/pdf", "/kalender.ics"})
    void toAnyoneElseItDoesNotExist(String part) {
        var id = paid();
        assertThat(get("/pass/" + id + part, applicant())).hasStatus(404);
        assertThat(get("/pass/" + ApplicationId.next() + part, me)).hasStatus(404);
        assertThat(get("/pass/bukan-nomor" + part, me)).hasStatus(400);
    }

    private ApplicationId submitted() {
        var id = filledIn.form(me.account(), who, filledIn.slot(1));
        filledIn.submit(id, me.account());
        return id;
    }

    private ApplicationId paid() {
        var id = submitted();
        booking.confirm(appointment(id));
        return id;
    }

    private AppointmentId appointment(ApplicationId id) {
        return ((Submitted) applications.find(id).orElseThrow().stage()).appointment();
    }

    private String code(ApplicationId id) {
        return booking.find(appointment(id)).orElseThrow().code().toString();
    }

    private MvcTestResult get(String address, SignedIn who) {
        return browser.get().uri(address).with(as(who)).exchange();
    }

    private static SignedIn applicant() {
        return new SignedIn(AccountId.next(), "Ratna", Set.of(Role.APPLICANT), null);
    }
}
