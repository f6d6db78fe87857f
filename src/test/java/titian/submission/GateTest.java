package titian.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.TitianTest;
import titian.booking.BookingDesk;
import titian.document.DocumentDesk;
import titian.form.FilledIn;
import titian.form.FormDesk;
import titian.form.Person;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.slot.SlotId;
import titian.slot.SomeSlots;
import titian.waitingroom.OpenRooms;
import titian.waitingroom.Release;
import titian.waitingroom.WaitingRoomDesk;

/** While a waiting room is open at an office, nobody books there who has not been let in. */
@TitianTest
class GateTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    FormDesk forms;

    @Autowired
    DocumentDesk documents;

    @Autowired
    BookingDesk booking;

    @Autowired
    BeanFactory house;

    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    OpenRooms rooms;
    Person person;
    SlotId slot;
    ApplicationId application;
    Release release;

    @BeforeEach
    void someoneWithAFinishedFormAndARoomThatOpens() {
        rooms = new OpenRooms(house);
        person = new Person(browser);
        var filledIn = new FilledIn(house);
        slot = filledIn.slot(5);
        application = filledIn.form(person.me.account(), person.who, slot);
        release = rooms.at(SomeSlots.OFFICE);
    }

    @AfterEach
    void close() {
        rooms.close(release);
    }

    @Test
    void theHoursAreShownToThoseWhoWereLetIn() {
        assertThat(get("jadwal", null))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl(release.address() + "?kembali=/permohonan/" + application + "/jadwal");

        assertThat(get("jadwal", rooms.leave(release, person.me.account()))).hasStatusOk();
    }

    @Test
    void nobodyChoosesATimeAroundTheRoom() {
        assertThat(post("jadwal", null))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .startsWith(release.address());
    }

    @Test
    void nobodySendsAFormAroundTheRoom() {
        for (var token : new String[] {null, "", "forged", rooms.leave(release, AccountId.next())}) {
            assertThat(post("periksa", token))
                    .as("with the leave %s", token)
                    .hasStatus3xxRedirection()
                    .hasRedirectedUrl(release.address() + "?kembali=/permohonan/" + application + "/periksa");
        }
        assertThat(booking.slot(slot).orElseThrow().taken()).isZero();
    }

    @Test
    void whoeverWasLetInSendsTheForm() {
        assertThat(post("periksa", rooms.leave(release, person.me.account())))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/tagihan/" + application);

        assertThat(booking.slot(slot).orElseThrow().taken()).isEqualTo(1);
    }

    @Test
    void onceTheRoomIsOverNobodyWaits() {
        rooms.close(release);

        assertThat(get("jadwal", null)).hasStatusOk();
    }

    private MvcTestResult get(String page, @Nullable String leave) {
        var request =
                browser.get().uri("/permohonan/" + application + "/" + page).with(as(person.me));
        return (leave == null ? request : request.cookie(new Cookie(WaitingRoomDesk.COOKIE, leave))).exchange();
    }

    private MvcTestResult post(String page, @Nullable String leave) {
        var request = browser.post()
                .uri("/permohonan/" + application + "/" + page)
                .param("setuju", "ya")
                .param("slot", slot.toString())
                .with(as(person.me))
                .with(csrf());
        return (leave == null ? request : request.cookie(new Cookie(WaitingRoomDesk.COOKIE, leave))).exchange();
    }
}
