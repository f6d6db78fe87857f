package titian.visit;

import java.util.Locale;
import org.springframework.beans.factory.BeanFactory;
import titian.Belonging;
import titian.SignedInPeople;
import titian.account.AccountDesk;
import titian.shared.OfficeId;

/** A visit that is being arranged. */
class SomebodysVisit implements Belonging {

    @Override
    public String kind() {
        return "visit";
    }

    @Override
    public Owned make(BeanFactory house) {
        var who = SignedInPeople.applicant(house.getBean(AccountDesk.class));
        return new Owned(
                who, house.getBean(VisitDesk.class).begin(who.account(), OfficeId.of("kanim-pati"), Locale.of("id")));
    }
}
