package titian.officer;

import org.springframework.beans.factory.BeanFactory;
import titian.Belonging;
import titian.SignedInPeople;
import titian.account.AccountDesk;
import titian.shared.OfficeId;
import titian.shared.Role;

/** An officer, whom the administrators of the office look after. */
class SomebodysOfficer implements Belonging {

    static final OfficeId OFFICE = new OfficeId("kanim-bogor");

    @Override
    public String kind() {
        return "officer";
    }

    @Override
    public Owned make(BeanFactory house) {
        var accounts = house.getBean(AccountDesk.class);
        var officer = SignedInPeople.officer(accounts, OFFICE, Role.DOOR_OFFICER);
        return new Owned(SignedInPeople.officer(accounts, OFFICE, Role.ADMINISTRATOR), officer.account());
    }
}
