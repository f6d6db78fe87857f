package titian.issuance;

import org.springframework.beans.factory.BeanFactory;
import titian.Belonging;
import titian.SignedInPeople;
import titian.account.AccountDesk;
import titian.application.ApplicationDesk;
import titian.application.SomeVisits;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Role;
import titian.slot.SomeSlots;

/** The passport of somebody who was at the counter. */
class SomebodysPassport implements Belonging {

    @Override
    public String kind() {
        return "passport";
    }

    @Override
    public Owned make(BeanFactory house) {
        var accounts = house.getBean(AccountDesk.class);
        var id = served(house, SignedInPeople.applicant(accounts).account());
        return new Owned(SignedInPeople.officer(accounts, SomeSlots.OFFICE, Role.COUNTER_OFFICER), id);
    }

    /** An application of this account that has been through the door and the counter. */
    static ApplicationId served(BeanFactory house, AccountId account) {
        var id = new SomeVisits(house)
                .paid(account, SomeSlots.OFFICE)
                .appointment()
                .application();
        var applications = house.getBean(ApplicationDesk.class);
        applications.checkIn(id);
        applications.startService(id);
        applications.finishService(id);
        return id;
    }
}
