package titian.treasury;

import java.time.LocalDate;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.transaction.support.TransactionTemplate;
import titian.Belonging;
import titian.SignedInPeople;
import titian.account.AccountDesk;
import titian.application.ApplicationDesk;
import titian.application.SomeVisits;
import titian.counterfee.CounterFeeDesk;
import titian.shared.PassportType;
import titian.shared.Role;
import titian.slot.SomeSlots;
import titian.tariff.TariffDesk;

/** What somebody who came in owes at the counter. */
class SomebodysCounterFee implements Belonging {

    @Override
    public String kind() {
        return "counter-fee";
    }

    @Override
    public Owned make(BeanFactory house) {
        var accounts = house.getBean(AccountDesk.class);
        var id = new SomeVisits(house)
                .paid(SignedInPeople.applicant(accounts).account(), SomeSlots.OFFICE)
                .appointment()
                .application();
        var quote = house.getBean(TariffDesk.class)
                .quote(PassportType.ELECTRONIC, 5, LocalDate.parse("2026-12-08"))
                .orElseThrow();
        house.getBean(TransactionTemplate.class)
                .executeWithoutResult(_ -> house.getBean(CounterFeeDesk.class).fix(id, SomeSlots.OFFICE, quote));
        house.getBean(ApplicationDesk.class).checkIn(id);
        return new Owned(SignedInPeople.officer(accounts, SomeSlots.OFFICE, Role.TREASURER), id);
    }
}
