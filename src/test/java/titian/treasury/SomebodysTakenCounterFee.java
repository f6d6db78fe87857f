package titian.treasury;

import org.springframework.beans.factory.BeanFactory;
import titian.Belonging;
import titian.counterfee.CounterFeeDesk;
import titian.shared.ApplicationId;

/** What somebody paid at the counter. */
class SomebodysTakenCounterFee implements Belonging {

    @Override
    public String kind() {
        return "taken-counter-fee";
    }

    @Override
    public Owned make(BeanFactory house) {
        var owed = new SomebodysCounterFee().make(house);
        var fees = house.getBean(CounterFeeDesk.class);
        var fee = fees.find(ApplicationId.of(owed.ids().getFirst())).orElseThrow();
        fees.take(fee, owed.owner().account());
        return owed;
    }
}
