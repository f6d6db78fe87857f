package titian.payment;

import java.time.Clock;
import org.springframework.beans.factory.BeanFactory;
import titian.Belonging;
import titian.SignedInPeople;
import titian.account.AccountDesk;
import titian.shared.ApplicationId;

/** A bill, under the number of its application. */
class SomebodysBill implements Belonging {

    @Override
    public String kind() {
        return "bill";
    }

    @Override
    public Owned make(BeanFactory house) {
        var clock = house.getBean(Clock.class);
        var who = SignedInPeople.applicant(house.getBean(AccountDesk.class));
        var bill = new Till(house.getBean(PaymentDesk.class), clock, 0)
                .bill(who.account(), ApplicationId.next(), clock.instant().plus(Till.TWO_HOURS));
        return new Owned(who, bill.application());
    }
}
