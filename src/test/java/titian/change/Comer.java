package titian.change;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.People;
import titian.SignedInPeople;
import titian.account.AccountDesk;
import titian.application.ApplicationDesk;
import titian.application.SomeVisits;
import titian.booking.Appointment;
import titian.booking.BookingDesk;
import titian.office.OfficeDesk;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;
import titian.shared.SignedIn;
import titian.slot.SlotId;
import titian.slot.SomeSlots;

/** Somebody with a visit that is certain, the only place of its window; and what they do at its pages. */
final class Comer {

    private final BeanFactory house;
    private final MockMvcTester browser;
    private final SomeSlots slots;
    final OfficeId office;
    final People.Someone someone = People.someone();
    final SignedIn me;
    final ApplicationId id;
    final Appointment booked;

    /** Comes to this office at that hour, so many days from its today. */
    Comer(BeanFactory house, OfficeId office, int daysAhead, LocalTime hour) {
        this.house = house;
        this.browser = house.getBean(MockMvcTester.class);
        this.slots = new SomeSlots(house.getBean(JdbcClient.class), house.getBean(Clock.class));
        this.office = office;
        this.me = SignedInPeople.applicant(house.getBean(AccountDesk.class), someone);
        var slot = booking().slot(window(daysAhead, hour)).orElseThrow();
        this.booked = new SomeVisits(house).paid(me.account(), slot).appointment();
        this.id = booked.application();
        house.getBean(Following.class).on(new titian.application.ApplicationScheduled(id));
    }

    Comer(BeanFactory house, int daysAhead) {
        this(house, SomeSlots.OFFICE, daysAhead, LocalTime.of(10, 0));
    }

    /** A window with one place. */
    SlotId window(int daysAhead, LocalTime hour) {
        return slots.slot(office, at(daysAhead, hour), 1);
    }

    Instant at(int daysAhead, LocalTime hour) {
        var zone = house.getBean(OfficeDesk.class).find(office).orElseThrow().zone();
        var today = LocalDate.ofInstant(house.getBean(Clock.class).instant(), zone);
        return today.plusDays(daysAhead).atTime(hour).atZone(zone).toInstant();
    }

    Appointment now() {
        return booking().find(booked.id()).orElseThrow();
    }

    String stage() {
        return house.getBean(ApplicationDesk.class).summary(id).orElseThrow().stage();
    }

    int taken(SlotId slot) {
        return booking().slot(slot).orElseThrow().taken();
    }

    private BookingDesk booking() {
        return house.getBean(BookingDesk.class);
    }

    MvcTestResult get(String page) {
        return get(page, me);
    }

    MvcTestResult get(String page, SignedIn who) {
        return browser.get().uri(URI.create(address(page))).with(as(who)).exchange();
    }

    MvcTestResult post(String page, SignedIn who, Map<String, String> typed) {
        var request = browser.post().uri(address(page)).with(as(who)).with(csrf());
        typed.forEach(request::param);
        return request.exchange();
    }

    MvcTestResult cancel() {
        return post("batal", me, Map.of());
    }

    MvcTestResult move(SlotId to) {
        return move(to, UUID.randomUUID().toString());
    }

    MvcTestResult move(SlotId to, String key) {
        return post("ubah-jadwal", me, Map.of("slot", to.toString(), "kunci", key));
    }

    String address(String page) {
        return "/permohonan/" + id + (page.isEmpty() ? "" : "/" + page);
    }

    /** How many letters of this kind were written about the visit. */
    int letters(String kind) {
        return house.getBean(JdbcClient.class)
                .sql("SELECT count(*) FROM notification.letter WHERE subject = :id AND kind = :kind")
                .param("id", id.value())
                .param("kind", kind)
                .query(Integer.class)
                .single();
    }
}
