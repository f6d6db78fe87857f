package titian.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.People;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.application.ApplicationDesk;
import titian.application.Paid;
import titian.booking.Appointment;
import titian.booking.BookingDesk;
import titian.form.FilledIn;
import titian.outside.World;
import titian.shared.PriorityGroup;
import titian.shared.Role;
import titian.shared.SignedIn;
import titian.slot.SomeSlots;

/** Whoever says in their form that the law lets them go first does so, once the officer at the door has seen them. */
@TitianTest
class GoingFirstTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    AccountDesk accounts;

    @Autowired
    ApplicationDesk applications;

    @Autowired
    BookingDesk booking;

    @Autowired
    QueueDesk desk;

    @Autowired
    Tickets tickets;

    @Autowired
    World world;

    @Autowired
    JdbcClient db;

    @Autowired
    BeanFactory house;

    SomeDay day;
    SignedIn door;

    @BeforeEach
    void aDayAtAnOffice() {
        day = new SomeDay(house);
        door = SignedInPeople.officer(accounts, day.office(), Role.DOOR_OFFICER);
    }

    @ParameterizedTest
    @EnumSource(names = {"PREGNANT", "DISABLED", "ILL"})
    void whoeverSaidSoAndIsSeenIsCalledBeforeTheOthersOfTheHour(PriorityGroup group) {
        var visit = expected(People.someone(), group);
        var earlier = day.waiting(visit.startsAt());

        assertThat(scanned(visit))
                .bodyText()
                .contains("Menurut isiannya: ", "Benar, beri nomor prioritas")
                .doesNotContain("Nomor prioritas:");
        var ticket = given(visit);
        assertThat(ticket.letter()).isEqualTo("A");

        assertThat(afterwards(press(ticket))).bodyText().contains("Nomor prioritas:", "Cetak nomor");

        assertThat(given(visit).letter()).isEqualTo("P");
        assertThat(tickets.waiting(day.office(), ticket.day(), 5000).stream().map(Ticket::id))
                .containsSubsequence(ticket.id(), earlier.id());
        assertThat(paper(ticket)).bodyText().contains("P-0", "<svg class=\"qr\"");
    }

    @Test
    void untilThenTheyWaitLikeEveryoneAndTwoPressesAreOne() {
        var visit = expected(People.someone(), PriorityGroup.PREGNANT);
        var earlier = day.waiting(visit.startsAt());
        scanned(visit);
        var ticket = given(visit);
        assertThat(tickets.waiting(day.office(), ticket.day(), 5000).stream().map(Ticket::id))
                .containsSubsequence(earlier.id(), ticket.id());

        press(ticket);
        var first = given(visit);
        press(ticket);

        assertThat(given(visit)).isEqualTo(first);
    }

    @ParameterizedTest
    @NullSource
    @EnumSource(names = "ELDERLY")
    void whoeverSaidNothingOrIsTooYoungForWhatTheySaidKeepsTheirNumber(@Nullable PriorityGroup said) {
        var visit = expected(People.someone(), said);
        assertThat(scanned(visit)).bodyText().contains("Masuk").doesNotContain("Menurut isiannya");
        var ticket = given(visit);

        press(ticket);

        assertThat(given(visit)).isEqualTo(ticket);
    }

    @Test
    void theElderlyNeedNotSaySo() {
        var visit = expected(People.old(), null);

        assertThat(scanned(visit)).bodyText().contains("Menurut isiannya: Lansia");
    }

    @Test
    void onlyTheDoorOfThatOfficeSaysSo() {
        var visit = expected(People.someone(), PriorityGroup.PREGNANT);
        scanned(visit);
        var ticket = given(visit);

        assertThat(press(SignedInPeople.officer(accounts, day.office(), Role.COUNTER_OFFICER), ticket))
                .hasStatus(403);
        assertThat(press(SignedInPeople.officer(accounts, new SomeDay(house).office(), Role.DOOR_OFFICER), ticket))
                .hasStatus(404);
        assertThat(given(visit)).isEqualTo(ticket);
    }

    /** Somebody who filled the form in, paid, and stands at the door on their day. */
    private Appointment expected(People.Someone who, @Nullable PriorityGroup group) {
        var filledIn = new FilledIn(house);
        var account = SignedInPeople.applicant(accounts).account();
        var slot = new SomeSlots(db, world.clock()).slot(day.office(), filledIn.workingDay(), 1);
        var id = filledIn.ready(account, who);
        if (group != null) {
            filledIn.goesFirst(id, account, group);
        }
        filledIn.submit(id, account, day.office(), slot);
        if (applications.summary(id).orElseThrow().stage().equals("SUBMITTED")) {
            Paid.now(house, id);
        }
        var visit = booking.find(Objects.requireNonNull(
                        applications.summary(id).orElseThrow().appointment()))
                .orElseThrow();
        var early = visit.startsAt().minus(Duration.ofMinutes(15));
        if (world.clock().instant().isBefore(early)) {
            world.clock().moveTo(early);
        }
        return visit;
    }

    private Ticket given(Appointment visit) {
        return desk.givenFor(visit.code(), day.office()).orElseThrow();
    }

    private MvcTestResult scanned(Appointment visit) {
        return afterwards(browser.post()
                .uri("/petugas/pintu")
                .param("kode", visit.code().toString())
                .with(as(door))
                .with(csrf())
                .exchange());
    }

    private MvcTestResult press(Ticket ticket) {
        return press(door, ticket);
    }

    private MvcTestResult press(SignedIn who, Ticket ticket) {
        return browser.post()
                .uri("/petugas/pintu/tiket/" + ticket.id() + "/dahulukan")
                .with(as(who))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult paper(Ticket ticket) {
        return browser.get()
                .uri("/petugas/pintu/tiket/" + ticket.id())
                .with(as(door))
                .exchange();
    }

    /** The door's page, as the browser gets it by following the redirect. */
    private MvcTestResult afterwards(MvcTestResult answer) {
        assertThat(answer).hasStatus3xxRedirection().hasRedirectedUrl("/petugas/pintu");
        return browser.get()
                .uri("/petugas/pintu")
                .cookie(Objects.requireNonNull(answer.getResponse().getCookie("titian")))
                .with(as(door))
                .exchange();
    }
}
