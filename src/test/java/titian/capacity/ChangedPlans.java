package titian.capacity;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import titian.SignedInPeople;
import titian.account.AccountDesk;
import titian.application.SomeVisits;
import titian.booking.BookingDesk;
import titian.booking.BookingRequest;
import titian.booking.Terms;
import titian.office.OfficeDesk;
import titian.office.PlanningDesk;
import titian.shared.ApplicationId;
import titian.slot.Slot;

/** Offices whose plans are changed, and windows in which people have places. */
abstract class ChangedPlans {

    @Autowired
    BeanFactory house;

    @Autowired
    PlanDesk desk;

    @Autowired
    PlanningDesk planning;

    @Autowired
    BookingDesk bookings;

    @Autowired
    OfficeDesk offices;

    @Autowired
    AccountDesk accounts;

    @Autowired
    JdbcClient db;

    SomePlans plans;
    SomeVisits visits;

    @BeforeEach
    void begin() {
        plans = new SomePlans(house);
        visits = new SomeVisits(house);
    }

    void book(Slot window, int people) {
        for (int i = 0; i < people; i++) {
            visits.paid(SignedInPeople.applicant(accounts).account(), window);
        }
    }

    void bookOne(Slot window) {
        bookings.book(BookingRequest.of(
                ApplicationId.next().toString(),
                titian.shared.AccountId.next(),
                ApplicationId.next(),
                titian.People.someone().nik(),
                window.id(),
                Terms.confirmed()));
    }
}
