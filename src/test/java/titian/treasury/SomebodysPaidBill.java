package titian.treasury;

import org.springframework.beans.factory.BeanFactory;
import titian.Belonging;
import titian.SignedInPeople;
import titian.account.AccountDesk;
import titian.payment.SomeBills;
import titian.shared.ApplicationId;

/** A bill that was paid, under the number of its application. */
class SomebodysPaidBill implements Belonging {

    @Override
    public String kind() {
        return "paid-bill";
    }

    @Override
    public Owned make(BeanFactory house) {
        var who = SignedInPeople.applicant(house.getBean(AccountDesk.class));
        var bills = new SomeBills(house);
        var bill = bills.pay(bills.open(who.account(), ApplicationId.next()));
        return new Owned(who, bill.application());
    }
}
