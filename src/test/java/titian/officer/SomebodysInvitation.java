package titian.officer;

import java.util.Set;
import org.springframework.beans.factory.BeanFactory;
import titian.Belonging;
import titian.People;
import titian.SignedInPeople;
import titian.account.AccountDesk;
import titian.account.EmailAddress;
import titian.shared.Role;

/** An invitation to an office, which its administrators may take back. */
class SomebodysInvitation implements Belonging {

    @Override
    public String kind() {
        return "invitation";
    }

    @Override
    public Owned make(BeanFactory house) {
        var owner =
                SignedInPeople.officer(house.getBean(AccountDesk.class), SomebodysOfficer.OFFICE, Role.ADMINISTRATOR);
        var someone = People.someone();
        var desk = house.getBean(InvitationDesk.class);
        desk.invite(
                EmailAddress.of(someone.email()),
                someone.name(),
                SomebodysOfficer.OFFICE,
                Set.of(Role.DOOR_OFFICER),
                owner.account());
        var invitation = desk.open(SomebodysOfficer.OFFICE).stream()
                .filter(one -> one.email().equals(someone.email()))
                .findFirst()
                .orElseThrow();
        return new Owned(owner, invitation.id());
    }
}
