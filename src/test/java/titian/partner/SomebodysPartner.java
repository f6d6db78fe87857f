package titian.partner;

import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;
import titian.Belonging;
import titian.SignedInPeople;
import titian.account.AccountDesk;
import titian.shared.OfficeId;
import titian.shared.Role;

/** A partner, whose agreement the administrators of its office may end. */
class SomebodysPartner implements Belonging {

    private static final OfficeId OFFICE = new OfficeId("kanim-bogor");

    @Override
    public String kind() {
        return "partner";
    }

    @Override
    public Owned make(BeanFactory house) {
        var partner = house.getBean(PartnerDesk.class)
                .add(OFFICE, "SMA " + UUID.randomUUID())
                .orElseThrow();
        return new Owned(
                SignedInPeople.officer(house.getBean(AccountDesk.class), OFFICE, Role.ADMINISTRATOR), partner.id());
    }
}
