package titian.officer;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.env.Environment;
import titian.Belonging;
import titian.SignedInPeople;
import titian.account.AccountDesk;
import titian.passkey.Handset;
import titian.passkey.PasskeyDesk;
import titian.shared.Role;

/** A passkey by which an officer shows who they are. */
class SomebodysDevice implements Belonging {

    @Override
    public String kind() {
        return "passkey-of-an-officer";
    }

    @Override
    public Owned make(BeanFactory house) {
        var officer =
                SignedInPeople.officer(house.getBean(AccountDesk.class), SomebodysOfficer.OFFICE, Role.DOOR_OFFICER);
        var passkeys = house.getBean(PasskeyDesk.class);
        var handset = new Handset(house.getBean(Environment.class).getRequiredProperty("titian.address"));
        var asked = passkeys.toAdd(officer.account());
        house.getBean(ProofDesk.class)
                .confirm(officer.account(), asked, handset.make(passkeys.spelled(asked)), "Ponsel dinas");
        return new Owned(officer, handset.key());
    }
}
