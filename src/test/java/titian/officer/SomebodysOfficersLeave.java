package titian.officer;

import java.util.Set;
import org.springframework.beans.factory.BeanFactory;
import titian.Belonging;
import titian.SignedInPeople;
import titian.account.AccountDesk;
import titian.account.PostDesk;
import titian.shared.Role;

/** Days on which an officer is away, as those see them who look after the office. */
class SomebodysOfficersLeave implements Belonging {

    @Override
    public String kind() {
        return "leave-of-an-officer";
    }

    @Override
    public Owned make(BeanFactory house) {
        var office = SomebodysOfficer.OFFICE;
        var accounts = house.getBean(AccountDesk.class);
        var posts = house.getBean(PostDesk.class);
        var officer = SignedInPeople.officer(accounts, office, Role.DOOR_OFFICER);
        var day = posts.today(office).plusDays(7);
        posts.leave(officer.account(), Set.of(office), day, day.plusDays(1));
        var leave =
                posts.find(officer.account()).orElseThrow().leaves().getFirst().id();
        var administrator = SignedInPeople.officer(accounts, office, Role.ADMINISTRATOR);
        return new Owned(administrator, officer.account(), leave);
    }
}
