package titian.document;

import org.springframework.beans.factory.BeanFactory;
import titian.Belonging;
import titian.SignedInPeople;
import titian.account.AccountDesk;

/** A file that somebody has begun to send. */
class SomebodysArrival implements Belonging {

    @Override
    public String kind() {
        return "arrival";
    }

    @Override
    public Owned make(BeanFactory house) {
        var owner = SignedInPeople.applicant(house.getBean(AccountDesk.class));
        return new Owned(
                owner,
                house.getBean(ArrivalDesk.class).begin(owner.account(), 1_000).id());
    }
}
