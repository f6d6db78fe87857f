package titian.contact;

import org.springframework.beans.factory.BeanFactory;
import titian.Belonging;
import titian.People;
import titian.SignedInPeople;
import titian.account.AccountDesk;
import titian.shared.OfficeId;
import titian.shared.Role;

/** Somebody an officer looked up at the counter. */
class SomebodysRescue implements Belonging {

    @Override
    public String kind() {
        return "rescue";
    }

    @Override
    public Owned make(BeanFactory house) {
        var accounts = house.getBean(AccountDesk.class);
        var someone = People.someone();
        SignedInPeople.applicant(accounts, someone);
        var officer =
                SignedInPeople.officer(accounts, new OfficeId("kanim-jakarta-selatan"), Role.CUSTOMER_SERVICE_OFFICER);
        var found = house.getBean(RescueDesk.class).lookUp(officer, someone.nik());
        return new Owned(officer, found.getFirst().rescue().id());
    }
}
