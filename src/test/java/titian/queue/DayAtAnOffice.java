package titian.queue;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.SignedInPeople;
import titian.account.AccountDesk;
import titian.application.SomeVisits;
import titian.application.SomeVisits.Visit;
import titian.outside.World;
import titian.shared.Role;
import titian.shared.SignedIn;

/** An office with somebody at the door and somebody at a counter. */
abstract class DayAtAnOffice {

    @Autowired
    MockMvcTester browser;

    @Autowired
    AccountDesk accounts;

    @Autowired
    QueueDesk desk;

    @Autowired
    World world;

    @Autowired
    BeanFactory house;

    SomeDay day;
    SignedIn door;
    SignedIn counter;

    @BeforeEach
    void aDayAtAnOffice() {
        day = new SomeDay(house);
        door = SignedInPeople.officer(accounts, day.office(), Role.DOOR_OFFICER);
        counter = SignedInPeople.officer(accounts, day.office(), Role.COUNTER_OFFICER);
    }

    Visit visitToday(SignedIn applicant) {
        var visit = new SomeVisits(house).paid(applicant.account(), day.office());
        var early = visit.appointment().startsAt().minus(Duration.ofMinutes(15));
        if (world.clock().instant().isBefore(early)) {
            world.clock().moveTo(early);
        }
        return visit;
    }

    MvcTestResult press(String address, String... fields) {
        var request = browser.post().uri(address).with(as(counter)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
